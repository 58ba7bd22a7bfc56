// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/filterlexer.h"
#include "model/domain/versionscheme.h"
#include "views/common/format.h"
#include "views/common/plainlabel.h"
#include "views/common/section.h"
#include "views/inspector/parts.h"
#include "views/inspector/rows.h"
#include "views/inspector/sections.h"
#include "views/inspector/valuetext.h"

#include <QBoxLayout>
#include <QCoreApplication>

#include <algorithm>
#include <climits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::parts)
};

constexpr qsizetype shortCommit = 8;

/// Rows under each other; those without a value are left out.
class Rows
{
public:
    explicit Rows(const PartContext &parts) : m_parts(parts), m_widget(new QWidget), m_column(plainColumn(m_widget)) { }

    void add(const QString &label, const QString &value, const QString &hint = {}, Theme::Face face = Theme::Face::Body)
    {
        if (!value.isEmpty())
            m_column->addWidget(labelledRow(m_parts.theme, label, value, hint, face));
    }
    void add(const QString &label, QWidget *value) { m_column->addWidget(labelledRow(m_parts.theme, label, value)); }
    [[nodiscard]] QWidget *widget() const { return m_widget; }

private:
    const PartContext &m_parts;
    QWidget *m_widget;
    QBoxLayout *m_column;
};

QString schemeWords(const QString &version)
{
    switch (versionScheme(version)) {
    case VersionScheme::SemVer:
        return Text::tr("semantic version");
    case VersionScheme::Timestamp:
        return Text::tr("time stamp");
    case VersionScheme::Other:
        break;
    }
    return Text::tr("free text");
}

QString sizeWords(const ModelVersion &version)
{
    const QLocale locale;
    const QString size = version.modelSizeMb ? format::bytes(qRound64(*version.modelSizeMb * 1e6), locale) : QString();
    if (!version.parameters)
        return size;
    const QString parameters = Text::tr("%1 parameters").arg(locale.toString(*version.parameters));
    return size.isEmpty() ? parameters : Text::tr("%1, %2").arg(size, parameters);
}

void addTraining(Rows &rows, const ModelVersion &version)
{
    QStringList times {version.trainingStart, version.trainingEnd};
    times.removeAll(QString());
    if (version.trainingDurationSeconds)
        rows.add(Text::tr("Trained in"), valuetext::duration(*version.trainingDurationSeconds), times.join(u" – "_s));
    else
        rows.add(Text::tr("Trained"), times.join(u" – "_s));
    rows.add(Text::tr("Data version"), version.trainingDataVersion);
    rows.add(Text::tr("Test set"), version.testSet);
}

void addGit(Rows &rows, const ModelVersion &version)
{
    QStringList words {version.gitBranch, version.gitCommit.left(shortCommit)};
    words.removeAll(QString());
    rows.add(Text::tr("Git"), words.join(u'-'), version.gitCommit, Theme::Face::Mono);
}

QWidget *experimentLink(const PartContext &parts, const ExperimentLink &experiment)
{
    const QString words = experiment.name.isEmpty() ? experiment.id : experiment.name;
    auto *link = new LinkButton(parts.theme, words);
    link->setObjectName(u"experimentLink"_s);
    link->setToolTip(displayName(Text::tr("All versions of %1").arg(experiment.id)));
    QObject::connect(link, &LinkButton::clicked, link, [filter = parts.filter, experiment] {
        filter(u"experiment = "_s + quotedFilterText(experiment.id.isEmpty() ? experiment.name : experiment.id));
    });
    return link;
}

QString retentionWords(const ModelVersion &version)
{
    if (!version.dataRetentionDays)
        return Text::tr("unknown");
    return Text::tr("%n days", nullptr, static_cast<int>(std::min<qint64>(*version.dataRetentionDays, INT_MAX)));
}

} // namespace

QWidget *parts::madeBy(const PartContext &parts)
{
    const ModelVersion &version = parts.version();
    const QLocale locale;
    Rows rows(parts);
    const QString age = format::relativeDate(version.createdAt, QDateTime::currentDateTime(), locale);
    //: when, and by whom
    rows.add(Text::tr("Created"), version.createdBy.isEmpty() ? age : Text::tr("%1, %2").arg(age, version.createdBy),
             format::exactDate(version.createdAt.toLocalTime(), locale));
    rows.add(Text::tr("Framework"), version.framework);
    rows.add(Text::tr("Task"), version.task);
    rows.add(Text::tr("Architecture"), version.architecture);
    rows.add(Text::tr("Size"), sizeWords(version));
    rows.add(Text::tr("Scheme"), schemeWords(version.version));
    if (version.experiment)
        rows.add(Text::tr("Experiment"), experimentLink(parts, *version.experiment));
    addTraining(rows, version);
    addGit(rows, version);
    const QDateTime deployed = QDateTime::fromString(version.deployedAt, Qt::ISODateWithMs);
    rows.add(Text::tr("Deployed"), deployed.isValid() ? format::relativeDate(deployed, QDateTime::currentDateTime(), locale) : version.deployedAt,
             version.deployedAt);
    rows.add(Text::tr("Environment"), version.deploymentEnvironment);
    return makeSection(parts, {u"madeBy"_s, Text::tr("Made by")}, rows.widget());
}

QWidget *parts::compliance(const PartContext &parts)
{
    const ModelVersion &version = parts.version();
    if (!version.gdprCompliant && !version.piiPresent && !version.dataRetentionDays)
        return nullptr;
    Rows rows(parts);
    rows.add(Text::tr("GDPR"), valuetext::truth(version.gdprCompliant));
    rows.add(Text::tr("Personal data"), valuetext::truth(version.piiPresent));
    rows.add(Text::tr("Retention"), retentionWords(version));
    return makeSection(parts, {u"compliance"_s, Text::tr("Compliance")}, rows.widget());
}

QWidget *parts::tags(const PartContext &parts)
{
    const ModelVersion &version = parts.version();
    if (version.tags.isEmpty())
        return nullptr;
    QStringList words;
    for (const QString &tag : version.tags) {
        const QString value = version.tagValues.value(tag);
        words.append(value.isEmpty() ? tag : tag + u'=' + value);
    }
    auto *content = new QWidget;
    QBoxLayout *column = plainColumn(content);
    column->addWidget(tagFlow(parts.theme, words, u"tagFlow"_s));
    return makeSection(parts, {u"tags"_s, Text::tr("Tags")}, content);
}

} // namespace stagekeeper
