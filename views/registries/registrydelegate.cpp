// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/registries/registrydelegate.h"

#include "model/items/roles.h"
#include "views/common/format.h"
#include "views/common/icons.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"
#include "views/common/stylepainting.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace stagekeeper {

namespace {

constexpr int dotSize = 8;
constexpr int dotColumn = dotSize + measure::gap; // counts stay in one line whether there is a dot or not

bool isRegistry(const QModelIndex &index)
{
    return !index.parent().isValid();
}

} // namespace

RegistryDelegate::RegistryDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme)
{
}

void RegistryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    stylepainting::itemRow(m_theme, option, painter, option.widget);
    QRect rect = option.rect.adjusted(0, 0, -measure::cell, 0);
    const auto visual = [&option](const QRect &logical) {
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    const bool muted = index.data(MutedRole).toBool();
    if (isRegistry(index)) {
        const QRect icon(rect.left(), rect.center().y() - measure::icon / 2, measure::icon, measure::icon);
        paintIcon(painter, visual(icon), index.data(IconNameRole).toString(),
                  m_theme.color(muted ? Token::Text3 : Token::Text2), option.direction);
        rect.setLeft(icon.right() + measure::gap);
    }
    rect.setRight(rect.right() - paintNote(painter, rect, option, index) - measure::gap);
    const QFont font = m_theme.font(isRegistry(index) ? Theme::Face::Strong : Theme::Face::Body);
    painter->setFont(font);
    painter->setPen(m_theme.color(muted ? Token::Text3 : Token::Text));
    const QString name = displayName(index.data().toString());
    painter->drawText(visual(rect), static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                      QFontMetrics(font).elidedText(name, Qt::ElideMiddle, rect.width()));
    painter->restore();
}

int RegistryDelegate::paintNote(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const auto visual = [&option](const QRect &logical) {
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    QString note = index.data(NoteRole).toString();
    if (note.isEmpty())
        note = format::count(index.data(CountRole).toLongLong(), option.locale);
    const QFont font = m_theme.font(Theme::Face::Small);
    const int width = QFontMetrics(font).horizontalAdvance(note);
    if (index.data(LiveRole).toBool()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(Token::Ok));
        painter->drawEllipse(visual({rect.right() + 1 - dotSize, rect.center().y() - dotSize / 2 + 1, dotSize, dotSize}));
    }
    const int column = isRegistry(index) ? 0 : dotColumn;
    painter->setFont(font);
    painter->setPen(m_theme.color(Token::Text3));
    painter->drawText(visual({rect.right() + 1 - column - width, rect.top(), width, rect.height()}), Qt::AlignVCenter,
                      note);
    return width + column;
}

QSize RegistryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), qMax(26, QFontMetrics(m_theme.font(Theme::Face::Body)).height() + measure::gap)};
}

bool RegistryDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines {index.data().toString(), index.data(ExactRole).toString(), index.data(ErrorRole).toString()};
    if (index.data(LiveRole).toBool())
        lines.append(tr("A version is live"));
    lines.removeAll(QString());
    // no markup can come out of a name: it is escaped in an explicit frame
    const QString text = displayLines(lines.join(u'\n')).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
    QToolTip::showText(event->globalPos(), QStringLiteral("<qt>") + text + QStringLiteral("</qt>"), view, option.rect);
    return true;
}

} // namespace stagekeeper
