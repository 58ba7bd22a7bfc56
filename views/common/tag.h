// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QWidget>

class QPainter;

namespace stagekeeper {

/// An outlined word: an alias, a tag, or the name of a key.
[[nodiscard]] QSize tagSize(const Theme &theme, const QString &text);
/// Centred vertically in `rect`, as wide as it; `line` and `color` for other grounds than a page.
void paintTag(QPainter *painter, const QRect &rect, const QString &text, const Theme &theme,
              Token line = Token::LineStrong, Token color = Token::Text2);

/// A tag as a widget, such as the cap of a key beside a sentence.
class TagLabel final : public QWidget
{
    Q_OBJECT

public:
    TagLabel(const Theme &theme, const QString &text, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_text;
};

} // namespace stagekeeper
