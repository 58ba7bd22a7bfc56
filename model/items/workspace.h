// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/settings.h"
#include "model/items/comparisonchoice.h"
#include "model/store/registry.h"

#include <QObject>

namespace stagekeeper {

/// The registries that are open, their models, and what is selected: everything that pages share.
class Workspace final : public QObject
{
    Q_OBJECT

public:
    Workspace(Settings &settings, OpenOptions options, QObject *parent = nullptr);
    ~Workspace() override;

    /// Opens a registry; one that is open already is given back. It appears at once, its state follows.
    Registry *open(const QString &address);
    /// Creates a registry file in the background and opens it.
    [[nodiscard]] QFuture<Result<>> create(const QString &path, const QString &name, const Lifecycle &lifecycle);
    void close(Registry *registry);
    /// Tries again to open one that failed, or reloads it.
    void reopen(Registry *registry);

    [[nodiscard]] const QList<Registry *> &registries() const { return m_registries; }
    [[nodiscard]] QList<RegisteredModel> models(const Registry *registry) const { return m_models.value(registry); }
    [[nodiscard]] QStringList recent() const { return m_settings.value(settings::recentRegistries); }
    [[nodiscard]] const Actor &actor() const { return m_options.actor; }

    [[nodiscard]] Registry *currentRegistry() const { return m_registry; }
    /// The current model as it was last read; its id is not valid when there is none.
    [[nodiscard]] const RegisteredModel &currentModel() const { return m_model; }
    [[nodiscard]] const QList<VersionId> &selectedVersions() const { return m_selected; }

    [[nodiscard]] ComparisonChoice &comparison() { return m_comparison; }

    void setCurrent(Registry *registry, const QString &model);
    void selectVersions(const QList<VersionId> &versions);
    /// Makes a version the current one wherever it is; failed() when it does not exist.
    void goTo(Registry *registry, const Reference &reference);

signals:
    void registryAdded(stagekeeper::Registry *registry);
    void registryAboutToClose(stagekeeper::Registry *registry);
    void registryClosed();
    void modelsChanged(stagekeeper::Registry *registry); ///< or the registry's state
    void currentChanged();
    void currentUpdated(); ///< the same model, with other counts
    void selectionChanged();
    void revealRequested(stagekeeper::VersionId version);
    void failed(const stagekeeper::Error &error);
    void recentChanged();

private:
    void watch(Registry *registry);
    void loadModels(Registry *registry);
    void takeModels(Registry *registry, const QList<RegisteredModel> &models);
    void remember(const QString &address);
    void saveOpen();

    Settings &m_settings;
    OpenOptions m_options;
    QList<Registry *> m_registries;
    QHash<const Registry *, QList<RegisteredModel>> m_models;
    Registry *m_registry = nullptr;
    RegisteredModel m_model;
    QString m_wantedModel; ///< chosen before its registry was read
    QList<VersionId> m_selected;
    ComparisonChoice m_comparison;
    SerialQueue m_queue; ///< for creating files
};

} // namespace stagekeeper
