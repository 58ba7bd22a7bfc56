// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/lineageview.h"
#include "views/common/theme.h"

#include <QWidget>

class QBoxLayout;
class QLayout;
class QScrollArea;

namespace stagekeeper {

class Section;

/// What the side panel tells about: a node of the whole lineage.
struct LineageSubject {
    LineageGraph graph;
    int node = -1; ///< none: the panel says how to choose one
    int other = -1; ///< a second one, to be compared with
    QList<LineageDecision> decisions; ///< on a version
    QString homeModel; ///< its versions are called by their version alone
};

/// Beside the canvas: why a version is live, what came from it, and what is affected when its data is bad; of two, what they have
/// in common.
class LineagePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit LineagePanel(const Theme &theme, QWidget *parent = nullptr);

    void present(const LineageSubject &subject);
    [[nodiscard]] QSize sizeHint() const override { return {measure::inspector, measure::inspector}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 120}; }

signals:
    void nodeRequested(int node);
    void selectionRequested(const QList<int> &nodes);

private:
    void addTitle(QBoxLayout *column);
    void addReasons(QBoxLayout *column);
    void addDescendants(QBoxLayout *column);
    void addReach(QBoxLayout *column);
    void addDifference(QBoxLayout *column);
    void addNodes(QBoxLayout *column, const QString &name, const QString &title, const QList<int> &nodes);
    void addSelectLink(QLayout *rows, const QList<int> &nodes, const QString &name);
    [[nodiscard]] Section *addSection(QBoxLayout *column, const QString &name, const QString &title, const QString &note);
    [[nodiscard]] QWidget *nodeLink(int node, const QString &name);
    [[nodiscard]] QString titleOf(int node) const;
    [[nodiscard]] bool isLive() const;

    const Theme &m_theme;
    LineageSubject m_subject;
    QScrollArea *m_scroll;
    QHash<QString, bool> m_opened; ///< sections as they were left
};

} // namespace stagekeeper
