// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/comparisontable.h"

#include "model/domain/namerules.h"
#include "model/workflow/comparisontext.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ComparisonTable)
};

constexpr qsizetype widestName = 40;
constexpr qsizetype widestHeader = 28;
constexpr qsizetype widestValue = 20;

QString elided(const QString &text, qsizetype width)
{
    const QString visible = visibleText(text);
    if (visible.size() <= width)
        return visible;
    QString head = visible.left(width / 2), tail = visible.right(width - width / 2 - 1);
    if (head.back().isHighSurrogate())
        head.chop(1);
    if (tail.front().isLowSurrogate())
        tail.remove(0, 1);
    return head % u'…' % tail;
}

const QString missing = u"-"_s;

/// What one version shows in one row.
struct Cell {
    QString value, difference;
};

/// One line of the table: a name and a cell for every version; a heading has no cells.
struct Line {
    QString name;
    QList<Cell> cells;
};

Line headOf(const Comparison &comparison)
{
    Line line;
    for (const QString &name : shortNames(comparison.versions))
        line.cells.append({elided(name, widestHeader), {}});
    return line;
}

Line stagesOf(const Comparison &comparison)
{
    Line line {Text::tr("stage"), {}};
    for (const ComparedVersion &version : comparison.versions)
        line.cells.append({elided(version.stage, widestValue), {}});
    return line;
}

Line lineOf(const ComparisonRow &row, qsizetype baseline)
{
    const RowText text(row, baseline);
    Line line {u"  "_s % elided(text.name(), widestName), {}};
    for (qsizetype i = 0; i < row.values.size(); ++i) {
        const QString value = isMissing(row, i) ? missing : elided(text.value(i), widestValue);
        const QString difference = text.difference(i) % (text.isBest(i) ? u" *"_s : QString());
        line.cells.append({value, difference.trimmed()});
    }
    return line;
}

QList<Line> linesOf(const Comparison &comparison, qsizetype baseline)
{
    QList<Line> lines {headOf(comparison), stagesOf(comparison)};
    std::optional<ComparisonSection> section;
    for (const ComparisonRow &row : comparison.rows) {
        if (section != row.section) {
            section = row.section;
            lines.append({sectionHeading(row.section), {}});
        }
        lines.append(lineOf(row, baseline));
    }
    return lines;
}

/// Cells that a version needs: the widest value, and the widest difference.
struct Widths {
    qsizetype value = 0, difference = 0;
    [[nodiscard]] qsizetype all() const { return value + difference + 4; }
};

Widths widthsOf(const QList<Line> &lines, qsizetype version)
{
    Widths widths;
    for (const Line &line : lines) {
        if (line.cells.isEmpty())
            continue;
        widths.value = std::max(widths.value, displayWidth(line.cells.at(version).value));
        widths.difference = std::max(widths.difference, displayWidth(line.cells.at(version).difference));
    }
    return widths;
}

bool hasAny(const Line &line, const QList<qsizetype> &versions)
{
    return std::ranges::any_of(versions, [&line](qsizetype version) { return line.cells.at(version).value != missing; });
}

void printVersions(Output &out, const QList<Line> &lines, const QList<qsizetype> &versions, const QList<Widths> &widths)
{
    QList<QStringList> rows;
    QStringList heading;
    for (const Line &line : lines) {
        if (line.cells.isEmpty()) {
            heading = {line.name};
            continue;
        }
        if (!hasAny(line, versions))
            continue;
        if (!heading.isEmpty())
            rows += std::exchange(heading, {});
        QStringList row {line.name};
        for (const qsizetype version : versions) {
            const Cell &cell = line.cells.at(version);
            row += QString(widths.at(version).value - displayWidth(cell.value), u' ') % cell.value;
            row += cell.difference;
        }
        rows += row;
    }
    out.table(rows);
}

} // namespace

void printComparison(Output &out, const Comparison &comparison, qsizetype baseline, qsizetype width)
{
    const QList<Line> lines = linesOf(comparison, baseline);
    qsizetype names = 0;
    for (const Line &line : lines)
        names = std::max(names, displayWidth(line.name));
    QList<Widths> widths;
    for (qsizetype i = 0; i < comparison.versions.size(); ++i)
        widths += widthsOf(lines, i);
    const qsizetype fixed = names + 2 + widths.at(baseline).all();
    QList<qsizetype> block {baseline};
    qsizetype used = fixed;
    for (qsizetype i = 0; i < comparison.versions.size(); ++i) {
        if (i == baseline)
            continue;
        if (block.size() > 1 && used + widths.at(i).all() > width) {
            printVersions(out, lines, block, widths);
            out.line({});
            block = {baseline};
            used = fixed;
        }
        block += i;
        used += widths.at(i).all();
    }
    printVersions(out, lines, block, widths);
}

} // namespace stagekeeper
