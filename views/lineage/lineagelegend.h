// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QWidget>

namespace stagekeeper {

/// What the shapes and the lit path of a lineage mean.
class LineageLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit LineageLegend(const Theme &theme, QWidget *parent = nullptr);

    void setPathText(const QString &text); ///< what the lit path is
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QStringList rows() const;

    const Theme &m_theme;
    QString m_path;
};

} // namespace stagekeeper
