// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QAbstractButton>

class QAction;

namespace stagekeeper {

/// Looks like a search field and opens the search palette: lens, words, key.
class SearchButton final : public QAbstractButton
{
    Q_OBJECT

public:
    SearchButton(const Theme &theme, QAction *action, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QAction *m_action;
};

} // namespace stagekeeper
