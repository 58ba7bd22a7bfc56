// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/comparisondelegate.h"

#include "model/items/roles.h"
#include "views/common/celltext.h"
#include "views/common/format.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"
#include "views/common/stagebadge.h"

#include <QLocale>
#include <QPainter>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int inset = 2;
constexpr int glyph = 8; ///< side of a stage's mark
constexpr int differenceGap = 6; ///< between the difference and the value
constexpr int percentDecimals = 2;

bool isNumber(const QVariant &value)
{
    return value.userType() == QMetaType::Double;
}

bool isHeading(const QModelIndex &index)
{
    return index.data(HeadingRole).toBool();
}

/// Digest and size of an artifact, as far as they are known, or where it is.
QString fileText(const QVariantMap &file)
{
    const QVariant size = file.value(u"bytes"_s);
    QStringList parts;
    if (const QString digest = file.value(u"sha256"_s).toString(); !digest.isEmpty())
        parts.append(format::digest(digest));
    if (size.isValid())
        parts.append(format::bytes(size.toLongLong(), QLocale()));
    return parts.isEmpty() ? displayName(file.value(u"uri"_s).toString()) : parts.join(u" · ");
}

/// Two long digests look alike when they are cut to fit; their short forms do not.
QString withShortDigests(QString text)
{
    static const QRegularExpression digest(u"(?:sha256:)?\\b[0-9a-f]{32,64}\\b"_s);
    for (QRegularExpressionMatch match = digest.match(text); match.hasMatch(); match = digest.match(text))
        text.replace(match.capturedStart(), match.capturedLength(), format::digest(match.captured()));
    return text;
}

QFont valueFont(const Theme &theme, const QModelIndex &index)
{
    return theme.font(index.data(BestRole).toBool() ? Theme::Face::Strong : Theme::Face::Body);
}

} // namespace

QString valueText(const QModelIndex &index)
{
    const QVariant value = index.data();
    if (!value.isValid())
        return format::missing();
    if (value.userType() == QMetaType::QVariantMap)
        return fileText(value.toMap());
    return isNumber(value) ? format::number(value.toDouble(), index.data(DecimalsRole).toInt(), QLocale())
                           : withShortDigests(displayName(value.toString()));
}

QString differenceText(const QModelIndex &index, ComparisonDelegate::Shown shown)
{
    if (shown == ComparisonDelegate::Shown::Rank) {
        const int rank = index.data(RankRole).toInt();
        //: the place of a version among those compared
        return rank > 0 ? ComparisonDelegate::tr("#%1").arg(QLocale().toString(rank)) : QString();
    }
    const QVariant delta = index.data(shown == ComparisonDelegate::Shown::Percent ? RelativeDeltaRole : DeltaRole);
    if (!delta.isValid())
        return {};
    if (shown == ComparisonDelegate::Shown::Delta || delta.toDouble() == 0)
        return format::delta(delta.toDouble(), index.data(DecimalsRole).toInt(), QLocale());
    //: a relative difference, such as "+1.25 %"
    return ComparisonDelegate::tr("%1 %").arg(format::delta(delta.toDouble(), percentDecimals, QLocale()));
}

void ComparisonDelegate::paintUnderlay(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect cell = option.rect.adjusted(0, 0, 0, -1);
    if (!isSelected && (isHeading(index) || index.data(BaselineRole).toBool()))
        painter->fillRect(cell, theme().color(Token::Sunken));
    if (index.data(BestRole).toBool())
        shapes::box(painter, cell.adjusted(inset, inset, -inset, -inset), measure::tagRadius, theme().color(Token::DivBetter1));
}

void ComparisonDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &,
                                      const QModelIndex &index) const
{
    if (isHeading(index))
        return paintHeading(painter, rect, index);
    if (index.column() == 0)
        return paintName(painter, rect, index);
    const QString text = valueText(index);
    const bool isMuted = !index.data().isValid() || index.data(MutedRole).toBool();
    painter->setFont(valueFont(theme(), index));
    painter->setPen(theme().color(isMuted ? Token::Text3 : Token::Text));
    if (!isNumber(index.data())) {
        celltext::paint(painter, rect, text, Qt::AlignRight, Qt::ElideMiddle);
        return;
    }
    celltext::paintNumber(painter, rect, text);
    const QString difference = differenceText(index, m_shown);
    const int room = rect.width() - celltext::numberWidth(painter->font(), text) - differenceGap;
    painter->setFont(theme().font(Theme::Face::Small));
    if (difference.isEmpty() || painter->fontMetrics().horizontalAdvance(difference) > room)
        return; // never an ellipsis on a number: the tool tip has it
    const int tone = m_shown == Shown::Rank ? 0 : index.data(ToneRole).toInt();
    painter->setPen(theme().color(tone > 0 ? Token::Better : tone < 0 ? Token::Worse : Token::Text2));
    celltext::paint(painter, QRect(rect.left(), rect.top(), room, rect.height()), difference, Qt::AlignLeft);
}

