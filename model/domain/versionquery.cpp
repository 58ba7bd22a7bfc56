// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/versionquery.h"

namespace stagekeeper {

bool operator==(const FilterNode &a, const FilterNode &b)
{
    return a.kind == b.kind && a.op == b.op && a.field == b.field && a.values == b.values && a.children == b.children;
}

} // namespace stagekeeper
