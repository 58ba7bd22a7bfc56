// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/inspector/jsontext.h"

#include "views/common/plainlabel.h"

#include <QTextDocument>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

JsonText::JsonText(const Theme &theme, QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(u"jsonText"_s);
    setAccessibleName(tr("The version as JSON"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    followTheme(this, theme, Theme::Face::Mono, Token::Text2);
    connect(this, &QPlainTextEdit::textChanged, this, &JsonText::fitHeight);
}

QSize JsonText::minimumSizeHint() const
{
    return {measure::group, fontMetrics().height() + measure::gap};
}

void JsonText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitHeight();
}

void JsonText::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the pane scrolls
}

void JsonText::fitHeight()
{
    // the layout of plain text counts lines, not pixels
    const double lines = document()->size().height();
    const double around = 2 * (document()->documentMargin() + frameWidth());
    setFixedHeight(static_cast<int>(std::ceil(lines * fontMetrics().lineSpacing() + around)) + 2);
}

} // namespace stagekeeper
