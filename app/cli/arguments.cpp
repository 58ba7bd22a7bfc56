// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/arguments.h"

#include <QCoreApplication>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

constexpr char guard = '\x1f';

/// "[a,b]" is a list to CLI11, and "++" the end of a verb.
bool isSpecial(const std::string &value)
{
    return value == "++" || (value.size() > 1 && value.front() == '[' && value.back() == ']');
}

QString decoded(const std::string &value, const std::string &name)
{
    const std::string written = value.substr(0, value.size() - 1);
    const bool isGuarded = !value.empty() && value.back() == guard && isSpecial(written);
    const std::string &bytes = isGuarded ? written : value;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    if (decoder.hasError())
        throw CLI::ValidationError(name, Text::tr("the text is not UTF-8").toStdString());
    return text;
}

// a function of its own, because lupdate takes the return type of those below for a class
QString expectation(int minimum)
{
    return Text::tr("a whole number from %1 on is expected").arg(minimum);
}

} // namespace

std::vector<std::string> guarded(std::vector<std::string> arguments)
{
    for (std::string &argument : arguments) {
        if (isSpecial(argument))
            argument += guard;
    }
    return arguments;
}

CLI::Option *textOption(CLI::App &app, const char *name, QString &target, const QString &help)
{
    const auto take = [&target, name = std::string(name)](const CLI::results_t &values) {
        target = decoded(values.at(0), name);
        return true;
    };
    return app.add_option(name, take, help.toStdString())->type_name("TEXT");
}

CLI::Option *textListOption(CLI::App &app, const char *name, QStringList &target, const QString &help)
{
    const auto take = [&target, name = std::string(name)](const CLI::results_t &values) {
        for (const std::string &value : values)
            target += decoded(value, name);
        return true;
    };
    return app.add_option(name, take, help.toStdString())
        ->type_name("TEXT")
        ->expected(1, CLI::detail::expected_max_vector_size)
        ->allow_extra_args(false);
}

CLI::Option *optionalTextOption(CLI::App &app, const char *name, bool &isGiven, QString &target, const QString &help)
{
    const auto take = [&isGiven, &target, name = std::string(name)](const CLI::results_t &values) {
        isGiven = true;
        target = values.empty() ? QString() : decoded(values.at(0), name);
        return true;
    };
    return app.add_option(name, take, help.toStdString())->type_name("TEXT")->expected(0, 1);
}

CLI::Option *countOption(CLI::App &app, const char *name, int &target, int minimum, const QString &help)
{
    const auto take = [&target, minimum, name = std::string(name)](const CLI::results_t &values) {
        bool isNumber = false;
        target = decoded(values.at(0), name).toInt(&isNumber);
        if (!isNumber || target < minimum)
            throw CLI::ValidationError(name, expectation(minimum).toStdString());
        return true;
    };
    return app.add_option(name, take, help.toStdString())->type_name("N");
}

CLI::Option *flag(CLI::App &app, const char *name, bool &target, const QString &help)
{
    return app.add_flag(name, target, help.toStdString());
}

CLI::Option *argument(CLI::App &app, const char *name, QString &target, const QString &help)
{
    return textOption(app, name, target, help)->required();
}

CLI::Option *argumentList(CLI::App &app, const char *name, QStringList &target, const QString &help)
{
    const auto take = [&target, name = std::string(name)](const CLI::results_t &values) {
        for (const std::string &value : values)
            target += decoded(value, name);
        return true;
    };
    return app.add_option(name, take, help.toStdString())
        ->type_name("TEXT")
        ->expected(1, CLI::detail::expected_max_vector_size)
        ->allow_extra_args(true)
        ->required();
}

} // namespace stagekeeper
