// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

// Loaded into any Qt program by LD_PRELOAD: says on standard error when the program has painted for the first time, and when
// its table of versions has painted rows. The program itself knows nothing of it.

#include <QApplication>
#include <QEvent>
#include <QTableView>

#include <cstdio>
#include <ctime>

namespace {

class FirstPaint final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            if (!m_painted) {
                m_painted = true;
                sayAfterwards("first paint");
            }
            const auto *table = qobject_cast<QTableView *>(watched->parent());
            if (!m_rows && table && table->objectName() == QLatin1String("versionTable") && table->model()->rowCount() > 0) {
                m_rows = true;
                sayAfterwards("rows");
            }
        }
        return false;
    }

private:
    /// When the whole window is painted: that is one event.
    void sayAfterwards(const char *what)
    {
        QMetaObject::invokeMethod(this, [what] {
            timespec wall {}, cpu {};
            clock_gettime(CLOCK_MONOTONIC, &wall);
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu);
            std::fprintf(stderr, "%s: %.6f %.6f\n", what, double(wall.tv_sec) + double(wall.tv_nsec) / 1e9,
                         double(cpu.tv_sec) + double(cpu.tv_nsec) / 1e9);
            std::fflush(stderr);
        }, Qt::QueuedConnection);
    }

    bool m_painted = false, m_rows = false;
};

void watch()
{
    if (qApp)
        qApp->installEventFilter(new FirstPaint(qApp));
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(watch)
