// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/serialqueue.h"
#include "views/common/theme.h"

#include <QUrl>
#include <QWidget>

class QAction;
class QBoxLayout;
class QScrollArea;

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
    void buildLayout();
    [[nodiscard]] QWidget *makeWays();
    [[nodiscard]] QWidget *makeRecent();
    [[nodiscard]] QWidget *makeScript();
    [[nodiscard]] QWidget *makeSteps();
    [[nodiscard]] QWidget *makeStep(int number, const QString &title, const QString &why);
    void updateWays();
    void findGone();
    void markGone(const QStringList &gone);
    void arrange();

    const Theme &m_theme;
    QList<Row> m_rows;
    QStringList m_files;
    QScrollArea *m_scroll;
    QBoxLayout *m_columns = nullptr;
    QBoxLayout *m_hint = nullptr;
    ChoiceList *m_ways = nullptr;
    QWidget *m_recentPart = nullptr;
    ChoiceList *m_recent = nullptr;
    DropArea *m_dropArea = nullptr;
    SerialQueue m_queue; ///< looks for files, which takes long on a share that is gone
};

} // namespace stagekeeper
