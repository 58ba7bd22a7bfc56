// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/modelversion.h"

namespace stagekeeper {

bool VersionChange::isEmpty() const
{
    return !description && !deploymentEnvironment && !deployedAt && !dataRetentionDays && !piiPresent && !gdprCompliant
        && setTags.isEmpty() && removeTags.isEmpty();
}

} // namespace stagekeeper
