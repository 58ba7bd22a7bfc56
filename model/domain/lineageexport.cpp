// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/lineageexport.h"

#include "model/domain/jsonwriter.h"
#include "model/domain/lineageid.h"
#include "model/domain/namerules.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LineageExport)
};

/// Longer lines are cut in pictures; Graphviz gives up on strings of 16 KiB.
constexpr qsizetype longestLine = 200;
constexpr qsizetype longestPiece = 2000;

/// The text inside quotes of DOT. A backslash is doubled, or an odd number of them would take the closing quote away.
QString escaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
}

/// The end of a piece of `text` that begins at `from`: not between the halves of a surrogate pair.
qsizetype endOfPiece(const QString &text, qsizetype from, qsizetype length)
{
    const qsizetype end = std::min(from + length, text.size());
    return end < text.size() && text.at(end).isLowSurrogate() ? end - 1 : end;
}

/// A quoted string; a very long one is the sum of its pieces.
QString quoted(const QString &text)
{
    QStringList pieces;
    for (qsizetype from = 0; from < text.size() || pieces.isEmpty();) {
        const qsizetype end = endOfPiece(text, from, longestPiece);
        pieces += QString(u'"' % escaped(text.sliced(from, end - from)) % u'"');
        from = end;
    }
    return pieces.join(u" + "_s);
}

/// A label: lines of text in which no character, entity or escape sequence means anything to Graphviz.
QString label(const QStringList &lines)
{
    QStringList plain;
    for (const QString &line : lines) {
        const QString visible = visibleText(line);
        const qsizetype end = endOfPiece(visible, 0, longestLine);
        const QString shown = end < visible.size() ? QString(visible.first(end) % u'…') : visible;
        if (!shown.isEmpty())
            plain += escaped(shown).replace(u'&', u"&amp;"_s);
    }
    return u'"' % plain.join(u"\\n"_s) % u'"';
}

QString look(const LineageNode &node)
{
    const QString dashed = node.isRegistered ? QString() : u",dashed"_s;
    switch (node.kind) {
    case LineageKind::Version:
        return u"shape=box, style=\"rounded,filled" % dashed % u"\", fillcolor=lightblue"_s;
    case LineageKind::Data:
        return u"shape=note, style=filled, fillcolor=lightgreen"_s;
    case LineageKind::Experiment:
        break;
    }
    return u"shape=hexagon, style=filled, fillcolor=lightyellow"_s;
}

} // namespace

QString lineageSecondLine(const LineageNode &node)
{
    if (node.count > 1 || node.kind == LineageKind::Experiment)
        return node.detail;
    if (node.kind == LineageKind::Data)
        return node.rows ? Text::tr("%1 rows").arg(QLocale().toString(*node.rows)) : QString();
    if (!node.isRegistered)
        return Text::tr("not registered here");
    return node.stage;
}

QByteArray lineageDot(const LineageGraph &graph)
{
    QByteArray dot = "digraph lineage {\n  charset=\"UTF-8\";\n  rankdir=TB;\n  node [fontname=\"sans-serif\", fontsize=11];\n";
    for (const LineageNode &node : graph.nodes()) {
        const QString line = u"  " % quoted(node.id) % u" [label=" % label({node.label, lineageSecondLine(node)}) % u", "
            % look(node) % u"];\n";
        dot += line.toUtf8();
    }
    for (const LineageEdge &edge : graph.edges()) {
        const QString line = u"  " % quoted(graph.node(edge.from).id) % u" -> " % quoted(graph.node(edge.to).id)
            % u" [tooltip=" % quoted(lineageWord(edge.relation)) % u"];\n";
        dot += line.toUtf8();
    }
    return dot + "}\n";
}

QByteArray lineageJson(const LineageGraph &graph)
{
    JsonWriter json(JsonWriter::Form::Indented);
    json.beginObject();
    json.key(u"nodes").beginArray();
    for (const LineageNode &node : graph.nodes()) {
        json.beginObject();
        json.key(u"kind").text(lineageWord(node.kind)).key(u"id").text(node.id).key(u"label").text(node.label);
        json.endObject();
    }
    json.endArray();
    json.key(u"edges").beginArray();
    for (const LineageEdge &edge : graph.edges()) {
        json.beginObject();
        json.key(u"from").text(graph.node(edge.from).id).key(u"to").text(graph.node(edge.to).id);
        json.key(u"relation").text(lineageWord(edge.relation));
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.result();
}

} // namespace stagekeeper
