// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QElapsedTimer>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

namespace stagekeeper {

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
    const auto now = [] {
        timespec time {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
    };
    const double start = now();
    work();
    return now() - start;
}

inline double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

/// Prints one result as a JSON line. Where a bar is about rates, ours and baseline are rates, otherwise times.
inline void report(const char *name, double ours, double baseline, const char *unit)
{
    std::printf("{\"name\":\"%s\",\"ours\":%.6g,\"baseline\":%.6g,\"ratio\":%.3f,\"unit\":\"%s\"}\n", name, ours, baseline,
                ours / baseline, unit);
    std::fflush(stdout);
}

} // namespace stagekeeper
