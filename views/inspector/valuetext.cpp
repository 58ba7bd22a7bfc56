// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/inspector/valuetext.h"

#include "views/common/format.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper::valuetext {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::valuetext)
};

QString stageMove(const AuditEvent &event)
{
    const QString from = event.before[u"stage"_s].toString();
    const QString to = event.after[u"stage"_s].toString();
    //: a version moved from one stage to another
    return from.isEmpty() ? to : Text::tr("%1 → %2").arg(from, to);
}

QString aliasSet(const AuditEvent &event)
{
    const QString alias = event.after[u"alias"_s].toString();
    const QString before = event.before[u"version"_s].toString();
    return before.isEmpty() ? Text::tr("Alias %1 set").arg(alias) : Text::tr("Alias %1 set, was %2").arg(alias, before);
}

QString nameIn(const AuditEvent &event)
{
    const QString after = event.after[u"name"_s].toString();
    return after.isEmpty() ? event.before[u"name"_s].toString() : after;
}

} // namespace

QString json(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return value.toVariant().typeId() == QMetaType::LongLong ? QString::number(value.toInteger())
                                                                  : format::exactNumber(value.toDouble());
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return u"null"_s;
}

QString duration(double seconds)
{
    constexpr double minute = 60;
    constexpr double hour = 3600;
    const QLocale locale;
    if (!std::isfinite(seconds) || seconds < 0)
        return format::missing();
    if (seconds < minute)
        return Text::tr("%1 s").arg(format::number(seconds, seconds < 10 ? 2 : 0, locale));
    const auto whole = static_cast<qint64>(std::min(seconds, 1e12));
    if (seconds < hour)
        return Text::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return Text::tr("%1 h %2 min").arg(locale.toString(whole / 3600)).arg(whole % 3600 / 60);
}

QString truth(const std::optional<bool> &value)
{
    if (!value)
        return Text::tr("unknown");
    return *value ? Text::tr("yes") : Text::tr("no");
}

QString head(const QString &text, qsizetype length)
{
    return text.size() <= length ? text : text.left(length) + u'…';
}

QString event(const AuditEvent &event)
{
    if (event.action == "version.registered"_L1)
        return Text::tr("Registered in %1").arg(event.after[u"stage"_s].toString());
    if (event.action == "version.stage"_L1)
        return stageMove(event);
    if (event.action == "version.changed"_L1)
        return Text::tr("Changed %1").arg(QStringList(event.after.toObject().keys()).replaceInStrings(u"_"_s, u" "_s).join(u", "_s));
    if (event.action == "version.removed"_L1)
        return Text::tr("Moved to the trash");
    if (event.action == "version.restored"_L1)
        return Text::tr("Restored from the trash");
    if (event.action == "alias.set"_L1)
        return aliasSet(event);
    if (event.action == "alias.removed"_L1)
        return Text::tr("Alias %1 removed").arg(event.before[u"alias"_s].toString());
    if (event.action == "artifact.added"_L1)
        return Text::tr("File %1 added").arg(nameIn(event));
    if (event.action == "artifact.removed"_L1)
        return Text::tr("File %1 removed").arg(nameIn(event));
    return event.action;
}

} // namespace stagekeeper::valuetext
