// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/items/tableviewstate.h"
#include "views/common/theme.h"

#include <QWidget>

class QBoxLayout;

namespace stagekeeper {

/// The saved views of a table as tabs beside the title: "All", each by its name, and + to save the one that is shown.
class ViewTabs final : public QWidget
{
    Q_OBJECT

public:
    explicit ViewTabs(const Theme &theme, QWidget *parent = nullptr);

    void setViews(const QStringList &names);
    void setCurrent(const QString &name); ///< empty: "All"
    [[nodiscard]] QString current() const { return m_current; }

signals:
    void chosen(const QString &name);
    void saveRequested(const QString &name);
    void removeRequested(const QString &name);

private:
    void addTab(const QString &name);
    void askForName();

    const Theme &m_theme;
    QBoxLayout *m_row;
    QStringList m_names;
    QString m_current;
};

} // namespace stagekeeper
