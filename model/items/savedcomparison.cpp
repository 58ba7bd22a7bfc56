// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/savedcomparison.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace stagekeeper {

QByteArray toJson(const QList<SavedComparison> &comparisons)
{
    QJsonArray array;
    for (const SavedComparison &comparison : comparisons) {
        QJsonArray versions;
        for (const NamedVersion &version : comparison.versions)
            versions.append(QJsonObject {{u"registry"_s, version.address},
                                         {u"model"_s, version.reference.model},
                                         {u"version"_s, version.reference.version}});
        array.append(QJsonObject {{u"name"_s, comparison.name}, {u"versions"_s, versions}, {u"baseline"_s, comparison.baseline}});
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<SavedComparison> savedComparisonsFromJson(const QByteArray &json)
{
    QList<SavedComparison> comparisons;
    for (const QJsonValue value : QJsonDocument::fromJson(json).array()) {
        SavedComparison comparison;
        comparison.name = value["name"_L1].toString();
        for (const QJsonValue version : value["versions"_L1].toArray())
            comparison.versions.append({version["registry"_L1].toString(), {version["model"_L1].toString(), version["version"_L1].toString(), {}}});
        const int baseline = value["baseline"_L1].toInt();
        comparison.baseline = baseline >= 0 && baseline < comparison.versions.size() ? baseline : 0;
        if (!comparison.name.isEmpty() && !comparison.versions.isEmpty())
            comparisons.append(comparison);
    }
    return comparisons;
}

} // namespace stagekeeper
