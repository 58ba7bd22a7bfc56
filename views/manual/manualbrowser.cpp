// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/manual/manualbrowser.h"

#include "views/manual/manualpages.h"

#include <QDesktopServices>
#include <QImage>
#include <QTextBlock>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int lineHeight = 130; // percent
constexpr int widestImage = 640;

bool isCode(const QTextBlock &block)
{
    const QTextBlockFormat format = block.blockFormat();
    return format.hasProperty(QTextFormat::BlockCodeFence) || format.hasProperty(QTextFormat::BlockCodeLanguage)
        || format.nonBreakableLines();
}

bool isInTable(const QTextBlock &block)
{
    return QTextCursor(block).currentTable() != nullptr;
}

} // namespace

ManualBrowser::ManualBrowser(const Theme &theme, QWidget *parent) : QTextBrowser(parent), m_theme(theme)
{
    setObjectName(u"manualPage"_s);
    setAccessibleName(tr("Page of the manual"));
    setFrameShape(NoFrame);
    setOpenLinks(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // everything wraps
    document()->setDocumentMargin(measure::group);
    connect(this, &QTextBrowser::anchorClicked, this, &ManualBrowser::follow);
    connect(this, &QTextBrowser::sourceChanged, this, &ManualBrowser::dress);
    connect(&theme, &Theme::changed, this, [this] {
        applyTheme();
        reload();
    });
    applyTheme();
}

void ManualBrowser::applyTheme()
{
    QPalette palette = m_theme.editPalette();
    for (const auto role : {QPalette::Base, QPalette::Window}) // Window is beside the text
        palette.setColor(role, m_theme.color(Token::Base));
    palette.setColor(QPalette::Text, m_theme.color(Token::Text));
    palette.setColor(QPalette::Link, m_theme.color(Token::Accent));
    setPalette(palette);
    setFont(m_theme.font(Theme::Face::Body));
    document()->setDefaultFont(font());
}

QVariant ManualBrowser::loadResource(int type, const QUrl &name)
{
    const QUrl address = manual::url(manual::pages().first()).resolved(name); // source() is not set yet while it loads
    const bool isOurs = address.scheme() == "qrc"_L1 && address.path().startsWith("/stagekeeper/manual/"_L1);
    if (!isOurs)
        return {};
    if (type == QTextDocument::ImageResource) { // made small here, because the document does it without smoothing
        QImage image = QImage(u':' + address.path())
                           .scaledToWidth(qRound(widestImage * devicePixelRatioF()), Qt::SmoothTransformation);
        image.setDevicePixelRatio(devicePixelRatioF());
        return image;
    }
    return QTextBrowser::loadResource(type, address);
}

/// Pages of ours are shown here; other addresses are the business of the system, and only because of this click.
void ManualBrowser::follow(const QUrl &link)
{
    const QUrl address = source().resolved(link);
    if (!manual::pageOf(address).isEmpty())
        setSource(address, QTextDocument::MarkdownResource);
    else if (address.scheme() == "https"_L1)
        QDesktopServices::openUrl(address);
}

/// Markdown says what a text is; this says how it looks here.
void ManualBrowser::dress(const QUrl &page)
{
    QTextCursor all(document());
    all.beginEditBlock(); // else every change lays the page out again
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        dressBlock(block);
        dressText(block);
    }
    for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame))
            dressTable(table);
    }
    all.endEditBlock();
    mark(m_marked);
    if (page.hasFragment()) // the heights have changed
        scrollToAnchor(page.fragment());
}

void ManualBrowser::dressBlock(const QTextBlock &block) const
{
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    const int level = format.headingLevel();
    const bool isImage = block.text().startsWith(QChar::ObjectReplacementCharacter);
    format.setTopMargin(level > 1 ? measure::margin : 0);
    format.setBottomMargin(isInTable(block) || (isCode(block) && isCode(block.next())) ? 0 : measure::gap);
    const bool isTight = isImage || isCode(block); // the ground of code would show stripes
    format.setLineHeight(isTight ? 100 : lineHeight, QTextBlockFormat::ProportionalHeight);
    if (isCode(block)) {
        format.setNonBreakableLines(false);
        format.setBackground(m_theme.color(Token::Sunken));
        format.setLeftMargin(0);
        format.setIndent(0);
    }
    cursor.setBlockFormat(format);
    if (level == 0)
        return;
    QTextCharFormat heading = block.begin().fragment().charFormat();
    heading.clearProperty(QTextFormat::FontSizeAdjustment); // it would win over the font's size
    heading.setFont(m_theme.font(level == 1 ? Theme::Face::Hero : Theme::Face::Title));
    heading.setAnchor(true);
    heading.setAnchorNames({manual::anchor(block.text())});
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.setCharFormat(heading);
}

void ManualBrowser::dressText(const QTextBlock &block) const
{
    QList<std::pair<QTextCursor, QTextCharFormat>> changes; // not while walking over what they change
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        const QTextFragment fragment = part.fragment();
        QTextCharFormat format = fragment.charFormat();
        if (format.isImageFormat()) {
            QTextImageFormat image = format.toImageFormat();
            image.setWidth(widestImage);
            format = image;
        } else if (format.fontFixedPitch()) {
            format.setFont(m_theme.font(Theme::Face::Mono));
            format.setBackground(m_theme.color(Token::Sunken));
        } else if (format.isAnchor() && !format.anchorHref().isEmpty()) {
            format.setForeground(m_theme.color(Token::Accent));
        } else {
            continue;
        }
        QTextCursor cursor(block);
        cursor.setPosition(fragment.position());
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
        changes.append({cursor, format});
    }
    for (auto &[cursor, format] : changes)
        cursor.setCharFormat(format);
}

void ManualBrowser::dressTable(QTextTable *table) const
{
    QTextTableFormat format = table->format();
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setBorderBrush(m_theme.color(Token::Line));
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setCellPadding(6);
    format.setCellSpacing(0);
    format.setTopMargin(measure::inside);
    format.setBottomMargin(measure::margin);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    table->setFormat(format);
    for (int column = 0; column < table->columns(); ++column) {
        QTextTableCell cell = table->cellAt(0, column);
        QTextCharFormat header = cell.format();
        header.setBackground(m_theme.color(Token::Sunken));
        cell.setFormat(header);
    }
}

void ManualBrowser::mark(const QStringList &words)
{
    m_marked = words;
    QList<QTextEdit::ExtraSelection> marks;
    for (const QString &word : words) {
        for (QTextCursor at = document()->find(word); !at.isNull(); at = document()->find(word, at)) {
            ExtraSelection selection;
            selection.cursor = at;
            selection.format.setBackground(m_theme.color(Token::WarnTint));
            marks.append(selection);
        }
    }
    setExtraSelections(marks);
}

void ManualBrowser::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    center();
}

/// Lines stay as short as prose should be.
void ManualBrowser::center()
{
    const int spare = qMax(0, width() - measure::prose - 2 * measure::group - measure::margin);
    if (viewportMargins().right() != spare)
        setViewportMargins(0, 0, spare, 0);
}

} // namespace stagekeeper
