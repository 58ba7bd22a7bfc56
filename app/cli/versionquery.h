// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/context.h"
#include "model/domain/versionquery.h"

#include <QStringList>

namespace CLI {
class App;
}

namespace stagekeeper {

/// The words that choose versions: `--where EXPR --sort KEY[:desc] --limit N`.
struct QueryWords {
    QString model; ///< empty: of all models
    QString where, sort;
    int limit = -1; ///< -1: all
};

/// Declares the three options; MODEL is declared by the verb.
void declareQuery(CLI::App &verb, QueryWords &words);

/// The filter that was written. One that cannot be read is drawn on the error stream with a caret under the place.
[[nodiscard]] Result<Filter> readFilter(const Context &context, const QString &where);

/// The chosen versions in order; the newest first where no sort is given. A filter that cannot be read is drawn on the
/// error stream with a caret under the place.
[[nodiscard]] Result<QList<VersionId>> chooseVersions(const Context &context, Stores &stores, const QueryWords &words);

} // namespace stagekeeper
