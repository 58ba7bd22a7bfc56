// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

// How long a frame of a chart takes while a user moves about in it, in frames of 16 ms.
// Usage: bench_chart [points] [frames]

#include "tests/benchmarks/measure.h"
#include "views/common/style.h"
#include "views/comparison/charts/acrossversionschart.h"
#include "views/comparison/charts/curveschart.h"
#include "views/comparison/charts/parallelchart.h"

#include <QApplication>
#include <QMouseEvent>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

constexpr double frame = 16; // ms

/// Noise about a slow wave: as much to draw in every pixel column as a curve can have.
CurvePoints noise(int points)
{
    std::mt19937 random(7);
    std::normal_distribution<double> normal;
    CurvePoints curve;
    for (int i = 0; i < points; ++i) {
        curve.x.append(i);
        curve.y.append(std::sin(i * 20.0 / points) + 0.2 * normal(random));
    }
    return curve;
}

void reportFrames(const QString &name, int frames, const std::function<void(int)> &step)
{
    step(0);
    std::vector<double> wall, cpu;
    for (int i = 1; i <= frames; ++i) {
        double used = 0;
        wall.push_back(1e3 * seconds([&] { used = cpuSeconds([&] { step(i); }); }));
        cpu.push_back(1e3 * used);
    }
    report(name + u", median"_s, median(wall), frame, "ms", atMost(1));
    report(name + u", median in processor time"_s, median(cpu), frame, "ms", atMost(1));
    report(name + u", worst in processor time"_s, *std::ranges::max_element(cpu), frame, "ms", atMost(1));
    report(name + u", worst"_s, *std::ranges::max_element(wall), frame, "ms");
}

/// What a window does with a chart, without a screen.
class Screen final
{
public:
    explicit Screen(Chart &chart) : m_image(chart.size(), QImage::Format_RGB32) { paint(chart); }
    void paint(Chart &chart) { chart.render(&m_image); }

private:
    QImage m_image;
};

void hover(Chart &chart, const QPointF &at)
{
    QMouseEvent event(QEvent::MouseMove, at, chart.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&chart, &event);
}

void measureCurves(const Theme &theme, int points, int frames)
{
    CurvesChart chart(theme);
    chart.resize(1000, 600);
    Screen screen(chart);
    const QString prefix = u"%1 points by step, "_s.arg(points);
    report(prefix + u"from data to first frame"_s, 1e3 * seconds([&] {
               chart.setCurves(u"loss"_s, {{u"1.0"_s, 0, noise(points)}});
               screen.paint(chart);
           }), frame, "ms");
    const auto moved = [&](int i) {
        chart.move({i % 20 < 10 ? -3.0 : 3.0, 0});
        screen.paint(chart);
    };
    const auto zoomed = [&](int i) {
        chart.zoom(i % 20 < 10 ? 0.9 : 1 / 0.9, {400, 300});
        screen.paint(chart);
    };
    const auto hovered = [&](int i) {
        hover(chart, {100.0 + i % 700, 300});
        screen.paint(chart);
    };
    reportFrames(prefix + u"zooming"_s, frames, zoomed);
    chart.reset();
    chart.zoom(0.9, chart.plot().center());
    reportFrames(prefix + u"panning over 9 of 10"_s, frames, moved);
    reportFrames(prefix + u"hovering"_s, frames, hovered);
    chart.setSmoothing(0.9);
    reportFrames(prefix + u"panning, smoothed over the raw line"_s, frames, moved);
    chart.setSmoothing(0);
    chart.zoom(0.01, {500, 300});
    reportFrames(prefix + u"panning over one of 100"_s, frames, moved);
}

void measureHistory(const Theme &theme, int points, int frames)
{
    const CurvePoints values = noise(points);
    MetricAcrossVersions history;
    history.metric = u"accuracy"_s;
    for (int i = 0; i < points; ++i)
        history.points.append({QString::number(i), values.y.at(i), i % (points / 50) == 0 ? i / (points / 50) : -1, {}});
    AcrossVersionsChart chart(theme);
    chart.resize(368, 400);
    chart.setHistory(history);
    Screen screen(chart);
    chart.zoom(0.8, chart.plot().center());
    reportFrames(u"%1 versions across, panning"_s.arg(points), frames, [&](int i) {
        chart.move({i % 20 < 10 ? -3.0 : 3.0, 0});
        screen.paint(chart);
    });
}

void measureParallel(const Theme &theme, int versions)
{
    std::mt19937 random(7);
    std::normal_distribution<double> normal;
    ComparedNumbers numbers;
    for (int axis = 0; axis < 6; ++axis)
        numbers.rows.append({u"metric_%1"_s.arg(axis), MetricDirection::HigherIsBetter, {}});
    for (int version = 0; version < versions; ++version) {
        numbers.versions.append(QString::number(version));
        for (NumberRow &row : numbers.rows)
            row.values.append(normal(random));
    }
    ParallelChart chart(theme);
    chart.resize(600, 430);
    chart.setNumbers(numbers);
    Screen screen(chart);
    reportFrames(u"%1 versions on parallel axes, brushing"_s.arg(versions), 50, [&](int i) {
        chart.setBrush(i % 6, -1, 0.02 * i);
        screen.paint(chart);
    });
    reportFrames(u"%1 versions on parallel axes, hovering"_s.arg(versions), 100, [&](int i) {
        hover(chart, {60.0 + 4 * i, 220});
        screen.paint(chart);
    });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const int points = arguments.value(1, u"1000000"_s).toInt(), frames = arguments.value(2, u"300"_s).toInt();
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    applyTheme(application, theme);
    measureCurves(theme, points, frames);
    measureHistory(theme, points / 10, frames);
    measureParallel(theme, 500);
    measureParallel(theme, 5000);
    return 0;
}
