// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QWidget>

class QAction;
class QLabel;

namespace stagekeeper {

/// What a page shows instead of nothing: what is missing, why, and the one thing to do first.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const Theme &theme, const QString &sentence, const QString &why, QAction *action = nullptr,
               QWidget *parent = nullptr);

    void setSentence(const QString &sentence, const QString &why);

private:
    QLabel *m_sentence;
    QLabel *m_why;
};

} // namespace stagekeeper
