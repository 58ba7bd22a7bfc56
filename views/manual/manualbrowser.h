// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QTextBrowser>

class QTextTable;

namespace stagekeeper {

/// Shows one chapter in the theme's fonts and colours. Loads nothing but what belongs to the manual.
class ManualBrowser final : public QTextBrowser
{
    Q_OBJECT

public:
    ManualBrowser(const Theme &theme, QWidget *parent);

    /// Marks every place of these words.
    void mark(const QStringList &words);
    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow(const QUrl &link);
    void applyTheme();
    void dress(const QUrl &page);
    void dressBlock(const QTextBlock &block) const;
    void dressText(const QTextBlock &block) const;
    void dressTable(QTextTable *table) const;
    void center();

    const Theme &m_theme;
    QStringList m_marked;
};

} // namespace stagekeeper
