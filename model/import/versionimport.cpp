// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/import/versionimport.h"

#include "model/domain/lifecycle.h"
#include "model/domain/namerules.h"
#include "model/import/importcheck.h"
#include "model/store/objects/objectstore.h"
#include "model/store/stores.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VersionImport)
};

constexpr qsizetype batchSize = 500;

// One write: a version is registered (entry 0), or moved (its later entries).
struct Step
{
    qint64 time = 0;
    int phase = 0; ///< within one moment: registered, left a live stage, anything else
    qsizetype candidate = 0;
    qsizetype entry = 0;
};

// Earlier batches stay in the registry: the sentence of what stopped the import must not hide them.
Result<> stoppedAfter(qsizetype taken, Error error)
{
    if (taken > 0)
        error.message = Text::tr("%1 %n version(s) before it were taken and stay; run the import again for the rest.",
            nullptr, int(taken)).arg(error.message);
    return tl::unexpected<Error>(std::move(error));
}

class Import
{
public:
    Import(Stores &stores, QList<ImportCandidate> &candidates, const ImportOptions &options)
        : m_stores(stores)
        , m_candidates(candidates)
        , m_options(options)
    {
    }

    [[nodiscard]] Result<> run();

private:
    [[nodiscard]] Result<> takeFiles();
    [[nodiscard]] Result<> takeFiles(ImportCandidate &candidate);
    [[nodiscard]] QList<Step> steps() const;
    [[nodiscard]] Result<> write(const QList<Step> &steps);
    [[nodiscard]] Result<> writeStep(const Step &step);
    [[nodiscard]] Result<> add(const ImportCandidate &candidate, qsizetype index);
    [[nodiscard]] QString deployedAt(const ImportCandidate &candidate, qsizetype entry) const;
    [[nodiscard]] bool isLive(const QString &stage) const;
    [[nodiscard]] bool report(qsizetype done, qsizetype total) const;
    void stop();

    Stores &m_stores;
    QList<ImportCandidate> &m_candidates;
    const ImportOptions &m_options;
    Lifecycle m_lifecycle;
    QHash<qsizetype, VersionId> m_ids; ///< of the candidates that were added
};

Result<> Import::run()
{
    const Result<Lifecycle> lifecycle = m_stores.stages->lifecycle();
    if (!lifecycle)
        return failAs(lifecycle);
    m_lifecycle = *lifecycle;
    if (const Result<> checked = checkCandidates(m_stores, m_lifecycle, m_candidates); !checked)
        return checked;
    if (const Result<> taken = takeFiles(); !taken || m_options.dryRun)
        return taken;
    return write(steps());
}

Result<> Import::takeFiles()
{
    for (qsizetype i = 0; i < m_candidates.size(); ++i) {
        ImportCandidate &candidate = m_candidates[i];
        if (!candidate.isOpen || candidate.files.isEmpty())
            continue;
        if (!report(i, 2 * m_candidates.size())) {
            stop();
            return {};
        }
        const Result<> taken = takeFiles(candidate);
        if (!taken && taken.error().code == Error::Code::Unavailable)
            return taken;
        if (!taken)
            candidate.close(ImportOutcome::Rejected, taken.error().message);
    }
    return {};
}

// The digest is checked before the file is put, so that a wrong one leaves nothing behind.
Result<> Import::takeFiles(ImportCandidate &candidate)
{
    for (const ImportFile &file : std::as_const(candidate.files)) {
        const auto artifact = std::ranges::find(candidate.version.artifacts, file.artifact, &Artifact::name);
        const Result<ObjectInfo> info = digestOfFile(file.path);
        if (!info)
            return failAs(info);
        const bool isOther = (!artifact->sha256.isEmpty() && artifact->sha256 != info->sha256)
            || (artifact->bytes >= 0 && artifact->bytes != info->bytes);
        if (isOther)
            return fail(Error::Code::Corrupt,
                Text::tr("The file of \"%1\" is not the one that was described: its digest or size differs.")
                    .arg(visibleText(file.artifact)));
        artifact->sha256 = info->sha256;
        artifact->bytes = info->bytes;
        if (m_options.dryRun)
            continue;
        const Result<ObjectInfo> stored = m_stores.objects->put(file.path);
        if (!stored)
            return failAs(stored);
        if (stored->sha256 != info->sha256)
            return fail(Error::Code::Conflict,
                Text::tr("The file of \"%1\" changed while it was read.").arg(visibleText(file.artifact)));
        artifact->isStored = true;
        artifact->uri.clear();
    }
    return {};
}

bool Import::isLive(const QString &stage) const
{
    const std::optional<Stage> found = m_lifecycle.find(stage);
    return found && found->kind == StageKind::Live;
}

