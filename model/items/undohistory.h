// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/registry.h"
#include "model/workflow/undo.h"

#include <QObject>
#include <QPointer>

namespace stagekeeper {

/// The ways back from this session's changes, newest first.
class UndoHistory final : public QObject
{
    Q_OBJECT

public:
    explicit UndoHistory(QObject *parent = nullptr);

    /// Remembers a change that was made in `registry`; `done` says what was done: "Archived fraud-scorer 1.9.0".
    /// Without a registry, or when it was closed since, there is no way back.
    void push(Registry *registry, const QString &done, const Undo &undo);
    [[nodiscard]] bool canUndo() const { return !m_steps.isEmpty() && !m_isRunning; }
    /// What undo() would do, translated; empty when there is nothing to undo.
    [[nodiscard]] QString text() const;
    /// Runs in the background; undone() or failed() follows.
    void undo();

signals:
    void changed();
    void pushed(const QString &done, bool canBeUndone);
    void undone(const QString &what);
    void failed(const stagekeeper::Error &error);

private:
    struct Step {
        QPointer<Registry> registry;
        Undo undo;
    };

    void forgetClosed();
    void finished(const QString &what, const Result<> &result);

    QList<Step> m_steps;
    QPointer<Registry> m_running; ///< where the step in hand runs
    bool m_isRunning = false;
};

} // namespace stagekeeper
