// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/cli/commandline.h"

#include "app/cli/commands.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

QJsonDocument parsed(const QString &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("not JSON: %s: %s", qPrintable(error.errorString()), qPrintable(text));
    return document;
}

} // namespace

QJsonObject Said::object() const
{
    return parsed(out).object();
}

QJsonArray Said::array() const
{
    return parsed(out).array();
}

QJsonObject Said::error() const
{
    return parsed(err).object().value("error"_L1).toObject();
}

CommandLine::CommandLine(bool withRegistry)
{
    qputenv("STAGEKEEPER_HOME", QFile::encodeName(file(u"home"_s)));
    qputenv("STAGEKEEPER_REGISTRY", QFile::encodeName(registry()));
    if (withRegistry)
        must({u"init"_s});
}

Said CommandLine::run(const QStringList &words) const
{
    std::vector<std::string> arguments;
    for (const QString &word : words)
        arguments.push_back(word.toStdString());
    QBuffer out, err;
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    const int status = runCommandLine(arguments, out, err);
    return {status, QString::fromUtf8(out.data()), QString::fromUtf8(err.data())};
}

Said CommandLine::json(const QStringList &words) const
{
    return run(QStringList {u"--json"_s} + words);
}

void CommandLine::must(const QStringList &words) const
{
    const Said said = run(words);
    if (said.status != 0)
        qFatal("%s: %s", qPrintable(words.join(u' ')), qPrintable(said.err));
}

QString CommandLine::write(const QString &name, const QByteArray &content) const
{
    QFile target(file(name));
    if (!target.open(QIODevice::WriteOnly) || target.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
    return target.fileName();
}

QByteArray CommandLine::read(const QString &name) const
{
    QFile source(file(name));
    if (!source.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(name));
    return source.readAll();
}

} // namespace stagekeeper
