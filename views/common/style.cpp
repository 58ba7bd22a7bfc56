// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/style.h"

#include "views/common/shapes.h"
#include "views/common/stylepainting.h"

#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>

namespace stagekeeper {

namespace {

template <typename Option>
const Option *as(const QStyleOption *option)
{
    return qstyleoption_cast<const Option *>(option);
}

void paintBranch(const Theme &theme, const QStyleOption &option, QPainter *painter)
{
    if (!option.state.testFlag(QStyle::State_Children))
        return;
    const auto closed
        = option.direction == Qt::RightToLeft ? shapes::Direction::Left : shapes::Direction::Right;
    shapes::chevron(painter, option.rect,
                    option.state.testFlag(QStyle::State_Open) ? shapes::Direction::Down : closed,
                    theme.color(Token::Text2), 7);
}

void paintSplitter(const Theme &theme, const QStyleOption &option, QPainter *painter)
{
    painter->fillRect(option.rect, theme.color(Token::Line));
}

void paintHeaderSection(const Theme &theme, const QStyleOption &option, QPainter *painter)
{
    painter->fillRect(option.rect, theme.color(Token::Sunken));
    shapes::hairline(painter, option.rect, theme.color(Token::Line));
}

} // namespace

Style::Style(const Theme &theme) : QProxyStyle(QStringLiteral("Fusion")), m_theme(theme)
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        return shapes::focusRing(painter, option->rect, m_theme, measure::tagRadius);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return stylepainting::checkBox(m_theme, *option, painter);
    case PE_IndicatorRadioButton:
        return stylepainting::radioButton(m_theme, *option, painter);
    case PE_FrameLineEdit:
    case PE_PanelLineEdit:
        if (const auto *frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth > 0)
            stylepainting::field(m_theme, *option, painter, widget);
        return;
    case PE_PanelButtonTool:
        return stylepainting::toolButton(m_theme, *option, painter, widget);
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        return stylepainting::itemRow(m_theme, *option, painter, widget);
    case PE_PanelMenu:
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        return stylepainting::popup(m_theme, *option, painter);
    case PE_Frame:
        if (isTextField(widget))
            return stylepainting::field(m_theme, *option, painter, widget);
        return shapes::box(painter, option->rect, measure::cardRadius, {}, m_theme.color(Token::Line));
    case PE_IndicatorBranch:
        return paintBranch(m_theme, *option, painter);
    case PE_IndicatorArrowDown:
        return shapes::chevron(painter, option->rect, shapes::Direction::Down, m_theme.color(Token::Text2));
    case PE_IndicatorArrowUp:
        return shapes::chevron(painter, option->rect, shapes::Direction::Up, m_theme.color(Token::Text2));
    case PE_IndicatorHeaderArrow: {
        const auto *header = as<QStyleOptionHeader>(option);
        const bool up = header && header->sortIndicator == QStyleOptionHeader::SortUp;
        return shapes::chevron(painter, option->rect, up ? shapes::Direction::Up : shapes::Direction::Down,
                               m_theme.color(Token::Text), 6);
    }
    case PE_FrameTabBarBase:
        return shapes::hairline(painter, option->rect, m_theme.color(Token::Line));
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_FrameGroupBox:
    case PE_PanelStatusBar:
    case PE_PanelButtonBevel:
    case PE_FrameButtonBevel:
    case PE_FrameDefaultButton:
    case PE_FrameWindow:
    case PE_IndicatorToolBarHandle:
    case PE_PanelScrollAreaCorner:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto *button = as<QStyleOptionButton>(option))
            stylepainting::pushButton(m_theme, *button, painter, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = as<QStyleOptionButton>(option)) {
            QStyleOptionButton copy = *button;
            copy.palette.setColor(QPalette::ButtonText, m_theme.color(stylepainting::pushButtonText(*button, widget)));
            QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = as<QStyleOptionTab>(option))
            stylepainting::tab(m_theme, *tab, painter);
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = as<QStyleOptionTab>(option)) {
            QStyleOptionTab copy = *tab;
            const bool current = tab->state.testFlag(State_Selected);
            copy.palette.setColor(QPalette::WindowText, m_theme.color(current ? Token::Text : Token::Text2));
            copy.state.setFlag(State_HasFocus, false);
            QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        return;
    case CE_MenuItem:
        if (const auto *item = as<QStyleOptionMenuItem>(option))
            stylepainting::menuItem(m_theme, *item, painter, *this);
        return;
    case CE_ProgressBar:
        if (const auto *bar = as<QStyleOptionProgressBar>(option))
            stylepainting::progressBar(m_theme, *bar, painter);
        return;
    case CE_Splitter:
        return paintSplitter(m_theme, *option, painter);
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return paintHeaderSection(m_theme, *option, painter);
    case CE_HeaderLabel:
        if (const auto *header = as<QStyleOptionHeader>(option)) {
            QStyleOptionHeader copy = *header;
            copy.palette.setColor(QPalette::ButtonText, m_theme.color(Token::Text2));
            copy.state.setFlag(State_On, false); // no bold title over the selected cell
            QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        return;
    case CE_SizeGrip:
    case CE_ToolBar:
    case CE_MenuBarEmptyArea:
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto part = [&](SubControl sub) { return subControlRect(control, option, sub, widget); };
    if (const auto *combo = as<QStyleOptionComboBox>(option); combo && control == CC_ComboBox)
        stylepainting::comboBox(m_theme, *combo, painter, part(SC_ComboBoxArrow));
    else if (const auto *spin = as<QStyleOptionSpinBox>(option); spin && control == CC_SpinBox) {
        stylepainting::field(m_theme, *option, painter, widget);
        stylepainting::spinBox(m_theme, *spin, painter, part(SC_SpinBoxUp), part(SC_SpinBoxDown));
    } else if (const auto *bar = as<QStyleOptionSlider>(option); bar && control == CC_ScrollBar)
        stylepainting::scrollBar(m_theme, *bar, painter, part(SC_ScrollBarSlider));
    else if (const auto *slider = as<QStyleOptionSlider>(option); slider && control == CC_Slider)
        stylepainting::slider(m_theme, *slider, painter, part(SC_SliderGroove), part(SC_SliderHandle));
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void applyTheme(QApplication &application, const Theme &theme)
{
    const auto update = [&theme] {
        QApplication::setPalette(theme.palette());
        for (const char *editor : {"QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox", "QLabel"})
            QApplication::setPalette(theme.editPalette(), editor);
        QApplication::setFont(theme.font(Theme::Face::Small), "QHeaderView");
        QApplication::setFont(theme.font(Theme::Face::Small), "QTipLabel");
    };
    QApplication::setStyle(new Style(theme));
    update();
    QObject::connect(&theme, &Theme::changed, &application, update);
}

} // namespace stagekeeper
