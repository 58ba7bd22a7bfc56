// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/theme.h"

#include <QAbstractButton>

namespace stagekeeper {

/// The title of a part that opens and closes: chevron, title, a note at the right.
class SectionHeader final : public QAbstractButton
{
    Q_OBJECT

public:
    SectionHeader(const Theme &theme, const QString &title, QWidget *parent = nullptr);

    void setNote(const QString &note);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_note;
};

/// A part of the inspector: its title and, while open, its content.
class Section final : public QWidget
{
    Q_OBJECT

public:
    Section(const Theme &theme, const QString &title, QWidget *content, QWidget *parent = nullptr);

    void setNote(const QString &note) { m_header->setNote(note); }
    [[nodiscard]] QWidget *content() const { return m_content; }
    [[nodiscard]] bool isExpanded() const { return m_header->isChecked(); }
    void setExpanded(bool expanded) { m_header->setChecked(expanded); }

signals:
    void expandedChanged(bool expanded);

private:
    SectionHeader *m_header;
    QWidget *m_content;
};

} // namespace stagekeeper
