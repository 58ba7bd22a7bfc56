// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/nodepainting.h"

#include "views/common/plainlabel.h"
#include "views/common/stagebadge.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace stagekeeper::nodes {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::nodes)
};

constexpr double least = 112;
constexpr double widestText = 220;
constexpr double padding = 12;
constexpr double slope = 11; ///< of a hexagon's ends
constexpr double corner = 11; ///< cut off a sheet
constexpr double radius = 6;
constexpr double glyphSide = 8;
constexpr double glyphGap = 5;
constexpr qsizetype longest = 200; ///< characters that are measured at all

struct Fonts {
    explicit Fonts(const Theme &theme) : title(theme.font(Theme::Face::Body)), second(theme.font(Theme::Face::Small)) { }
    QFontMetricsF title;
    QFontMetricsF second;
};

QString secondLine(const LineageNode &node)
{
    if (node.kind == LineageKind::Version && node.count == 1)
        return node.isRegistered ? displayName(node.stage) : Text::tr("not in this registry");
    if (node.kind == LineageKind::Data && node.rows)
        return Text::tr("%1 rows").arg(QLocale().toString(*node.rows));
    return displayName(node.detail.left(longest));
}

Face makeFace(const LineageNode &node, const QString &homeModel, const Fonts &fonts)
{
    const bool isHome = node.kind == LineageKind::Version && node.count == 1 && node.name == homeModel && !node.version.isEmpty();
    const QString title = displayName((isHome ? node.version : node.label).left(longest));
    Face face {node.kind, fonts.title.elidedText(title, Qt::ElideMiddle, widestText), {}, node.stageKind, node.isRegistered, node.count > 1, {}};
    face.second = fonts.second.elidedText(secondLine(node), Qt::ElideRight, widestText);
    const double glyph = face.stage ? glyphSide + glyphGap : 0;
    const double text = qMax(fonts.title.horizontalAdvance(face.title), fonts.second.horizontalAdvance(face.second) + glyph);
    const double sides = 2 * padding + (node.kind == LineageKind::Version ? 0 : slope);
    face.size = {std::ceil(qMax(least, text + sides)), std::ceil(qMax(44.0, fonts.title.height() + fonts.second.height() + 12))};
    return face;
}

void paintBody(QPainter *painter, const QRectF &rect, const Face &face, const Theme &theme)
{
    QPen pen(theme.color(line(face.kind)), 1.25);
    if (!face.isRegistered)
        pen.setDashPattern({4, 3});
    painter->setPen(pen);
    painter->setBrush(theme.color(fill(face.kind)));
    const QPainterPath front = shape(face.kind, rect);
    if (face.isCluster) // only what is not covered: it may be half transparent
        painter->drawPath(shape(face.kind, rect.translated(clusterOffset, clusterOffset)).subtracted(front));
    painter->drawPath(front);
}

void paintText(QPainter *painter, const QRectF &rect, const Face &face, const Theme &theme, bool withSecond)
{
    const double left = padding + (face.kind == LineageKind::Experiment ? slope / 2 : 0);
    const QRectF inner = rect.adjusted(left, 5, -6, -5);
    const QFont title = theme.font(Theme::Face::Body);
    painter->setFont(title);
    painter->setPen(theme.color(Token::OnNode));
    const bool isAlone = !withSecond || face.second.isEmpty();
    painter->drawText(inner, int(Qt::AlignLeft | (isAlone ? Qt::AlignVCenter : Qt::AlignTop)) | Qt::TextSingleLine, face.title);
    if (isAlone)
        return;
    const QFont second = theme.font(Theme::Face::Small);
    QRectF row = inner;
    row.setTop(inner.bottom() - QFontMetricsF(second).height());
    if (face.stage) {
        constexpr std::array glyphs {Token::Text2, Token::Staging, Token::Production, Token::Text2};
        const QRectF glyph(row.left(), row.center().y() - glyphSide / 2, glyphSide, glyphSide);
        paintStageGlyph(painter, glyph, *face.stage, theme.color(glyphs.at(static_cast<size_t>(*face.stage))));
        row.setLeft(row.left() + glyphSide + glyphGap);
    }
    painter->setFont(second);
    painter->setPen(theme.color(Token::Text2));
    painter->drawText(row, int(Qt::AlignLeft | Qt::AlignBottom) | Qt::TextSingleLine, face.second);
}

} // namespace

Face face(const LineageNode &node, const QString &homeModel, const Theme &theme)
{
    return makeFace(node, homeModel, Fonts(theme));
}

QList<Face> faces(const LineageGraph &graph, const QString &homeModel, const Theme &theme)
{
    const Fonts fonts(theme);
    QList<Face> faces;
    faces.reserve(graph.size());
    for (const LineageNode &node : graph.nodes())
        faces.append(makeFace(node, homeModel, fonts));
    return faces;
}

QPainterPath shape(LineageKind kind, const QRectF &rect)
{
    QPainterPath path;
    switch (kind) {
    case LineageKind::Version:
        path.addRoundedRect(rect, radius, radius);
        break;
    case LineageKind::Data: {
        const double cut = qMin(corner, rect.height() / 2);
        path.addPolygon(QPolygonF {rect.topLeft(), {rect.right() - cut, rect.top()}, {rect.right(), rect.top() + cut}, rect.bottomRight(), rect.bottomLeft()});
        path.closeSubpath();
        break;
    }
    case LineageKind::Experiment: {
        const double end = qMin(slope, rect.width() / 4);
        const double middle = rect.center().y();
        path.addPolygon(QPolygonF {{rect.left() + end, rect.top()}, {rect.right() - end, rect.top()}, {rect.right(), middle},
                                   {rect.right() - end, rect.bottom()}, {rect.left() + end, rect.bottom()}, {rect.left(), middle}});
        path.closeSubpath();
        break;
    }
    }
    return path;
}

Token fill(LineageKind kind)
{
    return kind == LineageKind::Version ? Token::Model : kind == LineageKind::Data ? Token::Data : Token::Experiment;
}

Token line(LineageKind kind)
{
    return kind == LineageKind::Version ? Token::ModelLine : kind == LineageKind::Data ? Token::DataLine : Token::ExperimentLine;
}

void paint(QPainter *painter, const QRectF &rect, const Face &face, const Theme &theme, double scale)
{
    if (scale < plainScale) {
        painter->fillRect(rect, theme.color(line(face.kind))); // a border's colour is seen on the canvas, a filling's may not
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    paintBody(painter, rect, face, theme);
    if (scale >= titleScale)
        paintText(painter, rect, face, theme, scale >= secondLineScale);
}

QString kindName(LineageKind kind)
{
    switch (kind) {
    case LineageKind::Version:
        return Text::tr("Model");
    case LineageKind::Data:
        return Text::tr("Data");
    case LineageKind::Experiment:
        break;
    }
    return Text::tr("Experiment");
}

QString spoken(const Face &face)
{
    QStringList parts {face.title, face.second, kindName(face.kind)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace stagekeeper::nodes
