// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/searchmodel.h"

#include "model/items/roles.h"
#include "model/items/searchmatch.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stagekeeper {

namespace {

constexpr qsizetype maxPerGroup = 8;

QString registryName(const Registry *registry)
{
    return registry->info().name;
}

bool isReady(const Registry *registry)
{
    return registry->state() == Registry::State::Ready;
}

VersionQuery versionsLike(const QString &pattern)
{
    const auto contains = [&pattern](FilterField::Kind kind) {
        FilterNode node;
        node.field = {kind, {}};
        node.op = FilterNode::Operator::Contains;
        node.values = {FilterValue(pattern)};
        return node;
    };
    FilterNode any;
    any.kind = FilterNode::Kind::Or;
    any.children = {contains(FilterField::Kind::Version), contains(FilterField::Kind::Description)};
    return {{}, any, {{FilterField::Kind::CreatedAt, {}}, true}};
}

} // namespace

SearchModel::SearchModel(Workspace &workspace, QObject *parent) : QAbstractListModel(parent), m_workspace(workspace)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(120ms);
    connect(&m_quiet, &QTimer::timeout, this, &SearchModel::readSlowly);
    connect(&workspace, &Workspace::registryAboutToClose, this, [this] { search(m_pattern); });
}

void SearchModel::setActions(const QList<SearchAction> &actions)
{
    m_actions = actions;
}

void SearchModel::search(const QString &text)
{
    ++m_generation;
    const QChar prefix = text.isEmpty() ? QChar() : text.front();
    const bool hasPrefix = prefix == u'>' || prefix == u'@' || prefix == u'#';
    m_pattern = hasPrefix ? text.mid(1).trimmed() : text.trimmed();
    m_wantsVersions = !hasPrefix && m_pattern.size() >= 2;
    m_wantsTags = prefix == u'#' || m_wantsVersions;
    beginResetModel();
    m_entries.clear();
    endResetModel();
    if (!hasPrefix || prefix == u'>')
        append(Group::Actions, findActions(m_pattern));
    if (!hasPrefix)
        append(Group::Models, findModels(m_pattern));
    if (prefix == u'@')
        append(Group::Versions, findAliases(m_pattern));
    if (m_wantsVersions || m_wantsTags)
        m_quiet.start();
    else
        m_quiet.stop();
}

QList<SearchModel::Scored> SearchModel::findActions(const QString &pattern) const
{
    QList<Scored> found;
    for (const SearchAction &action : m_actions) {
        const auto match = action.isEnabled ? findMatch(pattern, action.text) : std::nullopt;
        if (!match)
            continue;
        Entry entry;
        entry.text = action.text;
        entry.icon = action.icon;
        entry.shortcut = action.shortcut;
        entry.positions = match->positions;
        entry.actionId = action.id;
        found.append({match->score, entry});
    }
    return found;
}

QList<SearchModel::Scored> SearchModel::findModels(const QString &pattern) const
{
    QList<Scored> found;
    for (Registry *registry : m_workspace.registries()) {
        for (const RegisteredModel &model : m_workspace.models(registry)) {
            auto match = findMatch(pattern, model.name);
            if (!match && pattern.size() > 2 && model.description.contains(pattern, Qt::CaseInsensitive))
                match = SearchMatch();
            if (!match)
                continue;
            Entry entry;
            entry.text = model.name;
            entry.context = registryName(registry);
            entry.icon = u"versions"_s;
            entry.positions = match->positions;
            entry.registry = registry;
            entry.reference.model = model.name;
            found.append({match->score, entry});
        }
    }
    return found;
}

QList<SearchModel::Scored> SearchModel::findAliases(const QString &pattern) const
{
    QList<Scored> found;
    for (Registry *registry : m_workspace.registries()) {
        for (const RegisteredModel &model : m_workspace.models(registry)) {
            for (auto alias = model.aliases.cbegin(); alias != model.aliases.cend(); ++alias) {
                const QString text = model.name + u'@' + alias.key();
                const auto match = findMatch(pattern, text);
                if (!match)
                    continue;
                Entry entry;
                entry.text = text;
                entry.context = alias.value();
                entry.icon = u"alias"_s;
                entry.positions = match->positions;
                entry.registry = registry;
                entry.reference = {model.name, alias.value(), {}};
                found.append({match->score, entry});
            }
        }
    }
    return found;
}

