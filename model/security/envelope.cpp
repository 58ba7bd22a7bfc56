// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/security/envelope.h"

#include "model/domain/canonicaljson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace stagekeeper {

QByteArray Envelope::encode() const
{
    QByteArray out = "{\"payload\":\"" + payload.toBase64() + "\",\"payloadType\":";
    appendCanonicalText(out, payloadType);
    out += ",\"signatures\":[";
    for (qsizetype i = 0; i < signatures.size(); ++i) {
        out += i > 0 ? ",{\"keyid\":" : "{\"keyid\":";
        appendCanonicalText(out, signatures.at(i).keyId);
        out += ",\"sig\":\"" + signatures.at(i).signature.toBase64() + "\"}";
    }
    return out + "]}";
}

Result<Envelope> Envelope::decode(const QByteArray &bytes)
{
    const auto corrupt = [](const QString &detail) {
        return fail(Error::Code::Corrupt, QCoreApplication::translate("Envelope", "A signed record cannot be read."), detail);
    };
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(bytes, &error).object();
    if (error.error != QJsonParseError::NoError)
        return corrupt(error.errorString());
    const auto payload = QByteArray::fromBase64Encoding(object.value("payload"_L1).toString().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!payload || !object.value("payloadType"_L1).isString() || !object.value("signatures"_L1).isArray())
        return corrupt(u"a member is missing or not base64"_s);
    Envelope envelope {object.value("payloadType"_L1).toString(), *payload, {}};
    for (const QJsonValue &entry : object.value("signatures"_L1).toArray()) {
        envelope.signatures.append({entry.toObject().value("keyid"_L1).toString(),
                                    QByteArray::fromBase64(entry.toObject().value("sig"_L1).toString().toLatin1())});
    }
    return envelope;
}

} // namespace stagekeeper
