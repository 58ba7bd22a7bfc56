// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/versionchoice.h"

#include "model/store/sql/versionstatement.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr qint64 smallRegistry = 2000; ///< versions; fewer are walked without a thought
constexpr qint64 firstCount = 128; ///< entries of each index, to begin with
constexpr qint64 nextCount = 4; ///< times as many as before
constexpr qint64 patience = 8192; ///< entries; where each index has more, estimates of their sizes pay
constexpr double worthIt = 1.5; ///< what saves less is not looked for
constexpr double moment = 1000; ///< an answer of this cost is there before a better way is found

// Costs. The unit is an entry of an index with what is looked up for it, in the order of ids. Out of that order each
// lookup reads a page of its own, which is not among those in memory once there were many.
constexpr double outOfOrderCost = 3.3;
constexpr double pagesInMemory = 4000;
constexpr double sortingCost = 0.3;
constexpr double gatheringCost = 0.1; ///< of an entry for which nothing is looked up

constexpr qint64 minimumSample = 64;
constexpr qint64 shareSample = 256; ///< tells what part of all versions meets a condition
constexpr qint64 enoughHits = 4; ///< in a sample, to know how long the walk will be
constexpr double samplingShare = 64; ///< costs so many times less than what it may save

constexpr double unknown = std::numeric_limits<double>::infinity();

double lookupCost(double entries, bool isInOrder)
{
    return entries * (isInOrder ? 1 : 1 + (outOfOrderCost - 1) * std::min(1.0, entries / pagesInMemory));
}

struct Candidate {
    VersionDriver driver;
    bool isWalk = false; ///< counting it says how long the walk is
    bool isInOrder = false;
    qint64 counted = 0; ///< it has at least so many entries; all when that is known
    bool isKnown = false;
    double share = 1; ///< of all versions, as far as is known

    [[nodiscard]] double cost(double entries) const { return lookupCost(entries, isInOrder) + (isWalk ? 0 : entries * sortingCost); }
};

class Chooser
{
public:
    Chooser(const VersionChoice &choice, const QueryNames &names, const SqlInteger &integer)
        : m_choice(choice), m_names(names), m_integer(integer), m_walk(choice.order.walks.first())
    {
        m_isWalkInOrder = m_walk.hasRow || (choice.walked.isEmpty() && choice.others.isEmpty());
    }

    Result<VersionWay> choose()
    {
        collect();
        const bool hasChoice = std::ranges::any_of(m_candidates, [](const Candidate &each) { return !each.isWalk; });
        if (!hasChoice || m_choice.versions < smallRegistry)
            return VersionWay();
        m_least = leastCost();
        for (qint64 most = firstCount;; most *= nextCount) {
            for (Candidate &candidate : m_candidates) {
                if (const Result<> done = isOpen(candidate, most) ? count(candidate, most) : Result<>(); !done)
                    return failAs(done);
                if (m_least < moment)
                    return best();
            }
            if (const Result<> done = sample(most); !done)
                return failAs(done);
            const auto isStillOpen = [this, most](const Candidate &each) { return isOpen(each, most * nextCount); };
            if (m_least < moment || std::ranges::none_of(m_candidates, isStillOpen))
                return best();
            if (const Result<> done = most >= patience ? sampleShares() : Result<>(); !done)
                return failAs(done);
        }
    }

private:
    void collect()
    {
        if (m_choice.stageWalk)
            m_candidates.append({*m_choice.stageWalk, true, m_isWalkInOrder});
        for (const VersionDriver &driver : versionDrivers(m_choice.walked, m_choice.query.model, m_names))
            m_candidates.append({driver, true, m_isWalkInOrder});
        for (const VersionDriver &driver : versionDrivers(m_choice.others, m_choice.query.model, m_names))
            m_candidates.append({driver, false, driver.isInOrderOfIds});
        // What costs most is rarest if it is of use at all; its count then bounds the others'.
        std::ranges::stable_sort(m_candidates, std::greater(), [](const Candidate &each) { return each.cost(pagesInMemory); });
        for (const FilterNode &node : m_choice.others) {
            const auto field = indexedField(node);
            const auto isOfField = [&](const Candidate &each) { return !each.isWalk && each.driver.field == field; };
            const auto found = std::ranges::find_if(m_candidates, isOfField);
            m_canGather = m_canGather && field && found != m_candidates.end();
        }
    }

    /// Of `most` entries, as many as could still make a candidate the best.
    [[nodiscard]] qint64 usefulCount(const Candidate &candidate, qint64 most) const
    {
        const double each = candidate.cost(double(most)) / double(most);
        return std::min(most, qint64(m_least / worthIt / each));
    }

    /// Not for a few entries more.
    [[nodiscard]] bool isOpen(const Candidate &candidate, qint64 most) const
    {
        return !candidate.isKnown && usefulCount(candidate, most) > candidate.counted * 2;
    }

    Result<> count(Candidate &candidate, qint64 most)
    {
        const qint64 limit = usefulCount(candidate, most);
        const VersionDriver &driver = candidate.driver;
        const auto found = m_integer(u"SELECT count(*) FROM (SELECT 1 FROM "_s + driver.from + u" WHERE "_s + driver.where.text
                + u" LIMIT ?)"_s,
            driver.fromValues + driver.where.values + QVariantList {limit});
        if (!found)
            return failAs(found);
        candidate.counted = found->value_or(0);
        candidate.isKnown = candidate.counted < limit;
        m_least = leastCost();
        return {};
    }

