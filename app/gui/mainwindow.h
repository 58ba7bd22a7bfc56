// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/pagecontext.h"

#include <QMainWindow>

class QAction;
class QActionGroup;
class QSplitter;
class QStackedWidget;

namespace stagekeeper {

class FirstRunPage;
class Inspector;
class JobBar;
class ManualWindow;
class Page;
class Rail;
class RegistryActions;
class SearchPalette;
class TreePane;
class VersionsPage;

/// The frame around the pages: rail, tree of registries, page and status bar.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const PageContext &context, const QString &demoFolder, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] RegistryActions *registryActions() const { return m_registries; }
    /// Opens what was open when the program was last closed.
    void reopenLast();
    void showPage(int index);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildPages();
    void buildActions();
    void buildLayout();
    [[nodiscard]] Page *page(int index);
    void buildFirstRun();
    void buildInspector();
    void buildSearch();
    void buildTree();
    void buildMenu();
    void connectStatus();
    void search();
    void showManual();
    void updateShownPage();
    void updateInspector();
    void updateTree();
    void updateState();
    void updateJob();
    void restoreState();
    void layOutPanes();

    PageContext m_context;
    RegistryActions *m_registries;
    Rail *m_rail;
    QSplitter *m_splitter;
    TreePane *m_treePane = nullptr;
    QStackedWidget *m_stack;
    QList<Page *> m_pages; ///< null until it is shown for the first time
    VersionsPage *m_versions = nullptr;
    FirstRunPage *m_firstRun = nullptr;
    Inspector *m_inspector = nullptr;
    SearchPalette *m_palette = nullptr;
    ManualWindow *m_manual = nullptr; ///< made when it is first asked for
    JobBar *m_jobBar;
    QActionGroup *m_pageActions;
    bool m_isNarrow = false; ///< the tree lies over the page
    bool m_treeWanted = true; ///< when there is room again
    QAction *m_menuAction = nullptr, *m_undo = nullptr, *m_treeShown = nullptr, *m_inspectorShown = nullptr, *m_search = nullptr, *m_manualShown = nullptr;
};

} // namespace stagekeeper
