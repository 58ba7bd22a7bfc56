// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

// From choosing 200 versions of 2,000 metrics to the painted Compare page, differences only (design.md §5).
// Usage: bench_comparepage [versions] [metrics]

#include "model/items/comparisonmodel.h"
#include "tests/benchmarks/measure.h"
#include "tests/views/pageground.h"
#include "views/common/tableview.h"
#include "views/comparison/comparepage.h"

#include <cmath>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

namespace {

/// Half of the metrics are the same in all versions.
QList<VersionId> fill(Stores &stores, int versions, int metrics)
{
    QList<VersionId> ids;
    const Result<> filled = stores.transact([&]() -> Result<> {
        for (int i = 0; i < versions; ++i) {
            ModelVersion version = sampleVersion(u"bench"_s, u"1.%1.0"_s.arg(i));
            version.metrics.clear();
            for (int metric = 0; metric < metrics; ++metric)
                version.metrics.insert(u"metric_%1"_s.arg(metric), metric % 2 == 0 ? metric : std::sin(i * 3.0 + metric));
            const Result<VersionId> id = stores.versions->add(version);
            if (!id)
                return failAs(id);
            ids.append(*id);
        }
        return {};
    });
    valueOf(filled.map([] { return true; }));
    return ids;
}

/// Notes when a table with rows was painted.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(TableView *view) : m_view(view) { view->viewport()->installEventFilter(this); }
    void start()
    {
        m_painted = -1;
        m_timer.start();
    }
    [[nodiscard]] bool isPainted() const { return m_painted >= 0; }
    [[nodiscard]] double milliseconds() const { return double(m_painted) / 1e6; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_painted < 0 && m_view->model()->rowCount() > 0)
            QMetaObject::invokeMethod(this, [this] { m_painted = m_timer.nsecsElapsed(); }, Qt::QueuedConnection); // after it
        return QObject::eventFilter(watched, event);
    }

private:
    TableView *m_view;
    QElapsedTimer m_timer;
    qint64 m_painted = -1;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const int versions = arguments.value(1, u"200"_s).toInt(), metrics = arguments.value(2, u"2000"_s).toInt();
    TemporaryRegistry file;
    const QList<VersionId> ids = fill(file.stores(), versions, metrics);
    file.close();
    PageGround ground;
    Registry *registry = ground.open(file.path(), u"bench"_s);
    ComparePage page(ground.context());
    page.resize(1440, 900);
    page.show();
    QList<ChosenVersion> chosen;
    for (const VersionId id : ids)
        chosen.append({registry, id});
    PaintWatch watch(page.findChild<TableView *>(u"comparisonTable"_s));
    std::vector<double> times;
    for (int run = 0; run < 7; ++run) {
        ground.workspace.comparison().choose({});
        if (!QTest::qWaitFor([&] { return page.model()->rowCount() == 0; }))
            return 1;
        watch.start();
        ground.workspace.comparison().choose(chosen);
        if (!QTest::qWaitFor([&] { return watch.isPainted(); }, 60'000))
            return 1;
        times.push_back(watch.milliseconds());
    }
    constexpr double half = 500;
    report(u"%1 versions of %2 metrics, differences only, to painted"_s.arg(versions).arg(metrics), median(times), half, "ms", atMost(1));
    return 0;
}
