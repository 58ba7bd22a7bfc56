// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/firstrun/choicerow.h"

class QBoxLayout;

namespace stagekeeper {

/// Rows in a card. Arrow keys move among them, Tab leaves.
class ChoiceList final : public QWidget
{
    Q_OBJECT

public:
    /// `areTall` as for a ChoiceRow.
    ChoiceList(const Theme &theme, bool areTall, QWidget *parent);

    ChoiceRow *addRow();
    void clear();
    [[nodiscard]] const QList<ChoiceRow *> &rows() const { return m_rows; }
    /// Gives the keyboard to the first row that can be chosen.
    void focusFirst();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool step(QObject *from, int by);

    const Theme &m_theme;
    bool m_areTall;
    QBoxLayout *m_column;
    QList<ChoiceRow *> m_rows;
};

} // namespace stagekeeper
