// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/searchmodel.h"

#include "model/items/roles.h"
#include "model/items/searchmatch.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stagekeeper {

namespace {

constexpr qsizetype maxPerGroup = 8;
constexpr qsizetype maxVersions = 20; // of one registry
constexpr qsizetype maxWords = 6;

QString registryName(const Registry *registry)
{
    return registry->info().name;
}

bool isReady(const Registry *registry)
{
    return registry->state() == Registry::State::Ready;
}

FilterNode contains(FilterField::Kind kind, const QString &text)
{
    FilterNode node;
    node.field = {kind, {}};
    node.op = FilterNode::Operator::Contains;
    node.values = {FilterValue(text)};
    return node;
}

FilterNode joined(FilterNode::Kind kind, const QList<FilterNode> &children)
{
    if (children.size() == 1)
        return children.first();
    FilterNode node;
    node.kind = kind;
    node.children = children;
    return node;
}

/// "2.4" looks for versions; with "digits 2.4" one of the words must be of the version, the others may be of the model.
VersionQuery versionsLike(const QString &pattern)
{
    QList<FilterNode> versions, all;
    const QStringList words = pattern.split(u' ', Qt::SkipEmptyParts).mid(0, maxWords);
    for (const QString &word : words) {
        versions.append(contains(FilterField::Kind::Version, word));
        all.append(joined(FilterNode::Kind::Or, {versions.last(), contains(FilterField::Kind::Model, word)}));
    }
    if (words.size() > 1)
        all.prepend(joined(FilterNode::Kind::Or, versions));
    const FilterNode filter = words.size() > 1 ? joined(FilterNode::Kind::And, all) : versions.first();
    return {{}, filter, {{FilterField::Kind::CreatedAt, {}}, true}};
}

/// The word of `pattern` that is found best in `text`.
SearchMatch bestWord(const QString &pattern, const QString &text)
{
    SearchMatch best;
    for (const QString &word : pattern.split(u' ', Qt::SkipEmptyParts)) {
        const auto match = findMatch(word, text);
        if (match && match->score > best.score)
            best = *match;
    }
    return best;
}

/// A match that is more than a few letters strewn over a text.
std::optional<SearchMatch> goodMatch(const QString &pattern, const QString &text)
{
    auto match = findMatch(pattern, text);
    if (match && match->score <= 0 && !pattern.isEmpty())
        match.reset();
    return match;
}

} // namespace

SearchModel::SearchModel(Workspace &workspace, QObject *parent) : QAbstractListModel(parent), m_workspace(workspace)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(120ms);
    connect(&m_quiet, &QTimer::timeout, this, &SearchModel::readSlowly);
    connect(&workspace, &Workspace::registryClosed, this, [this] { search(m_text); });
}

void SearchModel::setActions(const QList<SearchAction> &actions)
{
    m_actions = actions;
}

