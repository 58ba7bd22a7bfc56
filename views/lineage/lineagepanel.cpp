// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/lineagepanel.h"

#include "views/common/format.h"
#include "views/common/plainlabel.h"
#include "views/common/section.h"
#include "views/common/stagebadge.h"
#include "views/common/tag.h"
#include "views/inspector/rows.h"
#include "views/lineage/lineagesteps.h"
#include "views/lineage/nodepainting.h"

#include <QBoxLayout>
#include <QPainter>
#include <QScrollArea>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr qsizetype mostRows = 12; ///< the rest is on the canvas
constexpr qsizetype mostSteps = 24;

/// The data that is asked about: the node itself, or the first that a version was trained on.
int dataOf(const LineageGraph &graph, int node)
{
    if (graph.node(node).kind != LineageKind::Version)
        return node;
    for (const LineageReason &reason : lineageReasons(graph, node)) {
        if (graph.node(reason.node).kind == LineageKind::Data)
            return reason.node;
    }
    return -1;
}

QList<int> nodesOf(const QList<LineageStep> &steps)
{
    QList<int> nodes;
    for (const LineageStep &step : steps)
        nodes.append(step.node);
    return nodes;
}

/// The glyph of a stage in front of a name; data and experiments get the mark of their kind.
class NodeMark final : public QWidget
{
public:
    NodeMark(const Theme &theme, const LineageNode &node, QWidget *parent) : QWidget(parent), m_theme(theme), m_kind(node.kind), m_stage(node.stageKind)
    {
        setFixedSize(measure::cell, measure::cell);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRectF mark = QRectF(rect()).adjusted(2, 2, -2, -2);
        if (m_stage) {
            constexpr std::array glyphs {Token::Text2, Token::Staging, Token::Production, Token::Text2};
            paintStageGlyph(&painter, mark, *m_stage, m_theme.color(glyphs.at(static_cast<size_t>(*m_stage))));
            return;
        }
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(nodes::line(m_kind)), 1.25));
        painter.setBrush(m_theme.color(nodes::fill(m_kind)));
        painter.drawRoundedRect(mark, 2, 2);
    }

private:
    const Theme &m_theme;
    LineageKind m_kind;
    std::optional<StageKind> m_stage;
};

} // namespace

