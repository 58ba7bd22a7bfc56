// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/items/modelfacts.h"
#include "views/common/theme.h"

#include <QFrame>

class QAction;
class QLineEdit;
class QListWidget;

namespace stagekeeper {

/// A popup that lists every column a model can have, found by typing; checked ones are shown. Dragging orders them.
class ColumnChooser final : public QFrame
{
    Q_OBJECT

public:
    ColumnChooser(const Theme &theme, const ModelFacts &facts, const QStringList &shown, QWidget *parent);

    /// Opens below the button that stands for `action` in `page`.
    void popupBelow(QWidget *page, const QAction *action);

signals:
    void columnsChosen(const QStringList &keys);

private:
    void add(const QString &key, const QString &title, const QString &note, bool isShown);
    void filter(const QString &pattern);
    void announce();

    QLineEdit *m_search;
    QListWidget *m_list;
    bool m_isFilling = false;
};

} // namespace stagekeeper
