// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

// How long the program takes from its start to its first paint, against the least of Qt programs, one with an empty window and
// one with a table in it; and how much memory it holds with a million versions open. Usage: bench_start [folder for the registry] [rounds]

#include "tests/benchmarks/bigregistry.h"
#include "tests/benchmarks/measure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <array>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

constexpr int patienceMs = 60'000;

struct Moment {
    double wall = 0, cpu = 0; ///< seconds since the start of the process
};

double monotonicSeconds()
{
    timespec time {};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

/// A program under measurement; ended with this object.
class Program
{
public:
    Program(const QString &name, const QStringList &arguments, const QString &home)
    {
        const QDir folder(QCoreApplication::applicationDirPath());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_PRELOAD"_s, folder.filePath(u"libfirstpaint.so"_s));
        environment.insert(u"STAGEKEEPER_HOME"_s, home);
        m_process.setProcessEnvironment(environment);
        m_start = monotonicSeconds();
        m_process.start(folder.filePath(name), arguments);
    }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Program)

    /// Waits until it says that this happened.
    Moment moment(const QByteArray &what)
    {
        const QByteArray key = what + ": ";
        while (true) {
            for (const QByteArray &line : m_said.split('\n').sliced(0, m_said.count('\n'))) {
                if (!line.startsWith(key))
                    continue;
                const QByteArrayList numbers = line.mid(key.size()).split(' ');
                return {numbers.value(0).toDouble() - m_start, numbers.value(1).toDouble()};
            }
            m_process.setReadChannel(QProcess::StandardError);
            if (!m_process.waitForReadyRead(patienceMs))
                qFatal("%s said only: %s", qPrintable(m_process.program()), m_said.constData());
            m_said += m_process.readAllStandardError();
        }
    }
    /// MiB, from a file of /proc that has lines like "Pss: 12 kB".
    [[nodiscard]] double mebibytes(const QString &file, const QByteArray &key) const
    {
        QFile proc(u"/proc/%1/%2"_s.arg(m_process.processId()).arg(file));
        if (!proc.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(proc.fileName()));
        const QByteArray start = key + ':';
        for (const QByteArray &line : proc.readAll().split('\n')) {
            if (line.startsWith(start))
                return line.mid(start.size()).simplified().split(' ').value(0).toDouble() / 1024;
        }
        return 0;
    }
    /// Waits until it does nothing any more.
    void settle()
    {
        double before = -1, now = processorSeconds();
        while (now - before > 0.05) {
            before = now;
            m_process.waitForFinished(2000);
            now = processorSeconds();
        }
    }

private:
    [[nodiscard]] double processorSeconds() const
    {
        double seconds = 0;
        for (const QString &thread : QDir(u"/proc/%1/task"_s.arg(m_process.processId())).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile schedule(u"/proc/%1/task/%2/schedstat"_s.arg(m_process.processId()).arg(thread));
            if (schedule.open(QIODevice::ReadOnly))
                seconds += schedule.readAll().split(' ').value(0).toDouble() / 1e9;
        }
        return seconds;
    }

    QProcess m_process;
    double m_start = 0;
    QByteArray m_said;
};

struct Moments {
    std::vector<double> wall, cpu; // ms

    void add(const Moment &moment)
    {
        wall.push_back(moment.wall * 1e3);
        cpu.push_back(moment.cpu * 1e3);
    }
    void print(const QString &name, const Moments &baseline, std::optional<Bar> bar = {}) const
    {
        report(name, median(wall), median(baseline.wall), "ms", bar);
        report(name + u", processor time"_s, median(cpu), median(baseline.cpu), "ms", bar);
    }
};

/// What the program may be asked to begin with, each with settings of its own.
struct Beginning {
    QString name;
    QStringList arguments;
    QTemporaryDir home {};
    Moments painted {};
};

void measureStart(const QString &registry, int rounds)
{
    std::array<Beginning, 3> beginnings {{{u"a million versions"_s, {registry}}, {u"no registry"_s, {}}, {u"the sample"_s, {u"--demo"_s}}}};
    const QTemporaryDir nowhere;
    Moments empty, table, rows;
    for (int round = 0; round < rounds; ++round) {
        empty.add(Program(u"emptywindow"_s, {}, nowhere.path()).moment("first paint"));
        table.add(Program(u"emptywindow"_s, {u"--table"_s}, nowhere.path()).moment("first paint"));
        for (Beginning &beginning : beginnings) {
            Program ours(u"stagekeeper"_s, beginning.arguments, beginning.home.path());
            beginning.painted.add(ours.moment("first paint"));
            if (&beginning == beginnings.data())
                rows.add(ours.moment("rows"));
        }
    }
    for (const Beginning &beginning : beginnings) {
        const QString name = u"start to first paint with %1, against a window with "_s.arg(beginning.name);
        beginning.painted.print(name + u"a table"_s, table, atMost(2));
        beginning.painted.print(name + u"nothing"_s, empty, atMost(2));
    }
    rows.print(u"start to first rows of a million, against a window with a table"_s, table);
    table.print(u"a window with a table against one with nothing"_s, empty);
}

void measureMemory(const QString &registry)
{
    const QTemporaryDir home;
    constexpr double limit = 150; // MiB
    Program ours(u"stagekeeper"_s, {registry}, home.path());
    (void)ours.moment("rows");
    ours.settle();
    report(u"memory with a million versions open, resident"_s, ours.mebibytes(u"status"_s, "VmRSS"), limit, "MiB", atMost(1));
    report(u"memory with a million versions open, proportional"_s, ours.mebibytes(u"smaps_rollup"_s, "Pss"), limit, "MiB", atMost(1));
    report(u"memory with a million versions open, anonymous"_s, ours.mebibytes(u"smaps_rollup"_s, "Anonymous"), limit, "MiB");
    report(u"memory while a million versions are opened, peak"_s, ours.mebibytes(u"status"_s, "VmHWM"), limit, "MiB");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const Result<QString> path = BigRegistry::make(arguments.value(1, QDir::tempPath() + u"/stagekeeper-benchmarks"_s), 1'000'000);
    if (!path)
        qFatal("%s", qPrintable(path.error().message));
    const int rounds = arguments.value(2, u"15"_s).toInt();
    measureStart(*path, rounds);
    measureMemory(*path);
}
