// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/filterbar.h"

#include "views/common/filteredit.h"
#include "views/common/icons.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stagekeeper {

namespace {

constexpr auto quietTime = 250ms;
constexpr auto quietTimeForErrors = 700ms; // nobody is told off in the middle of a word

} // namespace

FilterBar::FilterBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_edit(new FilterEdit(theme, this)), m_field(makeField()),
      m_errorLine(new QWidget(this)), m_row(new QWidget(this))
{
    setObjectName(u"filterBar"_s);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(measure::margin, 7, measure::margin, 7);
    row->setSpacing(measure::gap);
    row->addWidget(m_field, 1);
    auto *errorRow = new QHBoxLayout(m_errorLine);
    errorRow->setContentsMargins(measure::margin + 26, 0, measure::margin, measure::gap);
    errorRow->setSpacing(measure::inside);
    m_error = plainLabel(theme, {}, Theme::Face::Small, Token::Danger, m_errorLine);
    m_error->setObjectName(u"filterError"_s);
    m_fix = new QToolButton(m_errorLine);
    m_fix->setObjectName(u"filterFix"_s);
    m_fix->setFont(theme.font(Theme::Face::Small));
    errorRow->addWidget(m_error);
    errorRow->addWidget(m_fix);
    errorRow->addStretch(1);
    m_errorLine->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_row);
    column->addWidget(m_errorLine);
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, &FilterBar::apply);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_clear->setVisible(!text().isEmpty());
        m_quiet.start(parseFilter(text()) ? quietTime : quietTimeForErrors);
    });
    connect(m_edit, &FilterEdit::submitted, this, &FilterBar::apply);
    connect(m_edit, &FilterEdit::focusChanged, m_field, qOverload<>(&QWidget::update));
    connect(m_fix, &QToolButton::clicked, this, [this] {
        if (m_shownError)
            m_edit->replace(m_shownError->position, m_shownError->length, m_shownError->suggestion);
        m_edit->setFocus();
    });
}

QWidget *FilterBar::makeField()
{
    auto *field = new QWidget(this);
    field->setObjectName(u"filterField"_s);
    field->setFixedHeight(qMax(measure::field, m_edit->sizeHint().height() + measure::gap));
    field->installEventFilter(this);
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(measure::gap, 0, measure::gap, 0);
    row->setSpacing(measure::gap);
    m_icon = new QLabel(field);
    const auto setIcon = [this] {
        m_icon->setPixmap(iconPixmap(u"filter"_s, m_theme.color(Token::Text3), measure::icon, devicePixelRatioF()));
    };
    setIcon();
    connect(&m_theme, &Theme::changed, this, setIcon);
    m_count = plainLabel(m_theme, {}, Theme::Face::Small, Token::Text3, field);
    m_count->setObjectName(u"filterCount"_s);
    m_clear = new QToolButton(field);
    m_clear->setObjectName(u"filterClear"_s);
    m_clear->setIcon(themedIcon(m_theme, u"close"_s));
    m_clear->setToolTip(tr("Show all versions"));
    m_clear->setAccessibleName(m_clear->toolTip());
    m_clear->setFixedSize(24, 24);
    m_clear->hide();
    connect(m_clear, &QToolButton::clicked, this, [this] { setText({}); });
    row->addWidget(m_icon);
    row->addWidget(m_edit, 1);
    row->addWidget(m_count);
    row->addWidget(m_clear);
    return field;
}

QString FilterBar::text() const
{
    return m_edit->toPlainText();
}

void FilterBar::setText(const QString &text)
{
    m_edit->setPlainText(QString(text).replace(u'\n', u' ')); // it has one line
    apply();
}

void FilterBar::setVocabulary(const FilterVocabulary &vocabulary)
{
    m_edit->setVocabulary(vocabulary);
}

void FilterBar::setCount(const QString &count)
{
    m_countText = count;
    m_count->setText(m_shownError && !count.isEmpty() ? tr("last result: %1").arg(count) : count);
}

void FilterBar::addOption(QWidget *option)
{
    m_row->layout()->addWidget(option);
}

void FilterBar::apply()
{
    m_quiet.stop();
    const auto filter = parseFilter(text());
    showError(filter ? std::nullopt : std::optional(filter.error()));
    if (!filter || text() == m_applied)
        return;
    m_applied = text();
    emit filterChanged(*filter, m_applied);
}

void FilterBar::showError(const std::optional<FilterError> &error)
{
    m_shownError = error;
    m_edit->showError(error);
    if (error)
        m_error->setText(displayName(error->message));
    m_fix->setVisible(error && !error->suggestion.isEmpty());
    if (error)
        m_fix->setText(displayName(error->suggestion).replace(u'&', u"&&"_s));
    m_errorLine->setVisible(error.has_value());
    setCount(m_countText);
    m_field->update();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && watched == m_field)
        paintField();
    else if (event->type() == QEvent::MouseButtonPress && watched == m_field)
        m_edit->setFocus();
    return QWidget::eventFilter(watched, event);
}

void FilterBar::paintField()
{
    QPainter painter(m_field);
    const QRectF rect = QRectF(m_field->rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    shapes::box(&painter, rect, measure::controlRadius, m_theme.color(Token::Base),
                m_theme.color(m_shownError ? Token::Danger : Token::Control));
    if (m_edit->hasFocus())
        shapes::focusRing(&painter, m_field->rect(), m_theme);
}

} // namespace stagekeeper
