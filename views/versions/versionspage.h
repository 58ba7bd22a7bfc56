// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/versionquery.h"
#include "model/items/tableviewstate.h"
#include "views/common/page.h"
#include "views/common/pagecontext.h"

#include <QTimer>

class QCheckBox;
class QMenu;

namespace stagekeeper {

class ActionBar;
class EmptyState;
class FilterBar;
class VersionActions;
class VersionTable;
class ViewTabs;

/// The versions of the current model as a table: filtered, sorted, chosen from, and acted on.
class VersionsPage final : public Page
{
    Q_OBJECT

public:
    explicit VersionsPage(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] VersionActions *actions() const { return m_actions; }
    void filterBy(const QString &text); ///< as if it was typed
    void focusFilter();

private:
    void build();
    void showCurrentModel();
    void updateCount();
    void updateState();
    void updateFooter();
    void updateVocabulary();
    void updateReadOnly();
    void saveState();
    void chooseView(const QString &name);
    void saveView(const QString &name);
    void removeView(const QString &name);
    void showColumns();
    void askExport();
    void exportTo(const QString &file);
    void showContextMenu(const QPoint &position);
    [[nodiscard]] TableViewState stateWithFilter() const;

    PageContext m_context;
    VersionActions *m_actions;
    ViewTabs *m_tabs;
    FilterBar *m_filter;
    QCheckBox *m_heat;
    VersionTable *m_table;
    EmptyState *m_noMatch = nullptr; ///< in the place of the table
    ActionBar *m_bar;
    QAction *m_columns;
    QAction *m_export;
    QList<TableViewState> m_views;
    QString m_shownModel; ///< registry and model whose view is shown
    QTimer m_save;
};

} // namespace stagekeeper
