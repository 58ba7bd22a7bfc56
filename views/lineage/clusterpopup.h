// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace stagekeeper {

/// What a cluster stands for, as a list to search and choose from.
class ClusterPopup final : public QFrame
{
    Q_OBJECT

public:
    ClusterPopup(const Theme &theme, const QStringList &members, QWidget *parent = nullptr);

    void popup(const QPoint &position); ///< of the screen

signals:
    void chosen(int member);
    void allChosen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void filter(const QString &text);
    void choose();

    const Theme &m_theme;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace stagekeeper
