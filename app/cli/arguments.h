// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

#include <CLI/CLI.hpp>

namespace stagekeeper {

/// Arguments that CLI11 will not take for lists or words of its own. The functions below take the guard, U+001F, off again.
[[nodiscard]] std::vector<std::string> guarded(std::vector<std::string> arguments);

/// CLI11 as the verbs use it: text is UTF-8 and taken as it is, without CLI11's own lists, escapes and conversions.
/// All of them throw CLI::ParseError while parsing, which commands.cpp turns into status 2.
CLI::Option *textOption(CLI::App &app, const char *name, QString &target, const QString &help);
/// May be given several times, one value each.
CLI::Option *textListOption(CLI::App &app, const char *name, QStringList &target, const QString &help);
/// A value that may be left out: `isGiven` says whether the option was there at all.
CLI::Option *optionalTextOption(CLI::App &app, const char *name, bool &isGiven, QString &target, const QString &help);
/// A whole number from `minimum` on.
CLI::Option *countOption(CLI::App &app, const char *name, int &target, int minimum, const QString &help);
CLI::Option *flag(CLI::App &app, const char *name, bool &target, const QString &help);

/// Positional arguments; all are required unless made optional on what is returned.
CLI::Option *argument(CLI::App &app, const char *name, QString &target, const QString &help);
CLI::Option *argumentList(CLI::App &app, const char *name, QStringList &target, const QString &help);

} // namespace stagekeeper
