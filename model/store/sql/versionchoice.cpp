// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/versionchoice.h"

#include "model/store/sql/versionstatement.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr qint64 smallRegistry = 2000; ///< versions; fewer are walked without a thought
constexpr double firstProbe = 500;
constexpr double nextProbe = 4; ///< times the one before
constexpr double worthIt = 1.25; ///< what saves less is not looked for
constexpr double moment = 5000; ///< an answer of this cost is there before a better way is found

/// So many hits among the first versions of a walk, and walking is quick enough.
struct Sample {
    qint64 size, good;
};
constexpr Sample glance {32, 4};
constexpr Sample look {256, 8}; ///< when the glance saw too little

// Costs of one entry, with what is looked up for it: one read in the order of ids is the unit; out of that order each lookup
// reads a page of its own.
constexpr double inOrderCost = 1;
constexpr double outOfOrderCost = 3.3;
constexpr double sortingCost = 0.3;

struct Candidate {
    VersionDriver driver;
    bool isWalk = false;
    double cost = 0; ///< of an entry
    qint64 probed = 0; ///< it has at least so many entries
};

class Chooser
{
public:
    Chooser(const VersionChoice &choice, const QueryNames &names, const SqlInteger &integer)
        : m_choice(choice), m_names(names), m_integer(integer)
    {
    }

    Result<std::optional<VersionDriver>> choose()
    {
        collect();
        const bool hasChoice = std::ranges::any_of(m_open, [](const Candidate &each) { return !each.isWalk; });
        if (!hasChoice || m_choice.versions < smallRegistry)
            return m_best;
        m_least = double(m_choice.versions) * m_walkCost;
        if (m_choice.limit >= 0) {
            Result<qint64> hits = sample(glance.size);
            if (hits && *hits >= glance.good)
                return m_best;
            if (hits && *hits > 0)
                hits = sample(look.size);
            if (!hits)
                return failAs(hits);
            if (*hits >= look.good)
                return m_best;
            const double expected = double(m_choice.limit * look.size) / std::max(double(*hits), 4.0);
            m_least = std::min(m_least, expected * m_walkCost);
        }
        for (double most = firstProbe; !m_open.isEmpty(); most *= nextProbe) {
            for (Candidate &candidate : m_open) {
                if (const Result<> done = probe(candidate, most); !done)
                    return failAs(done);
                if (m_isCounted && m_least < moment)
                    return m_best;
            }
            m_open.removeIf([](const Candidate &each) { return each.probed < 0; });
        }
        return m_best;
    }

private:
    void collect()
    {
        const bool isByRow = m_choice.order.walks.first().hasRow;
        m_walkCost = isByRow || m_choice.conditions.isEmpty() ? inOrderCost : outOfOrderCost;
        if (m_choice.stageWalk)
            m_open.append({*m_choice.stageWalk, true, m_walkCost, 0});
        for (const VersionDriver &driver : versionDrivers(m_choice.conditions, m_choice.query.model, m_names)) {
            const bool isWalk = driver.field == m_choice.query.sort.field;
            const double cost = (driver.isInOrderOfIds ? inOrderCost : outOfOrderCost) + sortingCost;
            m_open.append({driver, isWalk, isWalk ? m_walkCost : cost, 0});
        }
        // What costs most is rarest if it is of use at all; its count then bounds the others'.
        std::ranges::stable_sort(m_open, std::greater(), &Candidate::cost);
    }

    /// Counts entries of a candidate worth the cost of `most`, or as many as could still make it the best. Afterwards `probed`
    /// is below 0 when there is no more to know.
    Result<> probe(Candidate &candidate, double most)
    {
        const auto limit = qint64(std::ceil(std::min(most, m_least / worthIt) / candidate.cost));
        if (limit <= candidate.probed) {
            candidate.probed = -1;
            return {};
        }
        const VersionDriver &driver = candidate.driver;
        const auto count = m_integer(u"SELECT count(*) FROM (SELECT 1 FROM "_s + driver.from + u" WHERE "_s + driver.where.text
                + u" LIMIT ?)"_s,
            driver.fromValues + driver.where.values + QVariantList {limit});
        if (!count)
            return failAs(count);
        const qint64 found = count->value_or(0);
        candidate.probed = found < limit ? -1 : found;
        if (found < limit && double(found) * candidate.cost < m_least) {
            m_least = double(found) * candidate.cost;
            m_isCounted = true;
            m_best = candidate.isWalk ? std::nullopt : std::optional(candidate.driver);
        }
        return {};
    }

    /// How many of the first `size` versions of the walk the filter lets through.
    Result<qint64> sample(qint64 size) const
    {
        const VersionWalk &walk = m_choice.order.walks.first();
        VersionWalk few;
        few.from = u"(SELECT "_s + walk.place.id + u" AS id FROM "_s + walk.from + u" WHERE "_s + walk.where.text + u" ORDER BY "_s
            + walk.order + u" LIMIT "_s + QString::number(size) + u") w"_s;
        few.place.id = u"w.id"_s;
        few.hasRow = false;
        const auto statement = versionStatement(few, {}, m_choice.conditions, m_names);
        if (!statement)
            return size;
        const auto hits = m_integer(u"SELECT count(*) FROM ("_s + statement->sql + u")"_s, walk.where.values + statement->values);
        if (!hits)
            return failAs(hits);
        return hits->value_or(0);
    }

    const VersionChoice &m_choice;
    const QueryNames &m_names;
    const SqlInteger &m_integer;
    QList<Candidate> m_open;
    std::optional<VersionDriver> m_best;
    double m_least = 0;
    bool m_isCounted = false; ///< it is the cost of a candidate
    double m_walkCost = inOrderCost;
};

} // namespace

Result<std::optional<VersionDriver>> chooseDriver(const VersionChoice &choice, const QueryNames &names, const SqlInteger &integer)
{
    return Chooser(choice, names, integer).choose();
}

} // namespace stagekeeper
