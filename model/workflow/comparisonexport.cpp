// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/comparisonexport.h"

#include "model/domain/jsonnumber.h"
#include "model/domain/jsonwriter.h"
#include "model/domain/namerules.h"
#include "model/workflow/comparisontext.h"
#include "model/workflow/csv.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ComparisonExport)
};

QString better(const ComparisonRow &row)
{
    switch (row.direction) {
    case MetricDirection::HigherIsBetter:
        return u"higher"_s;
    case MetricDirection::LowerIsBetter:
        return u"lower"_s;
    case MetricDirection::Unknown:
        break;
    }
    return {};
}

QString csvValue(const QJsonValue &value)
{
    return value.isDouble() ? exactText(value) : csvCell(exactText(value));
}

QString csvLine(const QStringList &cells)
{
    return cells.join(u',') % "\r\n"_L1;
}

QString labelOf(const ComparedVersion &version, bool withRegistry)
{
    const QString reference = version.reference.toString();
    return withRegistry ? QString(version.registry % u'/' % reference) : reference;
}

/// References; with their registry where there are several.
QStringList labels(const Comparison &comparison)
{
    bool withRegistry = false;
    for (const ComparedVersion &version : comparison.versions)
        withRegistry = withRegistry || version.address != comparison.versions.first().address;
    QStringList texts;
    for (const ComparedVersion &version : comparison.versions)
        texts += labelOf(version, withRegistry);
    return texts;
}

/// One line without anything that Markdown or the HTML in it would take for more than text.
QString markdownCell(const QString &text)
{
    const QString visible = visibleText(text).trimmed();
    QString cell;
    for (qsizetype i = 0; i < visible.size(); ++i) {
        const QChar c = visible.at(i);
        const bool isMarkup = u"\\`*_[]<>#!|~&$@"_s.contains(c);
        const QStringView before = QStringView(visible).first(i), rest = QStringView(visible).sliced(i);
        const bool beginsAddress = rest.startsWith("://"_L1)
            || (c == u'.' && before.endsWith("www"_L1, Qt::CaseInsensitive)); // would become a link
        if (isMarkup || beginsAddress)
            cell += u'\\';
        cell += c;
    }
    return cell;
}

QString markdownRow(const QStringList &cells)
{
    return u"| "_s % cells.join(u" | "_s) % u" |\n"_s;
}

QString markdownValue(const ComparisonRow &row, const RowText &text, qsizetype version)
{
    if (isMissing(row, version))
        return u"—"_s;
    const QString value = markdownCell(text.value(version));
    const QString difference = markdownCell(text.difference(version));
    const QString shown = text.isBest(version) ? QString(u"**"_s % value % u"**"_s) : value;
    return difference.isEmpty() ? shown : QString(shown % u" ("_s % difference % u')');
}

} // namespace

QByteArray comparisonCsv(const Comparison &comparison, qsizetype baseline)
{
    const QStringList versions = labels(comparison);
    QStringList header {u"section"_s, u"name"_s, u"better"_s, u"differs"_s};
    for (const QString &version : versions)
        header += csvCell(version);
    for (const QString &version : versions)
        header += csvCell("delta "_L1 % version);
    QString text = csvLine(header);
    for (const ComparisonRow &row : comparison.rows) {
        QStringList cells {sectionName(row.section), csvCell(row.name), better(row), row.differs ? u"true"_s : u"false"_s};
        for (const QJsonValue &value : row.values)
            cells += csvValue(value);
        for (qsizetype i = 0; i < row.values.size(); ++i) {
            const auto difference = delta(row, baseline, i);
            cells += difference ? numberText(*difference) : QString();
        }
        text += csvLine(cells);
    }
    return text.toUtf8();
}

QByteArray comparisonMarkdown(const Comparison &comparison, qsizetype baseline)
{
    QStringList header;
    QStringList rule {u"---"_s};
    for (const QString &label : labels(comparison)) {
        header += markdownCell(label);
        rule += u"---:"_s;
    }
    QString text = Text::tr("Compared with %1; the best is bold.").arg(header.at(baseline)) % u'\n';
    std::optional<ComparisonSection> section;
    for (const ComparisonRow &row : comparison.rows) {
        if (section != row.section) {
            section = row.section;
            text += u"\n"_s % markdownRow(QStringList {sectionHeading(row.section)} + header) % markdownRow(rule);
        }
        const RowText shown(row, baseline);
        QStringList cells {markdownCell(shown.name())};
        for (qsizetype i = 0; i < row.values.size(); ++i)
            cells += markdownValue(row, shown, i);
        text += markdownRow(cells);
    }
    return text.toUtf8();
}

QByteArray comparisonJson(const Comparison &comparison, qsizetype baseline)
{
    const QStringList versions = labels(comparison);
    JsonWriter json(JsonWriter::Form::Indented);
    json.beginObject().key(u"baseline"_s).text(versions.at(baseline)).key(u"versions"_s).beginArray();
    for (const QString &version : versions)
        json.text(version);
    json.endArray().key(u"rows"_s).beginArray();
    for (const ComparisonRow &row : comparison.rows) {
        json.beginObject().key(u"section"_s).text(sectionName(row.section)).key(u"name"_s).text(row.name);
        json.key(u"values"_s).beginArray(JsonWriter::Form::Compact);
        for (const QJsonValue &value : row.values)
            json.json(value);
        json.endArray().key(u"deltas"_s).beginArray(JsonWriter::Form::Compact);
        for (qsizetype i = 0; i < row.values.size(); ++i)
            json.number(delta(row, baseline, i));
        json.endArray().key(u"differs"_s).boolean(row.differs).endObject();
    }
    return json.endArray().endObject().result();
}

} // namespace stagekeeper
