// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>

namespace stagekeeper {

class SystemAppearance;

/// Lengths in device-independent pixels, on a grid of 4.
namespace measure {
inline constexpr int inside = 4; ///< between a thing and its own border
inline constexpr int gap = 8; ///< between two things that belong together
inline constexpr int cell = 12; ///< between groups in a cell or a bar
inline constexpr int margin = 16; ///< around a page
inline constexpr int group = 24; ///< between groups, and around a dialog
inline constexpr int pageHeader = 48;
inline constexpr int filterBar = 44;
inline constexpr int actionBar = 44;
inline constexpr int statusBar = 26;
inline constexpr int rail = 48;
inline constexpr int tree = 232;
inline constexpr int inspector = 304;
inline constexpr int prose = 720; ///< the widest a text gets
inline constexpr int icon = 16;
inline constexpr int bigIcon = 20;
inline constexpr int field = 30; ///< height of a field or a button
inline constexpr int badge = 18; ///< height of a badge
inline constexpr int focusRing = 2;
inline constexpr int controlRadius = 5;
inline constexpr int cardRadius = 6;
inline constexpr int badgeRadius = 9;
inline constexpr int tagRadius = 3;
inline constexpr int quietMs = 300; ///< old rows stay, and no progress is shown, for so long
inline constexpr int noticeMs = 5000; ///< a message in the status bar stays for so long
} // namespace measure

/// Colours, fonts and row heights of the program. Made once in main() and handed to whatever paints.
class Theme final : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    enum class Density { Compact, Regular, Comfortable };
    enum class Face {
        Body,
        Small, ///< header cells, badges, hints
        Strong, ///< a name in running text
        Title, ///< one per page header
        Hero, ///< at most one per page
        Mono, ///< digests, keys, code
    };

    explicit Theme(QObject *parent = nullptr);

    [[nodiscard]] QColor color(Token token) const { return tokenColor(token, isDark()); }
    [[nodiscard]] bool isDark() const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QPalette editPalette() const; ///< for text that can be selected
    [[nodiscard]] QFont font(Face face) const;
    [[nodiscard]] int rowHeight() const;

    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    [[nodiscard]] Density density() const { return m_density; }
    void setDensity(Density density);

signals:
    void changed(); ///< colours, fonts or heights

private:
    SystemAppearance *m_system;
    Mode m_mode = Mode::System;
    Density m_density = Density::Regular;
};

} // namespace stagekeeper
