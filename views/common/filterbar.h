// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/filterparser.h"
#include "views/common/theme.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QToolButton;

namespace stagekeeper {

class FilterEdit;
struct FilterVocabulary;

/// The bar over a table: the filter, how many rows it lets through, and what is wrong with it.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text); ///< applied at once, when it can be read
    void setVocabulary(const FilterVocabulary &vocabulary);
    void setCount(const QString &count); ///< "112 of 148"
    void addOption(QWidget *option); ///< at the right of the field
    [[nodiscard]] FilterEdit *edit() const { return m_edit; }

signals:
    /// The text can be read and says something else than before.
    void filterChanged(const stagekeeper::Filter &filter, const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeField();
    void apply();
    void showError(const std::optional<FilterError> &error);
    void paintField();

    const Theme &m_theme;
    FilterEdit *m_edit;
    QWidget *m_field;
    QLabel *m_icon;
    QLabel *m_count;
    QToolButton *m_clear;
    QWidget *m_errorLine;
    QLabel *m_error;
    QToolButton *m_fix;
    QWidget *m_row;
    QString m_countText;
    QString m_applied;
    std::optional<FilterError> m_shownError;
    QTimer m_quiet;
};

} // namespace stagekeeper
