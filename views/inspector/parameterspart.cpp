// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

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

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::parts)
};

constexpr int leastWas = 60;
constexpr qsizetype longestLine = 400; ///< more never fits; the tool tip has it

struct Parameter {
    QString name, value;
    std::optional<QString> was; ///< of the parent, where it differs
};

QList<Parameter> parametersOf(const VersionDetails &details)
{
    const QJsonObject own = details.version.hyperparameters;
    const QJsonObject before = details.parent ? details.parent->hyperparameters : own;
    QStringList names = own.keys() + before.keys();
    names.removeDuplicates();
    names.sort();
    const auto words = [](const QJsonObject &values, const QString &name) {
        return values.contains(name) ? valuetext::json(values.value(name)) : format::missing();
    };
    QList<Parameter> parameters;
    for (const QString &name : names) {
        Parameter parameter {name, words(own, name), {}};
        if (own.value(name) != before.value(name))
            parameter.was = words(before, name);
        parameters.append(parameter);
    }
    return parameters;
}

QWidget *rowOf(const PartContext &parts, const Parameter &parameter)
{
    auto *owner = new QWidget;
    QBoxLayout *row = plainRow(owner, measure::gap - 2);
    auto *value = new ElidedLabel(parts.theme, valuetext::head(parameter.value, longestLine), Theme::Face::Body,
                                  parameter.value == format::missing() ? Token::Text3 : Token::Text, owner);
    value->setHint(parameter.value.size() > longestLine ? parameter.value : QString());
    value->setAccessibleName(displayName(parameter.name) + u' ' + value->text());
    row->addWidget(value);
    if (parameter.was) {
        const bool isNew = *parameter.was == format::missing();
        //: the value that a parameter had in the version this one was made from
        const QString words = isNew ? Text::tr("new") : Text::tr("was %1").arg(valuetext::head(*parameter.was, longestLine));
        auto *was = new ElidedLabel(parts.theme, words, Theme::Face::Small, Token::Text3, owner);
        was->setHint(parameter.was->size() > longestLine ? *parameter.was : QString());
        was->setMinimumWidth(qMin(was->sizeHint().width(), leastWas)); // the longer of the two is shortened first
        row->addWidget(was);
    }
    return labelledRow(parts.theme, parameter.name, owner);
}

} // namespace

QWidget *parts::parameters(const PartContext &parts)
{
    const QList<Parameter> parameters = parametersOf(parts.details());
    if (parameters.isEmpty())
        return nullptr;
    const auto changed = std::count_if(parameters.cbegin(), parameters.cend(), [](const Parameter &p) { return p.was.has_value(); });
    QString note;
    if (parts.details().parent)
        note = changed == 0 ? Text::tr("as in %1").arg(parts.details().parent->version)
                            : Text::tr("%n differ from %1", nullptr, static_cast<int>(changed)).arg(parts.details().parent->version);
    auto *content = new RowList(parts, u"parameterRows"_s, parameters.size(),
                                [parts, parameters](qsizetype row) { return rowOf(parts, parameters.at(row)); });
    return makeSection(parts, {u"parameters"_s, Text::tr("Parameters"), note}, content);
}

} // namespace stagekeeper
