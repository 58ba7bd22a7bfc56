// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include <QCoreApplication>
#include <QFile>

#include <clocale>
#include <cstdio>
#include <cstring>
#include <langinfo.h>

int main(int argc, char *argv[])
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8"); // Qt would do the same, but say so on the error stream
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("stagekeeper"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STAGEKEEPER_VERSION));

    QFile out, err;
    if (!out.open(stdout, QIODevice::WriteOnly) || !err.open(stderr, QIODevice::WriteOnly))
        return 70;
    return stagekeeper::runCommandLine(std::vector<std::string>(argv + 1, argv + argc), out, err);
}