void SearchModel::search(const QString &text)
{
    ++m_generation;
    m_pending = 0;
    m_tags.clear();
    m_text = text;
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

QList<SearchModel::Entry> SearchModel::findActions(const QString &pattern) const
{
    QList<Entry> found;
    for (const SearchAction &action : m_actions) {
        const auto match = action.isEnabled ? goodMatch(pattern, action.text) : std::nullopt;
        if (!match)
            continue;
        Entry entry;
        entry.text = action.text;
        entry.icon = action.icon;
        entry.shortcut = action.shortcut;
        entry.positions = match->positions;
        entry.actionId = action.id;
        entry.score = match->score;
        found.append(entry);
    }
    return found;
}

QList<SearchModel::Entry> SearchModel::findModels(const QString &pattern) const
{
    QList<Entry> found;
    for (Registry *registry : m_workspace.registries()) {
        for (const RegisteredModel &model : m_workspace.models(registry)) {
            auto match = goodMatch(pattern, model.name);
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
            entry.score = match->score;
            found.append(entry);
        }
    }
    return found;
}

QList<SearchModel::Entry> SearchModel::findAliases(const QString &pattern) const
{
    QList<Entry> found;
    for (Registry *registry : m_workspace.registries()) {
        for (const RegisteredModel &model : m_workspace.models(registry)) {
            for (auto alias = model.aliases.cbegin(); alias != model.aliases.cend(); ++alias) {
                const QString text = model.name + u'@' + alias.key();
                const auto match = goodMatch(pattern, text);
                if (!match)
                    continue;
                Entry entry;
                entry.text = text;
                entry.context = alias.value();
                entry.icon = u"alias"_s;
                entry.positions = match->positions;
                entry.registry = registry;
                entry.reference = {model.name, alias.value(), {}};
                entry.score = match->score;
                found.append(entry);
            }
        }
    }
    return found;
}

void SearchModel::readSlowly()
{
    m_pending = 1; // counts this function, so that answers cannot finish the search while it still asks
    for (Registry *registry : m_workspace.registries()) {
        if (!isReady(registry))
            continue;
        if (m_wantsVersions)
            readVersions(registry);
        if (m_wantsTags && registry == m_workspace.currentRegistry() && m_workspace.currentModel().id.isValid())
            readTags(registry);
    }
    finishOne();
}

void SearchModel::readVersions(Registry *registry)
{
    const auto job = [query = versionsLike(m_pattern)](Stores &stores) -> Result<QList<VersionSummary>> {
        const auto ids = stores.versions->ids(query, maxVersions);
        if (!ids)
            return failAs(ids);
        return stores.versions->summaries(*ids);
    };
    const auto take = [this, registry, generation = m_generation](const Result<QList<VersionSummary>> &versions) {
        if (generation != m_generation)
            return;
        if (versions)
            append(Group::Versions, entries(registry, *versions));
        finishOne();
    };
    ++m_pending;
    whenDone(registry->read(job, 1), this, take);
}

QList<SearchModel::Entry> SearchModel::entries(Registry *registry, const QList<VersionSummary> &versions) const
{
    QList<Entry> found;
    for (const VersionSummary &version : versions) {
        const SearchMatch match = bestWord(m_pattern, version.version);
        Entry entry;
        entry.text = version.version;
        entry.context = version.stage.isEmpty() ? version.model : version.model + u" · "_s + version.stage;
        entry.icon = u"register"_s;
        entry.positions = match.positions;
        entry.score = match.score;
        entry.registry = registry;
        entry.reference = {version.model, version.version, {}};
        found.append(entry);
    }
    return found;
}

void SearchModel::readTags(Registry *registry)
{
    const RegisteredModel &model = m_workspace.currentModel();
    const auto job = [id = model.id](Stores &stores) -> Result<QList<NameCount>> {
        return stores.metrics ? stores.metrics->tags(id) : QList<NameCount>();
    };
    const auto take = [this, registry, name = model.name, generation = m_generation](const Result<QList<NameCount>> &tags) {
        if (generation != m_generation)
            return;
        if (tags)
            m_tags = entries(registry, name, *tags);
        finishOne();
    };
    ++m_pending;
    whenDone(registry->read(job, 1), this, take);
}

QList<SearchModel::Entry> SearchModel::entries(Registry *registry, const QString &model, const QList<NameCount> &tags) const
{
    QList<Entry> found;
    for (const NameCount &tag : tags) {
        const auto match = goodMatch(m_pattern, tag.name);
        if (!match)
            continue;
        Entry entry;
        entry.text = tag.name;
        entry.context = tr("%n version(s) of %1", nullptr, static_cast<int>(tag.count)).arg(model);
        entry.icon = u"tag"_s;
        entry.positions = match->positions;
        entry.score = match->score;
        entry.registry = registry;
        entry.reference.model = model;
        entry.tag = tag.name;
        found.append(entry);
    }
    return found;
}

void SearchModel::finishOne()
{
    if (--m_pending > 0)
        return;
    append(Group::Tags, std::exchange(m_tags, {}));
    emit finished();
}

void SearchModel::append(Group group, QList<Entry> found)
{
    if (found.isEmpty())
        return;
    std::ranges::stable_sort(found, std::ranges::greater(), &Entry::score);
    const bool isAll = group == Group::Versions || (m_pattern.isEmpty() && group == Group::Actions);
    found = isAll ? found : found.mid(0, maxPerGroup);
    const bool needsTitle = m_entries.isEmpty() || m_entries.last().group != group;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(found.size()) - (needsTitle ? 0 : 1));
    if (needsTitle) {
        Entry header;
        header.group = group;
        header.isTitle = true;
        header.text = title(group);
        m_entries.append(header);
    }
    for (Entry &entry : found) {
        entry.group = group;
        m_entries.append(entry);
    }
    endInsertRows();
}

int SearchModel::bestRow() const
{
    int best = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const Entry &entry = m_entries.at(row);
        if (!entry.isTitle && (best < 0 || entry.score > m_entries.at(best).score))
            best = row;
    }
    return best;
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
    case Qt::AccessibleTextRole:
        return entry.context.isEmpty() ? entry.text : entry.text + u", "_s + entry.context;
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
