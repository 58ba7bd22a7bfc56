// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/artifactchange.h"

#include "model/domain/namerules.h"
#include "model/store/stores.h"
#include "model/workflow/resolve.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ArtifactChange)
};

QString kindFromName(const QString &name)
{
    static const QStringList known {u"safetensors"_s, u"onnx"_s,  u"pt"_s,   u"pth"_s,    u"pkl"_s,  u"pickle"_s,
                                    u"joblib"_s,      u"h5"_s,    u"keras"_s, u"gguf"_s,   u"pb"_s,   u"tflite"_s,
                                    u"json"_s,        u"csv"_s,   u"yaml"_s, u"txt"_s,    u"md"_s,   u"npz"_s,
                                    u"npy"_s,         u"ubj"_s,   u"cbm"_s,  u"parquet"_s, u"zip"_s,  u"model"_s};
    const QString ending = QFileInfo(name).suffix().toLower();
    return known.contains(ending) ? ending : QString();
}

Result<Artifact> findArtifact(Stores &stores, VersionId version, const QString &name)
{
    const auto artifacts = stores.artifacts->list(version);
    if (!artifacts)
        return failAs(artifacts);
    const auto found = std::ranges::find(*artifacts, name, &Artifact::name);
    if (found == artifacts->end())
        return fail(Error::Code::NotFound, Text::tr("The version has no artifact \"%1\".").arg(visibleText(name)));
    return *found;
}

Result<> takeBackAdding(Stores &stores, VersionId version, const Artifact &artifact)
{
    const auto now = findArtifact(stores, version, artifact.name);
    if (!now && now.error().code != Error::Code::NotFound)
        return failAs(now);
    if (!now || *now != artifact)
        return fail(Error::Code::Conflict,
                    Text::tr("The artifact \"%1\" was changed since, so it is not removed.").arg(artifact.name));
    return stores.artifacts->remove(version, artifact.name);
}

Result<> takeBackRemoval(Stores &stores, VersionId version, const Artifact &artifact)
{
    const auto now = findArtifact(stores, version, artifact.name);
    if (now)
        return fail(Error::Code::Conflict,
                    Text::tr("There is another artifact \"%1\" by now, so the removed one does not come back.")
                        .arg(artifact.name));
    if (now.error().code != Error::Code::NotFound)
        return failAs(now);
    return stores.artifacts->add(version, artifact);
}

} // namespace

Result<Artifact> storeFile(Stores &stores, const ArtifactInput &input, const ByteProgress &progress)
{
    Artifact artifact;
    artifact.name = !input.name.isEmpty() ? input.name
        : input.path.isEmpty()            ? QUrl(input.uri).fileName()
                                          : QFileInfo(input.path).fileName();
    artifact.kind = input.kind.isEmpty() ? kindFromName(artifact.name) : input.kind;
    if (const auto fits = checkName(NameKind::Artifact, artifact.name); !fits)
        return failAs(fits);
    if (input.path.isEmpty()) {
        if (const auto fits = checkName(NameKind::Artifact, input.uri); !fits)
            return failAs(fits);
        artifact.uri = input.uri;
        return artifact;
    }
    if (input.copy && !stores.objects)
        return fail(Error::Code::Unsupported, Text::tr("This registry cannot store files."));
    const auto info = input.copy ? stores.objects->put(input.path, progress) : digestOfFile(input.path, progress);
    if (!info)
        return failAs(info);
    artifact.sha256 = info->sha256;
    artifact.bytes = info->bytes;
    artifact.isStored = input.copy;
    if (!input.copy)
        artifact.uri = QUrl::fromLocalFile(QFileInfo(input.path).absoluteFilePath()).toString(QUrl::FullyEncoded);
    return artifact;
}

Result<ArtifactChange> addArtifact(Stores &stores, VersionId version, const ArtifactInput &input,
                                   const ByteProgress &progress)
{
    const auto stored = storeFile(stores, input, progress);
    if (!stored)
        return failAs(stored);
    const Artifact artifact = *stored;
    return stores.transact([&]() -> Result<ArtifactChange> {
        if (const auto added = stores.artifacts->add(version, artifact); !added)
            return failAs(added);
        return ArtifactChange {artifact,
                               {Text::tr("Remove the artifact %1 again").arg(artifact.name), [=](Stores &later) {
                                    return later.transact([&] { return takeBackAdding(later, version, artifact); });
                                }}};
    });
}

Result<ArtifactChange> removeArtifact(Stores &stores, VersionId version, const QString &name)
{
    return stores.transact([&]() -> Result<ArtifactChange> {
        const auto found = findArtifact(stores, version, name);
        if (!found)
            return failAs(found);
        const Artifact artifact = *found;
        if (const auto removed = stores.artifacts->remove(version, name); !removed)
            return failAs(removed);
        return ArtifactChange {artifact, {Text::tr("Put the artifact %1 back").arg(name), [=](Stores &later) {
                                              return later.transact([&] { return takeBackRemoval(later, version, artifact); });
                                          }}};
    });
}

Result<QString> fetchArtifact(Stores &stores, VersionId version, const QString &name, const QString &target,
                              const ByteProgress &progress)
{
    const auto artifact = findArtifact(stores, version, name);
    if (!artifact)
        return failAs(artifact);
    if (!artifact->isStored || !stores.objects)
        return fail(Error::Code::Unsupported,
                    Text::tr("The registry does not hold \"%1\" itself; it is at %2.")
                        .arg(visibleText(name), visibleText(artifact->uri)));
    const QFileInfo place(target);
    const QString file = place.isDir() ? QString(target % u'/' % safeFileName(name)) : target;
    if (const auto copied = stores.objects->get(artifact->sha256, file, progress); !copied)
        return failAs(copied);
    return file;
}

} // namespace stagekeeper
