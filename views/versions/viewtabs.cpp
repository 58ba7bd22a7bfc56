// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/versions/viewtabs.h"

#include "views/common/icons.h"
#include "views/common/plainlabel.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr qsizetype maxNameLength = 60;

/// One tab: its words, and the accent line under the current one.
class Tab final : public QAbstractButton
{
public:
    Tab(const Theme &theme, const QString &name, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
    {
        setText(name);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {QFontMetrics(m_theme.font(Theme::Face::Strong)).horizontalAdvance(text()) + 2 * measure::gap + 2, 40};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const bool lit = isChecked() || underMouse();
        painter.setFont(m_theme.font(isChecked() ? Theme::Face::Strong : Theme::Face::Body));
        painter.setPen(m_theme.color(lit ? Token::Text : Token::Text2));
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (isChecked())
            painter.fillRect(QRect(0, height() - 2, width(), 2), m_theme.color(Token::Accent));
        if (hasFocus()) {
            painter.setPen(QPen(m_theme.color(Token::Focus), 2));
            painter.drawRoundedRect(rect().adjusted(1, 7, -1, -7), measure::controlRadius, measure::controlRadius);
        }
    }

private:
    const Theme &m_theme;
};

} // namespace

ViewTabs::ViewTabs(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_row(new QHBoxLayout(this))
{
    setObjectName(u"viewTabs"_s);
    setAccessibleName(tr("Saved views"));
    m_row->setContentsMargins(measure::gap, 0, 0, 0);
    m_row->setSpacing(measure::gap);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    setViews({});
}

void ViewTabs::setViews(const QStringList &names)
{
    m_names = names;
    while (const QLayoutItem *item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addTab({});
    for (const QString &name : names)
        addTab(name);
    auto *add = new QToolButton(this);
    add->setObjectName(u"saveView"_s);
    add->setIcon(themedIcon(m_theme, u"plus"_s));
    add->setToolTip(tr("Save this view under a name"));
    add->setAccessibleName(add->toolTip());
    connect(add, &QToolButton::clicked, this, &ViewTabs::askForName);
    m_row->addWidget(add, 0, Qt::AlignVCenter);
}

void ViewTabs::addTab(const QString &name)
{
    const QString words = name.isEmpty() ? tr("All") : displayName(name);
    auto *tab = new Tab(m_theme, QFontMetrics(font()).elidedText(words, Qt::ElideRight, 160), this);
    tab->setChecked(name == m_current);
    tab->setAccessibleName(words);
    connect(tab, &QAbstractButton::clicked, this, [this, name] {
        setCurrent(name);
        emit chosen(name);
    });
    if (!name.isEmpty()) {
        auto *remove = new QAction(tr("Remove this view"), tab);
        connect(remove, &QAction::triggered, this, [this, name] { emit removeRequested(name); });
        tab->addAction(remove);
        tab->setContextMenuPolicy(Qt::ActionsContextMenu);
    }
    m_row->addWidget(tab);
}

void ViewTabs::setCurrent(const QString &name)
{
    m_current = name;
    for (int i = 0; i <= m_names.size(); ++i) {
        if (auto *tab = qobject_cast<QAbstractButton *>(m_row->itemAt(i)->widget()))
            tab->setChecked(i == 0 ? name.isEmpty() : m_names.at(i - 1) == name);
    }
}

void ViewTabs::askForName()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *edit = new QLineEdit(menu);
    edit->setObjectName(u"viewName"_s);
    edit->setMaxLength(maxNameLength);
    edit->setPlaceholderText(tr("Name of this view, then Enter"));
    edit->setMinimumWidth(220);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(edit);
    menu->addAction(action);
    connect(edit, &QLineEdit::returnPressed, menu, [this, menu, edit] {
        const QString name = edit->text().trimmed();
        menu->close();
        if (!name.isEmpty())
            emit saveRequested(name);
    });
    const QWidget *button = findChild<QToolButton *>(u"saveView"_s);
    menu->popup(button->mapToGlobal(button->rect().bottomLeft()));
    edit->setFocus();
}

} // namespace stagekeeper
