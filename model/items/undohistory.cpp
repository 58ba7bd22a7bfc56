// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/undohistory.h"

namespace stagekeeper {

UndoHistory::UndoHistory(QObject *parent) : QObject(parent) { }

void UndoHistory::push(Registry *registry, const QString &done, const Undo &undo)
{
    const bool canBeUndone = undo && registry;
    if (canBeUndone) {
        m_steps.append({registry, undo});
        connect(registry, &QObject::destroyed, this, &UndoHistory::forgetClosed, Qt::UniqueConnection);
    }
    emit pushed(done, canBeUndone);
    emit changed();
}

void UndoHistory::forgetClosed()
{
    // a registry that was closed takes its ways back along, and the one that waited for its turn
    m_steps.removeIf([](const Step &step) { return !step.registry; });
    if (!m_running)
        m_isRunning = false;
    emit changed();
}

QString UndoHistory::text() const
{
    return m_steps.isEmpty() ? QString() : m_steps.constLast().undo.text;
}

void UndoHistory::undo()
{
    if (!canUndo())
        return;
    const Step step = m_steps.takeLast();
    if (!step.registry)
        return;
    m_isRunning = true;
    m_running = step.registry;
    emit changed();
    const auto future = step.registry->write([run = step.undo.run](Stores &stores) { return run(stores); });
    whenDone(future, this, [this, what = step.undo.text](const Result<> &result) { finished(what, result); });
}

void UndoHistory::finished(const QString &what, const Result<> &result)
{
    m_isRunning = false;
    if (result)
        emit undone(what);
    else
        emit failed(result.error());
    emit changed();
}

} // namespace stagekeeper
