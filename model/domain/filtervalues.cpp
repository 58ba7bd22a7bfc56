// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/filtervalues.h"

#include "model/domain/filterfields.h"
#include "model/domain/semver.h"
#include "model/domain/versionscheme.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr qsizetype maximumNeedle = 1000;

using Kind = FilterNode::Kind;
using Operator = FilterNode::Operator;
using Made = tl::expected<FilterNode, FilterError>;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FilterParser)
};

tl::unexpected<FilterError> refuse(const QString &message, const QString &suggestion = {})
{
    return tl::unexpected(FilterError {0, 0, message, suggestion});
}

std::optional<double> numberOf(const FilterToken &token)
{
    bool isNumber = false;
    const double number = token.text.toDouble(&isNumber);
    if (token.kind == FilterToken::Kind::Number)
        return isNumber ? std::optional(number) : std::nullopt;
    const QString word = token.kind == FilterToken::Kind::Word ? token.text.toLower() : QString();
    if (word == u"nan"_s)
        return std::numeric_limits<double>::quiet_NaN();
    if (word == u"-inf"_s || word == u"-infinity"_s)
        return -std::numeric_limits<double>::infinity();
    const bool isInfinite = word == u"inf"_s || word == u"+inf"_s || word == u"infinity"_s || word == u"+infinity"_s;
    return isInfinite ? std::optional(std::numeric_limits<double>::infinity()) : std::nullopt;
}

std::optional<bool> truthOf(const FilterToken &token)
{
    const QString word = token.text.toLower();
    if (word == u"true"_s || word == u"yes"_s || word == u"1"_s)
        return true;
    return word == u"false"_s || word == u"no"_s || word == u"0"_s ? std::optional(false) : std::nullopt;
}

bool isOrder(Operator op)
{
    return op != Operator::Equal && op != Operator::NotEqual && op != Operator::Contains;
}

