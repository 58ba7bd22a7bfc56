// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/firstrun/choicelist.h"

#include "views/common/shapes.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace stagekeeper {

ChoiceList::ChoiceList(const Theme &theme, bool areTall, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_areTall(areTall), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(1); // for the hairlines
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

ChoiceRow *ChoiceList::addRow()
{
    auto *row = new ChoiceRow(m_theme, m_areTall, this);
    row->installEventFilter(this);
    m_rows.append(row);
    m_column->addWidget(row);
    return row;
}

void ChoiceList::clear()
{
    qDeleteAll(m_rows);
    m_rows.clear();
}

void ChoiceList::focusFirst()
{
    for (ChoiceRow *row : std::as_const(m_rows)) {
        if (row->isEnabled())
            return row->setFocus(Qt::OtherFocusReason);
    }
}

bool ChoiceList::step(QObject *from, int by)
{
    qsizetype row = m_rows.indexOf(from) + by;
    while (row >= 0 && row < m_rows.size() && !m_rows.at(row)->isEnabled())
        row += by;
    if (row < 0 || row >= m_rows.size())
        return false;
    m_rows.at(row)->setFocus(by > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

bool ChoiceList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        (void)step(watched, 1);
        return true;
    case Qt::Key_Up:
        (void)step(watched, -1);
        return true;
    default:
        return false;
    }
}

void ChoiceList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    shapes::box(&painter, rect(), measure::cardRadius, {}, m_theme.color(Token::Line));
    for (qsizetype i = 1; i < m_rows.size(); ++i)
        painter.fillRect(1, m_rows.at(i)->y() - 1, width() - 2, 1, m_theme.color(Token::Line));
}

} // namespace stagekeeper
