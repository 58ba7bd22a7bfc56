// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/comparisonreport.h"

#include "model/items/comparisonmodel.h"
#include "model/items/roles.h"
#include "views/common/format.h"
#include "views/common/plainlabel.h"
#include "views/comparison/charts/chart.h"
#include "views/comparison/comparisondelegate.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QTextCursor>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::ComparisonReport)
};

constexpr int columnWidth = 96;
constexpr int nameWidth = 160;
constexpr int chartWidth = 460;
constexpr int pictureScale = 2; ///< pictures are drawn in twice the resolution of a screen

QColor onPaper(Token token)
{
    return tokenColor(token, false);
}

QTextCharFormat charFormat(double size, bool isBold, Token token)
{
    QTextCharFormat format;
    format.setFontPointSize(size);
    format.setFontWeight(isBold ? QFont::DemiBold : QFont::Normal);
    format.setForeground(onPaper(token));
    return format;
}

void addHeading(QTextCursor &cursor, const ComparisonModel &model)
{
    const QList<ComparedVersion> &versions = model.comparison().versions;
    QStringList labels, registries;
    for (qsizetype i = 0; i < versions.size(); ++i) {
        labels.append(displayName(versions.at(i).reference.toString()));
        if (!registries.contains(displayName(versions.at(i).registry)))
            registries.append(displayName(versions.at(i).registry));
    }
    cursor.insertText(Text::tr("Comparison of %n version(s)", nullptr, static_cast<int>(versions.size())), charFormat(15, true, Token::Text));
    cursor.insertBlock();
    cursor.insertText(labels.join(u", "_s), charFormat(9, false, Token::Text2));
    cursor.insertBlock();
    //: registries, then a date
    cursor.insertText(Text::tr("%1 · %2").arg(registries.join(u", "_s), format::exactDate(QDateTime::currentDateTime(), QLocale())),
                      charFormat(9, false, Token::Text2));
    cursor.insertBlock();
}

void fillCell(QTextTable *table, int row, int column, const QString &text, bool isBold, Token token, Qt::Alignment alignment)
{
    QTextCursor cursor = table->cellAt(row, column).firstCursorPosition();
    QTextBlockFormat block;
    block.setAlignment(alignment);
    cursor.setBlockFormat(block);
    cursor.insertText(text, charFormat(8, isBold, token));
}

void fill(QTextTable *table, int row, int column, Token token)
{
    QTextTableCell cell = table->cellAt(row, column);
    QTextTableCellFormat format = cell.format().toTableCellFormat();
    format.setBackground(onPaper(token));
    cell.setFormat(format);
}

void addTable(QTextCursor &cursor, const ComparisonModel &model)
{
    QTextTableFormat format;
    format.setCellPadding(2);
    format.setCellSpacing(0);
    format.setBorder(0.5);
    format.setBorderBrush(onPaper(Token::Line));
    format.setBorderCollapse(true);
    format.setHeaderRowCount(1);
    const int columns = model.columnCount();
    QTextTable *table = cursor.insertTable(model.rowCount() + 1, columns, format);
    for (int column = 0; column < columns; ++column) {
        QString title = displayName(model.headerData(column, Qt::Horizontal).toString());
        if (model.headerData(column, Qt::Horizontal, BaselineRole).toBool())
            title = Text::tr("%1 (baseline)").arg(title);
        fillCell(table, 0, column, title, true, Token::Text, column == 0 ? Qt::AlignLeft : Qt::AlignRight);
        fill(table, 0, column, Token::Sunken);
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        const bool isHeading = model.index(row, 0).data(HeadingRole).toBool();
        for (int column = 0; column < columns; ++column) {
            const QModelIndex index = model.index(row, column);
            if (isHeading || column == 0) {
                fillCell(table, row + 1, column, displayName(index.data().toString()), isHeading, Token::Text, Qt::AlignLeft);
            } else {
                const QString difference = differenceText(index, ComparisonDelegate::Shown::Delta);
                const QString value = valueText(index);
                const bool isBest = index.data(BestRole).toBool();
                fillCell(table, row + 1, column, difference.isEmpty() ? value : value + u"  "_s + difference, isBest,
                         index.data(MutedRole).toBool() ? Token::Text3 : Token::Text, Qt::AlignRight);
                if (isBest)
                    fill(table, row + 1, column, Token::DivBetter1);
            }
            if (isHeading)
                fill(table, row + 1, column, Token::Sunken);
        }
    }
    cursor.movePosition(QTextCursor::End);
}

void addChart(QTextCursor &cursor, Chart &chart, const Theme &light)
{
    if (!chart.whyEmpty().isEmpty())
        return;
    QImage picture(chart.size() * pictureScale, QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(pictureScale);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    chart.paintOn(&painter, &light);
    painter.end();
    cursor.insertBlock();
    QTextImageFormat format;
    const QString name = u"chart-%1"_s.arg(cursor.position());
    cursor.document()->addResource(QTextDocument::ImageResource, QUrl(name), picture);
    format.setName(name);
    format.setWidth(chartWidth);
    format.setHeight(chartWidth * chart.height() / qMax(1, chart.width()));
    cursor.insertImage(format);
}

Result<> unwritable(const QString &path)
{
    return fail(Error::Code::Unavailable, Text::tr("%1 could not be written.").arg(QFileInfo(path).fileName()));
}

template <typename Device>
bool draw(QTextDocument &report, Device &device)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    report.drawContents(&painter);
    return painter.end();
}

} // namespace

std::unique_ptr<QTextDocument> comparisonReport(const ComparisonModel &model, const QList<Chart *> &charts)
{
    auto report = std::make_unique<QTextDocument>();
    report->setUndoRedoEnabled(false);
    report->setMetaInformation(QTextDocument::DocumentTitle, Text::tr("Comparison"));
    report->setTextWidth(nameWidth + columnWidth * qMax(3, model.columnCount() - 1));
    QTextCursor cursor(report.get());
    addHeading(cursor, model);
    addTable(cursor, model);
    Theme light;
    light.setMode(Theme::Mode::Light);
    for (Chart *chart : charts)
        addChart(cursor, *chart, light);
    return report;
}

Result<> writeReport(QTextDocument &report, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path);
    const QString kind = QFileInfo(path).suffix().toLower();
    bool isDrawn = false;
    if (kind == u"pdf"_s) {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageOrientation(report.textWidth() > 600 ? QPageLayout::Landscape : QPageLayout::Portrait);
        writer.setTitle(report.metaInformation(QTextDocument::DocumentTitle));
        report.print(&writer);
        isDrawn = true;
    } else if (kind == u"svg"_s) {
        QSvgGenerator generator;
        generator.setOutputDevice(&file);
        generator.setSize(report.size().toSize());
        generator.setViewBox(QRectF(QPointF(), report.size()));
        isDrawn = draw(report, generator);
    } else {
        QImage picture(report.size().toSize() * pictureScale, QImage::Format_RGB32);
        picture.setDevicePixelRatio(pictureScale);
        picture.fill(Qt::white);
        isDrawn = draw(report, picture) && picture.save(&file, "PNG");
    }
    if (!isDrawn || !file.commit())
        return unwritable(path);
    return {};
}

} // namespace stagekeeper
