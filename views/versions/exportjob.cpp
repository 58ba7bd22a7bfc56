// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/versions/exportjob.h"

#include "model/workflow/exportregistry.h"

#include <QCoreApplication>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace stagekeeper {

std::function<Result<qint64>(Stores &, JobControl &)> exportJob(const QList<qint64> &ids, const QString &file)
{
    return [ids, file](Stores &stores, JobControl &control) -> Result<qint64> {
        const auto cannot = [&file](const QIODevice &device) {
            return fail(Error::Code::Unavailable,
                        QCoreApplication::translate("ExportJob", "The file %1 cannot be written: %2.").arg(file, device.errorString()));
        };
        QSaveFile target(file);
        if (!target.open(QIODevice::WriteOnly))
            return cannot(target);
        QList<VersionId> versions;
        versions.reserve(ids.size());
        for (const qint64 id : ids)
            versions.append(VersionId {id});
        const bool isJson = file.endsWith(".json"_L1, Qt::CaseInsensitive);
        const auto written = exportVersions(stores, versions, isJson ? ExportFormat::MetadataJson : ExportFormat::Csv,
                                            target, [&control](qint64 done, qint64 total) {
                                                control.setProgress(static_cast<int>(done), static_cast<int>(total));
                                                return !control.isCanceled();
                                            });
        if (!written)
            return failAs(written);
        if (!target.commit())
            return cannot(target);
        return written;
    };
}

} // namespace stagekeeper
