// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

/// Numbers, dates and names as a person reads them. Pure: everything they depend on is an argument.
namespace stagekeeper::format {

/// With fixed decimals, or two digits where those would all be zero; scientific beyond a million or below a ten-thousandth. Minus is U+2212; "NaN", "∞".
[[nodiscard]] QString number(double value, int decimals, const QLocale &locale);
/// All digits, to be copied or shown in a tool tip.
[[nodiscard]] QString exactNumber(double value);
/// With its sign always, and an arrow for the direction: "▲ +0.0036". "=" when nothing changed.
[[nodiscard]] QString delta(double value, int decimals, const QLocale &locale);
/// "62 %", by the locale.
[[nodiscard]] QString percent(int value, const QLocale &locale);
/// Grouped digits, empty for zero.
[[nodiscard]] QString count(qint64 value, const QLocale &locale);
/// "1.8 MB"
[[nodiscard]] QString bytes(qint64 size, const QLocale &locale);

/// "3 h ago", "yesterday", "14 Oct", "14 Oct 2025", seen from `now` in its time zone.
[[nodiscard]] QString relativeDate(const QDateTime &when, const QDateTime &now, const QLocale &locale);
/// Date, time and time zone in full.
[[nodiscard]] QString exactDate(const QDateTime &when, const QLocale &locale);

/// "a41f…09" of a digest in hexadecimal; "sha256:" and the like in front is dropped.
[[nodiscard]] QString digest(const QString &digest);

/// What is shown for "not measured".
[[nodiscard]] QString missing();

} // namespace stagekeeper::format
