// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"
#include "views/comparison/charts/comparednumbers.h"

#include <QWidget>

class QComboBox;

namespace stagekeeper {

class Chart;
class ChartPane;

/// The numbers of a comparison as one of several kinds of chart, and the choice among them.
class SideBySide final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Parallel, Bars, Radar, Scatter };
    static constexpr qsizetype mostRows = 6;

    explicit SideBySide(const Theme &theme, QWidget *parent = nullptr);

    void setNumbers(const ComparedNumbers &numbers);
    /// Draws these rows; without any, the first ones in which the versions differ.
    void setChosenRows(const QStringList &names);
    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }
    void highlight(int version);

    [[nodiscard]] ChartPane *pane() const { return m_pane; }

signals:
    void versionHovered(int version); ///< -1 when none is any more
    void versionActivated(int version);
    void brushed(const QList<int> &versions); ///< those chosen on parallel axes, all when there is no choice
    void kindChanged(stagekeeper::SideBySide::Kind kind);

private:
    void makeChart();
    [[nodiscard]] Chart *chartOf(Kind kind);
    [[nodiscard]] QWidget *optionsOf(Kind kind);
    [[nodiscard]] QWidget *scatterOptions();
    void fillChoices(QComboBox *box, const QString &name);
    void showNumbers();
    void showScatter();
    [[nodiscard]] ComparedNumbers drawn() const;

    const Theme &m_theme;
    ChartPane *m_pane;
    Kind m_kind = Kind::Parallel;
    ComparedNumbers m_numbers;
    QStringList m_chosen;
    QString m_xName, m_yName; ///< of the scatter, kept while versions come and go
    QComboBox *m_x = nullptr;
    QComboBox *m_y = nullptr;
    int m_highlighted = -1;
    bool m_isNormalised = true;
};

} // namespace stagekeeper
