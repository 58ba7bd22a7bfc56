// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/items/filtersuggestions.h"

#include "model/domain/filterfields.h"
#include "model/domain/filterlexer.h"
#include "model/items/searchmatch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

using Kind = FilterCompletion::Kind;

constexpr qsizetype maxSuggestions = 12;

class Suggestions
{
public:
    explicit Suggestions(QString prefix) : m_prefix(std::move(prefix)) { }

    void add(FilterSuggestion suggestion, qsizetype searchedFrom = 0)
    {
        const auto match = findMatch(m_prefix, suggestion.label.mid(searchedFrom));
        if (!match)
            return;
        for (const int position : match->positions)
            suggestion.positions.append(position + static_cast<int>(searchedFrom));
        m_found.append({match->score, suggestion});
    }

    void addWord(const QString &word, const QString &after = u" "_s)
    {
        FilterSuggestion suggestion;
        suggestion.label = word;
        suggestion.replacement = word.endsWith(u'.') ? word : word + after;
        add(suggestion);
    }

    void addValue(const QString &value)
    {
        FilterSuggestion suggestion;
        suggestion.label = value;
        const QList<FilterToken> tokens = filterTokens(value);
        const bool bare = tokens.size() == 1 && tokens.first().kind == FilterToken::Kind::Field;
        suggestion.replacement = (bare ? value : quotedFilterText(value)) + u' ';
        add(suggestion);
    }

    void addMetrics(const QList<MetricSummary> &metrics, bool isNameOnly)
    {
        for (const MetricSummary &metric : metrics) {
            FilterSuggestion suggestion = named({FilterField::Kind::Metric, metric.name}, isNameOnly);
            if (metric.minimum && metric.maximum)
                suggestion.range = std::pair(*metric.minimum, *metric.maximum);
            suggestion.decimals = metric.decimals;
            suggestion.count = metric.count;
            add(suggestion, suggestion.label.indexOf(u'.') + 1);
        }
    }

    void addNames(FilterField::Kind kind, const QList<NameCount> &names, bool isNameOnly)
    {
        for (const NameCount &name : names) {
            FilterSuggestion suggestion = named({kind, name.name}, isNameOnly);
            suggestion.count = name.count;
            add(suggestion, suggestion.label.indexOf(u'.') + 1);
        }
    }

    [[nodiscard]] QList<FilterSuggestion> best()
    {
        std::ranges::stable_sort(m_found, std::ranges::greater(), &std::pair<int, FilterSuggestion>::first);
        QList<FilterSuggestion> best;
        for (const auto &[score, suggestion] : m_found.first(std::min(maxSuggestions, m_found.size())))
            best.append(suggestion);
        if (best.size() == 1 && best.first().label == m_prefix)
            best.clear();
        return best;
    }

private:
    static FilterSuggestion named(const FilterField &field, bool isNameOnly)
    {
        FilterSuggestion suggestion;
        suggestion.label = filterFieldText(field);
        suggestion.replacement =
            (isNameOnly ? suggestion.label.mid(suggestion.label.indexOf(u'.') + 1) : suggestion.label) + u' ';
        return suggestion;
    }

    QString m_prefix;
    QList<std::pair<int, FilterSuggestion>> m_found;
};

void addFields(Suggestions &suggestions, const FilterCompletion &completion, const ModelFacts &facts)
{
    for (const QString &word : completion.words)
        suggestions.addWord(word);
    if (completion.prefix.isEmpty())
        return;
    suggestions.addMetrics(facts.metrics, false);
    suggestions.addNames(FilterField::Kind::Parameter, facts.parameters, false);
    suggestions.addNames(FilterField::Kind::Tag, facts.tags, false);
}

} // namespace

QList<FilterSuggestion> filterSuggestions(const FilterCompletion &completion, const FilterVocabulary &vocabulary)
{
    Suggestions suggestions(completion.prefix);
    const ModelFacts &facts = vocabulary.facts;
    switch (completion.kind) {
    case Kind::Field:
        addFields(suggestions, completion, facts);
        break;
    case Kind::MetricName:
        suggestions.addMetrics(facts.metrics, true);
        break;
    case Kind::ParameterName:
        suggestions.addNames(FilterField::Kind::Parameter, facts.parameters, true);
        break;
    case Kind::TagName:
        suggestions.addNames(FilterField::Kind::Tag, facts.tags, true);
        break;
    case Kind::Value:
        for (const QString &word : completion.words)
            suggestions.addWord(word);
        for (const QString &value : completion.field.kind == FilterField::Kind::Stage   ? vocabulary.stages
                 : completion.field.kind == FilterField::Kind::Alias ? vocabulary.aliases
                                                                     : QStringList())
            suggestions.addValue(value);
        break;
    case Kind::Operator:
    case Kind::Keyword:
        for (const QString &word : completion.words)
            suggestions.addWord(word);
        break;
    }
    return suggestions.best();
}

} // namespace stagekeeper
