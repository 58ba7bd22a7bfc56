// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/formdialog.h"
#include "views/common/pagecontext.h"

class QComboBox;
class QLineEdit;

namespace stagekeeper {

/// Asks where a new registry is to be, what it is called and which stages it has, and creates it.
class CreateDialog final : public FormDialog
{
    Q_OBJECT

public:
    CreateDialog(const PageContext &context, QWidget *parent);

private:
    [[nodiscard]] QWidget *makeFileRow();
    [[nodiscard]] QString path() const;
    [[nodiscard]] QStringList stages() const;
    void chooseFolder();
    void showPlace();
    [[nodiscard]] bool check();
    void submit();

    PageContext m_context;
    QLineEdit *m_name;
    QLineEdit *m_folder;
    QComboBox *m_stages;
};

} // namespace stagekeeper