    /// Looks at the first versions of the walk, to know how many it must visit.
    Result<> sample(qint64 counted)
    {
        const qint64 size = std::max(qint64(std::min(double(counted) / 8, m_least / samplingShare)), minimumSample);
        if (m_choice.limit < 0 || !m_walk.isIndexed || m_expected != unknown || size <= m_sampled)
            return {};
        m_sampled = size;
        const Result<qint64> hits = hitsAmong(size, m_choice.others);
        if (!hits)
            return failAs(hits);
        if (*hits >= enoughHits)
            m_expected = double(m_choice.limit * size) / double(*hits);
        m_least = leastCost();
        return {};
    }

    /// Estimates how many entries there are to gather.
    Result<> sampleShares()
    {
        for (Candidate &candidate : m_candidates) {
            if (!m_canGather || candidate.isWalk || candidate.isKnown || candidate.share < 1)
                continue;
            const Result<qint64> hits = hitsAmong(shareSample, conditionsOn(candidate.driver.field, m_choice.others));
            if (!hits)
                return failAs(hits);
            candidate.share = double(*hits) / double(shareSample + 1);
        }
        m_least = leastCost();
        return {};
    }

    /// How many of the first `size` versions of the walk meet the conditions.
    Result<qint64> hitsAmong(qint64 size, const QList<FilterNode> &conditions) const
    {
        VersionWalk walk = m_walk;
        walk.order = walk.isIndexed ? walk.order : QString();
        const auto walked = versionStatement(walk, {}, m_choice.walked, m_names);
        if (!walked)
            return 0;
        VersionWalk few;
        few.from = u"("_s + walked->sql + u" LIMIT ?) w"_s;
        few.place.id = u"w.id"_s;
        few.hasRow = false;
        const auto statement = versionStatement(few, {}, conditions, m_names);
        if (!statement)
            return 0;
        const auto hits = m_integer(u"SELECT count(*) FROM ("_s + statement->sql + u")"_s,
            walked->values + QVariantList {size} + statement->values);
        if (!hits)
            return failAs(hits);
        return hits->value_or(0);
    }

    [[nodiscard]] double walkLength() const
    {
        double length = std::min(double(m_choice.versions), m_expected);
        for (const Candidate &each : m_candidates) {
            if (each.isWalk && each.isKnown)
                length = std::min(length, double(each.counted));
        }
        return length;
    }

    [[nodiscard]] double walkCost() const { return lookupCost(walkLength(), m_isWalkInOrder); }

    [[nodiscard]] double entriesOf(const Candidate &candidate) const
    {
        return candidate.isKnown ? double(candidate.counted)
                                 : std::max(double(candidate.counted), candidate.share * double(m_choice.versions));
    }

    /// The smallest index of each condition that the walk does not ask itself.
    [[nodiscard]] QList<const Candidate *> gathered() const
    {
        QList<const Candidate *> smallest;
        for (const Candidate &candidate : m_candidates) {
            const auto isOfField = [&](const Candidate *each) { return each->driver.field == candidate.driver.field; };
            const auto known = std::ranges::find_if(smallest, isOfField);
            if (known == smallest.end() && !candidate.isWalk)
                smallest.append(&candidate);
            else if (known != smallest.end() && entriesOf(candidate) < entriesOf(**known))
                *known = &candidate;
        }
        return smallest;
    }

    [[nodiscard]] double gatherCost() const
    {
        if (!m_canGather)
            return unknown;
        double entries = 0;
        for (const Candidate *each : gathered())
            entries += entriesOf(*each);
        // The second part of a sort finds what is missing, by looking up every version.
        const bool isOnePart = m_choice.order.walks.size() == 1 || !m_choice.walked.isEmpty() || m_expected != unknown;
        return entries * gatheringCost + walkLength() * (m_walk.isIndexed && isOnePart ? gatheringCost : 1);
    }

    [[nodiscard]] const Candidate *bestDriver() const
    {
        const Candidate *best = nullptr;
        for (const Candidate &each : m_candidates) {
            if (!each.isWalk && each.isKnown && (!best || each.cost(double(each.counted)) < best->cost(double(best->counted))))
                best = &each;
        }
        return best;
    }

    [[nodiscard]] double driverCost() const
    {
        const Candidate *driver = bestDriver();
        return driver ? driver->cost(double(driver->counted)) : unknown;
    }

    [[nodiscard]] double leastCost() const { return std::min({walkCost(), gatherCost(), driverCost()}); }

    [[nodiscard]] VersionWay best() const
    {
        VersionWay way;
        if (driverCost() == m_least) {
            way.driver = bestDriver()->driver;
        } else if (gatherCost() == m_least) {
            QList<const Candidate *> sets = gathered();
            std::ranges::stable_sort(sets, std::less(), [this](const Candidate *each) { return entriesOf(*each); });
            for (const Candidate *each : std::as_const(sets))
                way.gathered.append(each->driver);
        }
        return way;
    }

    const VersionChoice &m_choice;
    const QueryNames &m_names;
    const SqlInteger &m_integer;
    const VersionWalk &m_walk;
    QList<Candidate> m_candidates;
    double m_least = unknown; ///< cost of the best way known so far
    qint64 m_sampled = 0;
    double m_expected = unknown; ///< versions to walk until there are enough
    bool m_canGather = true;
    bool m_isWalkInOrder = false;
};

} // namespace

Result<VersionWay> chooseWay(const VersionChoice &choice, const QueryNames &names, const SqlInteger &integer)
{
    return Chooser(choice, names, integer).choose();
}

} // namespace stagekeeper