LineagePanel::LineagePanel(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_scroll(new QScrollArea(this))
{
    setObjectName(u"lineagePanel"_s);
    setAccessibleName(tr("About the selected node"));
    fillWith(this, theme, Token::Base);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    plainColumn(this)->addWidget(m_scroll);
    connect(&theme, &Theme::changed, this, [this] { present(m_subject); });
    present({});
}

void LineagePanel::present(const LineageSubject &subject)
{
    m_subject = subject;
    auto *content = new QWidget;
    fillWith(content, m_theme, Token::Base);
    QBoxLayout *column = plainColumn(content);
    if (subject.node < 0) {
        auto *hint = new WrappedText(m_theme, tr("Select a node to see where it came from and what came from it."), Theme::Face::Body, Token::Text3);
        hint->setContentsMargins(0, 0, 0, 0);
        column->setContentsMargins(measure::margin, measure::margin, measure::margin, 0);
        column->addWidget(hint);
    } else if (subject.other >= 0) {
        addDifference(column);
    } else {
        addTitle(column);
        addReasons(column);
        addDescendants(column);
        addReach(column);
    }
    column->addStretch(1);
    if (QWidget *old = m_scroll->takeWidget())
        old->deleteLater(); // it may hold the link that was clicked
    m_scroll->setWidget(content);
}

QString LineagePanel::titleOf(int node) const
{
    const LineageNode &named = m_subject.graph.node(node);
    const bool isHome = named.kind == LineageKind::Version && named.name == m_subject.homeModel && !named.version.isEmpty();
    return isHome ? named.version : named.label;
}

bool LineagePanel::isLive() const
{
    return m_subject.graph.node(m_subject.node).stageKind == StageKind::Live;
}

void LineagePanel::addTitle(QBoxLayout *column)
{
    const LineageNode &node = m_subject.graph.node(m_subject.node);
    auto *owner = new QWidget;
    QBoxLayout *block = plainColumn(owner, measure::gap);
    block->setContentsMargins(measure::margin, measure::cell, measure::margin, measure::cell);
    auto *line = new QWidget(owner);
    QBoxLayout *row = plainRow(line);
    auto *title = new ElidedLabel(m_theme, titleOf(m_subject.node), Theme::Face::Title);
    title->setObjectName(u"lineageTitle"_s);
    row->addWidget(title);
    if (node.stageKind) {
        auto *badge = new StageBadge(m_theme, line);
        badge->setStage(*node.stageKind, displayName(node.stage));
        row->addWidget(badge);
    }
    if (!node.aliases.isEmpty())
        row->addWidget(new TagLabel(m_theme, displayName(node.aliases.first()), line));
    row->addStretch(1);
    block->addWidget(line);
    QString words = node.kind == LineageKind::Version ? node.name : nodes::spoken(nodes::face(node, {}, m_theme));
    const auto live = std::ranges::find_if(m_subject.decisions.crbegin(), m_subject.decisions.crend(), [&](const LineageDecision &decision) {
        return decision.action == "version.stage"_L1 && decision.to == node.stage;
    });
    if (isLive() && live != m_subject.decisions.crend())
        words = tr("%1, live since %2").arg(node.name, format::relativeDate(live->time, QDateTime::currentDateTime(), locale()));
    else if (!node.isRegistered)
        words = tr("Named as a parent, but not in this registry.");
    block->addWidget(new WrappedText(m_theme, words));
    column->addWidget(owner);
}

Section *LineagePanel::addSection(QBoxLayout *column, const QString &name, const QString &title, const QString &note)
{
    column->addWidget(hairlineWidget(m_theme, Qt::Horizontal));
    auto *rows = new QVBoxLayout;
    rows->setContentsMargins({});
    rows->setSpacing(0);
    auto *content = new QWidget;
    content->setLayout(rows);
    auto *section = new Section(m_theme, title, content);
    section->setObjectName(name);
    section->setNote(note);
    section->setExpanded(m_opened.value(name, true));
    connect(section, &Section::expandedChanged, this, [this, name](bool expanded) { m_opened.insert(name, expanded); });
    column->addWidget(section);
    return section;
}

QWidget *LineagePanel::nodeLink(int node, const QString &name)
{
    auto *link = new LinkButton(m_theme, titleOf(node), Theme::Face::Body, Token::Text);
    link->setObjectName(name);
    link->setToolTip(displayName(m_subject.graph.node(node).label).left(500));
    connect(link, &LinkButton::clicked, this, [this, node] { emit nodeRequested(node); });
    return link;
}

void LineagePanel::addReasons(QBoxLayout *column)
{
    const QList<LineageReason> reasons = lineageReasons(m_subject.graph, m_subject.node);
    const qsizetype steps = reasons.size() + m_subject.decisions.size();
    if (steps == 0)
        return;
    const QString title = isLive() ? tr("Why is this in production") : tr("How it came about");
    Section *section = addSection(column, u"lineageReasons"_s, title, tr("%n step(s)", nullptr, int(steps)));
    QLayout *rows = section->content()->layout();
    // of long histories the nearest part
    const qsizetype skipped = std::max<qsizetype>(0, steps - mostSteps);
    if (skipped > 0)
        rows->addWidget(plainLabel(m_theme, tr("%n earlier", nullptr, int(skipped)), Theme::Face::Small, Token::Text3));
    for (qsizetype i = skipped; i < steps; ++i) {
        const bool isLast = i + 1 == steps;
        if (i < reasons.size()) {
            const LineageReason &reason = reasons.at(i);
            const LineageKind kind = m_subject.graph.node(reason.node).kind;
            rows->addWidget(stepRow(m_theme, nodes::fill(kind), nodes::line(kind), nodeLink(reason.node, u"reason%1"_s.arg(i)),
                                    relationWords(reason.relation), isLast));
        } else {
            const LineageDecision &decision = m_subject.decisions.at(i - reasons.size());
            auto *words = new WrappedText(m_theme, decisionWords(decision), Theme::Face::Body, Token::Text);
            rows->addWidget(stepRow(m_theme, Token::OkTint, Token::Ok, words, decisionFacts(decision), isLast));
        }
    }
}

void LineagePanel::addDescendants(QBoxLayout *column)
{
    const QList<LineageStep> steps = lineageClosure(m_subject.graph, {m_subject.node}, LineageDirection::Descendants, {-1, {LineageKind::Version}});
    if (steps.isEmpty())
        return;
    Section *section = addSection(column, u"lineageDescendants"_s, tr("Descendants"), locale().toString(steps.size()));
    QLayout *rows = section->content()->layout();
    const qsizetype shown = steps.size() <= mostRows + 1 ? steps.size() : mostRows;
    for (qsizetype i = 0; i < shown; ++i) {
        auto *owner = new QWidget;
        QBoxLayout *row = plainRow(owner);
        owner->setMinimumHeight(rowHeight(owner));
        row->addWidget(new NodeMark(m_theme, m_subject.graph.node(steps.at(i).node), owner));
        row->addWidget(nodeLink(steps.at(i).node, u"descendant%1"_s.arg(i)));
        row->addStretch(1);
        row->addWidget(plainLabel(m_theme, tr("%n step(s)", nullptr, steps.at(i).depth), Theme::Face::Small, Token::Text3, owner));
        rows->addWidget(owner);
    }
    addSelectLink(rows, nodesOf(steps), u"selectDescendants"_s);
}

void LineagePanel::addDifference(QBoxLayout *column)
{
    const QString left = titleOf(m_subject.node);
    const QString right = titleOf(m_subject.other);
    auto *title = new WrappedText(m_theme, tr("%1 and %2", "two things that are compared").arg(left, right), Theme::Face::Title, Token::Text);
    title->setObjectName(u"lineageTitle"_s);
    auto *owner = new QWidget;
    QBoxLayout *block = plainColumn(owner);
    block->setContentsMargins(measure::margin, measure::cell, measure::margin, measure::cell);
    block->addWidget(title);
    column->addWidget(owner);
    const LineageDiff difference = lineageDiff(m_subject.graph, m_subject.node, m_subject.other);
    addNodes(column, u"lineageOnlyLeft"_s, tr("Only in %1").arg(displayName(left.left(40))), difference.onlyLeft);
    addNodes(column, u"lineageOnlyRight"_s, tr("Only in %1").arg(displayName(right.left(40))), difference.onlyRight);
    addNodes(column, u"lineageCommon"_s, tr("In both"), difference.common);
}

void LineagePanel::addNodes(QBoxLayout *column, const QString &name, const QString &title, const QList<int> &nodes)
{
    Section *section = addSection(column, name, title, locale().toString(nodes.size()));
    QLayout *rows = section->content()->layout();
    const qsizetype shown = nodes.size() <= mostRows + 1 ? nodes.size() : mostRows;
    for (qsizetype i = 0; i < shown; ++i) {
        auto *owner = new QWidget;
        QBoxLayout *row = plainRow(owner);
        owner->setMinimumHeight(rowHeight(owner));
        row->addWidget(new NodeMark(m_theme, m_subject.graph.node(nodes.at(i)), owner));
        row->addWidget(nodeLink(nodes.at(i), u"%1%2"_s.arg(name).arg(i)));
        row->addStretch(1);
        rows->addWidget(owner);
    }
    addSelectLink(rows, nodes, QString(name + "Select"_L1));
}

void LineagePanel::addSelectLink(QLayout *rows, const QList<int> &nodes, const QString &name)
{
    if (nodes.size() < 2)
        return;
    auto *select = new LinkButton(m_theme, tr("Select all %n", nullptr, int(nodes.size())));
    select->setObjectName(name);
    connect(select, &LinkButton::clicked, this, [this, nodes] { emit selectionRequested(nodes); });
    rows->addWidget(select);
}

void LineagePanel::addReach(QBoxLayout *column)
{
    const int source = dataOf(m_subject.graph, m_subject.node);
    if (source < 0)
        return;
    const LineageReach reach = lineageReach(m_subject.graph, {source});
    const bool isData = m_subject.graph.node(source).kind == LineageKind::Data;
    Section *section = addSection(column, u"lineageReach"_s, isData ? tr("If this data is bad") : tr("If this experiment is bad"), {});
    QLayout *rows = section->content()->layout();
    const QString versions = tr("%n version(s)", nullptr, int(reach.versions.size()));
    const QString words = reach.live.isEmpty() ? tr("%1 reaches %2, none of them live.").arg(titleOf(source), versions)
                                               : tr("%1 reaches %2, %n of them live.", nullptr, int(reach.live.size())).arg(titleOf(source), versions);
    auto *text = new WrappedText(m_theme, words);
    text->setObjectName(u"reachText"_s);
    rows->addWidget(text);
    addSelectLink(rows, nodesOf(reach.versions), u"selectReach"_s);
}

} // namespace stagekeeper
