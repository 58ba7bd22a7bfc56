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
class Page;
class Rail;
class RegistryActions;
class RegistryTreeView;
class SearchPalette;

/// The frame around the pages: rail, tree of registries, page, inspector and status bar.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const PageContext &context, const QString &demoFolder, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] RegistryActions *registryActions() const { return m_registries; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildPages();
    void buildActions();
    void buildLayout();
    [[nodiscard]] QWidget *makeTreePane();
    void buildMenu();
    void connectStatus();
    void showPage(int index);
    void updateShownPage();
    void updateState();
    void updateJob();
    void fitPanes();
    void restoreState();
    void openPalette();
    void choosePaletteAction(const QString &id);

    PageContext m_context;
    RegistryActions *m_registries;
    Rail *m_rail;
    QSplitter *m_splitter;
    QWidget *m_treePane = nullptr;
    QStackedWidget *m_stack;
    QList<Page *> m_pages;
    FirstRunPage *m_firstRun = nullptr;
    Inspector *m_inspector;
    JobBar *m_jobBar;
    QActionGroup *m_pageActions;
    QAction *m_menuAction = nullptr, *m_undo = nullptr, *m_search = nullptr, *m_inspectorShown = nullptr, *m_treeShown = nullptr;
};

} // namespace stagekeeper
