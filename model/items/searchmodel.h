// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/items/workspace.h"

#include <QAbstractListModel>
#include <QTimer>

namespace stagekeeper {

/// Something that the search can run.
struct SearchAction {
    QString id; ///< handed back when it is chosen
    QString text;
    QString shortcut; ///< as people read it; empty for none
    QString icon;
    bool isEnabled = true;
};

/// Everything that Ctrl+K finds: actions, models, versions and tags. `>` searches actions only, `@` aliases, `#` tags.
/// What is known at once comes at once; versions and tags are read and appended below, so that nothing moves.
class SearchModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Group { Actions, Models, Versions, Tags };
    enum Role {
        IsTitleRole = Qt::UserRole + 200, ///< bool: the title of a group, cannot be chosen
        PositionsRole, ///< QList<int>: the letters that matched
        ContextRole, ///< QString: where it is
        ShortcutRole,
    };

    /// What a row stands for.
    struct Entry {
        Group group = Group::Actions;
        bool isTitle = false;
        QString text, context, icon, shortcut;
        QList<int> positions;
        int score = 0; ///< how well it matches; more is better
        QString actionId; ///< of an action
        Registry *registry = nullptr;
        Reference reference; ///< of a model (no version), or a version
        QString tag;
    };

    explicit SearchModel(Workspace &workspace, QObject *parent = nullptr);

    void setActions(const QList<SearchAction> &actions);
    void search(const QString &text);
    /// Slow sources have not answered yet; finished() follows.
    [[nodiscard]] bool isSearching() const { return m_quiet.isActive() || m_pending > 0; }
    /// The row that fits best of what is here; -1 for none.
    [[nodiscard]] int bestRow() const;
    [[nodiscard]] const Entry &entry(int row) const { return m_entries.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void finished();

private:
    [[nodiscard]] QList<Entry> findActions(const QString &pattern) const;
    [[nodiscard]] QList<Entry> findModels(const QString &pattern) const;
    [[nodiscard]] QList<Entry> findAliases(const QString &pattern) const;
    void readSlowly();
    void readVersions(Registry *registry);
    void readTags(Registry *registry);
    [[nodiscard]] QList<Entry> entries(Registry *registry, const QList<VersionSummary> &versions) const;
    [[nodiscard]] QList<Entry> entries(Registry *registry, const QString &model, const QList<NameCount> &tags) const;
    void finishOne();
    void append(Group group, QList<Entry> found);
    [[nodiscard]] static QString title(Group group);

    Workspace &m_workspace;
    QList<SearchAction> m_actions;
    QList<Entry> m_entries;
    QList<Entry> m_tags; ///< found, and shown below the versions once these are here
    QString m_text, m_pattern;
    bool m_wantsVersions = false, m_wantsTags = false;
    int m_generation = 0;
    int m_pending = 0; ///< answers of slow sources still to come
    QTimer m_quiet; ///< slow sources are asked when typing pauses
};

} // namespace stagekeeper
