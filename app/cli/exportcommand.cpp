// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/versionquery.h"
#include "model/workflow/exportregistry.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryFile>

#include <memory>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

struct Words {
    QueryWords query;
    QString format = u"json"_s;
    QString output;
};

/// Passes on to the output what an export writes.
class OutputDevice final : public QIODevice
{
public:
    explicit OutputDevice(Output &out) : m_out(out) { open(WriteOnly | Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_out.raw(QByteArray(data, size));
        return size;
    }

private:
    Output &m_out;
};

/// Whole or not at all: under another name first, and then named without replacing anything.
Result<qint64> exportToFile(Stores &stores, const QList<VersionId> &ids, ExportFormat format, const QString &path)
{
    const auto exists = fail(Error::Code::AlreadyExists, Text::tr("There is \"%1\" already; nothing was written.").arg(path));
    if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
        return exists;
    QTemporaryFile file(path % u".XXXXXX"_s);
    if (!file.open())
        return fail(Error::Code::Unavailable, Text::tr("\"%1\" cannot be written: %2.").arg(path, file.errorString()));
    const auto written = exportVersions(stores, ids, format, file);
    if (!written)
        return written;
    if (!file.flush())
        return fail(Error::Code::Unavailable, Text::tr("\"%1\" cannot be written: %2.").arg(path, file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    if (!file.rename(path))
        return exists;
    file.setAutoRemove(false);
    return written;
}

Result<Outcome> run(const Context &context, const Words &words)
{
    if (words.format != "json"_L1 && words.format != "csv"_L1)
        return fail(Error::Code::InvalidArgument, Text::tr("--format is json or csv, not \"%1\".").arg(words.format));
    const ExportFormat format = words.format == "csv"_L1 ? ExportFormat::Csv : ExportFormat::MetadataJson;
    auto stores = context.openForReading();
    if (!stores)
        return failAs(stores);
    const auto ids = chooseVersions(context, *stores, words.query);
    if (!ids)
        return failAs(ids);
    if (words.output.isEmpty()) {
        OutputDevice device(context.out);
        const auto written = exportVersions(*stores, *ids, format, device);
        return written ? Result<Outcome>(Outcome::Done) : failAs(written);
    }
    const auto written = exportToFile(*stores, *ids, format, words.output);
    if (!written)
        return failAs(written);
    context.out.object([&](JsonWriter &json) {
        json.key(u"file"_s).text(QFileInfo(words.output).absoluteFilePath()).key(u"versions"_s).integer(*written);
    });
    context.out.line(Text::tr("Wrote %1 versions to %2.").arg(QString::number(*written), words.output));
    return Outcome::Done;
}

} // namespace

void declareExport(CLI::App &verb, Actions &actions)
{
    const auto words = std::make_shared<Words>();
    argument(verb, "MODEL", words->query.model, Text::tr("of this model; of all models when left out"))->required(false);
    declareQuery(verb, words->query);
    textOption(verb, "--format", words->format, Text::tr("json, ready for import, or csv"));
    textOption(verb, "--output", words->output, Text::tr("a new file; the standard output otherwise"));
    actions[&verb] = [words](const Context &context) { return run(context, *words); };
}

} // namespace stagekeeper
