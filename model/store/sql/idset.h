// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>

#include <array>

namespace stagekeeper {

/// Ids of versions: a bit for each, in blocks, as most of them lie close together.
class IdSet final
{
public:
    void insert(qint64 id)
    {
        quint64 &word = m_blocks[id >> blockBits][wordOf(id)];
        m_size += (word & bitOf(id)) ? 0 : 1;
        word |= bitOf(id);
    }
    [[nodiscard]] bool contains(qint64 id) const
    {
        const auto block = m_blocks.constFind(id >> blockBits);
        return block != m_blocks.cend() && ((*block)[wordOf(id)] & bitOf(id));
    }
    [[nodiscard]] qint64 size() const { return m_size; }

private:
    static constexpr int blockBits = 9;
    using Block = std::array<quint64, (1 << blockBits) / 64>;

    static constexpr quint64 bitOf(qint64 id) { return quint64(1) << (id & 63); }
    static constexpr size_t wordOf(qint64 id) { return size_t(id >> 6) % std::tuple_size_v<Block>; }

    QHash<qint64, Block> m_blocks;
    qint64 m_size = 0;
};

} // namespace stagekeeper
