// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

// How long the Versions page of a million versions keeps the event loop from turning while a user moves about in it.
// Usage: bench_scrolling [folder for the registry] [rounds]

#include "model/items/jobs.h"
#include "model/items/undohistory.h"
#include "model/items/workspace.h"
#include "tests/benchmarks/bigregistry.h"
#include "tests/benchmarks/measure.h"
#include "tests/benchmarks/turns.h"
#include "views/common/frozentable.h"
#include "views/common/style.h"
#include "views/common/tableview.h"
#include "views/versions/versionspage.h"
#include "views/versions/versiontable.h"

#include <QDir>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMap>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

constexpr double frame = 0.016; // seconds
constexpr double something = 0.0002; // a shorter turn did nothing
constexpr int quietMs = 300;

struct Phase {
    QString name;
    int steps;
    int intervalMs;
    std::function<void(int)> step;
};

struct Longest {
    std::vector<double> wall, cpu, percentile; ///< one of each a round
};

/// Moves about in a table as a user does, phase by phase.
class Mover final : public QObject
{
public:
    Mover(TurnsApplication &application, VersionTable &table, int rounds)
        : m_application(application), m_table(table), m_view(table.table()->view()), m_phases(phases()), m_rounds(rounds)
    {
        connect(&m_timer, &QTimer::timeout, this, &Mover::tick);
        m_application.begin(u"opening"_s);
        m_timer.start(quietMs);
    }

private:
    QList<Phase> phases()
    {
        const auto toRow = [this](int row) { m_view->verticalScrollBar()->setValue(row); };
        const auto last = [this] { return m_view->verticalScrollBar()->maximum(); };
        return {
            {u"wheel"_s, 300, 16, [this](int) { wheel(-120); }},
            {u"fast wheel"_s, 300, 5, [this](int) { wheel(-1200); }},
            {u"page down held"_s, 200, 16, [this](int) { press(Qt::Key_PageDown); }},
            {u"jump to end and start"_s, 40, 60, [this](int n) { press(n % 2 ? Qt::Key_Home : Qt::Key_End, Qt::ControlModifier); }},
            {u"jump to the middle and about"_s, 80, 40, [toRow, last](int n) { toRow(int(qint64(n + 1) * 7'368'787 % last())); }},
            {u"drag of the scroll bar"_s, 200, 16, [toRow, last](int n) { toRow(int(qint64(last()) * n / 200)); }},
            {u"change of sorting"_s, 6, 16, [this](int n) { sortBy(n); }},
        };
    }
    void wheel(int delta)
    {
        const QPointF at(200, 200);
        QWheelEvent event(at, m_view->viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QKeyEvent event(QEvent::KeyPress, key, modifiers, {}, true);
        QCoreApplication::sendEvent(m_view, &event);
    }
    void sortBy(int step)
    {
        static const QStringList keys {u"metrics.accuracy"_s, u"created_at"_s, u"metrics.f1"_s, u"version"_s, u"metrics.auc"_s, u"created_at"_s};
        const int column = m_table.model()->columnOf(keys.at(step));
        m_view->horizontalHeader()->setSortIndicator(std::max(column, 1 + step % 2), step % 3 ? Qt::DescendingOrder : Qt::AscendingOrder);
    }

    void tick()
    {
        const VersionTableModel &model = *m_table.model();
        if (model.state() != PagedTableModel::State::Ready)
            return;
        if (m_phase >= 0 && m_step < m_phases.at(m_phase).steps) {
            m_phases.at(m_phase).step(m_step++);
            if (m_step == m_phases.at(m_phase).steps)
                m_timer.start(quietMs); // what was asked for still arrives
            return;
        }
        finishPhase();
    }
    void finishPhase()
    {
        const QString name = m_phase < 0 ? u"opening"_s : m_phases.at(m_phase).name;
        Longest &longest = m_longest[name];
        std::vector<double> busy {0};
        double wall = 0, cpu = 0;
        for (const TurnsApplication::Turn &turn : m_application.turns()) {
            wall = std::max(wall, turn.wall);
            cpu = std::max(cpu, turn.cpu);
            if (turn.cpu > something)
                busy.push_back(turn.wall);
        }
        std::ranges::sort(busy);
        longest.wall.push_back(wall);
        longest.cpu.push_back(cpu);
        longest.percentile.push_back(busy.at(busy.size() * 99 / 100));
        std::fprintf(stderr, "%s: %.1f ms, processor %.1f ms; %s\n", qPrintable(name), wall * 1e3, cpu * 1e3,
                     qPrintable(m_application.longestEvent()));
        if (++m_phase == m_phases.size()) {
            m_phase = 0;
            if (--m_rounds == 0) {
                print();
                QCoreApplication::quit();
                return;
            }
        }
        m_step = 0;
        m_application.begin(m_phases.at(m_phase).name);
        m_timer.start(m_phases.at(m_phase).intervalMs);
    }
    void print() const
    {
        for (auto it = m_longest.cbegin(); it != m_longest.cend(); ++it) {
            const QString name = u"stall of the GUI thread, %1, "_s.arg(it.key());
            report(name + u"longest", median(it->wall) * 1e3, frame * 1e3, "ms", atMost(1));
            report(name + u"longest in processor time", median(it->cpu) * 1e3, frame * 1e3, "ms", atMost(1));
            report(name + u"99 of 100 turns below", median(it->percentile) * 1e3, frame * 1e3, "ms", atMost(1));
            report(name + u"longest of all rounds", *std::ranges::max_element(it->wall) * 1e3, frame * 1e3, "ms");
        }
    }

    TurnsApplication &m_application;
    VersionTable &m_table;
    TableView *m_view;
    const QList<Phase> m_phases;
    QTimer m_timer;
    QMap<QString, Longest> m_longest;
    int m_rounds;
    int m_phase = -1, m_step = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    qputenv("STAGEKEEPER_HOME", QFile::encodeName(home.path()));
    TurnsApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const Result<QString> path = BigRegistry::make(arguments.value(1, QDir::tempPath() + u"/stagekeeper-benchmarks"_s), 1'000'000);
    if (!path)
        qFatal("%s", qPrintable(path.error().message));
    Settings settings;
    Theme theme;
    applyTheme(application, theme);
    Workspace workspace(settings, {});
    UndoHistory undo;
    Jobs jobs;
    VersionsPage page({workspace, settings, undo, jobs, theme});
    page.resize(1200, 860);
    page.show();
    workspace.open(*path);
    Mover mover(application, *page.findChild<VersionTable *>(), arguments.value(2, u"5"_s).toInt());
    return QApplication::exec();
}
