// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QToolButton;

namespace stagekeeper {

class ManualBrowser;

/// F1: the manual in a window of its own, so that it can be read beside the work.
class ManualWindow final : public QWidget
{
    Q_OBJECT

public:
    explicit ManualWindow(const Theme &theme, QWidget *parent = nullptr);

    /// Shows the chapter `name`, such as "versions"; the first one when there is none of that name.
    void showPage(const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildLayout();
    [[nodiscard]] QWidget *makeContents();
    [[nodiscard]] QWidget *makeBar();
    [[nodiscard]] QToolButton *makeButton(const QString &name, const QString &text, const QKeySequence &key);
    void search(const QString &words);
    void listChapters();
    void addRow(const QString &text, const QUrl &url);
    void open(const QListWidgetItem *row);
    void followPage(const QUrl &url);

    const Theme &m_theme;
    QLineEdit *m_field;
    QListWidget *m_list;
    QLabel *m_nothing;
    ManualBrowser *m_browser;
};

} // namespace stagekeeper
