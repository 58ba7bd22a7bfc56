// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/gui/pages.h"

#include "views/comparison/comparepage.h"
#include "views/lineage/lineagepage.h"
#include "views/versions/versionspage.h"

#include <QCoreApplication>

namespace stagekeeper {

namespace {

template <typename P>
Page *make(const PageContext &context, QWidget *parent)
{
    return new P(context, parent);
}

} // namespace

const QList<PageEntry> &pages()
{
    static const QList<PageEntry> list {
        {"versions", QT_TRANSLATE_NOOP("Pages", "Versions"), "versions", make<VersionsPage>},
        {"compare", QT_TRANSLATE_NOOP("Pages", "Compare"), "compare", make<ComparePage>},
        {"lineage", QT_TRANSLATE_NOOP("Pages", "Lineage"), "lineage", make<LineagePage>},
    };
    return list;
}

} // namespace stagekeeper
