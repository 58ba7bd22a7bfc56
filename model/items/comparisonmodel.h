// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/comparison.h"
#include "model/domain/lifecycle.h"

#include <QAbstractTableModel>
#include <QSet>

namespace stagekeeper {

/// Versions side by side as a table: a heading for each section, below it a row for everything that they have, and a
/// column for every version, the baseline first. Transposed, versions are rows and there are no headings.
class ComparisonModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// `kinds` says how the stage of each version is drawn.
    void setComparison(const Comparison &comparison, const QList<StageKind> &kinds, qsizetype baseline);
    [[nodiscard]] const Comparison &comparison() const { return m_comparison; }
    [[nodiscard]] qsizetype baseline() const { return m_baseline; }
    void setBaseline(qsizetype version);

    void setDifferencesOnly(bool only);
    [[nodiscard]] bool isDifferencesOnly() const { return m_differencesOnly; }
    void setSearch(const QString &text); ///< shows rows whose name contains it
    void setTransposed(bool transposed);
    [[nodiscard]] bool isTransposed() const { return m_isTransposed; }
    void toggle(const QModelIndex &heading);

    /// Rows that are there but not shown, because all versions agree in them.
    [[nodiscard]] qsizetype hiddenRows() const { return m_hiddenRows; }
    /// The version of a column, or of a row when transposed; -1 for the column of names.
    [[nodiscard]] qsizetype versionAt(int place) const;
    /// What is compared in this cell; null for headings.
    [[nodiscard]] const ComparisonRow *rowAt(const QModelIndex &index) const;
    /// How the versions are called here: with their model, and their registry, where these are not all the same.
    [[nodiscard]] const QStringList &labels() const { return m_labels; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void comparisonChanged(); ///< other versions, or other facts of them
    void baselineChanged();

private:
    struct Line {
        ComparisonSection section = ComparisonSection::Metric;
        qsizetype row = -1; ///< of the comparison; -1: a heading
    };

    template <typename Change>
    void reset(Change change);
    void arrange();
    [[nodiscard]] QVariant headingData(const Line &line, int column, int role) const;
    [[nodiscard]] QVariant nameData(const ComparisonRow &row, int role) const;
    [[nodiscard]] QVariant versionData(qsizetype version, int role) const;
    [[nodiscard]] QVariant valueData(qsizetype row, qsizetype version, int role) const;
    [[nodiscard]] QVariant differenceData(qsizetype row, qsizetype version, int role) const;
    [[nodiscard]] const QList<std::optional<int>> &ranksOf(qsizetype row) const;
    [[nodiscard]] int decimalsOf(qsizetype row) const;

    Comparison m_comparison;
    QStringList m_labels;
    QList<StageKind> m_kinds;
    qsizetype m_baseline = 0;
    bool m_differencesOnly = true;
    bool m_isTransposed = false;
    QString m_search;
    QSet<ComparisonSection> m_closed;
    QList<Line> m_lines;
    QList<qsizetype> m_order; ///< versions, the baseline first
    qsizetype m_hiddenRows = 0;
    mutable QHash<qsizetype, QList<std::optional<int>>> m_ranks; ///< of rows that were shown
    mutable QHash<qsizetype, int> m_decimals;
};

} // namespace stagekeeper
