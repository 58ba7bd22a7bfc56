// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/graphvizlayout.h"
#include "model/layout/layoutmessage.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace stagekeeper;

namespace {

int giveUp(const Error &error)
{
    std::fprintf(stderr, "%s (%s)\n", qPrintable(error.message), qPrintable(error.detail));
    return 1;
}

} // namespace

/// The layout helper: one graph in, one layout out. A program of its own because Graphviz cannot be stopped and can crash.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QFile input;
    QFile output;
    if (!input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly))
        return 1;
    const Result<LayoutRequest> request = layoutmessage::readRequest(input.read(layoutmessage::mostBytes));
    if (!request)
        return giveUp(request.error());
    const Result<Layout> layout = graphvizLayout(*request);
    if (!layout)
        return giveUp(layout.error());
    const QByteArray bytes = layoutmessage::write(*layout);
    return output.write(bytes) == bytes.size() && output.flush() ? 0 : 1;
}
