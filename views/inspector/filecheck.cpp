// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/inspector/filecheck.h"

#include "model/domain/reference.h"

#include <QUrl>

namespace stagekeeper {

namespace {

bool canBeVerified(const Artifact &artifact)
{
    const QUrl url(artifact.uri);
    return artifact.isStored || (url.isLocalFile() && url.host().isEmpty() && !artifact.sha256.isEmpty());
}

} // namespace

FileState FileCheck::stateOf(const Artifact &artifact) const
{
    if (digests.value(artifact.name) == artifact.sha256 && digests.contains(artifact.name))
        return problems.contains(artifact.name) ? FileState::Damaged : FileState::Verified;
    return artifact.isStored ? FileState::Stored : FileState::RecordedOnly;
}

FileCheck fileCheck(const ModelVersion &version, const CheckReport &report, const QDateTime &when)
{
    FileCheck check;
    check.when = when;
    const QString prefix = Reference {version.model, version.version, {}}.toString() + u'/';
    for (const Problem &problem : report.problems) {
        if (problem.where.startsWith(prefix))
            check.problems.insert(problem.where.sliced(prefix.size()), problem.detail);
    }
    for (const Artifact &artifact : version.artifacts) {
        if (canBeVerified(artifact))
            check.digests.insert(artifact.name, artifact.sha256);
    }
    return check;
}

} // namespace stagekeeper
