// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

class QDBusVariant;

namespace stagekeeper {

/// Knows whether the desktop is dark: from the settings portal when it answers, else from the platform's palette.
///
/// Made before the application gets a palette of its own. Never waits: without a portal the first guess stays.
class SystemAppearance final : public QObject
{
    Q_OBJECT

public:
    explicit SystemAppearance(QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_dark; }

signals:
    void changed();

private slots:
    void portalSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal();
    void applyScheme(uint scheme);

    bool m_platformDark = false;
    bool m_dark = false;
};

} // namespace stagekeeper
