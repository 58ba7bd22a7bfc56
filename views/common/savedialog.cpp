// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/savedialog.h"

#include <QFileDialog>

namespace stagekeeper {

QFileDialog *askWhereToSave(QWidget *parent, const QString &title, const QStringList &filters, const QString &suffix,
                            const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
    return dialog;
}

} // namespace stagekeeper
