// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/filternormal.h"

#include <algorithm>

namespace stagekeeper {

namespace {

using Kind = FilterNode::Kind;

int depth(const FilterNode &node)
{
    int deepest = 0;
    for (const FilterNode &child : node.children)
        deepest = std::max(deepest, depth(child) + 1);
    return node.kind == Kind::Not ? 0 : deepest;
}

FilterNode normal(const FilterNode &node, bool isNegated)
{
    if (node.kind == Kind::Not)
        return normal(node.children.first(), !isNegated);
    FilterNode result;
    if (node.kind != Kind::And && node.kind != Kind::Or) {
        result.kind = Kind::Not;
        result.children = {node};
        return isNegated ? result : node;
    }
    result.kind = (node.kind == Kind::And) == isNegated ? Kind::Or : Kind::And;
    for (const FilterNode &child : node.children) {
        const FilterNode part = normal(child, isNegated);
        if (part.kind == result.kind)
            result.children.append(part.children);
        else
            result.children.append(part);
    }
    std::ranges::stable_sort(result.children, std::greater(), depth);
    return result;
}

} // namespace

FilterNode normalFilter(const FilterNode &node)
{
    return normal(node, false);
}

} // namespace stagekeeper
