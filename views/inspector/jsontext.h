// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QPlainTextEdit>

namespace stagekeeper {

/// Text of a machine, to be read and copied: as high as what it holds, so that only the pane scrolls.
class JsonText final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit JsonText(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fitHeight();
};

} // namespace stagekeeper
