// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace stagekeeper {

/// The status bar: what state the registry is in, what is running and how far, what was just done, and who you are.
class JobBar final : public QWidget
{
    Q_OBJECT

public:
    explicit JobBar(const Theme &theme, QWidget *parent = nullptr);

    /// At the left: an icon in a colour, a name, and what there is to say about it.
    void setState(const QString &iconName, Token color, const QString &name, const QString &words = {});
    /// A job that runs; shown once it takes longer than a moment. `total` 0 means that nobody knows.
    void setJob(const QString &words, int done = 0, int total = 0);
    void clearJob();
    /// Shown for some seconds, with a way back where there is one.
    void notify(const QString &sentence, std::function<void()> undo = {});
    void setIdentity(const QString &words, const QString &iconName = QStringLiteral("key"));

signals:
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setJobVisible(bool visible);
    void endNotice();
    void recolor();

    const Theme &m_theme;
    QString m_stateIconName;
    Token m_stateColor = Token::Text2;
    QString m_identityIconName;
    std::function<void()> m_undo;
    QLabel *m_stateIcon;
    QLabel *m_stateName;
    QLabel *m_stateWords;
    QLabel *m_notice;
    QToolButton *m_undoButton;
    QLabel *m_jobWords;
    QProgressBar *m_progress;
    QLabel *m_percent;
    QToolButton *m_cancel;
    QLabel *m_identityIcon;
    QLabel *m_identity;
    QTimer m_jobDelay;
    QTimer m_noticeEnd;
};

} // namespace stagekeeper
