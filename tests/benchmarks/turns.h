// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QApplication>
#include <QTimer>

#include <vector>

namespace stagekeeper {

/// An application that knows how long each turn of its event loop took, and what took longest in the longest. A turn is what
/// a user may have to wait for before anything moves again: all events between two firings of a timer without delay.
class TurnsApplication final : public QApplication
{
    Q_OBJECT

public:
    struct Turn {
        double wall = 0; ///< seconds
        double cpu = 0; ///< of the GUI thread
    };

    TurnsApplication(int &argc, char **argv);

    bool notify(QObject *receiver, QEvent *event) override;

    /// Forgets what was, and names what follows in the list of the longest events.
    void begin(const QString &phase);
    [[nodiscard]] const std::vector<Turn> &turns() const { return m_turns; }
    /// The event that used the most processor time since begin().
    [[nodiscard]] QString longestEvent() const { return m_longestEvent; }

private:
    void turn();

    QTimer m_timer;
    QString m_phase, m_longestEvent;
    std::vector<Turn> m_turns;
    double m_wall = 0, m_cpu = 0, m_longestCpu = 0;
    int m_depth = 0;
};

} // namespace stagekeeper
