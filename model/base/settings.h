// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QVariant>

namespace stagekeeper {

/// One thing that is remembered between two runs: its key, its type and what holds until it is set.
template <typename T>
struct Setting {
    QString key;
    T fallback {};
};

/// What this user wants remembered. All keys are listed below; the file is the platform's, or settings.ini in the folder
/// that STAGEKEEPER_HOME names.
class Settings final : public QObject
{
    Q_OBJECT

public:
    explicit Settings(QObject *parent = nullptr);

    template <typename T>
    [[nodiscard]] T value(const Setting<T> &setting) const
    {
        // a settings file holds texts: whether this one is a T shows only when it is converted
        QVariant stored = m_settings.value(setting.key);
        return stored.isValid() && stored.convert(QMetaType::fromType<T>()) ? stored.template value<T>() : setting.fallback;
    }

    template <typename T>
    void set(const Setting<T> &setting, const T &value)
    {
        if (m_settings.contains(setting.key) && this->value(setting) == value)
            return;
        m_settings.setValue(setting.key, QVariant::fromValue(value));
        emit changed(setting.key);
    }

signals:
    void changed(const QString &key);

private:
    QSettings m_settings;
};

namespace settings {

inline const Setting<QByteArray> windowGeometry {QStringLiteral("window/geometry")};
inline const Setting<bool> inspectorShown {QStringLiteral("window/inspector"), true};
inline const Setting<bool> treeShown {QStringLiteral("window/tree"), true};
inline const Setting<int> treeWidth {QStringLiteral("window/treeWidth"), 232};
inline const Setting<int> inspectorWidth {QStringLiteral("window/inspectorWidth"), 304};
inline const Setting<QString> theme {QStringLiteral("window/theme"), QStringLiteral("system")};
inline const Setting<QString> density {QStringLiteral("window/density"), QStringLiteral("regular")};
inline const Setting<QStringList> openRegistries {QStringLiteral("registries/open")};
inline const Setting<QStringList> recentRegistries {QStringLiteral("registries/recent")};
inline const Setting<QByteArray> savedComparisons {QStringLiteral("comparisons/saved")};
inline const Setting<QString> userName {QStringLiteral("user/name")};
inline const Setting<QString> installation {QStringLiteral("user/installation")};

/// How the versions of one model are shown, as model/items/tableviewstate.h writes it.
[[nodiscard]] Setting<QByteArray> tableView(const QString &registryOrigin, const QString &model);
/// The views that were saved under a name for one model.
[[nodiscard]] Setting<QByteArray> savedViews(const QString &registryOrigin, const QString &model);

} // namespace settings

} // namespace stagekeeper
