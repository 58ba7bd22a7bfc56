// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QUrl>
#include <QWidget>

class QAction;
class QBoxLayout;

namespace stagekeeper {

class ChoiceList;
class DropArea;

/// What is shown while no registry is open: the ways to begin, and what comes after.
class FirstRunPage final : public QWidget
{
    Q_OBJECT

public:
    /// A way to begin, and why one would.
    struct Row {
        QAction *action = nullptr;
        QString why;
    };

    FirstRunPage(const Theme &theme, const QList<Row> &rows, QWidget *parent = nullptr);

    /// Registries that were open before, by their files, newest first.
    void setRecent(const QStringList &files);
    /// A line below the steps, with the keys of `actions` in the places %1, %2, …
    void setHint(const QString &sentence, const QList<QAction *> &actions);

signals:
    void openRequested(const QString &file);
    void dropped(const QList<QUrl> &urls);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeWays();
    [[nodiscard]] QWidget *makeSteps();
    void updateWays();

    const Theme &m_theme;
    QList<Row> m_rows;
    QStringList m_files;
    QBoxLayout *m_columns = nullptr;
    QBoxLayout *m_hint = nullptr;
    ChoiceList *m_ways = nullptr;
    QWidget *m_recentPart = nullptr;
    ChoiceList *m_recent = nullptr;
    DropArea *m_dropArea = nullptr;
};

} // namespace stagekeeper
