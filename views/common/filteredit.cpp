// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/filteredit.h"

#include "views/common/filterhighlighter.h"
#include "views/common/suggestionpopup.h"

#include <QKeyEvent>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int textInset = 2; // above and below the one line

} // namespace

FilterEdit::FilterEdit(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent), m_highlighter(new FilterHighlighter(theme, document())),
      m_popup(new SuggestionPopup(theme, this))
{
    setObjectName(u"filterEdit"_s);
    setAccessibleName(tr("Filter"));
    setFrameShape(NoFrame);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setPlaceholderText(tr("Filter, such as stage = Production and metrics.accuracy > 0.9"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    setViewportMargins(0, textInset, 0, 0);
    viewport()->setAutoFillBackground(false);
    connect(m_popup, &SuggestionPopup::chosen, this, &FilterEdit::take);
}

QSize FilterEdit::sizeHint() const
{
    return {320, fontMetrics().height() + 2 * textInset};
}

QSize FilterEdit::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void FilterEdit::showError(const std::optional<FilterError> &error)
{
    m_highlighter->setError(error);
}

void FilterEdit::replace(qsizetype position, qsizetype length, const QString &text)
{
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(position));
    cursor.setPosition(static_cast<int>(position + length), QTextCursor::KeepAnchor);
    cursor.insertText(text);
    setTextCursor(cursor);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool asksForMore = event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier;
    if (m_popup->handleKey(event->key()))
        return;
    if (isEnter) {
        m_popup->hide();
        emit submitted();
        return;
    }
    if (asksForMore) {
        suggest();
        return;
    }
    const QString before = toPlainText();
    QPlainTextEdit::keyPressEvent(event);
    if (toPlainText() != before)
        suggest();
    else
        m_popup->hide();
}

void FilterEdit::suggest()
{
    m_completion = completionAt(toPlainText(), textCursor().position());
    QTextCursor start = textCursor();
    start.setPosition(static_cast<int>(m_completion.start));
    const QPoint below = viewport()->mapToGlobal(cursorRect(start).bottomLeft()) + QPoint(-12, 10);
    m_popup->showSuggestions(filterSuggestions(m_completion, m_vocabulary), below);
}

void FilterEdit::take(const FilterSuggestion &suggestion)
{
    replace(m_completion.start, m_completion.length, suggestion.replacement);
    suggest();
}

void FilterEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    emit focusChanged();
}

void FilterEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    m_popup->hide();
    emit focusChanged();
}

void FilterEdit::insertFromMimeData(const QMimeData *source)
{
    QString text = source->text();
    text.replace(u'\n', u' ').replace(u'\r', u' ');
    insertPlainText(text); // one line stays one line
}

/// Tab takes a suggestion before it moves on.
bool FilterEdit::focusNextPrevChild(bool next)
{
    return !m_popup->isVisible() && QPlainTextEdit::focusNextPrevChild(next);
}

void FilterEdit::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace stagekeeper
