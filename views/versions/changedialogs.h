// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/lifecycle.h"
#include "views/common/formdialog.h"

#include <optional>

class QComboBox;
class QLineEdit;

namespace stagekeeper {

/// Asks for a tag, with a value or without.
class TagDialog final : public FormDialog
{
    Q_OBJECT

public:
    TagDialog(const Theme &theme, const QString &versions, QWidget *parent);

    [[nodiscard]] QString tag() const;
    [[nodiscard]] std::optional<QString> value() const;

private:
    void check();

    QLineEdit *m_tag;
    QLineEdit *m_value;
};

/// Asks for an alias.
class AliasDialog final : public FormDialog
{
    Q_OBJECT

public:
    AliasDialog(const Theme &theme, const QString &version, QWidget *parent);

    [[nodiscard]] QString alias() const;

private:
    void check();

    QComboBox *m_alias;
};

/// Asks for a stage and why.
class StageDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// With one stage there is nothing to choose, only to confirm.
    StageDialog(const Theme &theme, const QString &versions, const Lifecycle &lifecycle, QWidget *parent);

    [[nodiscard]] QString stage() const;
    [[nodiscard]] QString reason() const;

private:
    QComboBox *m_stage;
    QLineEdit *m_reason;
};

} // namespace stagekeeper
