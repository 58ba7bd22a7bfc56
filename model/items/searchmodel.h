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
        QString actionId; ///< of an action
        Registry *registry = nullptr;
        Reference reference; ///< of a model (no version), or a version
        QString tag;
    };

    explicit SearchModel(Workspace &workspace, QObject *parent = nullptr);

    void setActions(const QList<SearchAction> &actions);
    void search(const QString &text);
    [[nodiscard]] const Entry &entry(int row) const { return m_entries.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Scored {
        int score = 0;
        Entry entry;
    };

    [[nodiscard]] QList<Scored> findActions(const QString &pattern) const;
    [[nodiscard]] QList<Scored> findModels(const QString &pattern) const;
    [[nodiscard]] QList<Scored> findAliases(const QString &pattern) const;
    void readSlowly();
    void readVersions(Registry *registry);
    void readTags(Registry *registry);
    void append(Group group, QList<Scored> found);
    [[nodiscard]] static QString title(Group group);

    Workspace &m_workspace;
    QList<SearchAction> m_actions;
    QList<Entry> m_entries;
    QString m_pattern;
    bool m_wantsVersions = false, m_wantsTags = false;
    int m_generation = 0;
    QTimer m_quiet; ///< slow sources are asked when typing pauses
};

} // namespace stagekeeper
