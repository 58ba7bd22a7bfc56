// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/page.h"
#include "views/common/pagecontext.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QMenu;
class QSplitter;

namespace stagekeeper {

class ActionBar;
class ComparisonActions;
class ComparisonCharts;
class ComparisonLoader;
class ComparisonModel;
class ComparisonTable;
class SegmentedControl;
struct ChosenVersion;
struct Comparison;
struct ComparisonRow;
enum class MetricDirection;
enum class StageKind;

/// Versions side by side: a table of everything they have and where they differ from the baseline, charts beside it.
class ComparePage final : public Page
{
    Q_OBJECT

public:
    explicit ComparePage(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] ComparisonModel *model() const { return m_model; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHeader();
    void buildBody();
    void showComparison(const Comparison &comparison, const QList<StageKind> &kinds);
    void showCurrent();
    void chooseBaseline(qsizetype version);
    void moveVersion(qsizetype version, qsizetype before);
    void removeVersion(qsizetype version);
    void updateWords();
    void showMenu(const QModelIndex &cell, const QPoint &position);
    void addDirections(QMenu *menu, const ComparisonRow &row);
    void setDirection(const QString &metric, MetricDirection direction);
    void copySelected();
    [[nodiscard]] QAction *make(const QString &name, const QString &icon, const QString &text, const QKeySequence &key);

    PageContext m_context;
    ComparisonModel *m_model;
    ComparisonLoader *m_loader;
    ComparisonTable *m_table;
    ComparisonCharts *m_charts;
    QSplitter *m_splitter;
    ComparisonActions *m_actions;
    QLabel *m_subject;
    QLineEdit *m_search;
    QCheckBox *m_differences;
    SegmentedControl *m_shown;
    ActionBar *m_bar;
    bool m_hasFailed = false; ///< what the message bar says is of the last reading
    QAction *m_baseline, *m_transpose, *m_remove, *m_copy;
};

} // namespace stagekeeper
