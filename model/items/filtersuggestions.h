// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/filtercursor.h"
#include "model/domain/lifecycle.h"
#include "model/items/modelfacts.h"

namespace stagekeeper {

/// One way to go on with a filter text.
struct FilterSuggestion {
    QString label; ///< what is shown: "metrics.accuracy"
    QString replacement; ///< what replaces the characters that the completion names
    QList<int> positions; ///< letters of the label that matched
    std::optional<std::pair<double, double>> range; ///< of a metric, in this model
    int decimals = 4; ///< of the range
    qint64 count = 0; ///< versions that have it; 0: not known
    friend bool operator==(const FilterSuggestion &, const FilterSuggestion &) = default;
};

/// What is known for completing: facts of the model, stages of the registry, aliases of the model.
struct FilterVocabulary {
    ModelFacts facts;
    QStringList stages, aliases;
};

/// The best of them first, at most a dozen; none when what is written is complete.
[[nodiscard]] QList<FilterSuggestion> filterSuggestions(const FilterCompletion &completion,
                                                        const FilterVocabulary &vocabulary);

} // namespace stagekeeper
