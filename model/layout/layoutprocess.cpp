// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/layoutprocess.h"

#include "model/layout/layoutmessage.h"

#include <QCoreApplication>
#include <QProcess>

#include <utility>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

Error missing(const QString &helper, const QString &detail)
{
    return {Error::Code::NotFound, LayoutProcess::tr("The program that lays out graphs cannot be started: %1").arg(helper), detail};
}

Error tooSlow(std::chrono::milliseconds limit)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limit).count();
    return {Error::Code::Unavailable, LayoutProcess::tr("Laying out the graph took too long and was stopped: limit its depth or its kinds."),
            u"stopped after %1 s"_s.arg(seconds)};
}

Error tooLong()
{
    return {Error::Code::Corrupt, LayoutProcess::tr("The layout helper answered with more than any layout can be."), {}};
}

/// What a helper that has ended leaves behind.
Result<Layout> resultOf(QProcess &process, const LayoutRequest &request)
{
    const QString said = QString::fromUtf8(process.readAllStandardError().left(2000)).trimmed();
    if (process.exitStatus() != QProcess::NormalExit)
        return fail(Error::Code::Internal, LayoutProcess::tr("The layout helper ended unexpectedly while it laid out the graph."), said);
    if (process.exitCode() != 0)
        return fail(Error::Code::Internal, LayoutProcess::tr("The layout helper could not lay out the graph."), said);
    return layoutmessage::readLayout(process.readAllStandardOutput(), request);
}

} // namespace

QString layoutHelper()
{
#ifdef Q_OS_WIN
    return QCoreApplication::applicationDirPath() + "/stagekeeper-layout.exe"_L1;
#else
    return QCoreApplication::applicationDirPath() + "/stagekeeper-layout"_L1;
#endif
}

Result<Layout> waitForLayout(const LayoutRequest &request, const QString &helper, std::chrono::milliseconds limit)
{
    if (const Result<> fine = layoutmessage::check(request); !fine)
        return failAs(fine);
    QProcess process;
    process.start(helper, QStringList());
    if (!process.waitForStarted())
        return tl::unexpected(missing(helper, process.errorString()));
    process.write(layoutmessage::write(request));
    process.closeWriteChannel();
    if (!process.waitForFinished(static_cast<int>(limit.count())) && process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
        return tl::unexpected(tooSlow(limit));
    }
    return resultOf(process, request);
}

LayoutProcess::LayoutProcess(QString helper, QObject *parent) : QObject(parent), m_helper(std::move(helper))
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(layoutLimit);
    connect(&m_limit, &QTimer::timeout, this, [this] { giveUp(tooSlow(m_limit.intervalAsDuration())); });
}

LayoutProcess::~LayoutProcess()
{
    cancel();
    for (QProcess *process : findChildren<QProcess *>())
        process->waitForFinished(1000); // it has been killed
}

void LayoutProcess::ask(const LayoutRequest &request)
{
    cancel();
    m_request = request;
    if (const Result<> fine = layoutmessage::check(request); !fine) {
        emit failed(fine.error());
        return;
    }
    start(layoutmessage::write(request));
}

void LayoutProcess::start(const QByteArray &message)
{
    m_process = new QProcess(this);
    connect(m_process, &QProcess::finished, this, &LayoutProcess::takeResult);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) // everything else ends in finished()
            giveUp(missing(m_helper, m_process->errorString()));
    });
    connect(m_process, &QProcess::readyReadStandardOutput, this, [this] {
        if (m_process->bytesAvailable() > layoutmessage::mostBytes)
            giveUp(tooLong());
    });
    m_limit.start();
    m_process->start(m_helper, QStringList());
    if (!m_process)
        return; // it failed at once
    m_process->write(message);
    m_process->closeWriteChannel();
}

void LayoutProcess::cancel()
{
    m_limit.stop();
    QProcess *process = std::exchange(m_process, nullptr);
    if (!process)
        return;
    process->disconnect(this);
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    if (process->state() == QProcess::NotRunning)
        process->deleteLater();
    else
        process->kill();
}

void LayoutProcess::takeResult()
{
    const Result<Layout> result = resultOf(*m_process, m_request);
    cancel();
    if (result)
        emit finished(*result);
    else
        emit failed(result.error());
}

void LayoutProcess::giveUp(const Error &error)
{
    cancel();
    emit failed(error);
}

} // namespace stagekeeper
