// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/comparisonexport.h"
#include "model/workflow/comparisontext.h"
#include "model/workflow/csv.h"
#include "tests/support/hostilenames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
const QJsonValue missing(QJsonValue::Undefined);

ComparedVersion head(const QString &model, const QString &version, const QString &address = u"/a"_s)
{
    return {u"registry of "_s + address, address, {model, version, {}}, {}, {}, {}};
}

ComparisonRow metric(const QString &name, const QList<QJsonValue> &values, MetricDirection direction = MetricDirection::HigherIsBetter)
{
    return {ComparisonSection::Metric, name, direction, values, true};
}

/// The cells of a CSV text, as any reader takes them apart.
QList<QStringList> cellsOf(const QString &csv)
{
    QList<QStringList> lines;
    QStringList line;
    QString cell;
    bool isQuoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const QChar c = csv.at(i);
        if (isQuoted && c == u'"' && i + 1 < csv.size() && csv.at(i + 1) == u'"') {
            cell += c;
            ++i;
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && c == u',') {
            line += std::exchange(cell, {});
        } else if (!isQuoted && c == u'\r') {
            line += std::exchange(cell, {});
            lines += std::exchange(line, {});
            ++i;
        } else {
            cell += c;
        }
    }
    return lines;
}

} // namespace

/// Comparisons written for people, spreadsheets and scripts; names from data do nothing there.
class ComparisonExportTest final : public QObject
{
    Q_OBJECT

private slots:
    void roundsForPeople();
    void saysWhatChanged();
    void putsIntoPercent();
    void shortensNames();
    void writesCsv();
    void writesMarkdown();
    void writesJson();
    void namesRegistriesWhereThereAreSeveral();
    void keepsHostileNamesHarmless();
};

void ComparisonExportTest::roundsForPeople()
{
    const auto shown = [](const QList<QJsonValue> &values) {
        const ComparisonRow row = metric(u"m"_s, values);
        const RowText text(row, 0);
        QStringList cells;
        for (qsizetype i = 0; i < values.size(); ++i)
            cells += text.value(i) + u' ' + text.difference(i);
        return cells;
    };
    QCOMPARE(shown({0.9842105263157894, 0.9736842105263158}), QStringList({u"0.9842 "_s, u"0.9737 -0.0105"_s}));
    QCOMPARE(shown({0.1, 0.9}), QStringList({u"0.100 "_s, u"0.900 +0.800"_s}));
    QCOMPARE(shown({995, 1000}), QStringList({u"995 "_s, u"1000 +5"_s})); // counts
    QCOMPARE(shown({0.5, 0.5}), QStringList({u"0.5000 "_s, u"0.5000 ="_s}));
    QCOMPARE(shown({0.5, missing}), QStringList({u"0.5000 "_s, u" "_s}));
    QCOMPARE(shown({missing, missing}), QStringList({u" "_s, u" "_s}));
    QCOMPARE(shown({0.5, notANumber}), QStringList({u"0.5000 "_s, u"NaN "_s}));
    QCOMPARE(shown({0.00001234, 0.5}), QStringList({u"1.234e-05 "_s, u"0.500 +0.500"_s}));
    QCOMPARE(shown({12345678.5, 0.5}), QStringList({u"1.235e+07 "_s, u"0.50 -1.235e+07"_s}));
    QCOMPARE(shown({0, -0.0}), QStringList({u"0 "_s, u"0 ="_s}));
}

void ComparisonExportTest::saysWhatChanged()
{
    const QJsonObject old {{u"bytes"_s, 10}, {u"sha256"_s, u"a41f0912bcde9999"_s}}, other {{u"uri"_s, u"s3://x"_s}};
    const ComparisonRow row {ComparisonSection::File, u"model.onnx"_s, MetricDirection::Unknown, {old, missing, other, old}, true};
    const RowText text(row, 0), fromNothing(row, 1);
    QCOMPARE(text.value(0), u"10 bytes a41f0912bcde"_s);
    QCOMPARE(text.value(2), u"s3://x"_s);
    QCOMPARE(text.difference(1), u"removed"_s);
    QCOMPARE(text.difference(2), u"changed"_s);
    QCOMPARE(text.difference(3), u"="_s);
    QCOMPARE(fromNothing.difference(0), u"added"_s);
}

void ComparisonExportTest::putsIntoPercent()
{
    const ComparisonRow row = metric(u"m"_s, {0.5, 0.75, 0.5, 0.499, missing});
    const RowText text(row, 0);
    QCOMPARE(text.percent(0), QString());
    QCOMPARE(text.percent(1), u"+50.0 %"_s);
    QCOMPARE(text.percent(2), u"="_s);
    QCOMPARE(text.percent(3), u"-0.20 %"_s);
    QCOMPARE(text.percent(4), QString());
}

void ComparisonExportTest::shortensNames()
{
    QCOMPARE(shortNames({head(u"m"_s, u"1"_s), head(u"m"_s, u"2"_s)}), QStringList({u"1"_s, u"2"_s}));
    QCOMPARE(shortNames({head(u"m"_s, u"1"_s), head(u"n"_s, u"1"_s)}), QStringList({u"m:1"_s, u"n:1"_s}));
    QCOMPARE(shortNames({head(u"m"_s, u"1"_s), head(u"m"_s, u"1"_s, u"/b"_s)}),
        QStringList({u"m:1 (registry of /a)"_s, u"m:1 (registry of /b)"_s}));
}

