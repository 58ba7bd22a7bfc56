// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "views/common/theme.h"
#include "views/comparison/charts/charttable.h"

#include <QWidget>

class QAction;
class QBoxLayout;
class QComboBox;
class QIODevice;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace stagekeeper {

class Chart;
class MessageBar;
class TableView;

/// A chart with its title, the choice of what it shows, and what can be done with it: read it as a table, copy, save, reset.
class ChartPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartPane(const Theme &theme, const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setChart(Chart *chart); ///< takes it over and deletes the former one
    [[nodiscard]] Chart *chart() const { return m_chart; }

    /// What the box at the right offers: kinds of charts or names of metrics. One choice or none hides it.
    void setChoices(const QString &what, const QStringList &choices, int current);
    [[nodiscard]] int choice() const;
    void setChoice(int index);
    void setOptions(QWidget *options); ///< a line below the header, taken over; null for none

    void setTableShown(bool shown);
    [[nodiscard]] bool isTableShown() const;
    void copyData() const; ///< the selected rows of the table, or all
    /// As SVG or PNG by the name's ending.
    [[nodiscard]] Result<> saveTo(const QString &path);

signals:
    void choiceChosen(int index);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeMenu();
    void showMenuState();
    void refreshTable();
    void activateRow(const QModelIndex &current);
    void askAndSave();
    [[nodiscard]] bool writePng(QIODevice &file);
    [[nodiscard]] bool writeSvg(QIODevice &file);

    const Theme &m_theme;
    QLabel *m_title;
    QComboBox *m_choices;
    QToolButton *m_more;
    MessageBar *m_messages;
    QBoxLayout *m_column;
    QStackedWidget *m_body;
    TableView *m_table;
    ChartTableModel *m_model;
    Chart *m_chart = nullptr;
    QWidget *m_options = nullptr;
    QAction *m_asTable = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_save = nullptr;
    QAction *m_reset = nullptr;
};

} // namespace stagekeeper
