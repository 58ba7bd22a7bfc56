// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/filterparser.h"
#include "model/items/filtersuggestions.h"

#include <QPlainTextEdit>

namespace stagekeeper {

class FilterHighlighter;
class SuggestionPopup;
class Theme;

/// One line in which a filter is written: coloured words, suggestions under the cursor, the wrong word underlined.
class FilterEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(const Theme &theme, QWidget *parent = nullptr);

    void setVocabulary(const FilterVocabulary &vocabulary) { m_vocabulary = vocabulary; }
    void showError(const std::optional<FilterError> &error);
    void replace(qsizetype position, qsizetype length, const QString &text);
    [[nodiscard]] SuggestionPopup *popup() const { return m_popup; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void submitted(); ///< Enter
    void focusChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    bool focusNextPrevChild(bool next) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void suggest();
    void take(const FilterSuggestion &suggestion);

    FilterHighlighter *m_highlighter;
    SuggestionPopup *m_popup;
    FilterVocabulary m_vocabulary;
    FilterCompletion m_completion;
};

} // namespace stagekeeper
