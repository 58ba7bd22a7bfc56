// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QDialog>
#include <QHash>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace stagekeeper {

/// A dialog of fields: each with its name above, and below it what is wrong with the value or what it is good for.
/// The title says what it is about, the primary button names the act.
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    FormDialog(const Theme &theme, const QString &title, const QString &act, QWidget *parent);

    void addIntroduction(const QString &text);
    void addField(const QString &label, QWidget *field, const QString &hint = {});
    /// Says under the field why its value cannot be taken; empty when it can.
    void setProblem(QWidget *field, const QString &problem);
    [[nodiscard]] bool hasProblems() const;
    /// Something that concerns no single field.
    void setTrouble(const QString &sentence);
    void setHeading(const QString &title);
    void setAct(const QString &act);
    void setBusy(bool busy);
    [[nodiscard]] QPushButton *primaryButton() const { return m_primary; }
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }

signals:
    void submitted(); ///< the primary button or Enter; the dialog stays open until it is accepted

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }

private:
    struct Row {
        QLabel *note = nullptr;
        QString hint;
        QString problem;
    };

    const Theme &m_theme;
    QVBoxLayout *m_column;
    QLabel *m_heading;
    QLabel *m_trouble;
    QPushButton *m_primary;
    QHash<QWidget *, Row> m_rows;
};

} // namespace stagekeeper
