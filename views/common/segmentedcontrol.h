// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QWidget>

class QButtonGroup;

namespace stagekeeper {

/// One of a few words: buttons in a row that share a border.
class SegmentedControl final : public QWidget
{
    Q_OBJECT

public:
    SegmentedControl(const Theme &theme, const QString &name, const QStringList &words, QWidget *parent = nullptr);

    [[nodiscard]] int current() const;
    void setCurrent(int index);

signals:
    void chosen(int index); ///< by the user

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QButtonGroup *m_buttons;
};

} // namespace stagekeeper
