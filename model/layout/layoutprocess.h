// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/layout/layout.h"

#include <QObject>
#include <QTimer>

#include <chrono>

class QProcess;

namespace stagekeeper {

/// Where the layout helper is: beside the running program.
[[nodiscard]] QString layoutHelper();

inline constexpr std::chrono::milliseconds layoutLimit {20'000};

/// Asks the helper and waits for it. For programs without a window.
[[nodiscard]] Result<Layout> waitForLayout(const LayoutRequest &request, const QString &helper = layoutHelper(),
                                           std::chrono::milliseconds limit = layoutLimit);

/// Asks the helper for layouts, one at a time: a newer question kills the older one, and so does its time limit. Whatever
/// happens to the helper is an error here and nothing worse.
class LayoutProcess final : public QObject
{
    Q_OBJECT

public:
    explicit LayoutProcess(QString helper = layoutHelper(), QObject *parent = nullptr);
    ~LayoutProcess() override;

    void setHelper(const QString &helper) { m_helper = helper; }
    void setLimit(std::chrono::milliseconds limit) { m_limit.setInterval(limit); }
    /// finished() or failed() follows, once, unless another question or cancel() comes first.
    void ask(const LayoutRequest &request);
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_process != nullptr; }

signals:
    void finished(const stagekeeper::Layout &layout);
    void failed(const stagekeeper::Error &error);

private:
    void start(const QByteArray &message);
    void takeResult();
    void giveUp(const Error &error);

    QString m_helper;
    LayoutRequest m_request;
    QProcess *m_process = nullptr;
    QTimer m_limit;
};

} // namespace stagekeeper