// A metric with "min" where lower is better; a version with its stage.
void ComparisonDelegate::paintName(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const QString name = displayName(index.data().toString());
    const QVariant stage = index.data(StageKindRole);
    //: beside the name of a metric of which the lowest value is the best
    const QString note = index.data(LowerIsBetterRole).toBool() ? tr("min") : displayName(index.data(DetailRole).toString());
    const QFontMetrics small(theme().font(Theme::Face::Small));
    const int glyphRoom = stage.isValid() ? glyph + measure::inside : 0;
    const int noteWidth = note.isEmpty() ? 0 : small.horizontalAdvance(note) + measure::gap + glyphRoom;
    const QRect line = rect.adjusted(measure::gap, 0, 0, 0);
    const int width = qMin(painter->fontMetrics().horizontalAdvance(name), qMax(0, line.width() - noteWidth));
    celltext::paint(painter, QRect(line.left(), line.top(), width, line.height()), name, Qt::AlignLeft, Qt::ElideMiddle);
    if (note.isEmpty())
        return;
    const QColor color = theme().color(index.data(BaselineRole).toBool() ? Token::Accent : Token::Text2);
    painter->setFont(theme().font(Theme::Face::Small));
    painter->setPen(color);
    const QRect rest = stage.isValid() ? QRect(line.right() + 1 - noteWidth, line.top(), noteWidth, line.height())
                                       : QRect(line.left() + width + measure::inside, line.top(), noteWidth, line.height());
    if (stage.isValid())
        paintStageGlyph(painter, QRectF(rest.left() + measure::inside, rest.center().y() - glyph / 2.0, glyph, glyph),
                        static_cast<StageKind>(stage.toInt()), color);
    celltext::paint(painter, rest.adjusted(glyphRoom + (stage.isValid() ? measure::inside : 0), 0, 0, 0), note, Qt::AlignLeft);
}

void ComparisonDelegate::paintHeading(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (index.column() != 0)
        return;
    constexpr int mark = 12;
    const bool isOpen = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    shapes::chevron(painter, QRectF(rect.left() - measure::inside, rect.center().y() - mark / 2.0, mark, mark),
                    isOpen ? shapes::Direction::Down : shapes::Direction::Right, theme().color(Token::Text2), 6);
    const QString title = index.data().toString();
    painter->setFont(theme().font(Theme::Face::Strong));
    const QRect line = rect.adjusted(mark, 0, 0, 0);
    celltext::paint(painter, line, title, Qt::AlignLeft);
    const int width = painter->fontMetrics().horizontalAdvance(title) + measure::gap;
    painter->setFont(theme().font(Theme::Face::Small));
    painter->setPen(theme().color(Token::Text2));
    celltext::paint(painter, line.adjusted(width, 0, 0, 0), index.data(NoteRole).toString(), Qt::AlignLeft);
}

int ComparisonDelegate::contentWidth(const QModelIndex &index) const
{
    const QFontMetrics small(theme().font(Theme::Face::Small));
    if (!isNumber(index.data()))
        return QFontMetrics(valueFont(theme(), index)).horizontalAdvance(valueText(index));
    const QString difference = differenceText(index, m_shown);
    const int width = celltext::numberWidth(valueFont(theme(), index), valueText(index));
    return difference.isEmpty() ? width : width + differenceGap + small.horizontalAdvance(difference);
}

QString ComparisonDelegate::toolTip(const QModelIndex &index) const
{
    if (index.column() == 0 || isHeading(index))
        return displayLines(index.data().toString());
    const QVariant exact = index.data(ExactRole).isValid() ? index.data(ExactRole) : index.data();
    if (!exact.isValid())
        return index.data(Qt::ToolTipRole).toString();
    if (!isNumber(exact))
        return displayLines(exact.toString());
    const QVariant delta = index.data(DeltaRole);
    return delta.isValid() ? tr("%1, %2 against the baseline").arg(format::exactNumber(exact.toDouble()), format::exactNumber(delta.toDouble()))
                           : format::exactNumber(exact.toDouble());
}

} // namespace stagekeeper
