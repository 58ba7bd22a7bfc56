// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/workspace.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace stagekeeper {

namespace {

constexpr qsizetype maxRecent = 10;

// one file under two names is one registry
QString sameFile(const QString &address)
{
    const QFileInfo file(address);
    const QString canonical = file.canonicalFilePath();
    return canonical.isEmpty() ? QDir::cleanPath(file.absoluteFilePath()) : canonical;
}

struct Found {
    QList<RegisteredModel> models;
    QString model;
    VersionId version;
};

} // namespace

Workspace::Workspace(Settings &settings, OpenOptions options, QObject *parent)
    : QObject(parent), m_settings(settings), m_options(std::move(options))
{
}

Workspace::~Workspace() = default;

Registry *Workspace::open(const QString &address)
{
    const QString file = sameFile(address);
    const auto known = std::ranges::find(m_registries, file, &Registry::address);
    if (known != m_registries.cend())
        return *known;
    auto *registry = new Registry(file, m_options, this);
    m_registries.append(registry);
    watch(registry);
    emit registryAdded(registry);
    registry->open();
    saveOpen();
    return registry;
}

void Workspace::watch(Registry *registry)
{
    connect(registry, &Registry::opened, this, [this, registry] {
        remember(registry->address());
        loadModels(registry);
        emit modelsChanged(registry);
    });
    connect(registry, &Registry::failed, this, [this, registry](const Error &error) {
        emit modelsChanged(registry);
        emit failed(error);
    });
    connect(registry, &Registry::changed, this, [this, registry] { loadModels(registry); });
}

QFuture<Result<>> Workspace::create(const QString &path, const QString &name, const Lifecycle &lifecycle)
{
    auto future = m_queue.run([path, name, lifecycle, options = m_options]() -> Result<> {
        const Result<Stores> created = createRegistry(path, name, lifecycle, options);
        if (!created)
            return failAs(created);
        return {};
    });
    whenDone(future, this, [this, path](const Result<> &created) {
        if (created)
            setCurrent(open(path), {});
    });
    return future;
}

void Workspace::close(Registry *registry)
{
    if (!m_registries.contains(registry))
        return;
    emit registryAboutToClose(registry);
    m_comparison.forget(registry);
    m_registries.removeOne(registry);
    m_models.remove(registry);
    if (registry == m_registry) {
        const auto next = std::ranges::find(m_registries, Registry::State::Ready, &Registry::state);
        setCurrent(next == m_registries.cend() ? nullptr : *next, {});
    }
    emit registryClosed();
    registry->disconnect(this);
    registry->deleteLater();
    saveOpen();
}

void Workspace::reopen(Registry *registry)
{
    if (registry->state() == Registry::State::Ready)
        loadModels(registry);
    else
        registry->open();
    emit modelsChanged(registry);
}

void Workspace::loadModels(Registry *registry)
{
    const auto job = [](Stores &stores) { return stores.models->list(); };
    whenDone(registry->read(job, 1), this, [this, registry](const Result<QList<RegisteredModel>> &models) {
        if (!m_registries.contains(registry))
            return;
        if (models)
            takeModels(registry, *models);
        else
            emit failed(models.error());
    });
}

void Workspace::takeModels(Registry *registry, const QList<RegisteredModel> &models)
{
    m_models.insert(registry, models);
    emit modelsChanged(registry);
    if (!m_registry)
        setCurrent(registry, {});
    if (registry != m_registry)
        return;
    const QString name = m_model.id.isValid() ? m_model.name : m_wantedModel;
    const auto current = std::ranges::find(models, name, &RegisteredModel::name);
    if (current != models.cend() && m_model.id.isValid()) {
        m_model = *current;
        emit currentUpdated();
    } else {
        setCurrent(registry, name);
    }
}

void Workspace::setCurrent(Registry *registry, const QString &model)
{
    const QList<RegisteredModel> models = m_models.value(registry);
    auto wanted = std::ranges::find(models, model, &RegisteredModel::name);
    if (wanted == models.cend())
        wanted = models.cbegin(); // there is always something to see
    const RegisteredModel next = wanted == models.cend() ? RegisteredModel() : *wanted;
    m_wantedModel = model;
    if (registry == m_registry && next.id == m_model.id && next.id.isValid())
        return;
    m_registry = registry;
    m_model = next;
    m_selected.clear();
    emit currentChanged();
    emit selectionChanged();
}

void Workspace::selectVersions(const QList<VersionId> &versions)
{
    if (versions == m_selected)
        return;
    m_selected = versions;
    emit selectionChanged();
}

void Workspace::goTo(Registry *registry, const Reference &reference)
{
    const auto job = [reference](Stores &stores) -> Result<Found> {
        const auto model = stores.models->find(reference.model);
        if (!model)
            return failAs(model);
        const auto models = stores.models->list(); // a model just registered is not in the last one
        if (!models)
            return failAs(models);
        if (reference.version.isEmpty() && reference.alias.isEmpty())
            return Found {*models, reference.model, {}};
        const auto version = stores.versions->find(reference);
        if (!version)
            return failAs(version);
        return Found {*models, reference.model, *version};
    };
    whenDone(registry->read(job, 1), this, [this, registry](const Result<Found> &found) {
        if (!m_registries.contains(registry))
            return;
        if (!found) {
            emit failed(found.error());
            return;
        }
        takeModels(registry, found->models);
        setCurrent(registry, found->model);
        if (found->version.isValid()) {
            selectVersions({found->version});
            emit revealRequested(found->version);
        }
    });
}

void Workspace::remember(const QString &address)
{
    QStringList recent = this->recent();
    recent.removeAll(address);
    recent.prepend(address);
    m_settings.set(settings::recentRegistries, QStringList(recent.first(std::min(maxRecent, recent.size()))));
    emit recentChanged();
}

void Workspace::saveOpen()
{
    QStringList addresses;
    for (const Registry *registry : m_registries)
        addresses.append(registry->address());
    m_settings.set(settings::openRegistries, addresses);
}

} // namespace stagekeeper
