// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/inspector/partcontext.h"

#include <QAbstractButton>
#include <QLabel>

class QBoxLayout;
class QTextLayout;

namespace stagekeeper {

/// A line of plain text that is shortened in the middle where it does not fit; the tool tip then has all of it.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    ElidedLabel(const Theme &theme, const QString &text, Theme::Face face = Theme::Face::Body,
                Token token = Token::Text, QWidget *parent = nullptr);

    /// More than the text, for the tool tip.
    void setHint(const QString &hint);
    /// Takes all the room there is, so that what follows is at the other edge.
    void setFilling() { setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateToolTip();

    QString m_hint;
};

/// Text of several lines that breaks inside words that are too long, so that no value widens the pane.
class WrappedText final : public QWidget
{
    Q_OBJECT

public:
    WrappedText(const Theme &theme, const QString &text, Theme::Face face = Theme::Face::Body, Token token = Token::Text2,
                QWidget *parent = nullptr);

    [[nodiscard]] const QString &text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double lay(QTextLayout &layout, int width) const;

    QString m_text;
};

/// A number at the right edge, its digits under those of the row above.
class NumberLabel final : public QLabel
{
    Q_OBJECT

public:
    NumberLabel(const Theme &theme, const QString &text, Theme::Face face, Token token, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Words that can be followed: another version, "3 more". Never markup.
class LinkButton final : public QAbstractButton
{
    Q_OBJECT

public:
    LinkButton(const Theme &theme, const QString &text, Theme::Face face = Theme::Face::Body, Token token = Token::Accent,
               QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Token m_token;
    QString m_shown;
};

/// The first rows of a list; those beyond are built when "n more" is asked for.
class RowList final : public QWidget
{
    Q_OBJECT

public:
    using MakeRow = std::function<QWidget *(qsizetype row)>;

    /// `name` is the object name, and what "n more" is remembered by.
    RowList(const PartContext &parts, const QString &name, qsizetype count, const MakeRow &makeRow, qsizetype first = 8);

private:
    void addRows(qsizetype from, qsizetype to);
    void showAll();

    PartContext m_parts;
    MakeRow m_makeRow;
    QBoxLayout *m_column;
    QWidget *m_more = nullptr;
    qsizetype m_count;
};

/// What a row is at least high.
[[nodiscard]] int rowHeight(const QWidget *widget);

/// Label at the left, value beside it.
[[nodiscard]] QWidget *labelledRow(const Theme &theme, const QString &label, QWidget *value);
[[nodiscard]] QWidget *labelledRow(const Theme &theme, const QString &label, const QString &value,
                                   const QString &hint = {}, Theme::Face face = Theme::Face::Body);
/// A column without margins.
[[nodiscard]] QBoxLayout *plainColumn(QWidget *owner, int spacing = 0);
/// A row without margins.
[[nodiscard]] QBoxLayout *plainRow(QWidget *owner, int spacing = measure::gap);
/// Tags or aliases, as many to a line as fit.
[[nodiscard]] QWidget *tagFlow(const Theme &theme, const QStringList &texts, const QString &name);
/// A link to a version; `shownFor` is the model whose name need not be said.
[[nodiscard]] QWidget *versionLink(const PartContext &parts, const Reference &reference, const QString &shownFor);
/// An icon that has no meaning of its own beside its words.
[[nodiscard]] QWidget *iconLabel(const Theme &theme, const QString &icon, Token token);

} // namespace stagekeeper
