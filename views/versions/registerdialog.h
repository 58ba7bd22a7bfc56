// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/registration.h"
#include "views/common/formdialog.h"
#include "views/common/pagecontext.h"

#include <QPointer>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace stagekeeper {

class Registry;

/// Registers a version with its numbers, its parameters and its files.
class RegisterDialog final : public FormDialog
{
    Q_OBJECT

public:
    RegisterDialog(const PageContext &context, Registry *registry, QWidget *parent);

    void addFiles(const QStringList &files);

private:
    void buildFields();
    [[nodiscard]] QPlainTextEdit *lines(const QString &name, const QString &placeholder);
    [[nodiscard]] QWidget *makeVersionRow();
    [[nodiscard]] QWidget *makeFiles();
    void suggestVersion();
    void submit();
    [[nodiscard]] Registration registration();
    void storeThenRegister(const Registration &registration);
    void finish(const Registration &stored);
    void show(const Error &error);

    PageContext m_context;
    QPointer<Registry> m_registry;
    QComboBox *m_model;
    QLineEdit *m_version;
    QComboBox *m_scheme;
    QComboBox *m_stage;
    QPlainTextEdit *m_description;
    QPlainTextEdit *m_metrics;
    QPlainTextEdit *m_parameters;
    QPlainTextEdit *m_tags;
    QListWidget *m_files;
    int m_generation = 0;
};

} // namespace stagekeeper