void ComparisonExportTest::writesCsv()
{
    const Comparison comparison {{head(u"m"_s, u"1"_s), head(u"m"_s, u"2"_s)},
        {metric(u"loss, \"log\""_s, {0.1, -0.2}, MetricDirection::LowerIsBetter), metric(u"auc"_s, {notANumber, missing}),
            {ComparisonSection::Tag, u"t"_s, MetricDirection::Unknown, {true, u"=1+1"_s}, true}}};
    QCOMPARE(QString::fromUtf8(comparisonCsv(comparison, 0)),
        u"section,name,better,differs,m:1,m:2,delta m:1,delta m:2\r\n"
        "metrics,\"loss, \"\"log\"\"\",lower,true,0.1,-0.2,0,-0.30000000000000004\r\n"
        "metrics,auc,higher,true,NaN,,,\r\n"
        "tags,t,,true,true,'=1+1,,\r\n"_s);
}

void ComparisonExportTest::writesMarkdown()
{
    const Comparison comparison {{head(u"m_1"_s, u"1"_s), head(u"m_1"_s, u"2"_s)},
        {metric(u"a|b"_s, {0.1, 0.2}), {ComparisonSection::Hyperparameter, u"lr"_s, MetricDirection::Unknown, {missing, u"<b>"_s}, true}}};
    QCOMPARE(QString::fromUtf8(comparisonMarkdown(comparison, 0)),
        u"Compared with m\\_1:1; the best is bold.\n"
        "\n"
        "| Metrics | m\\_1:1 | m\\_1:2 |\n"
        "| --- | ---: | ---: |\n"
        "| a\\|b | 0.100 | **0.200** (+0.100) |\n"
        "\n"
        "| Hyperparameters | m\\_1:1 | m\\_1:2 |\n"
        "| --- | ---: | ---: |\n"
        "| lr | — | \\<b\\> |\n"_s);
}

void ComparisonExportTest::writesJson()
{
    const Comparison comparison {{head(u"m"_s, u"1"_s), head(u"m"_s, u"2"_s)}, {metric(u"a"_s, {notANumber, 0.25}), metric(u"b"_s, {1, 3})}};
    const QJsonObject json = QJsonDocument::fromJson(comparisonJson(comparison, 1)).object();
    QCOMPARE(json.value("baseline"_L1), u"m:2"_s);
    const QJsonObject a = json.value("rows"_L1).toArray().at(0).toObject(), b = json.value("rows"_L1).toArray().at(1).toObject();
    QCOMPARE(a.value("values"_L1).toArray(), QJsonArray({u"NaN"_s, 0.25}));
    QCOMPARE(a.value("deltas"_L1).toArray(), QJsonArray({QJsonValue::Null, 0}));
    QCOMPARE(b.value("deltas"_L1).toArray(), QJsonArray({-2, 0}));
}

void ComparisonExportTest::namesRegistriesWhereThereAreSeveral()
{
    const Comparison comparison {{head(u"m"_s, u"1"_s), head(u"m"_s, u"1"_s, u"/b"_s)}, {}};
    QVERIFY(comparisonCsv(comparison, 0).contains("registry of /a/m:1,registry of /b/m:1"));
}

void ComparisonExportTest::keepsHostileNamesHarmless()
{
    static const QRegularExpression separator(u"(?<!\\\\)(?:\\\\\\\\)*\\|"_s); // not escaped
    static const QRegularExpression markup(u"(?<!\\\\)(?:\\\\\\\\)*[<>\\[\\]`]"_s);
    for (const QString &name : acceptableHostileNames()) {
        const Comparison comparison {{head(name, u"1"_s), head(u"m"_s, name)},
            {metric(name, {1, 2}), {ComparisonSection::Tag, name, MetricDirection::Unknown, {name, missing}, true}}};
        const QList<QStringList> lines = cellsOf(QString::fromUtf8(comparisonCsv(comparison, 0)));
        QCOMPARE(lines.size(), 3);
        for (const QStringList &line : lines)
            QCOMPARE(line.size(), 8);
        QCOMPARE(withoutGuard(lines.at(2).at(4)), name);
        QVERIFY2(!QStringLiteral("=+-@\t\r\n").contains(lines.at(1).at(1).front()), qPrintable(lines.at(1).at(1)));

        const QStringList markdown = QString::fromUtf8(comparisonMarkdown(comparison, 0)).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(markdown.size(), 7);
        for (qsizetype i = 1; i < markdown.size(); ++i)
            QVERIFY2(markdown.at(i).count(separator) == 4, qPrintable(markdown.at(i)));
        QVERIFY2(!markdown.join(u' ').contains(markup), qPrintable(markdown.join(u'\n')));
        QVERIFY(!QJsonDocument::fromJson(comparisonJson(comparison, 0)).isNull());
    }
}

QTEST_GUILESS_MAIN(ComparisonExportTest)
#include "tst_comparisonexport.moc"
