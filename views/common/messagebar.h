// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/error.h"
#include "views/common/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace stagekeeper {

/// One line under a page's header: what happened, and what can be done about it. Hidden while there is nothing to say.
class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Info, Ok, Warning, Danger };

    explicit MessageBar(const Theme &theme, QWidget *parent = nullptr);

    /// Up to two actions are offered as buttons; they stay the caller's.
    void showMessage(Kind kind, const QString &sentence, const QList<QAction *> &offers = {});
    /// The error's code decides what is offered.
    void showError(const Error &error);
    void dismiss();

    [[nodiscard]] QString sentence() const;

signals:
    void retryRequested();
    void reloadRequested();
    void signInRequested();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Offer { None, Retry, Reload, SignIn };

    [[nodiscard]] static Offer offerFor(Error::Code code);
    void show(Kind kind, const QString &sentence, const QString &detail, Offer offer);
    void toggleDetail();
    void recolor();

    const Theme &m_theme;
    Kind m_kind = Kind::Info;
    Offer m_offer = Offer::None;
    QLabel *m_icon;
    QLabel *m_sentence;
    QLabel *m_detail;
    QPushButton *m_offerButton;
    QPushButton *m_detailButton;
    QHBoxLayout *m_actions;
};

} // namespace stagekeeper
