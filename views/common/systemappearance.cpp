// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/systemappearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr auto portalPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto portalInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearanceGroup = "org.freedesktop.appearance"_L1;
constexpr auto schemeKey = "color-scheme"_L1;

bool hasDarkPalette()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

/// Asking for a bus where there is none may start one, which takes time.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1);
}

} // namespace

SystemAppearance::SystemAppearance(QObject *parent)
    : QObject(parent), m_platformDark(hasDarkPalette()), m_dark(m_platformDark)
{
    if (hasSessionBus())
        askPortal();
}

void SystemAppearance::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // No service name: with one, Qt looks up its owner and waits for the answer.
    bus.connect({}, portalPath, portalInterface, u"SettingChanged"_s, this,
                SLOT(portalSettingChanged(QString,QString,QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s, portalPath,
                                                           portalInterface, u"Read"_s);
    question << QString(appearanceGroup) << QString(schemeKey);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            portalSettingChanged(appearanceGroup, schemeKey, reply.value());
    });
}

void SystemAppearance::portalSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != appearanceGroup || key != schemeKey)
        return;
    QVariant scheme = value.variant();
    if (scheme.canConvert<QDBusVariant>()) // Read() wraps the value twice
        scheme = scheme.value<QDBusVariant>().variant();
    applyScheme(scheme.toUInt());
}

void SystemAppearance::applyScheme(uint scheme)
{
    constexpr uint preferDark = 1;
    constexpr uint preferLight = 2;
    const bool dark = scheme == preferDark || (scheme != preferLight && m_platformDark);
    if (dark == m_dark)
        return;
    m_dark = dark;
    emit changed();
}

} // namespace stagekeeper
