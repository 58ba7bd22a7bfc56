// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/lineagesteps.h"

#include "views/common/format.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"
#include "views/inspector/rows.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::lineagesteps)
};

constexpr int markSide = 10;

/// The mark and the line to the next one.
class StepMark final : public QWidget
{
public:
    StepMark(const Theme &theme, Token fill, Token line, bool isLast, QWidget *parent)
        : QWidget(parent), m_theme(theme), m_fill(fill), m_line(line), m_isLast(isLast)
    {
        setFixedWidth(markSide + 2);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const double middle = width() / 2.0;
        const QRectF mark(middle - markSide / 2.0, fontMetrics().height() / 2.0 - markSide / 2.0 + 2, markSide, markSide);
        if (!m_isLast)
            painter.fillRect(QRectF(middle - 0.5, mark.bottom(), 1, height() - mark.bottom()), m_theme.color(Token::LineStrong));
        if (mark.top() > 1)
            shapes::box(&painter, mark, measure::tagRadius, m_theme.color(m_fill), m_theme.color(m_line), 1.25);
    }

private:
    const Theme &m_theme;
    Token m_fill, m_line;
    bool m_isLast;
};

} // namespace

QWidget *stepRow(const Theme &theme, Token fill, Token line, QWidget *link, const QString &words, bool isLast)
{
    auto *owner = new QWidget;
    QBoxLayout *row = plainRow(owner, measure::cell);
    row->addWidget(new StepMark(theme, fill, line, isLast, owner));
    auto *texts = new QWidget(owner);
    QBoxLayout *column = plainColumn(texts);
    column->setContentsMargins(0, 0, 0, measure::gap);
    column->addWidget(link);
    if (!words.isEmpty())
        column->addWidget(new WrappedText(theme, words, Theme::Face::Small, Token::Text3, texts));
    row->addWidget(texts, 1);
    return owner;
}

QString relationWords(LineageRelation relation)
{
    switch (relation) {
    case LineageRelation::TrainedOn:
        return Text::tr("trained on");
    case LineageRelation::Produced:
        return Text::tr("produced by");
    case LineageRelation::DerivedFrom:
        break;
    }
    return Text::tr("parent");
}

QString decisionWords(const LineageDecision &decision)
{
    const QString who = displayName(decision.actor);
    if (decision.action == "version.registered"_L1)
        return Text::tr("Registered by %1").arg(who);
    if (decision.action == "version.stage"_L1)
        return Text::tr("Moved to %1 by %2").arg(displayName(decision.to), who);
    if (decision.action == "alias.set"_L1)
        return Text::tr("Named %1 by %2").arg(displayName(decision.alias), who);
    if (decision.action == "alias.removed"_L1)
        return Text::tr("No longer %1, by %2").arg(displayName(decision.alias), who);
    return decision.action == "version.removed"_L1 ? Text::tr("Removed by %1").arg(who) : Text::tr("Restored by %1").arg(who);
}

QString decisionFacts(const LineageDecision &decision)
{
    const QString when = format::relativeDate(decision.time, QDateTime::currentDateTime(), QLocale());
    return decision.reason.isEmpty() ? when : Text::tr("%1, %2", "when, why").arg(when, displayName(decision.reason));
}

} // namespace stagekeeper
