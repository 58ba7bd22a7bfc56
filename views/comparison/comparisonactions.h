// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/error.h"
#include "model/items/savedcomparison.h"
#include "views/common/pagecontext.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace stagekeeper {

class Chart;
class ComparisonModel;
class Registry;
class SearchPalette;
class VersionLookup;
struct ChosenVersion;

/// What can be done with a whole comparison: add versions, save it under a name, bring a saved one back, export it.
class ComparisonActions final : public QObject
{
    Q_OBJECT

public:
    ComparisonActions(const PageContext &context, const ComparisonModel *model, QWidget *window);

    [[nodiscard]] QAction *add() const { return m_add; }
    [[nodiscard]] QAction *saved() const { return m_saved; }
    [[nodiscard]] QAction *exportAll() const { return m_export; }
    /// Charts that go into a report; asked for when one is made.
    void setCharts(const std::function<QList<Chart *>()> &charts) { m_charts = charts; }

signals:
    void failed(const stagekeeper::Error &error);

private:
    void askVersion();
    void addVersion(const Registry *registry, const QString &model, const QString &version);
    void takeAdded(const QList<ChosenVersion> &found);
    void takeOpened(const QList<ChosenVersion> &found);
    void showSaved();
    void askName();
    void save(const QString &name);
    void open(const SavedComparison &comparison);
    void remove(const QString &name);
    void showExports();
    void askFile(const QString &filter, const QString &suffix);
    void exportTo(const QString &path);
    void copyMarkdown();
    [[nodiscard]] QList<SavedComparison> comparisons() const;
    void setComparisons(const QList<SavedComparison> &comparisons);

    PageContext m_context;
    const ComparisonModel *m_model;
    QWidget *m_window;
    SearchPalette *m_palette = nullptr; ///< made when it is first asked for
    VersionLookup *m_added, *m_opened;
    QAction *m_add, *m_saved, *m_export;
    std::function<QList<Chart *>()> m_charts;
    int m_openedBaseline = 0;
};

} // namespace stagekeeper
