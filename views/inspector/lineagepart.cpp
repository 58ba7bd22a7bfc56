// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/filterlexer.h"
#include "views/common/format.h"
#include "views/common/plainlabel.h"
#include "views/common/section.h"
#include "views/inspector/parts.h"
#include "views/inspector/rows.h"
#include "views/inspector/sections.h"

#include <QBoxLayout>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::parts)
};

/// One link to a row; only the first row of several says what they are.
using MakeRow = std::function<QWidget *()>;

QWidget *dataLink(const PartContext &parts, const DataSource &source)
{
    const QLocale locale;
    auto *link = new LinkButton(parts.theme, source.name);
    link->setAccessibleName(Text::tr("All versions trained on %1").arg(displayName(source.name)));
    QStringList facts {link->accessibleName()};
    if (source.rows)
        facts.append(source.columns ? Text::tr("%1 rows, %2 columns").arg(locale.toString(*source.rows), locale.toString(*source.columns))
                                    : Text::tr("%1 rows").arg(locale.toString(*source.rows)));
    for (const QString &fact : {source.digest, source.uri}) {
        if (!fact.isEmpty())
            facts.append(displayName(fact));
    }
    link->setToolTip(facts.join(u'\n').left(2000));
    QObject::connect(link, &LinkButton::clicked, link, [filter = parts.filter, name = source.name] {
        filter(u"data_source = "_s + quotedFilterText(name));
    });
    return link;
}

QList<MakeRow> makersOf(const PartContext &parts)
{
    const ModelVersion &version = parts.version();
    QList<MakeRow> rows;
    const auto addVersions = [&](const auto &others, const QString &label, const QString &name) {
        for (qsizetype i = 0; i < others.size(); ++i) {
            const Reference reference {others.at(i).model, others.at(i).version, {}};
            rows.append([parts, reference, label = i == 0 ? label : QString(), name = QString(name + QString::number(i))] {
                QWidget *link = versionLink(parts, reference, parts.version().model);
                link->setObjectName(name);
                return labelledRow(parts.theme, label, link);
            });
        }
    };
    addVersions(version.parents, version.parents.size() == 1 ? Text::tr("Parent") : Text::tr("Parents"), u"parentLink"_s);
    for (qsizetype i = 0; i < version.dataSources.size(); ++i) {
        rows.append([parts, i] {
            QWidget *link = dataLink(parts, parts.version().dataSources.at(i));
            link->setObjectName(u"dataLink"_s + QString::number(i));
            return labelledRow(parts.theme, i == 0 ? Text::tr("Data") : QString(), link);
        });
    }
    addVersions(parts.details().children, Text::tr("Led to"), u"childLink"_s);
    return rows;
}

} // namespace

QWidget *parts::lineage(const PartContext &parts)
{
    const QList<MakeRow> rows = makersOf(parts);
    if (rows.isEmpty())
        return nullptr;
    auto *content = new RowList(parts, u"lineageRows"_s, rows.size(), [rows](qsizetype row) { return rows.at(row)(); });
    return makeSection(parts, {u"lineage"_s, Text::tr("Lineage")}, content);
}

} // namespace stagekeeper
