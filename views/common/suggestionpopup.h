// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/items/filtersuggestions.h"
#include "views/common/theme.h"

#include <QFrame>

class QListView;

namespace stagekeeper {

class SuggestionModel;

/// The list under a filter's cursor: names with their range in this model and how many versions have them.
/// It never takes the keyboard: the field hands it the keys.
class SuggestionPopup final : public QFrame
{
    Q_OBJECT

public:
    SuggestionPopup(const Theme &theme, QWidget *parent);
    ~SuggestionPopup() override;

    void showSuggestions(const QList<FilterSuggestion> &suggestions, const QPoint &bottomLeft);
    [[nodiscard]] QList<FilterSuggestion> suggestions() const;
    /// True when the key was for the list.
    bool handleKey(int key);

signals:
    void chosen(const stagekeeper::FilterSuggestion &suggestion);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void choose(int row);

    const Theme &m_theme;
    SuggestionModel *m_model;
    QListView *m_list;
    QWidget *m_hint;
};

} // namespace stagekeeper
