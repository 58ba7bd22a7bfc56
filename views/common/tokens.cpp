// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/tokens.h"

#include <array>

namespace stagekeeper {

namespace {

struct Row
{
    QLatin1StringView name;
    QRgb light;
    QRgb dark;
};

/// The only place where a colour has a value; in the order of Token.
constexpr std::array<Row, tokenCount> rows {{
    {QLatin1StringView("window"), 0xfff3f4f6, 0xff16181c},
    {QLatin1StringView("base"), 0xffffffff, 0xff1d2025},
    {QLatin1StringView("raised"), 0xffffffff, 0xff252930},
    {QLatin1StringView("sunken"), 0xfff8f9fb, 0xff1a1c21},
    {QLatin1StringView("hover"), 0xfff1f3f6, 0xff262a31},
    {QLatin1StringView("selected"), 0xffe1ecfa, 0xff22375a},
    {QLatin1StringView("selected-off"), 0xffe8ebef, 0xff2d323a},
    {QLatin1StringView("text"), 0xff1b1f26, 0xffe7e9ec},
    {QLatin1StringView("text-2"), 0xff49515e, 0xffb6bcc6},
    {QLatin1StringView("text-3"), 0xff5f6774, 0xff9da4b0},
    {QLatin1StringView("disabled"), 0xff9ba2ae, 0xff666d78},
    {QLatin1StringView("line"), 0xffe4e7eb, 0xff2d3138},
    {QLatin1StringView("line-strong"), 0xffcdd2da, 0xff414852},
    {QLatin1StringView("control"), 0xff848c9a, 0xff7a8291},
    {QLatin1StringView("accent"), 0xff1d5fbf, 0xff84b3ff},
    {QLatin1StringView("accent-fill"), 0xff1d5fbf, 0xff2c69cc},
    {QLatin1StringView("accent-press"), 0xff174d9b, 0xff245ab3},
    {QLatin1StringView("on-accent"), 0xffffffff, 0xffffffff},
    {QLatin1StringView("focus"), 0xff1d5fbf, 0xff84b3ff},
    {QLatin1StringView("ok"), 0xff0b7055, 0xff4fc49d},
    {QLatin1StringView("ok-tint"), 0xffddf2ea, 0xff17372e},
    {QLatin1StringView("warn"), 0xff855600, 0xffe2af50},
    {QLatin1StringView("warn-tint"), 0xfffbf0d7, 0xff392d16},
    {QLatin1StringView("danger"), 0xffb3261e, 0xffff8f85},
    {QLatin1StringView("danger-tint"), 0xfffbe7e5, 0xff472220},
    {QLatin1StringView("danger-fill"), 0xffb3261e, 0xffc23a30},
    {QLatin1StringView("info"), 0xff1d5fbf, 0xff84b3ff},
    {QLatin1StringView("info-tint"), 0xffe4eefb, 0xff1d2f4b},
    {QLatin1StringView("better"), 0xff0b7055, 0xff4fc49d},
    {QLatin1StringView("worse"), 0xff9c4a00, 0xfff0a35f},
    {QLatin1StringView("dev"), 0xff4a5568, 0xffb6bcc6},
    {QLatin1StringView("dev-tint"), 0xffedf0f4, 0xff2b3038},
    {QLatin1StringView("staging"), 0xff6338ae, 0xffc6acff},
    {QLatin1StringView("staging-tint"), 0xffeee8fa, 0xff35294f},
    {QLatin1StringView("production"), 0xff0b7055, 0xff4fc49d},
    {QLatin1StringView("production-fill"), 0xff0b7055, 0xff0f7a5c},
    {QLatin1StringView("on-production"), 0xffffffff, 0xffffffff},
    {QLatin1StringView("archived"), 0xff5f6774, 0xff9da4b0},
    {QLatin1StringView("model"), 0xffadd8e6, 0xff23485a},
    {QLatin1StringView("model-line"), 0xff3a7f99, 0xffadd8e6},
    {QLatin1StringView("data"), 0xff90ee90, 0xff23492b},
    {QLatin1StringView("data-line"), 0xff2c8540, 0xff90ee90},
    {QLatin1StringView("experiment"), 0xffffffe0, 0xff454322},
    {QLatin1StringView("experiment-line"), 0xff8c7b14, 0xffefefb4},
    {QLatin1StringView("on-node"), 0xff1b1f26, 0xffe7e9ec},
    {QLatin1StringView("heat1"), 0xffeef7f4, 0xff1e2a29},
    {QLatin1StringView("heat2"), 0xffddf0e9, 0xff1d3530},
    {QLatin1StringView("heat3"), 0xffc6e6db, 0xff1b423a},
    {QLatin1StringView("heat4"), 0xffa9d9c9, 0xff195046},
    {QLatin1StringView("div-worse2"), 0xfff5cba4, 0xff673a16},
    {QLatin1StringView("div-worse1"), 0xfffbe6d3, 0xff42301f},
    {QLatin1StringView("div-better1"), 0xffd3ece3, 0xff1d3d35},
    {QLatin1StringView("div-better2"), 0xffa3d8c6, 0xff195246},
    {QLatin1StringView("s1"), 0xff3d459e, 0xff3f94f2},
    {QLatin1StringView("s2"), 0xffce7921, 0xffffbe62},
    {QLatin1StringView("s3"), 0xff1f7552, 0xff51ddaa},
    {QLatin1StringView("s4"), 0xffa865a0, 0xffa382ba},
    {QLatin1StringView("s5"), 0xff1f95e0, 0xffbedeff},
    {QLatin1StringView("s6"), 0xff7c4a08, 0xffbf7d16},
    {QLatin1StringView("s7"), 0xff4f5b6b, 0xff97a5a9},
    {QLatin1StringView("s8"), 0xffe2567c, 0xffee696a},
}};

const Row &row(Token token)
{
    return rows[static_cast<std::size_t>(token)];
}

} // namespace

QColor tokenColor(Token token, bool dark)
{
    return QColor::fromRgb(dark ? row(token).dark : row(token).light);
}

QLatin1StringView tokenName(Token token)
{
    return row(token).name;
}

} // namespace stagekeeper
