// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/base/settings.h"

#include <QCryptographicHash>
#include <QDir>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

QString settingsFile()
{
    const QString home = qEnvironmentVariable("STAGEKEEPER_HOME");
    if (!home.isEmpty())
        return QDir(home).filePath(u"settings.ini"_s);
    return QSettings(QSettings::IniFormat, QSettings::UserScope, u"stagekeeper"_s, u"stagekeeper"_s).fileName();
}

// names may be long and hold anything: their digest is a key that any settings file takes
QString modelKey(QLatin1StringView group, const QString &origin, const QString &model)
{
    const QByteArray digest =
        QCryptographicHash::hash((origin + u'\n' + model).toUtf8(), QCryptographicHash::Sha256).toHex().first(24);
    return group + u'/' + QString::fromLatin1(digest);
}

} // namespace

Settings::Settings(QObject *parent) : QObject(parent), m_settings(settingsFile(), QSettings::IniFormat) { }

Setting<QByteArray> settings::tableView(const QString &registryOrigin, const QString &model)
{
    return {modelKey("tables"_L1, registryOrigin, model), {}};
}

Setting<QByteArray> settings::savedViews(const QString &registryOrigin, const QString &model)
{
    return {modelKey("views"_L1, registryOrigin, model), {}};
}

} // namespace stagekeeper
