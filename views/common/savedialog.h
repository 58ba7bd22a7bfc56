// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

#include <functional>

class QFileDialog;
class QWidget;

namespace stagekeeper {

/// Asks where to save and hands on the file that was chosen, while the window goes on working. `suffix` is added to a
/// name without one; it may be empty.
QFileDialog *askWhereToSave(QWidget *parent, const QString &title, const QStringList &filters, const QString &suffix,
                            const std::function<void(const QString &)> &chosen);

} // namespace stagekeeper
