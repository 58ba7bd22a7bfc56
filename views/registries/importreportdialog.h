// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/import/importreport.h"
#include "views/common/theme.h"

#include <QDialog>

namespace stagekeeper {

/// What an import did, row by row: shown when not everything was taken.
class ImportReportDialog final : public QDialog
{
    Q_OBJECT

public:
    ImportReportDialog(const Theme &theme, const ImportReport &report, QWidget *parent);
};

} // namespace stagekeeper
