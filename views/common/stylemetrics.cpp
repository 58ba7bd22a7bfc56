// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/style.h"

#include "views/common/icons.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOption>
#include <QTextEdit>

namespace stagekeeper {

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return measure::icon;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return measure::gap;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 28;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
    case PM_ButtonDefaultIndicator:
    case PM_MenuPanelWidth:
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_TabBarTabHSpace:
        return 2 * measure::cell;
    case PM_TabBarTabVSpace:
        return measure::cell;
    case PM_SplitterWidth:
    case PM_DefaultFrameWidth:
        return isTextField(widget) ? measure::focusRing : 1;
    case PM_ToolTipLabelFrameWidth:
        return 1;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return measure::inside;
    case PM_ButtonMargin:
        return measure::cell;
    case PM_HeaderMargin:
        return measure::gap;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return measure::gap;
    case PM_TreeViewIndentation:
        return measure::margin;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup:
    case SH_Menu_FlashTriggeredItem:
        return 0;
    case SH_Header_ArrowAlignment:
        return Qt::AlignRight | Qt::AlignVCenter;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_MenuBar_AltKeyNavigation:
        return 1;
    case SH_Table_GridLineColor:
        return static_cast<int>(m_theme.color(Token::Line).rgba());
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox:
        result.setHeight(qMax(measure::field, option->fontMetrics.height() + measure::cell));
        if (type != CT_PushButton)
            result.rwidth() += measure::gap;
        break;
    case CT_TabBarTab: // tabs live in page headers and are as high, so that their words sit on the title's line
        result.setHeight(qMax(measure::pageHeader - 1, option->fontMetrics.height() * 2 + measure::gap));
        break;
    case CT_ItemViewItem:
        result.setHeight(qMax(result.height(), m_theme.rowHeight()));
        break;
    case CT_ToolButton:
        result = result.expandedTo({measure::field, measure::field});
        break;
    case CT_ProgressBar:
        result.setHeight(4);
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            const bool separator = item->menuItemType == QStyleOptionMenuItem::Separator;
            result.setHeight(separator ? 9 : qMax(28, item->fontMetrics.height() + 10));
            result.rwidth() += measure::group;
        }
        break;
    default:
        break;
    }
    return result;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(measure::inside, 0, 0, 0);
    if (control != CC_ScrollBar || !slider)
        return QProxyStyle::subControlRect(control, option, part, widget);

    // The bar is all groove: no arrow buttons.
    const bool vertical = slider->orientation == Qt::Vertical;
    const int length = vertical ? slider->rect.height() : slider->rect.width();
    const qint64 range = qint64(slider->maximum) - slider->minimum;
    int handle = length;
    if (range > 0) {
        handle = static_cast<int>(qint64(slider->pageStep) * length / (range + slider->pageStep));
        handle = qBound(qMin(length, pixelMetric(PM_ScrollBarSliderMin, option, widget)), handle, length);
    }
    const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                              length - handle, slider->upsideDown);
    const auto stretch = [&](int from, int to) {
        const QRect along = vertical ? QRect(0, from, slider->rect.width(), to - from)
                                     : QRect(from, 0, to - from, slider->rect.height());
        return visualRect(slider->direction, slider->rect, along.translated(slider->rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return stretch(0, length);
    case SC_ScrollBarSlider:
        return stretch(start, start + handle);
    case SC_ScrollBarSubPage:
        return stretch(0, start);
    case SC_ScrollBarAddPage:
        return stretch(start + handle, length);
    default:
        return {};
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_HeaderArrow) {
        const QRect arrow(option->rect.right() - 2 * measure::gap, option->rect.top(), measure::cell,
                          option->rect.height());
        return visualRect(option->direction, option->rect, arrow);
    }
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(measure::inside, 0, -measure::inside, 0);
    return rect;
}

QIcon Style::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    switch (pixmap) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
        return themedIcon(m_theme, QStringLiteral("close"));
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion:
        return themedIcon(m_theme, QStringLiteral("info"), Token::Info);
    case SP_MessageBoxWarning:
        return themedIcon(m_theme, QStringLiteral("warning"), Token::Warn);
    case SP_MessageBoxCritical:
        return themedIcon(m_theme, QStringLiteral("error"), Token::Danger);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (widget->inherits("QTipLabel")) // what a tool tip shows may come from a file
        static_cast<QLabel *>(widget)->setTextFormat(Qt::PlainText);
    if (auto *button = qobject_cast<QPushButton *>(widget)) // Enter is the primary act, wherever the focus is
        button->setAutoDefault(false);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (isTextField(widget))
        widget->installEventFilter(this);
}

void Style::unpolish(QWidget *widget)
{
    widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

/// A text field of several lines shows in its frame that it has the keyboard; Qt repaints only what is inside.
bool Style::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        static_cast<QWidget *>(watched)->update();
    return QProxyStyle::eventFilter(watched, event);
}

bool Style::isTextField(const QWidget *widget)
{
    const auto *plain = qobject_cast<const QPlainTextEdit *>(widget);
    const auto *rich = qobject_cast<const QTextEdit *>(widget);
    return (plain && !plain->isReadOnly()) || (rich && !rich->isReadOnly());
}

} // namespace stagekeeper
