// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/scale.h"

#include "views/common/format.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr double largest = std::numeric_limits<double>::max();
constexpr double largestPlain = 1e7;
constexpr double smallestPlain = 1e-5;

double bounded(double value)
{
    return std::clamp(value, -largest, largest);
}

/// 1, 2 or 5 times a power of ten, not less than `rough`.
double roundStep(double rough)
{
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (rough <= factor * power * (1 + 1e-9))
            return factor * power;
    }
    return 10 * power;
}

} // namespace

void Extent::add(double value)
{
    if (!std::isfinite(value))
        return;
    low = isEmpty ? value : std::min(low, value);
    high = isEmpty ? value : std::max(high, value);
    isEmpty = false;
}

void Extent::add(const Extent &other)
{
    if (other.isEmpty)
        return;
    add(other.low);
    add(other.high);
}

Scale::Scale(const Extent &extent, Kind kind) : m_kind(kind)
{
    const bool usable = !extent.isEmpty && (kind == Kind::Linear || extent.high > 0);
    m_low = usable ? extent.low : (kind == Kind::Linear ? 0 : 1);
    m_high = usable ? extent.high : (kind == Kind::Linear ? 1 : 10);
    if (kind == Kind::Logarithmic) {
        m_low = std::log10(m_low > 0 ? m_low : m_high / 10);
        m_high = std::log10(m_high);
    }
    if (m_high <= m_low) {
        const double room = m_low == 0 ? 1 : std::max(std::abs(m_low) * 0.05, std::numeric_limits<double>::min());
        m_low = bounded(m_low - room);
        m_high = bounded(m_high + room);
    }
    if (kind == Kind::Logarithmic) {
        m_low = std::pow(10, m_low);
        m_high = std::pow(10, m_high);
    }
}

bool Scale::holds(double value) const
{
    return std::isfinite(value) && (m_kind == Kind::Linear || value > 0);
}

double Scale::fraction(double value) const
{
    if (m_kind == Kind::Logarithmic)
        return std::log(value / m_low) / std::log(m_high / m_low);
    return (value / 2 - m_low / 2) / (m_high / 2 - m_low / 2); // halves, as the whole may be more than a number holds
}

double Scale::value(double fraction) const
{
    if (m_kind == Kind::Logarithmic)
        return m_low * std::pow(m_high / m_low, fraction);
    return bounded(m_low * (1 - fraction) + m_high * fraction);
}

Scale Scale::part(double from, double to) const
{
    Scale scale = *this;
    scale.m_low = value(from);
    scale.m_high = value(to);
    return scale.m_high > scale.m_low ? scale : *this;
}

Scale Scale::widened(double share) const
{
    return part(-share, 1 + share);
}

Scale Scale::rounded(int about) const
{
    const double unit = step(about);
    if (m_kind == Kind::Logarithmic || !std::isfinite(unit) || unit <= 0)
        return *this;
    Scale scale = *this;
    scale.m_low = bounded(std::floor(m_low / unit + 1e-9) * unit);
    scale.m_high = bounded(std::ceil(m_high / unit - 1e-9) * unit);
    return scale;
}

double Scale::step(int about) const
{
    return roundStep(std::max((m_high / about) - (m_low / about), std::numeric_limits<double>::min()));
}

QList<double> Scale::ticks(int about) const
{
    const int count = std::max(about, 1);
    if (m_kind == Kind::Logarithmic) {
        const QList<double> round = decades(count);
        if (round.size() > 1)
            return round;
    }
    QList<double> ticks;
    const double unit = step(count);
    const double first = std::ceil(m_low / unit - 1e-9);
    const double last = std::floor(m_high / unit + 1e-9);
    for (double at = first; at <= last && ticks.size() <= 2 * count + 2; ++at) {
        const double tick = at * unit;
        if (ticks.isEmpty() || tick > ticks.constLast())
            ticks.append(tick == 0 ? 0 : tick);
    }
    return ticks;
}

QList<double> Scale::decades(int about) const
{
    const double first = std::floor(std::log10(m_low)), last = std::ceil(std::log10(m_high));
    const double every = std::max(1.0, std::ceil((last - first) / about));
    const bool sparse = last - first <= 2;
    QList<double> ticks;
    for (double power = first; power <= last; power += every) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double tick = factor * std::pow(10, power);
            const bool wanted = factor == 1 || sparse;
            if (wanted && std::isfinite(tick) && tick >= m_low * (1 - 1e-9) && tick <= m_high * (1 + 1e-9))
                ticks.append(tick);
        }
    }
    return ticks;
}

QString Scale::tickText(double tick, int about, const QLocale &locale) const
{
    const double size = std::max(std::abs(m_low), std::abs(m_high));
    const bool powers = m_kind == Kind::Logarithmic && decades(about).size() > 1;
    const double unit = powers ? std::abs(tick) : step(std::max(about, 1));
    const int place = static_cast<int>(std::floor(std::log10(unit) + 1e-9));
    QString text;
    if (size >= largestPlain || unit < smallestPlain) {
        const int leading = tick == 0 ? place : static_cast<int>(std::floor(std::log10(std::abs(tick)) + 1e-9));
        text = locale.toString(tick, 'e', std::clamp(leading - place, 0, 15));
    } else {
        text = locale.toString(tick, 'f', std::max(0, -place));
    }
    return text.replace(locale.negativeSign(), u"−"_s);
}

} // namespace stagekeeper
