// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QAbstractButton>

namespace stagekeeper {

/// One of several things to begin with: icon, title, why, and the key that does the same.
class ChoiceRow final : public QAbstractButton
{
    Q_OBJECT

public:
    /// `isTall` puts the reason below the title instead of beside it.
    ChoiceRow(const Theme &theme, bool isTall, QWidget *parent);

    void setChoice(const QIcon &icon, const QString &title, const QString &why);
    void setKey(const QString &key);
    /// A word at the right instead of a key, such as why it cannot be chosen.
    void setNote(const QString &note);
    [[nodiscard]] QString note() const { return m_note; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void paintRight(QPainter *painter, QRect &rect) const;
    void paintTexts(QPainter *painter, const QRect &rect) const;
    [[nodiscard]] QRect visual(const QRect &logical) const;

    const Theme &m_theme;
    bool m_isTall;
    QString m_why, m_key, m_note;
};

} // namespace stagekeeper
