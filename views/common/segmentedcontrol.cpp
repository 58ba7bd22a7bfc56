// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/segmentedcontrol.h"

#include "views/common/shapes.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QPainter>

namespace stagekeeper {

namespace {

/// One word of the control; the border around all of them is the control's.
class Segment final : public QAbstractButton
{
public:
    Segment(const Theme &theme, const QString &word, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
    {
        setText(word);
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(Theme::Face::Strong));
        return {metrics.horizontalAdvance(text()) + 2 * measure::cell, qMax(measure::field, metrics.height() + measure::gap)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF ground = QRectF(rect()).adjusted(1, 1, -1, -1);
        if (isChecked() || underMouse())
            shapes::box(&painter, ground, measure::controlRadius - 1, m_theme.color(isChecked() ? Token::Selected : Token::Hover));
        painter.setFont(m_theme.font(isChecked() ? Theme::Face::Strong : Theme::Face::Body));
        painter.setPen(m_theme.color(!isEnabled() ? Token::Disabled : isChecked() ? Token::Accent : Token::Text2));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
        if (hasFocus())
            shapes::focusRing(&painter, rect(), m_theme);
    }

private:
    const Theme &m_theme;
};

} // namespace

SegmentedControl::SegmentedControl(const Theme &theme, const QString &name, const QStringList &words, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_buttons(new QButtonGroup(this))
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const QString &word : words) {
        auto *segment = new Segment(theme, word, this);
        row->addWidget(segment);
        m_buttons->addButton(segment, static_cast<int>(m_buttons->buttons().size()));
    }
    setCurrent(0);
    connect(m_buttons, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

int SegmentedControl::current() const
{
    return m_buttons->checkedId();
}

void SegmentedControl::setCurrent(int index)
{
    m_buttons->button(index)->setChecked(true);
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    shapes::box(&painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::controlRadius, m_theme.color(Token::Raised),
                m_theme.color(Token::LineStrong));
    painter.setPen(m_theme.color(Token::Line));
    for (const QAbstractButton *button : m_buttons->buttons()) {
        if (button->x() > 0)
            painter.drawLine(button->x(), 1, button->x(), height() - 2);
    }
}

} // namespace stagekeeper