/// "-7d" and the like, counted back from `now`; an invalid time when it lies before the year 1.
std::optional<QDateTime> relativeMoment(const QString &text, const QDateTime &now)
{
    static const QRegularExpression form(uR"(^-(\d{1,9})([mhdwy])$)"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    const qint64 count = match.captured(1).toLongLong();
    const QChar unit = match.captured(2).at(0).toLower();
    QDateTime moment;
    if (unit == u'm' || unit == u'h')
        moment = now.addSecs(-count * (unit == u'm' ? 60 : 3600));
    else if (unit == u'y')
        moment = count < 10'000 ? now.addYears(-static_cast<int>(count)) : QDateTime();
    else
        moment = now.addDays(-count * (unit == u'w' ? 7 : 1));
    return moment.date().year() >= 1 ? moment.toUTC() : QDateTime();
}

QDateTime absoluteMoment(const QString &text)
{
    QDateTime moment = QDateTime::fromString(text.toUpper(), Qt::ISODateWithMs);
    if (moment.isValid() && moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    return moment.toUTC();
}

FilterNode compared(FilterNode node, Operator op, const QDateTime &moment)
{
    node.op = op;
    node.values = {FilterValue(moment)};
    return node;
}

/// A date means all of its day.
FilterNode comparedWithDay(const FilterNode &node, const QDate &day)
{
    const QDateTime start = day.startOfDay(Qt::UTC);
    const QDateTime end = day.addDays(1).startOfDay(Qt::UTC);
    switch (node.op) {
    case Operator::Less:
    case Operator::GreaterOrEqual:
        return compared(node, node.op, start);
    case Operator::LessOrEqual:
        return compared(node, Operator::Less, end);
    case Operator::Greater:
        return compared(node, Operator::GreaterOrEqual, end);
    default:
        break;
    }
    const bool isInside = node.op == Operator::Equal;
    FilterNode both;
    both.kind = isInside ? Kind::And : Kind::Or;
    both.children = {compared(node, isInside ? Operator::GreaterOrEqual : Operator::Less, start),
        compared(node, isInside ? Operator::Less : Operator::GreaterOrEqual, end)};
    return both;
}

QString semVerLike(const QString &text)
{
    for (const QString &candidate : QStringList {text + u".0"_s, text + u".0.0"_s, text.mid(1)}) {
        if (SemVer::parse(candidate))
            return candidate;
    }
    return {};
}

Made textComparison(FilterNode node, const FilterToken &token)
{
    if (node.op == Operator::Contains && token.text.size() > maximumNeedle)
        return refuse(Text::tr("A text after \"~\" can have at most %1 characters").arg(maximumNeedle));
    if (isOrder(node.op) && versionScheme(token.text) == VersionScheme::Other) {
        return refuse(Text::tr("Only semantic versions and timestamps can be compared by order"), semVerLike(token.text));
    }
    node.values = {FilterValue(token.text)};
    return node;
}

Made numberComparison(FilterNode node, const FilterToken &token)
{
    const std::optional<double> number = numberOf(token);
    if (!number && token.kind == FilterToken::Kind::Number)
        return refuse(Text::tr("The number \"%1\" is out of range").arg(token.text));
    if (!number)
        return refuse(Text::tr("Expected a number for \"%1\"").arg(filterFieldText(node.field)));
    node.values = {FilterValue(*number)};
    return node;
}

} // namespace

bool FilterValues::isValue(const QList<FilterToken> &tokens, qsizetype at)
{
    if (at >= tokens.size() || !tokens.at(at).isClosed)
        return false;
    const FilterToken::Kind kind = tokens.at(at).kind;
    return kind == FilterToken::Kind::Word || kind == FilterToken::Kind::Number || kind == FilterToken::Kind::Moment
        || kind == FilterToken::Kind::Text;
}

Operator FilterValues::operatorOf(const QString &op)
{
    if (op == u"<"_s)
        return Operator::Less;
    if (op == u"<="_s)
        return Operator::LessOrEqual;
    if (op == u">"_s)
        return Operator::Greater;
    if (op == u">="_s)
        return Operator::GreaterOrEqual;
    if (op == u"~"_s)
        return Operator::Contains;
    return op == u"!="_s ? Operator::NotEqual : Operator::Equal;
}

QString FilterValues::unfitting(const FilterField &field, const QString &op)
{
    //: %1 a field, %2 an operator such as ">", %3 operators in quotes
    return Text::tr("\"%1\" cannot be compared by \"%2\", only by \"%3\"")
        .arg(filterFieldText(field), op, filterOperators(field).join(u"\", \""_s));
}

Made FilterValues::comparison(const FilterField &field, Operator op, const FilterToken &token) const
{
    FilterNode node;
    node.field = field;
    node.op = op;
    switch (filterType(field)) {
    case FilterType::Text:
    case FilterType::Version:
        return textComparison(node, token);
    case FilterType::Number:
        return numberComparison(node, token);
    case FilterType::Moment:
        return moment(node, token);
    case FilterType::Truth:
        if (const std::optional<bool> truth = truthOf(token)) {
            node.values = {FilterValue(*truth)};
            return node;
        }
        return refuse(Text::tr("Expected \"true\" or \"false\" for \"%1\"").arg(filterFieldText(field)));
    case FilterType::Parameter:
        break;
    }
    const bool isNumber = op != Operator::Contains && (token.kind == FilterToken::Kind::Number || numberOf(token));
    return isOrder(op) || isNumber ? numberComparison(node, token) : textComparison(node, token);
}

Made FilterValues::moment(const FilterNode &wanted, const FilterToken &token) const
{
    if (const std::optional<QDateTime> relative = relativeMoment(token.text, m_now)) {
        if (!relative->isValid())
            return refuse(Text::tr("\"%1\" is too long ago").arg(token.text));
        return compared(wanted, wanted.op, *relative);
    }
    static const QRegularExpression form(uR"(^\d{4}-\d\d-\d\d(T\d\d:\d\d.*)?$)"_s, QRegularExpression::CaseInsensitiveOption);
    const bool isDate = token.text.size() == 10;
    const QDate date = QDate::fromString(token.text.left(10), Qt::ISODate);
    const QDateTime moment = isDate ? date.startOfDay(Qt::UTC) : absoluteMoment(token.text);
    if (!form.match(token.text).hasMatch() || !moment.isValid() || moment.date().year() < 1
        || moment.addDays(1).date().year() > 9999) {
        return refuse(Text::tr("Expected a time such as 2026-01-31, 2026-01-31T12:00:00Z or -7d for \"%1\"")
                          .arg(filterFieldText(wanted.field)));
    }
    return isDate ? comparedWithDay(wanted, date) : compared(wanted, wanted.op, moment);
}

} // namespace stagekeeper
