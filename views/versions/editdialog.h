// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/modelversion.h"
#include "views/common/formdialog.h"
#include "views/common/pagecontext.h"

#include <QPointer>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace stagekeeper {

class Registry;

/// Changes what people may edit of the selected version: description, deployment, compliance, tags.
class EditDialog final : public FormDialog
{
    Q_OBJECT

public:
    EditDialog(const PageContext &context, QWidget *parent);

private:
    [[nodiscard]] QPlainTextEdit *lines(const QString &name, int rows);
    [[nodiscard]] QComboBox *yesNo(const QString &name);
    void load();
    void fill(const ModelVersion &version);
    void submit();
    [[nodiscard]] VersionChange change();
    [[nodiscard]] QString tagLines() const;

    PageContext m_context;
    QPointer<Registry> m_registry;
    VersionId m_id;
    ModelVersion m_version;
    QPlainTextEdit *m_description;
    QLineEdit *m_environment;
    QLineEdit *m_retention;
    QComboBox *m_pii;
    QComboBox *m_gdpr;
    QPlainTextEdit *m_tags;
    QLineEdit *m_reason;
};

} // namespace stagekeeper
