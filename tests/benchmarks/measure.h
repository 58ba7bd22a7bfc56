// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QElapsedTimer>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <optional>
#include <vector>

namespace stagekeeper {

/// Processor time that this thread has used.
inline double threadSeconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

/// Seconds that `work` takes.
inline double seconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

/// The same in processor time of this thread, which other programs on the machine disturb less.
inline double cpuSeconds(const std::function<void()> &work)
{
    const double start = threadSeconds();
    work();
    return threadSeconds() - start;
}

inline double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

/// What a ratio has to keep to.
struct Bar {
    enum class Side { AtMost, AtLeast };
    Side side;
    double limit;

    [[nodiscard]] bool passes(double ratio) const { return side == Side::AtMost ? ratio <= limit : ratio >= limit; }
};

constexpr Bar atMost(double limit)
{
    return {Bar::Side::AtMost, limit};
}

constexpr Bar atLeast(double limit)
{
    return {Bar::Side::AtLeast, limit};
}

/// Prints one result as a JSON line. Where a bar is about rates, ours and baseline are rates, otherwise times or sizes.
/// What has no bar is for the reader.
inline void report(const QString &name, double ours, double baseline, const char *unit, std::optional<Bar> bar = {})
{
    const double ratio = ours / baseline;
    std::printf("{\"name\":\"%s\",\"ours\":%.6g,\"baseline\":%.6g,\"ratio\":%.3f,\"unit\":\"%s\"", qPrintable(name), ours,
                baseline, ratio, unit);
    if (bar) {
        std::printf(",\"bar\":\"%s %g\",\"pass\":%s", bar->side == Bar::Side::AtMost ? "<=" : ">=", bar->limit,
                    bar->passes(ratio) ? "true" : "false");
    }
    std::printf("}\n");
    std::fflush(stdout);
}

} // namespace stagekeeper
