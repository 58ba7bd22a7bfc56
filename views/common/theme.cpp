// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/theme.h"

#include "views/common/systemappearance.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>

namespace stagekeeper {

namespace {

QFont scaled(QFont font, double factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    return font;
}

QFont weighted(QFont font, QFont::Weight weight)
{
    font.setWeight(weight);
    return font;
}

QFont monospaced(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * 0.9);
    else
        font.setPixelSize(qRound(base.pixelSize() * 0.9));
    return font;
}

int plainRowHeight(Theme::Density density)
{
    switch (density) {
    case Theme::Density::Compact:
        return 24;
    case Theme::Density::Regular:
        return 28;
    case Theme::Density::Comfortable:
        return 34;
    }
    Q_UNREACHABLE();
}

} // namespace

Theme::Theme(QObject *parent) : QObject(parent), m_system(new SystemAppearance(this))
{
    connect(m_system, &SystemAppearance::changed, this, [this] {
        if (m_mode == Mode::System)
            emit changed();
    });
}

bool Theme::isDark() const
{
    return m_mode == Mode::Dark || (m_mode == Mode::System && m_system->isDark());
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    emit changed();
}

void Theme::setDensity(Density density)
{
    if (density == m_density)
        return;
    m_density = density;
    emit changed();
}

QPalette Theme::palette() const
{
    QPalette palette(color(Token::Text), color(Token::Raised), color(Token::Line), color(Token::LineStrong),
                     color(Token::Control), color(Token::Text), color(Token::Text), color(Token::Base),
                     color(Token::Window));
    palette.setColor(QPalette::Midlight, color(Token::Line));
    palette.setColor(QPalette::AlternateBase, color(Token::Sunken));
    palette.setColor(QPalette::ToolTipBase, color(Token::Raised));
    palette.setColor(QPalette::ToolTipText, color(Token::Text));
    palette.setColor(QPalette::PlaceholderText, color(Token::Text3));
    palette.setColor(QPalette::Link, color(Token::Accent));
    palette.setColor(QPalette::LinkVisited, color(Token::Accent));
    palette.setColor(QPalette::Highlight, color(Token::Selected));
    palette.setColor(QPalette::HighlightedText, color(Token::Text));
    palette.setColor(QPalette::Inactive, QPalette::Highlight, color(Token::SelectedOff));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color(Token::Disabled));
    palette.setColor(QPalette::Disabled, QPalette::Base, color(Token::Sunken));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Token::SelectedOff));
    return palette;
}

QPalette Theme::editPalette() const
{
    QPalette edit = palette();
    edit.setColor(QPalette::Active, QPalette::Highlight, color(Token::AccentFill));
    edit.setColor(QPalette::Active, QPalette::HighlightedText, color(Token::OnAccent));
    return edit;
}

QFont Theme::font(Face face) const
{
    const QFont base = QApplication::font();
    switch (face) {
    case Face::Body:
        return base;
    case Face::Small:
        return scaled(base, 0.85);
    case Face::Strong:
        return weighted(base, QFont::DemiBold);
    case Face::Title:
        return weighted(scaled(base, 1.15), QFont::DemiBold);
    case Face::Hero:
        return weighted(scaled(base, 1.5), QFont::DemiBold);
    case Face::Mono:
        return monospaced(base);
    }
    Q_UNREACHABLE();
}

int Theme::rowHeight() const
{
    return qMax(plainRowHeight(m_density), QFontMetrics(QApplication::font()).height() + 8);
}

} // namespace stagekeeper
