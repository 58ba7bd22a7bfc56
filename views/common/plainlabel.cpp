// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/plainlabel.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

/// Reordering marks, joiners, fillers and other characters that change a text without being seen.
bool isHidden(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        break;
    }
    const bool filler = character == 0x115F || character == 0x1160 || character == 0x3164 || character == 0xFFA0;
    const bool variationSelector = (character >= 0xFE00 && character <= 0xFE0E) || character == 0x034F;
    return filler || variationSelector;
}

QString spelledOut(const QString &text, bool keepLines)
{
    QString shown;
    shown.reserve(text.size());
    for (const uint character : text.toUcs4()) {
        if (keepLines && (character == '\n' || character == '\t'))
            shown += QChar(character);
        else if (isHidden(character))
            shown += u"⟦U+%1⟧"_s.arg(character, 4, 16, QChar(u'0')).toUpper();
        else
            shown += QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1);
    }
    return shown;
}

void applyColors(QWidget *widget, const Theme &theme, Theme::Face face, Token token)
{
    widget->setFont(theme.font(face));
    QPalette palette = theme.editPalette();
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        palette.setColor(group, QPalette::WindowText, theme.color(token));
        palette.setColor(group, QPalette::Text, theme.color(token));
    }
    widget->setPalette(palette);
}

void applyFill(QWidget *widget, const Theme &theme, Token token)
{
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Window, theme.color(token));
    widget->setPalette(palette);
}

} // namespace

QString displayName(const QString &name)
{
    return spelledOut(name, false);
}

QString displayLines(const QString &text)
{
    return spelledOut(text, true);
}

void followTheme(QWidget *widget, const Theme &theme, Theme::Face face, Token token)
{
    applyColors(widget, theme, face, token);
    QObject::connect(&theme, &Theme::changed, widget,
                     [widget, &theme, face, token] { applyColors(widget, theme, face, token); });
}

void fillWith(QWidget *widget, const Theme &theme, Token token)
{
    widget->setAutoFillBackground(true);
    applyFill(widget, theme, token);
    QObject::connect(&theme, &Theme::changed, widget, [widget, &theme, token] { applyFill(widget, theme, token); });
}

QLabel *plainLabel(const Theme &theme, const QString &text, Theme::Face face, Token token, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    followTheme(label, theme, face, token);
    return label;
}

QLabel *proseLabel(const Theme &theme, const QString &text, Theme::Face face, Token token, QWidget *parent)
{
    QLabel *label = plainLabel(theme, text, face, token, parent);
    label->setWordWrap(true);
    label->setMaximumWidth(measure::prose);
    return label;
}

QWidget *hairlineWidget(const Theme &theme, Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QWidget(parent);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    fillWith(line, theme, Token::Line);
    return line;
}

} // namespace stagekeeper
