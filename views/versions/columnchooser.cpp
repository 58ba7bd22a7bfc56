// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/versions/columnchooser.h"

#include "model/domain/filterfields.h"
#include "model/items/searchmatch.h"
#include "model/items/versioncolumns.h"
#include "views/common/headerbutton.h"
#include "views/common/plainlabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr QSize popupSize(300, 420);

} // namespace

ColumnChooser::ColumnChooser(const Theme &theme, const ModelFacts &facts, const QStringList &shown, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_search(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setObjectName(u"columnChooser"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(StyledPanel);
    fillWith(this, theme, Token::Raised);
    m_search->setPlaceholderText(tr("Find a metric, parameter or tag"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_list->setObjectName(u"columns"_s);
    m_list->setFrameShape(NoFrame);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::gap, measure::gap, measure::gap, measure::gap);
    column->addWidget(m_search);
    column->addWidget(m_list);
    m_isFilling = true;
    for (const QString &key : shown)
        add(key, columnTitle(key), {}, true);
    for (const MetricSummary &metric : facts.metrics)
        add(filterFieldText({FilterField::Kind::Metric, metric.name}), metric.name, tr("metric"), false);
    for (const NameCount &parameter : facts.parameters)
        add(filterFieldText({FilterField::Kind::Parameter, parameter.name}), parameter.name, tr("parameter"), false);
    for (const NameCount &tag : facts.tags)
        add(filterFieldText({FilterField::Kind::Tag, tag.name}), tag.name, tr("tag"), false);
    for (const QString &key : fixedColumnKeys())
        add(key, columnTitle(key), {}, false);
    m_isFilling = false;
    connect(m_search, &QLineEdit::textChanged, this, &ColumnChooser::filter);
    connect(m_list, &QListWidget::itemChanged, this, &ColumnChooser::announce);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ColumnChooser::announce);
}

void ColumnChooser::add(const QString &key, const QString &title, const QString &note, bool isShown)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == key)
            return;
    }
    const QString words = displayName(title);
    auto *item = new QListWidgetItem(note.isEmpty() ? words : words + u"  ·  "_s + note, m_list);
    item->setData(Qt::UserRole, key);
    item->setCheckState(isShown ? Qt::Checked : Qt::Unchecked);
    if (key == "version"_L1)
        item->setFlags(item->flags() & ~(Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled));
}

void ColumnChooser::filter(const QString &pattern)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(!findMatch(pattern, m_list->item(row)->text()));
}

void ColumnChooser::announce()
{
    if (m_isFilling)
        return;
    QStringList keys {u"version"_s}; // which row is which is always seen
    for (int row = 0; row < m_list->count(); ++row) {
        const QString key = m_list->item(row)->data(Qt::UserRole).toString();
        if (m_list->item(row)->checkState() == Qt::Checked && !keys.contains(key))
            keys.append(key);
    }
    emit columnsChosen(keys);
}

void ColumnChooser::popupBelow(QWidget *page, const QAction *action)
{
    resize(popupSize);
    QPoint corner = page->mapToGlobal(QPoint(page->width() - width(), measure::pageHeader));
    if (const QToolButton *button = buttonOf(action))
        corner = button->mapToGlobal(QPoint(button->width() - width(), button->height()));
    corner.setX(qMax(corner.x(), page->screen()->availableGeometry().left()));
    move(corner);
    show();
    m_search->setFocus();
}

} // namespace stagekeeper
