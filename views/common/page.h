// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/actionbutton.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QStackedWidget;

namespace stagekeeper {

class EmptyState;
class MessageBar;

/// The base of all pages: a header with title, tabs and actions; a message bar; the body or why there is none; a footer.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const;
    [[nodiscard]] MessageBar *messageBar() const { return m_messageBar; }

protected:
    void setTitle(const QString &title);
    void setTabs(QWidget *tabs); ///< beside the title
    void addHeaderIcon(QAction *action); ///< shown by its icon, at the right
    void addHeaderWidget(QWidget *widget);
    void addHeaderButton(QAction *action, ActionButton::Look look = ActionButton::Look::Plain);
    void setBody(QWidget *body);
    void setEmptyState(EmptyState *state);
    void showEmptyState(bool shown);
    void setFooter(QWidget *footer);

    [[nodiscard]] const Theme &theme() const { return m_theme; }

private:
    [[nodiscard]] QWidget *makeHeader();

    const Theme &m_theme;
    QLabel *m_title;
    QBoxLayout *m_tabs = nullptr;
    QBoxLayout *m_headerActions = nullptr;
    MessageBar *m_messageBar;
    QStackedWidget *m_content;
    QWidget *m_body = nullptr;
    QWidget *m_empty = nullptr;
    QBoxLayout *m_column;
};

} // namespace stagekeeper
