// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/resolve.h"

#include "model/store/stores.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Resolve)
};
} // namespace

Result<VersionId> resolve(Stores &stores, const QString &reference)
{
    const auto parsed = Reference::parse(reference);
    if (!parsed)
        return failAs(parsed);
    auto first = stores.versions->find(*parsed);
    if (first || first.error().code != Error::Code::NotFound)
        return first;
    for (qsizetype i = reference.size() - 2; i > 0; --i) {
        const QChar separator = reference.at(i);
        if (separator != u':' && separator != u'@')
            continue;
        Reference other;
        other.model = reference.left(i);
        (separator == u':' ? other.version : other.alias) = reference.sliced(i + 1);
        if (other == *parsed)
            continue;
        auto found = stores.versions->find(other);
        if (found || found.error().code != Error::Code::NotFound)
            return found;
    }
    return first;
}

Result<VersionSummary> summaryOf(Stores &stores, VersionId version)
{
    auto summaries = stores.versions->summaries({version});
    if (!summaries)
        return failAs(summaries);
    if (summaries->isEmpty())
        return fail(Error::Code::NotFound, Text::tr("This version is not in the registry any more."));
    return summaries->takeFirst();
}

} // namespace stagekeeper
