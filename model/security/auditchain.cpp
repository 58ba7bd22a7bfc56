// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/security/auditchain.h"

#include "model/domain/canonicaljson.h"
#include "model/security/digest.h"
#include "model/security/envelope.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

const QString payloadType = u"application/vnd.stagekeeper.audit.v1+json"_s;

void appendMember(QByteArray &out, const char *key, const QString &value)
{
    ((out += ",\"") += key) += "\":";
    appendCanonicalText(out, value);
}

void appendChanges(QByteArray &out, const QList<RecordChange> &changes)
{
    const auto hexOrNull = [](const QByteArray &digest) {
        return digest.isEmpty() ? QByteArray("null") : "\"" + digest.toHex() + "\"";
    };
    out += ",\"changes\":[";
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const RecordChange &change = changes.at(i);
        out += i > 0 ? ",{\"after\":" : "{\"after\":";
        out += hexOrNull(change.after) + ",\"before\":" + hexOrNull(change.before);
        appendMember(out, "pk", change.key);
        out += ",\"rev\":" + QByteArray::number(change.revision);
        appendMember(out, "table", change.table);
        out += '}';
    }
    out += ']';
}

QList<RecordChange> changesFrom(const QJsonArray &array)
{
    QList<RecordChange> changes;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        changes.append({object.value("table"_L1).toString(), object.value("pk"_L1).toString(),
                        object.value("rev"_L1).toInteger(),
                        QByteArray::fromHex(object.value("before"_L1).toString().toLatin1()),
                        QByteArray::fromHex(object.value("after"_L1).toString().toLatin1())});
    }
    return changes;
}

} // namespace

QByteArray leafHash(const QByteArray &leaf)
{
    thread_local Sha256 hasher;
    hasher.add(QByteArrayView("\0", 1));
    hasher.add(leaf);
    return hasher.finish();
}

// Members in the order that RFC 8785 gives them, written without a tree: this runs once for every imported version.
QByteArray encodeLeaf(const NewEvent &event, const Actor &actor, const QString &origin, const ChainPosition &position,
                      const QDateTime &time)
{
    QByteArray payload = "{\"action\":";
    payload.reserve(1024);
    appendCanonicalText(payload, event.action);
    appendMember(payload, "actor", actor.name);
    payload += ",\"after\":" + canonicalJson(event.after) + ",\"before\":" + canonicalJson(event.before);
    appendChanges(payload, event.changes);
    appendMember(payload, "client", actor.installation);
    if (event.imported) {
        payload += ",\"imported\":{\"actor\":";
        appendCanonicalText(payload, event.imported->actor);
        appendMember(payload, "time", event.imported->time.toString(Qt::ISODateWithMs));
        payload += '}';
    }
    appendMember(payload, "model", event.model);
    appendMember(payload, "origin", origin);
    appendMember(payload, "prev", QString::fromLatin1(position.previous.toHex()));
    if (!event.reason.isEmpty())
        appendMember(payload, "reason", event.reason);
    payload += ",\"seq\":" + QByteArray::number(position.position);
    appendMember(payload, "time", time.toUTC().toString(Qt::ISODateWithMs));
    payload += ",\"v\":1";
    appendMember(payload, "version", event.version);
    payload += '}';
    return Envelope {payloadType, payload, {}}.encode();
}

Result<DecodedLeaf> decodeLeaf(const QByteArray &leaf)
{
    const Result<Envelope> envelope = Envelope::decode(leaf);
    if (!envelope)
        return failAs(envelope);
    QJsonParseError error;
    const QJsonObject payload = QJsonDocument::fromJson(envelope->payload, &error).object();
    if (error.error != QJsonParseError::NoError || envelope->payloadType != payloadType
        || payload.value("v"_L1).toInteger() != 1) {
        return fail(Error::Code::Corrupt, QCoreApplication::translate("AuditChain", "A log entry cannot be read."),
                    error.errorString());
    }
    const auto text = [&payload](QLatin1StringView key) { return payload.value(key).toString(); };
    DecodedLeaf decoded;
    decoded.origin = text("origin"_L1);
    decoded.previous = QByteArray::fromHex(text("prev"_L1).toLatin1());
    AuditEvent &event = decoded.event;
    event.position = payload.value("seq"_L1).toInteger(-1);
    event.time = QDateTime::fromString(text("time"_L1), Qt::ISODateWithMs);
    event.actor = text("actor"_L1);
    event.installation = text("client"_L1);
    event.action = text("action"_L1);
    event.model = text("model"_L1);
    event.version = text("version"_L1);
    event.before = payload.value("before"_L1);
    event.after = payload.value("after"_L1);
    event.reason = text("reason"_L1);
    event.changes = changesFrom(payload.value("changes"_L1).toArray());
    if (const QJsonObject imported = payload.value("imported"_L1).toObject(); !imported.isEmpty()) {
        event.imported = ImportedOrigin {QDateTime::fromString(imported.value("time"_L1).toString(), Qt::ISODateWithMs),
                                         imported.value("actor"_L1).toString()};
    }
    event.keyId = envelope->signatures.isEmpty() ? QString() : envelope->signatures.first().keyId;
    event.leaf = leaf;
    event.leafHash = leafHash(leaf);
    return decoded;
}

} // namespace stagekeeper
