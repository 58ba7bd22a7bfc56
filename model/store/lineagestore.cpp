// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/lineagestore.h"

namespace stagekeeper {

LineageId lineageIdOf(const DataSource &source, const QString &trainingDataVersion)
{
    const bool saysMore = source.digest.isEmpty() && trainingDataVersion != source.name;
    return {LineageKind::Data, source.name, saysMore ? trainingDataVersion : source.digest};
}

LineageId lineageIdOf(const ExperimentLink &experiment)
{
    return {LineageKind::Experiment, experiment.id.isEmpty() ? experiment.name : experiment.id, {}};
}

} // namespace stagekeeper
