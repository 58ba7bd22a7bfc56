// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/trashdocument.h"

#include "model/domain/jsonwriter.h"
#include "model/domain/metadatajson.h"
#include "model/domain/strictjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace stagekeeper {

// The public form of a version does not carry what the registry gave it, nor which files are stored: those stand beside.
QString trashDocument(const ModelVersion &version)
{
    QJsonArray stored;
    for (const Artifact &artifact : version.artifacts) {
        if (artifact.isStored)
            stored.append(artifact.name);
    }
    JsonWriter json(JsonWriter::Form::Compact);
    json.beginObject();
    json.key(u"created_at_ms").integer(version.createdAt.toMSecsSinceEpoch());
    json.key(u"created_by").text(version.createdBy);
    json.key(u"revision").integer(version.revision);
    json.key(u"stored").json(stored);
    json.key(u"version");
    writeVersion(json, version);
    json.endObject();
    return QString::fromUtf8(json.result());
}

Result<ModelVersion> versionFromTrash(const QString &document)
{
    JsonLimits limits = metadataLimits();
    limits.depth *= 2; // the version is one level deeper than it came in
    limits.bytes *= 2; // and its numbers may be longer than they came in
    const Result<QJsonValue> json = parseStrictJson(document.toUtf8(), limits);
    const Result<MetadataDocument> parsed
        = json ? metadataDocument(json->toObject().value("version"_L1).toObject()) : Result<MetadataDocument>(failAs(json));
    if (!parsed) {
        return fail(Error::Code::Corrupt, QCoreApplication::translate("TrashDocument", "A version in the trash cannot be read."),
                    parsed.error().message);
    }
    const QJsonObject object = json->toObject();
    ModelVersion version = parsed->version;
    version.aliases.clear();
    version.createdAt = QDateTime::fromMSecsSinceEpoch(object.value("created_at_ms"_L1).toInteger(), Qt::UTC);
    version.createdBy = object.value("created_by"_L1).toString();
    version.revision = object.value("revision"_L1).toInteger();
    for (Artifact &artifact : version.artifacts)
        artifact.isStored = object.value("stored"_L1).toArray().contains(artifact.name);
    return version;
}

} // namespace stagekeeper
