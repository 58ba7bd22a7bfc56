// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/registries/importreportdialog.h"

#include "views/common/plainlabel.h"
#include "views/common/tableview.h"
#include "views/common/textdelegate.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

QString outcomeWord(ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Taken:
        return ImportReportDialog::tr("taken");
    case ImportOutcome::Changed:
        return ImportReportDialog::tr("taken with changes");
    case ImportOutcome::Same:
        return ImportReportDialog::tr("was there");
    case ImportOutcome::Skipped:
        return ImportReportDialog::tr("left out");
    case ImportOutcome::Rejected:
        break;
    }
    return ImportReportDialog::tr("refused");
}

QStandardItemModel *modelOf(const ImportReport &report, QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels({ImportReportDialog::tr("Outcome"), ImportReportDialog::tr("Version"),
                                      ImportReportDialog::tr("Reason"), ImportReportDialog::tr("Source")});
    for (const ImportOutcome wanted : {ImportOutcome::Rejected, ImportOutcome::Skipped, ImportOutcome::Changed,
                                       ImportOutcome::Taken, ImportOutcome::Same}) { // what needs a look comes first
        for (const ImportRow &row : report.rows) {
            if (row.outcome != wanted)
                continue;
            QList<QStandardItem *> items;
            for (const QString &text : {outcomeWord(row.outcome), row.reference, row.reason, row.source}) {
                items.append(new QStandardItem(displayName(text)));
                items.last()->setEditable(false);
            }
            model->appendRow(items);
        }
    }
    return model;
}

} // namespace

ImportReportDialog::ImportReportDialog(const Theme &theme, const ImportReport &report, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"importReport"_s);
    setWindowTitle(tr("Import report"));
    resize(820, 460);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::group, measure::group, measure::group, measure::group);
    column->setSpacing(measure::cell);
    const auto taken = report.count(ImportOutcome::Taken) + report.count(ImportOutcome::Changed);
    const auto refused = report.count(ImportOutcome::Rejected) + report.count(ImportOutcome::Skipped);
    column->addWidget(plainLabel(theme, tr("%1 taken, %2 were there already, %3 not taken")
                                            .arg(taken).arg(report.count(ImportOutcome::Same)).arg(refused), Theme::Face::Title));
    auto *table = new TableView(theme, this);
    table->setModel(modelOf(report, table));
    for (int i = 0; i < 4; ++i)
        table->setItemDelegateForColumn(i, new TextDelegate(theme, table));
    table->setColumnWidth(0, 130);
    table->setColumnWidth(1, 200);
    table->setColumnWidth(2, 300);
    table->horizontalHeader()->setStretchLastSection(true);
    column->addWidget(table, 1);
    auto *buttons = new QDialogButtonBox(this);
    auto *close = buttons->addButton(tr("Close"), QDialogButtonBox::AcceptRole);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    column->addWidget(buttons);
}

} // namespace stagekeeper
