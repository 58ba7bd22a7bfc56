// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QWidget>

class QLabel;
class QSlider;

namespace stagekeeper {

class CurvesChart;

/// Smoothing and axis of curves, with the formula of what is drawn.
class CurvesOptions final : public QWidget
{
    Q_OBJECT

public:
    CurvesOptions(const Theme &theme, CurvesChart *chart, QWidget *parent = nullptr);

private:
    void smoothingMoved(int position);

    CurvesChart *m_chart;
    QSlider *m_smoothing;
    QLabel *m_formula;
};

} // namespace stagekeeper
