// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/inspector/rows.h"

#include "views/common/celltext.h"
#include "views/common/icons.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"
#include "views/common/tag.h"
#include "views/inspector/flowlayout.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int labelColumn = 96;
constexpr int leastRow = 23;
constexpr int leastWidth = 24;
constexpr double leading = 1.12; ///< distance of lines
constexpr int widestTag = 176; ///< fits the narrowest pane
constexpr qsizetype mostTags = 60;
constexpr qsizetype mostRows = 500; ///< the rest is in the raw text
constexpr qsizetype longestHint = 2000;

} // namespace

ElidedLabel::ElidedLabel(const Theme &theme, const QString &text, Theme::Face face, Token token, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(displayName(text));
    followTheme(this, theme, face, token);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ElidedLabel::setHint(const QString &hint)
{
    m_hint = hint;
    updateToolTip();
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize all = QLabel::sizeHint();
    return {qMin(leastWidth, all.width()), all.height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(palette().color(foregroundRole()));
    celltext::paint(&painter, rect(), text(), QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft), Qt::ElideMiddle);
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::updateToolTip()
{
    const bool fits = fontMetrics().horizontalAdvance(text()) <= width();
    QStringList lines {fits ? QString() : text().left(longestHint), displayLines(m_hint.left(longestHint))};
    lines.removeAll(QString());
    setToolTip(lines.join(u'\n'));
}

WrappedText::WrappedText(const Theme &theme, const QString &text, Theme::Face face, Token token, QWidget *parent)
    : QWidget(parent)
{
    followTheme(this, theme, face, token);
    setText(text);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred); // fixed would be the height of the hint
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setForegroundRole(QPalette::WindowText);
}

void WrappedText::setText(const QString &text)
{
    m_text = displayLines(text);
    setAccessibleName(m_text);
    m_text.replace(u'\n', QChar::LineSeparator);
    updateGeometry();
    update();
}

double WrappedText::lay(QTextLayout &layout, int width) const
{
    QTextOption option(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    option.setTextDirection(layoutDirection());
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += std::ceil(line.height() * leading);
    }
    layout.endLayout();
    return height;
}

int WrappedText::heightForWidth(int width) const
{
    QTextLayout layout(m_text, font());
    return static_cast<int>(std::ceil(lay(layout, qMax(1, width))));
}

QSize WrappedText::sizeHint() const
{
    const int width = measure::inspector - 2 * measure::margin;
    return {width, heightForWidth(width)};
}

QSize WrappedText::minimumSizeHint() const
{
    return {leastWidth, fontMetrics().height()};
}

void WrappedText::paintEvent(QPaintEvent *)
{
    QTextLayout layout(m_text, font());
    lay(layout, width());
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    layout.draw(&painter, {0, 0});
}

NumberLabel::NumberLabel(const Theme &theme, const QString &text, Theme::Face face, Token token, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    followTheme(this, theme, face, token);
}

QSize NumberLabel::sizeHint() const
{
    return {text().isEmpty() ? 0 : celltext::numberWidth(font(), text()) + 1, fontMetrics().height()};
}

void NumberLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(palette().color(foregroundRole()));
    celltext::paintNumber(&painter, rect(), text());
}

LinkButton::LinkButton(const Theme &theme, const QString &text, Theme::Face face, Token token, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_token(token), m_shown(displayName(text))
{
    setText(QString(m_shown).replace(u'&', u"&&"_s)); // no letter of a name is a shortcut
    setShortcut({});
    setAccessibleName(m_shown);
    followTheme(this, theme, face, token);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_shown) + 2, fontMetrics().height() + 2};
}

QSize LinkButton::minimumSizeHint() const
{
    return {qMin(leastWidth, sizeHint().width()), sizeHint().height()};
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click(); // links are followed by Enter, buttons are pressed by Space
    else
        QAbstractButton::keyPressEvent(event);
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont shown = font();
    shown.setUnderline(underMouse() && isEnabled());
    painter.setFont(shown);
    painter.setPen(m_theme.color(isEnabled() ? m_token : Token::Disabled));
    celltext::paint(&painter, rect(), m_shown, QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft), Qt::ElideMiddle);
    if (hasFocus())
        shapes::focusRing(&painter, rect(), m_theme, measure::tagRadius);
}

