// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/firstrun/choicerow.h"

#include "views/common/celltext.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"
#include "views/common/tag.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace stagekeeper {

namespace {

constexpr int tallRow = 64;
constexpr int lowRow = 36;
constexpr int padding = measure::margin;
constexpr int textLeft = padding + measure::bigIcon + measure::margin;
constexpr int titleShare = 60; // of a low row, in percent

} // namespace

ChoiceRow::ChoiceRow(const Theme &theme, bool isTall, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_isTall(isTall)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChoiceRow::setChoice(const QIcon &icon, const QString &title, const QString &why)
{
    setIcon(icon);
    setText(displayName(title));
    m_why = displayName(why);
    setAccessibleName(text());
    setAccessibleDescription(m_why);
    update();
}

void ChoiceRow::setKey(const QString &key)
{
    m_key = key;
    update();
}

void ChoiceRow::setNote(const QString &note)
{
    m_note = note;
    setAccessibleDescription(note.isEmpty() ? m_why : note);
    update();
}

QSize ChoiceRow::sizeHint() const
{
    const int line = QFontMetrics(m_theme.font(Theme::Face::Strong)).height();
    return {320, m_isTall ? qMax(tallRow, 2 * line + 2 * measure::cell + measure::inside) : qMax(lowRow, line + measure::margin)};
}

QRect ChoiceRow::visual(const QRect &logical) const
{
    return QStyle::visualRect(layoutDirection(), rect(), logical);
}

void ChoiceRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (hasFocus() || isDown())
        painter.fillRect(rect(), m_theme.color(Token::Selected));
    else if (underMouse() && isEnabled())
        painter.fillRect(rect(), m_theme.color(Token::Hover));
    const QRect glyph(padding, (height() - measure::bigIcon) / 2, measure::bigIcon, measure::bigIcon);
    icon().paint(&painter, visual(glyph), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled,
                 hasFocus() ? QIcon::On : QIcon::Off);
    QRect texts = rect().adjusted(textLeft, 0, -padding, 0);
    paintRight(&painter, texts);
    paintTexts(&painter, texts);
    if (hasFocus())
        shapes::focusRing(&painter, rect(), m_theme);
}

/// The key or the note; `rect` gets what is left.
void ChoiceRow::paintRight(QPainter *painter, QRect &rect) const
{
    if (m_note.isEmpty() && m_key.isEmpty())
        return;
    painter->setFont(m_theme.font(Theme::Face::Small));
    const int width = m_note.isEmpty() ? tagSize(m_theme, m_key).width() : painter->fontMetrics().horizontalAdvance(m_note);
    const QRect right = visual({rect.right() + 1 - width, rect.top(), width, rect.height()});
    if (m_note.isEmpty()) {
        paintTag(painter, right, m_key, m_theme, Token::LineStrong, isEnabled() ? Token::Text2 : Token::Disabled);
    } else {
        painter->setPen(m_theme.color(Token::Text3));
        celltext::paint(painter, right, m_note, Qt::AlignHCenter);
    }
    rect.setRight(rect.right() - width - measure::cell);
}

void ChoiceRow::paintTexts(QPainter *painter, const QRect &rect) const
{
    const Qt::Alignment start = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    const QFont titleFont = m_theme.font(m_isTall ? Theme::Face::Strong : Theme::Face::Body);
    const int line = QFontMetrics(titleFont).height();
    const int top = (height() - 2 * line - measure::inside) / 2;
    QRect title = rect;
    QRect why = rect;
    if (m_isTall) {
        title = {rect.left(), top, rect.width(), line};
        why = {rect.left(), top + line + measure::inside, rect.width(), line};
    } else {
        title.setWidth(qMin(QFontMetrics(titleFont).horizontalAdvance(text()) + 1, rect.width() * titleShare / 100));
        why.setLeft(title.right() + measure::cell);
    }
    painter->setFont(titleFont);
    painter->setPen(m_theme.color(isEnabled() ? Token::Text : Token::Text3));
    celltext::paint(painter, visual(title), text(), start, Qt::ElideMiddle);
    painter->setFont(m_theme.font(Theme::Face::Body));
    painter->setPen(m_theme.color(m_isTall && isEnabled() ? Token::Text2 : Token::Text3));
    celltext::paint(painter, visual(why), m_why, start, m_isTall ? Qt::ElideRight : Qt::ElideMiddle);
}

void ChoiceRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ChoiceRow::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    update();
}

} // namespace stagekeeper
