// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/jsonwriter.h"
#include "model/domain/modelversion.h"
#include "model/domain/strictjson.h"

#include <QDateTime>
#include <QMap>

namespace stagekeeper {

/// One entry of a version's history in another system.
struct HistoryEntry
{
    QDateTime at; ///< keeps its zone
    QString event; ///< "registered", "promoted", "rejected", "archived", "rolled_back", "restored", ...
    QString from, to; ///< stages; `from` is empty where the version was registered
    QString by, reason;
    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

/// What a metadata document says beside the version itself.
struct MetadataDocument
{
    ModelVersion version;
    QList<HistoryEntry> history; ///< as listed
    QMap<QString, QString> artifactPaths; ///< artifact name to the path of its file, relative to the document or a root
};

/// What metadata documents may hold: bare NaN and infinities are accepted, texts are at most 1 MiB.
[[nodiscard]] JsonLimits metadataLimits();

/// Reads the keys of the seed's `ModelMetadata` and ours beside them (versionToJson()). Every key may be absent or
/// null, also `model_name` and `version`, which callers ask for; a name that is there must be one (namerules.h). Keys
/// that are not known are kept in `extra`. InvalidArgument is one sentence with the key and the type that is expected.
[[nodiscard]] Result<MetadataDocument> metadataDocument(const QJsonObject &object);

/// The same from text, for callers to whom the version is enough.
[[nodiscard]] Result<ModelVersion> metadataFromJson(QByteArrayView json);

/// Exactly the keys of the seed's `ModelMetadata` in their order; what is absent is null.
[[nodiscard]] QByteArray metadataToJson(
    const ModelVersion &version, JsonWriter::Form form = JsonWriter::Form::Indented);

/// Everything that is known: the keys above, unknown ones that came in, then ours.
[[nodiscard]] QByteArray versionToJson(const ModelVersion &version, JsonWriter::Form form = JsonWriter::Form::Indented);

/// The same as one object of a larger document.
void writeVersion(JsonWriter &json, const ModelVersion &version);

} // namespace stagekeeper
