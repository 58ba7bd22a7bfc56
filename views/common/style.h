// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QProxyStyle>

class QApplication;

namespace stagekeeper {

/// Dynamic properties that choose between looks of a button or field.
namespace look {
inline constexpr const char *primary = "primary"; ///< the one act of a page or dialog
inline constexpr const char *danger = "danger"; ///< an act that cannot be undone
inline constexpr const char *invalid = "invalid"; ///< a field whose value cannot be taken
inline constexpr const char *outlined = "outlined"; ///< a tool button with a border
} // namespace look

/// Fusion without its bevels and gradients: flat boxes, hairlines and our focus ring, in the theme's colours.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit Style(const Theme &theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returned) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                       const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option,
                                     const QWidget *widget) const override;
    [[nodiscard]] QPalette standardPalette() const override { return m_theme.palette(); }

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    using QProxyStyle::unpolish;
    void unpolish(QWidget *widget) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] static bool isTextField(const QWidget *widget);

    const Theme &m_theme;
};

/// Gives the whole application our style, palette and fonts, and keeps them when the theme changes.
void applyTheme(QApplication &application, const Theme &theme);

} // namespace stagekeeper
