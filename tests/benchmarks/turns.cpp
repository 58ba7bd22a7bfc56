// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/benchmarks/turns.h"

#include "tests/benchmarks/measure.h"

#include <QEvent>
#include <QMetaEnum>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stagekeeper {

namespace {

double wallSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

TurnsApplication::TurnsApplication(int &argc, char **argv) : QApplication(argc, argv)
{
    connect(&m_timer, &QTimer::timeout, this, &TurnsApplication::turn);
    m_timer.start(0ms);
}

bool TurnsApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    const QEvent::Type type = event->type(); // the event may be gone afterwards
    const QString who = QString::fromLatin1(receiver->metaObject()->className()) + u' ' + receiver->objectName();
    ++m_depth;
    const double start = threadSeconds();
    const bool taken = QApplication::notify(receiver, event);
    const double used = threadSeconds() - start;
    --m_depth;
    if (used > m_longestCpu) {
        m_longestCpu = used;
        m_longestEvent = u"%1: %2 to %3, %4 ms"_s.arg(m_phase, QString::fromLatin1(QMetaEnum::fromType<QEvent::Type>().valueToKey(type)),
                                                       who, QString::number(used * 1e3, 'f', 1));
    }
    return taken;
}

void TurnsApplication::begin(const QString &phase)
{
    m_phase = phase;
    m_turns.clear();
    m_longestCpu = 0;
    m_longestEvent.clear();
    m_wall = wallSeconds();
    m_cpu = threadSeconds();
}

void TurnsApplication::turn()
{
    const double wall = wallSeconds();
    const double cpu = threadSeconds();
    m_turns.push_back({wall - m_wall, cpu - m_cpu});
    m_wall = wall;
    m_cpu = cpu;
}

} // namespace stagekeeper