void SearchModel::readSlowly()
{
    for (Registry *registry : m_workspace.registries()) {
        if (!isReady(registry))
            continue;
        if (m_wantsVersions)
            readVersions(registry);
        if (m_wantsTags)
            readTags(registry);
    }
}

void SearchModel::readVersions(Registry *registry)
{
    const auto job = [query = versionsLike(m_pattern)](Stores &stores) -> Result<QList<VersionSummary>> {
        const auto ids = stores.versions->ids(query, maxPerGroup);
        if (!ids)
            return failAs(ids);
        return stores.versions->summaries(*ids);
    };
    const auto take = [this, registry, generation = m_generation](const Result<QList<VersionSummary>> &versions) {
        if (!versions || generation != m_generation)
            return;
        QList<Scored> found;
        for (const VersionSummary &version : *versions) {
            const auto match = findMatch(m_pattern, version.version);
            Entry entry;
            entry.text = version.version;
            entry.context = version.description.isEmpty() ? version.model : version.model + u" · "_s + version.description;
            entry.icon = u"versions"_s;
            entry.positions = match ? match->positions : QList<int>();
            entry.registry = registry;
            entry.reference = {version.model, version.version, {}};
            found.append({match ? match->score : 0, entry});
        }
        append(Group::Versions, found);
    };
    whenDone(registry->read(job, 1), this, take);
}

void SearchModel::readTags(Registry *registry)
{
    if (!m_workspace.currentModel().id.isValid() || registry != m_workspace.currentRegistry())
        return;
    const auto job = [model = m_workspace.currentModel().id](Stores &stores) -> Result<QList<NameCount>> {
        return stores.metrics ? stores.metrics->tags(model) : QList<NameCount>();
    };
    const auto take = [this, registry, generation = m_generation](const Result<QList<NameCount>> &tags) {
        if (!tags || generation != m_generation)
            return;
        QList<Scored> found;
        for (const NameCount &tag : *tags) {
            const auto match = findMatch(m_pattern, tag.name);
            if (!match)
                continue;
            Entry entry;
            entry.text = tag.name;
            entry.context = tr("%n version(s) of %1", nullptr, static_cast<int>(tag.count))
                                .arg(m_workspace.currentModel().name);
            entry.icon = u"tag"_s;
            entry.positions = match->positions;
            entry.registry = registry;
            entry.tag = tag.name;
            found.append({match->score, entry});
        }
        append(Group::Tags, found);
    };
    whenDone(registry->read(job, 1), this, take);
}

void SearchModel::append(Group group, QList<Scored> found)
{
    if (found.isEmpty())
        return;
    std::ranges::stable_sort(found, std::ranges::greater(), &Scored::score);
    const qsizetype count = m_pattern.isEmpty() && group == Group::Actions ? found.size() : maxPerGroup;
    found = found.first(std::min(count, found.size()));
    const bool needsTitle = std::ranges::find(m_entries, group, &Entry::group) == m_entries.cend();
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(found.size()) - (needsTitle ? 0 : 1));
    if (needsTitle) {
        Entry header;
        header.group = group;
        header.isTitle = true;
        header.text = title(group);
        m_entries.append(header);
    }
    for (Scored &scored : found) {
        scored.entry.group = group;
        m_entries.append(scored.entry);
    }
    endInsertRows();
}

QString SearchModel::title(Group group)
{
    switch (group) {
    case Group::Actions:
        return tr("Actions");
    case Group::Models:
        return tr("Models");
    case Group::Versions:
        return tr("Versions");
    case Group::Tags:
        return tr("Tags");
    }
    return {};
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case IsTitleRole:
        return entry.isTitle;
    case PositionsRole:
        return QVariant::fromValue(entry.positions);
    case ContextRole:
        return entry.context;
    case ShortcutRole:
        return entry.shortcut;
    case IconNameRole:
        return entry.icon;
    default:
        return {};
    }
}

Qt::ItemFlags SearchModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_entries.at(index.row()).isTitle)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace stagekeeper
