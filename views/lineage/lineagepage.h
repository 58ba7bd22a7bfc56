// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/serialqueue.h"
#include "model/layout/layoutprocess.h"
#include "views/common/page.h"
#include "views/common/pagecontext.h"
#include "views/lineage/lineagepanel.h"
#include "views/lineage/nodepainting.h"
#include "views/lineage/shownlineage.h"

class QAction;
class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;

namespace stagekeeper {

class LineageView;
class Registry;
class SegmentedControl;
class ToggleChip;

/// Where the versions of the current model came from and what came from them, as a picture that can be walked, and beside
/// it what the selected node means.
class LineagePage final : public Page
{
    Q_OBJECT

public:
    explicit LineagePage(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] LineageView *view() const { return m_view; }
    void setLayoutHelper(const QString &program); ///< for tests; beside the program otherwise

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHeader();
    void buildBody();
    void followCurrent();
    void followSelection();
    void load();
    void takeGraph(const LineageGraph &graph);
    void present();
    void layOut(const LayoutRequest &request);
    void layOutOurselves(const LayoutRequest &request);
    void draw(const Layout &layout);
    void takeSelection();
    void showSubject();
    void setSubject(const QString &text);
    void light();
    void select(const QList<int> &nodes);
    [[nodiscard]] bool uncover(int node);
    void activate(int shownNode);
    void openCluster(int shownNode);
    void findNext();
    void exportPicture();
    void changeChoice();
    [[nodiscard]] int liveVersion() const;
    [[nodiscard]] QAction *addAct(const QString &name, const QString &icon, const QString &text);

    PageContext m_context;
    LineageView *m_view;
    LineagePanel *m_panel;
    QBoxLayout *m_body = nullptr; ///< canvas and panel
    QWidget *m_sideLine = nullptr, *m_lowerLine = nullptr; ///< between the two
    QLabel *m_subject;
    QLineEdit *m_search;
    SegmentedControl *m_direction;
    QComboBox *m_depth;
    QMenu *m_kinds;
    ToggleChip *m_why;
    QAction *m_overview;
    QAction *m_fold;

    Registry *m_registry = nullptr;
    LineageGraph m_graph; ///< the whole
    LineageChoice m_choice;
    ShownLineage m_shown; ///< what the scene shows, unless it is being laid out
    QList<nodes::Face> m_faces;
    QList<int> m_selected; ///< nodes of the whole
    LayoutProcess *m_process;
    SerialQueue m_queue; ///< for our own layout
    int m_generation = 0; ///< of what is read
    int m_layoutGeneration = 0;
    bool m_isStale = true;
    bool m_wasCut = false;
    bool m_isLayingOut = false; ///< the scene still shows what was before
    bool m_isSelecting = false; ///< the scene is told, and need not tell us
};

} // namespace stagekeeper
