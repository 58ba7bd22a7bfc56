// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/curvesoptions.h"

#include "views/common/plainlabel.h"
#include "views/comparison/charts/curveschart.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QSlider>

using namespace Qt::StringLiterals;

namespace stagekeeper {

CurvesOptions::CurvesOptions(const Theme &theme, CurvesChart *chart, QWidget *parent)
    : QWidget(parent), m_chart(chart), m_smoothing(new QSlider(Qt::Horizontal, this)),
      m_formula(plainLabel(theme, {}, Theme::Face::Small, Token::Text3, this))
{
    auto *label = plainLabel(theme, tr("Smoothing"), Theme::Face::Body, Token::Text2, this);
    m_smoothing->setRange(0, 99); // hundredths; 1 would be the first value for ever
    m_smoothing->setPageStep(10);
    m_smoothing->setMinimumWidth(80);
    m_smoothing->setMaximumWidth(160);
    m_smoothing->setObjectName(u"smoothing"_s);
    m_smoothing->setAccessibleName(label->text());
    auto *logarithmic = new QCheckBox(tr("Log axis"), this);
    logarithmic->setObjectName(u"logarithmic"_s);

    auto *row = new QHBoxLayout;
    row->setSpacing(measure::gap);
    row->addWidget(label);
    row->addWidget(m_smoothing, 1);
    row->addStretch(1);
    row->addWidget(logarithmic);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::margin, 0, measure::margin, 0);
    column->setSpacing(measure::inside);
    column->addLayout(row);
    column->addWidget(m_formula);

    m_smoothing->setValue(qRound(chart->smoothing() * 100));
    logarithmic->setChecked(chart->isLogarithmic());
    m_formula->setText(chart->formula());
    connect(m_smoothing, &QSlider::valueChanged, this, &CurvesOptions::smoothingMoved);
    connect(chart, &Chart::changed, this, [this] { m_smoothing->setValue(qRound(m_chart->smoothing() * 100)); });
    connect(logarithmic, &QCheckBox::toggled, chart, &CurvesChart::setLogarithmic);
}

void CurvesOptions::smoothingMoved(int position)
{
    m_chart->setSmoothing(position / 100.0);
    m_formula->setText(m_chart->formula());
    m_smoothing->setAccessibleDescription(m_formula->text());
}

} // namespace stagekeeper
