// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/versiondelegate.h"

#include "model/items/roles.h"
#include "views/common/celltext.h"
#include "views/common/plainlabel.h"
#include "views/common/tag.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int edgeWidth = 2;
constexpr int leastName = 48; ///< tags give way before the name gets narrower than this

bool isCurrentRow(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && view->currentIndex().row() == index.row() && view->currentIndex().parent() == index.parent();
}

/// The tags for which there is room, then how many there are beyond them.
QStringList fittingTags(const Theme &theme, const QStringList &aliases, int room)
{
    QStringList shown;
    for (int i = 0; i < aliases.size(); ++i) {
        const QString alias = displayName(aliases.at(i));
        const int width = tagSize(theme, alias).width() + measure::gap;
        const bool last = i + 1 == aliases.size();
        const int rest = last ? 0 : tagSize(theme, u"+%1"_s.arg(aliases.size())).width() + measure::gap;
        if (width + rest > room) {
            shown.append(u"+%1"_s.arg(aliases.size() - i));
            break;
        }
        shown.append(alias);
        room -= width;
    }
    return shown;
}

} // namespace

QFont VersionDelegate::nameFont() const
{
    QFont font = theme().font(Theme::Face::Body);
    font.setWeight(QFont::Medium);
    return font;
}

void VersionDelegate::paintUnderlay(QPainter *painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    if (!isCurrentRow(option, index) && !index.data(CurrentEdgeRole).toBool())
        return;
    const QRect edge(option.rect.topLeft(), QSize(edgeWidth, option.rect.height() - 1));
    painter->fillRect(QStyle::visualRect(option.direction, option.rect, edge), theme().color(Token::Accent));
}

void VersionDelegate::paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const auto visual = [&](const QRect &part) { return QStyle::visualRect(option.direction, rect, part); };
    const QString name = displayName(index.data().toString());
    painter->setFont(nameFont());
    const int nameWidth = painter->fontMetrics().horizontalAdvance(name);
    const QStringList tags = fittingTags(theme(), index.data(AliasesRole).toStringList(),
                                         rect.width() - qMin(nameWidth, leastName));
    int tagsWidth = 0;
    for (const QString &tag : tags)
        tagsWidth += tagSize(theme(), tag).width() + measure::gap;

    const int room = qMin(nameWidth, qMax(0, rect.width() - tagsWidth));
    celltext::paint(painter, visual(QRect(rect.left(), rect.top(), room, rect.height())), name,
                    QStyle::visualAlignment(option.direction, Qt::AlignLeft), Qt::ElideMiddle);
    int x = rect.left() + room + measure::gap;
    for (const QString &tag : tags) {
        const int width = tagSize(theme(), tag).width();
        paintTag(painter, visual(QRect(x, rect.top(), width, rect.height())), tag, theme());
        x += width + measure::gap;
    }
}

int VersionDelegate::contentWidth(const QModelIndex &index) const
{
    int width = QFontMetrics(nameFont()).horizontalAdvance(displayName(index.data().toString()));
    for (const QString &alias : index.data(AliasesRole).toStringList())
        width += tagSize(theme(), displayName(alias)).width() + measure::gap;
    return width;
}

QString VersionDelegate::toolTip(const QModelIndex &index) const
{
    QStringList lines {displayName(index.data().toString())};
    for (const QString &alias : index.data(AliasesRole).toStringList())
        lines.append(displayName(alias));
    return lines.join(u'\n');
}

} // namespace stagekeeper
