// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/actionbutton.h"

#include "views/common/style.h"
#include "views/common/tag.h"

#include <QAction>
#include <QPainter>
#include <QStyleOptionButton>

using namespace Qt::StringLiterals;

namespace stagekeeper {

QString keyCap(const QKeySequence &sequence)
{
    if (sequence.isEmpty())
        return {};
    const Qt::Key key = sequence[0].key();
    if (sequence[0].keyboardModifiers() == Qt::NoModifier && (key == Qt::Key_Return || key == Qt::Key_Enter))
        return u"↵"_s;
    return sequence.toString(QKeySequence::NativeText).replace(u'+', u' ');
}

ActionButton::ActionButton(const Theme &theme, QAction *action, Look look, QWidget *parent)
    : QPushButton(parent), m_theme(theme), m_action(action)
{
    if (look == Look::Primary)
        setProperty(look::primary, true);
    else if (look == Look::Danger)
        setProperty(look::danger, true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setObjectName(action->objectName() + "Button"_L1);
    followAction();
    connect(action, &QAction::changed, this, &ActionButton::followAction);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
}

void ActionButton::followAction()
{
    setText(m_action->text());
    setShortcut({}); // the action has it already
    setEnabled(m_action->isEnabled());
    setVisible(m_action->isVisible());
    setToolTip(m_action->toolTip() == m_action->iconText() ? QString() : m_action->toolTip());
    m_key = keyCap(m_action->shortcut());
    updateGeometry();
    update();
}

int ActionButton::capWidth() const
{
    return m_key.isEmpty() ? 0 : measure::gap + tagSize(m_theme, m_key).width();
}

QSize ActionButton::sizeHint() const
{
    const QSize text = fontMetrics().size(Qt::TextShowMnemonic, this->text());
    const int right = m_key.isEmpty() ? measure::cell : measure::gap;
    return {measure::cell + text.width() + capWidth() + right, qMax(measure::field, text.height() + measure::cell)};
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);

    // Words and cap are one group in the middle, however wide the button gets.
    const int textWidth = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    const int left = (width() - textWidth - capWidth()) / 2;
    const auto visual = [&](int x, int partWidth) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, partWidth, height()));
    };
    option.rect = visual(left - measure::inside, textWidth + 2 * measure::inside);
    style()->drawControl(QStyle::CE_PushButtonLabel, &option, &painter, this);
    if (m_key.isEmpty())
        return;
    const bool filled = property(look::primary).toBool() || property(look::danger).toBool();
    const Token color = !isEnabled() ? Token::Disabled : (filled ? Token::OnAccent : Token::Text2);
    paintTag(&painter, visual(left + textWidth + measure::gap, capWidth() - measure::gap), m_key, m_theme,
             filled && isEnabled() ? Token::OnAccent : Token::LineStrong, color);
}

} // namespace stagekeeper
