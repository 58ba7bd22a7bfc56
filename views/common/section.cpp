// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/section.h"

#include "views/common/celltext.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"

#include <QBoxLayout>
#include <QPainter>
#include <QStyle>

namespace stagekeeper {

SectionHeader::SectionHeader(const Theme &theme, const QString &title, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme)
{
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SectionHeader::setNote(const QString &note)
{
    m_note = displayName(note);
    setAccessibleDescription(m_note);
    update();
}

QSize SectionHeader::sizeHint() const
{
    return {120, qMax(measure::group, fontMetrics().height() + measure::gap)};
}

void SectionHeader::paintEvent(QPaintEvent *)
{
    constexpr int mark = 12;
    QPainter painter(this);
    const auto visual = [this](int x, int partWidth) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, partWidth, height()));
    };
    const auto closed = layoutDirection() == Qt::RightToLeft ? shapes::Direction::Left : shapes::Direction::Right;
    shapes::chevron(&painter, visual(0, mark), isChecked() ? shapes::Direction::Down : closed,
                    m_theme.color(Token::Text2), 7);
    QFont font = m_theme.font(Theme::Face::Small);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(m_theme.color(Token::Text2));
    const int titleWidth = qMin(painter.fontMetrics().horizontalAdvance(text()), width() - mark - measure::inside);
    celltext::paint(&painter, visual(mark + measure::inside, titleWidth), text(), Qt::AlignHCenter);

    const int noteLeft = mark + measure::inside + titleWidth + measure::gap;
    painter.setFont(m_theme.font(Theme::Face::Small));
    painter.setPen(m_theme.color(Token::Text3));
    if (noteLeft < width())
        celltext::paint(&painter, visual(noteLeft, width() - noteLeft), m_note,
                        QStyle::visualAlignment(layoutDirection(), Qt::AlignRight));
    if (hasFocus())
        shapes::focusRing(&painter, rect(), m_theme, measure::tagRadius);
}

Section::Section(const Theme &theme, const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent), m_header(new SectionHeader(theme, title, this)), m_content(content)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::margin, measure::gap, measure::margin, measure::cell);
    column->setSpacing(measure::inside);
    column->addWidget(m_header);
    column->addWidget(m_content);
    connect(m_header, &SectionHeader::toggled, m_content, &QWidget::setVisible);
    connect(m_header, &SectionHeader::toggled, this, &Section::expandedChanged);
}

} // namespace stagekeeper