QList<Step> Import::steps() const
{
    QList<Step> steps;
    for (qsizetype i = 0; i < m_candidates.size(); ++i) {
        const ImportCandidate &candidate = m_candidates.at(i);
        if (!candidate.isOpen)
            continue;
        if (candidate.history.isEmpty()) {
            steps.append({candidate.origin ? candidate.origin->time.toMSecsSinceEpoch() : 0, 0, i, 0});
            continue;
        }
        for (qsizetype entry = 0; entry < candidate.history.size(); ++entry) {
            const HistoryEntry &is = candidate.history.at(entry);
            Step step{is.at.toMSecsSinceEpoch(), entry == 0 ? 0 : isLive(is.from) ? 1 : 2, i, entry};
            if (entry > 0 && steps.last().time == step.time)
                step.phase = std::max(step.phase, steps.last().phase);
            steps.append(step);
        }
    }
    std::ranges::stable_sort(steps, {}, [](const Step &step) { return std::pair(step.time, step.phase); });
    return steps;
}

Result<> Import::write(const QList<Step> &steps)
{
    // a history that is cut in two would be a version that never was
    const bool hasHistory = std::ranges::any_of(steps, [](const Step &step) { return step.entry > 0; });
    const qsizetype size = hasHistory ? std::max<qsizetype>(steps.size(), 1) : batchSize;
    for (qsizetype from = 0; from < steps.size();) {
        if (!report(m_candidates.size() + from, m_candidates.size() + steps.size())) {
            stop();
            return {};
        }
        const QHash<qsizetype, VersionId> idsBefore = m_ids;
        qsizetype failed = -1;
        const Result<> written = m_stores.transact([&]() -> Result<> {
            for (const Step &step : steps.sliced(from, std::min(size, steps.size() - from))) {
                const Result<> done = writeStep(step);
                failed = done ? -1 : step.candidate;
                if (!done)
                    return done;
            }
            return {};
        });
        if (written) {
            from += size;
            continue;
        }
        const Error::Code code = written.error().code;
        const bool isOfTheRow = code == Error::Code::AlreadyExists || code == Error::Code::InvalidArgument
            || code == Error::Code::Conflict || code == Error::Code::NotFound;
        if (failed < 0 || !isOfTheRow)
            return stoppedAfter(idsBefore.size(), written.error());
        // the batch was rolled back: again, without the one that cannot be
        m_ids = idsBefore;
        m_candidates[failed].close(
            code == Error::Code::AlreadyExists ? ImportOutcome::Skipped : ImportOutcome::Rejected,
            written.error().message);
    }
    return {};
}

Result<> Import::writeStep(const Step &step)
{
    const ImportCandidate &candidate = m_candidates.at(step.candidate);
    if (!candidate.isOpen)
        return {};
    if (step.entry == 0)
        return add(candidate, step.candidate);
    const HistoryEntry &entry = candidate.history.at(step.entry);
    return m_stores.stages->move({m_ids.value(step.candidate), entry.from, entry.to, deployedAt(candidate, step.entry),
        entry.reason, ImportedOrigin{entry.at, entry.by}});
}

Result<> Import::add(const ImportCandidate &candidate, qsizetype index)
{
    ModelVersion version = candidate.version;
    std::optional<ImportedOrigin> origin = candidate.origin;
    version.aliases.clear();
    if (!candidate.history.isEmpty()) {
        const HistoryEntry &registered = candidate.history.first();
        origin = {registered.at, registered.by};
        version.stage = registered.to;
        const auto entersLive = [this](const HistoryEntry &entry) { return isLive(entry.to); };
        if (std::any_of(candidate.history.begin() + 1, candidate.history.end(), entersLive))
            version.deployedAt.clear(); // comes with the move
    }
    if (origin) {
        version.createdAt = origin->time.toUTC();
        version.createdBy = origin->actor;
    }
    const Result<VersionId> id = m_stores.versions->add(version, origin);
    if (!id)
        return failAs(id);
    m_ids.insert(index, *id);
    return {};
}

// What the source says of the last deployment holds; earlier ones began with their entry.
QString Import::deployedAt(const ImportCandidate &candidate, qsizetype entry) const
{
    const QList<HistoryEntry> &history = candidate.history;
    if (!isLive(history.at(entry).to))
        return {};
    const bool isLast = std::none_of(
        history.begin() + entry + 1, history.end(), [this](const HistoryEntry &later) { return isLive(later.to); });
    return isLast ? candidate.version.deployedAt : history.at(entry).at.toString(Qt::ISODateWithMs);
}

bool Import::report(qsizetype done, qsizetype total) const
{
    return !m_options.progress || m_options.progress(done, total);
}

void Import::stop()
{
    for (qsizetype i = 0; i < m_candidates.size(); ++i) {
        if (m_candidates.at(i).isOpen && !m_ids.contains(i))
            m_candidates[i].close(ImportOutcome::Skipped, Text::tr("The import was stopped before this version."));
    }
}

} // namespace

Result<ImportReport> importVersions(Stores &stores, QList<ImportCandidate> candidates, const ImportOptions &options)
{
    if (const Result<> done = Import(stores, candidates, options).run(); !done)
        return failAs(done);
    ImportReport report;
    for (ImportCandidate &candidate : candidates) {
        if (candidate.row.reference.isEmpty() && !candidate.version.model.isEmpty()
            && !candidate.version.version.isEmpty())
            candidate.row.reference = Reference{candidate.version.model, candidate.version.version, {}}.toString();
        report.rows.append(candidate.row);
    }
    return report;
}

} // namespace stagekeeper
