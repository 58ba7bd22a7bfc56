// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/clusterpopup.h"

#include "views/common/plainlabel.h"
#include "views/common/shapes.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int popupWidth = 260;
constexpr int popupHeight = 320;

} // namespace

ClusterPopup::ClusterPopup(const Theme &theme, const QStringList &members, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_theme(theme), m_search(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setObjectName(u"clusterPopup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    fillWith(this, theme, Token::Raised);
    m_search->setPlaceholderText(tr("Find one of %n", nullptr, int(members.size())));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->installEventFilter(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Members of the group"));
    for (const QString &member : members)
        m_list->addItem(displayName(member));
    m_list->setCurrentRow(0);
    auto *all = new QPushButton(tr("Show all %n", nullptr, int(members.size())), this);
    all->setObjectName(u"openCluster"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::gap, measure::gap, measure::gap, measure::gap);
    column->setSpacing(measure::gap);
    for (QWidget *widget : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_list), static_cast<QWidget *>(all)})
        column->addWidget(widget);
    connect(m_search, &QLineEdit::textChanged, this, &ClusterPopup::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &ClusterPopup::choose);
    connect(m_list, &QListWidget::itemActivated, this, &ClusterPopup::choose);
    connect(m_list, &QListWidget::itemClicked, this, &ClusterPopup::choose);
    connect(all, &QPushButton::clicked, this, [this] {
        emit allChosen();
        close();
    });
}

void ClusterPopup::popup(const QPoint &position)
{
    resize(popupWidth, popupHeight);
    move(position);
    show();
    m_search->setFocus();
}

void ClusterPopup::filter(const QString &text)
{
    int first = -1;
    for (int row = m_list->count(); row-- > 0;) {
        const bool matches = m_list->item(row)->text().contains(text, Qt::CaseInsensitive);
        m_list->item(row)->setHidden(!matches);
        if (matches)
            first = row;
    }
    m_list->setCurrentRow(first);
}

void ClusterPopup::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || !isVisible()) // a click may activate too
        return;
    emit chosen(row);
    close();
}

// The list is walked while the search keeps the keyboard.
bool ClusterPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return QFrame::eventFilter(watched, event);
    const int step = key == Qt::Key_Up ? -1 : 1;
    for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step) {
        if (!m_list->item(row)->isHidden()) {
            m_list->setCurrentRow(row);
            break;
        }
    }
    return true;
}

void ClusterPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    shapes::box(&painter, rect(), 0, m_theme.color(Token::Raised), m_theme.color(Token::LineStrong));
}

} // namespace stagekeeper
