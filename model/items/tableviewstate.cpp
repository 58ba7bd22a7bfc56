// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/tableviewstate.h"

#include "model/domain/sortkey.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int maxWidth = 10'000; // wider was never dragged by hand

QJsonObject toObject(const TableViewState &state)
{
    QJsonObject widths;
    for (auto width = state.widths.cbegin(); width != state.widths.cend(); ++width)
        widths.insert(width.key(), *width);
    return {{u"name"_s, state.name},
            {u"columns"_s, QJsonArray::fromStringList(state.columns)},
            {u"widths"_s, widths},
            {u"sort"_s, printSort(state.sort)},
            {u"filter"_s, state.filter},
            {u"heat"_s, state.isHeatShown}};
}

TableViewState fromObject(const QJsonObject &object)
{
    TableViewState state;
    state.name = object.value("name"_L1).toString();
    for (const QJsonValue key : object.value("columns"_L1).toArray()) {
        if (!key.toString().isEmpty())
            state.columns.append(key.toString());
    }
    const QJsonObject widths = object.value("widths"_L1).toObject();
    for (auto width = widths.constBegin(); width != widths.constEnd(); ++width) {
        if (const int pixels = width.value().toInt(); pixels > 0 && pixels <= maxWidth)
            state.widths.insert(width.key(), pixels);
    }
    if (const auto sort = parseSort(object.value("sort"_L1).toString()))
        state.sort = *sort;
    state.filter = object.value("filter"_L1).toString();
    state.isHeatShown = object.value("heat"_L1).toBool(true);
    return state;
}

} // namespace

QByteArray toJson(const TableViewState &state)
{
    return QJsonDocument(toObject(state)).toJson(QJsonDocument::Compact);
}

QByteArray toJson(const QList<TableViewState> &states)
{
    QJsonArray array;
    for (const TableViewState &state : states)
        array.append(toObject(state));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

TableViewState tableViewFromJson(const QByteArray &json)
{
    return fromObject(QJsonDocument::fromJson(json).object());
}

QList<TableViewState> tableViewsFromJson(const QByteArray &json)
{
    QList<TableViewState> states;
    for (const QJsonValue value : QJsonDocument::fromJson(json).array())
        states.append(fromObject(value.toObject()));
    return states;
}

} // namespace stagekeeper
