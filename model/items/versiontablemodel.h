// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/items/pagedtablemodel.h"
#include "model/items/versioncolumns.h"
#include "model/store/registry.h"

#include <QCache>
#include <QPointer>

namespace stagekeeper {

/// The versions of one model as a table: any metric, parameter or tag can be a column.
class VersionTableModel final : public PagedTableModel
{
    Q_OBJECT

public:
    explicit VersionTableModel(QObject *parent = nullptr);
    ~VersionTableModel() override;

    /// Shows the versions of a model; an invalid id shows those of all models, no registry shows nothing.
    void setSource(Registry *registry, ModelId model);
    /// Which of them, in which order. Rows stay until the answer is here.
    void setQuery(const Filter &filter, const SortKey &sort);
    /// Columns by key; none: chosen from what the first versions have. Unknown keys are left out.
    void setColumns(const QStringList &keys);

    [[nodiscard]] Registry *registry() const { return m_registry; }
    [[nodiscard]] const VersionQuery &query() const { return m_query; }
    [[nodiscard]] QStringList columnKeys() const;
    [[nodiscard]] int columnOf(const QString &key) const; ///< -1 when it is not shown
    [[nodiscard]] const ModelFacts &facts() const { return *m_facts; }
    /// The row, when it has been read.
    [[nodiscard]] std::optional<VersionSummary> summary(int row) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    void columnsChanged();
    void factsChanged();
    void queryChanged();

protected:
    void loadFirst(int generation) override;
    void loadAll(int generation) override;
    void loadRows(int generation, int block, const QList<qint64> &ids) override;
    [[nodiscard]] bool isFresh(qint64 id) const override;

private:
    struct CachedRow {
        VersionSummary version;
        int epoch = 0;
        bool isGone = false;
    };

    void registryChanged();
    void loadFacts();
    void takeFacts(const ModelFacts &facts);
    void remember(const QList<VersionSummary> &versions);
    void buildColumns(const QStringList &keys);

    QPointer<Registry> m_registry;
    VersionQuery m_query;
    SharedFacts m_facts = std::make_shared<ModelFacts>();
    QList<VersionColumn> m_columns;
    bool m_suggestColumns = true;
    int m_epoch = 0; ///< grows with every change of the registry: older rows are shown and read again
    QCache<qint64, CachedRow> m_rows {maxCachedRows};
};

} // namespace stagekeeper