RowList::RowList(const PartContext &parts, const QString &name, qsizetype count, const MakeRow &makeRow, qsizetype first)
    : m_parts(parts), m_makeRow(makeRow), m_column(plainColumn(this)), m_count(count)
{
    setObjectName(name);
    const bool opened = parts.opened->value(name + "/more"_L1);
    const qsizetype shown = opened ? std::min(count, mostRows) : std::min(count, first + 1 == count ? count : first);
    addRows(0, shown);
    if (shown == count || opened)
        return;
    auto *more = new LinkButton(parts.theme, tr("%n more", nullptr, static_cast<int>(count - shown)), Theme::Face::Small, Token::Accent, this);
    more->setObjectName(name + "More"_L1);
    m_more = more;
    m_column->addWidget(more);
    connect(more, &LinkButton::clicked, this, &RowList::showAll);
}

void RowList::addRows(qsizetype from, qsizetype to)
{
    for (qsizetype row = from; row < to; ++row)
        m_column->addWidget(m_makeRow(row));
}

void RowList::showAll()
{
    m_parts.opened->insert(objectName() + "/more"_L1, true);
    const qsizetype shown = m_column->count() - 1;
    m_more->hide();
    m_column->removeWidget(m_more);
    m_more->deleteLater();
    addRows(shown, std::min(m_count, mostRows));
}

int rowHeight(const QWidget *widget)
{
    return qMax(leastRow, widget->fontMetrics().height() + 6);
}

QBoxLayout *plainColumn(QWidget *owner, int spacing)
{
    auto *column = new QVBoxLayout(owner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

QBoxLayout *plainRow(QWidget *owner, int spacing)
{
    auto *row = new QHBoxLayout(owner);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    return row;
}

QWidget *labelledRow(const Theme &theme, const QString &label, QWidget *value)
{
    auto *row = new QWidget;
    auto *words = new ElidedLabel(theme, label, Theme::Face::Body, Token::Text3, row);
    words->setFixedWidth(labelColumn);
    row->setMinimumHeight(rowHeight(words));
    row->setAccessibleName(words->text());
    QBoxLayout *layout = plainRow(row, measure::gap);
    layout->addWidget(words);
    layout->addWidget(value);
    layout->addStretch();
    return row;
}

QWidget *labelledRow(const Theme &theme, const QString &label, const QString &value, const QString &hint, Theme::Face face)
{
    auto *words = new ElidedLabel(theme, value, face);
    words->setHint(hint);
    words->setAccessibleName(displayName(label) + u' ' + words->text());
    return labelledRow(theme, label, words);
}

QWidget *tagFlow(const Theme &theme, const QStringList &texts, const QString &name)
{
    auto *flow = new QWidget;
    flow->setObjectName(name);
    auto *layout = new FlowLayout(flow);
    const QFontMetrics metrics(theme.font(Theme::Face::Small));
    for (const QString &text : texts.first(std::min(texts.size(), mostTags))) {
        const QString all = displayName(text);
        auto *tag = new TagLabel(theme, metrics.elidedText(all, Qt::ElideMiddle, widestTag), flow);
        if (tag->text() != all)
            tag->setToolTip(all.left(longestHint));
        tag->setAccessibleName(all);
        layout->addWidget(tag);
    }
    if (texts.size() > mostTags) {
        const int rest = static_cast<int>(texts.size() - mostTags);
        layout->addWidget(plainLabel(theme, RowList::tr("%n more", nullptr, rest), Theme::Face::Small, Token::Text3, flow));
    }
    return flow;
}

QWidget *versionLink(const PartContext &parts, const Reference &reference, const QString &shownFor)
{
    const bool isShort = reference.model == shownFor && !reference.version.isEmpty();
    const QString words = isShort ? reference.version : QString(reference.model + u' ' + reference.version).trimmed();
    auto *link = new LinkButton(parts.theme, words);
    link->setAccessibleName(RowList::tr("Go to %1").arg(displayName(words)));
    link->setToolTip(displayName(reference.version.isEmpty() ? reference.model : reference.toString()).left(longestHint));
    QObject::connect(link, &LinkButton::clicked, link, [activate = parts.activate, reference] { activate(reference); });
    return link;
}

QWidget *iconLabel(const Theme &theme, const QString &icon, Token token)
{
    auto *label = new QLabel;
    const auto paint = [label, &theme, icon, token] {
        label->setPixmap(iconPixmap(icon, theme.color(token), measure::icon, label->devicePixelRatioF()));
    };
    QObject::connect(&theme, &Theme::changed, label, paint);
    label->setFixedWidth(measure::icon);
    paint();
    return label;
}

} // namespace stagekeeper
