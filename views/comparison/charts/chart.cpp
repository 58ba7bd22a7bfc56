// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/chart.h"

#include "views/common/shapes.h"
#include "views/comparison/charts/chartaccessible.h"
#include "views/comparison/charts/reading.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr double reach = 24; ///< how far from a spot the mouse still means it

} // namespace

Chart::Chart(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(&theme)
{
    setObjectName(u"chart"_s);
    ChartAccessible::install();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setLayoutDirection(Qt::LeftToRight);
    connect(&theme, &Theme::changed, this, &Chart::repaintPicture);
}

void Chart::highlight(int version)
{
    if (version == m_highlighted)
        return;
    m_highlighted = version;
    update();
}

void Chart::activate(int version)
{
    if (version >= 0)
        emit versionActivated(version);
}

void Chart::setNote(const QString &note)
{
    m_note = note;
    setAccessibleDescription(note);
}

QString Chart::currentText() const
{
    if (m_spot < 0)
        return whyEmpty();
    const Reading reading = spot(m_spot).reading;
    QStringList parts {chartName(reading.title)};
    for (const auto &[name, value] : reading.rows)
        parts.append(chartName(name) + u": "_s + value);
    return parts.join(u", "_s);
}

Chart::Spot Chart::spot(int) const
{
    return {};
}

int Chart::spotAt(const QPointF &at) const
{
    int nearest = -1;
    double least = reach * reach;
    for (int i = 0; i < spotCount(); ++i) {
        const QPointF away = placeOfSpot(i) - at;
        const double distance = QPointF::dotProduct(away, away);
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

int Chart::nextSpot(int from, Qt::Key key) const
{
    const int last = spotCount() - 1;
    if (from < 0)
        return last < 0 ? -1 : 0;
    return qBound(0, from + (key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1), last);
}

void Chart::setSpot(int index)
{
    if (index == m_spot)
        return;
    m_spot = index;
    update();
    tellSpot();
}

void Chart::tellSpot()
{
    emit versionHovered(m_spot < 0 ? -1 : spot(m_spot).version);
    QAccessibleValueChangeEvent event(this, currentText());
    QAccessible::updateAccessibility(&event);
}

void Chart::repaintPicture()
{
    m_isStale = m_isMoved = true;
    update();
}

void Chart::ensurePlaces()
{
    if (m_isMoved)
        layOutAll();
}

void Chart::dataChanged()
{
    m_spot = -1;
    repaintPicture();
    emit changed();
}

bool Chart::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        repaintPicture();
    return QWidget::event(event);
}

void Chart::resizeEvent(QResizeEvent *)
{
    repaintPicture();
}

void Chart::mouseMoveEvent(QMouseEvent *event)
{
    ensurePlaces();
    if (whyEmpty().isEmpty())
        setSpot(spotAt(event->position()));
}

void Chart::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->position();
}

void Chart::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isClick = (event->position() - m_pressedAt).manhattanLength() < 4;
    if (event->button() != Qt::LeftButton || !isClick || !whyEmpty().isEmpty())
        return;
    ensurePlaces();
    setSpot(spotAt(event->position()));
    if (m_spot >= 0)
        activate(spot(m_spot).version);
}

void Chart::mouseDoubleClickEvent(QMouseEvent *)
{
    reset();
}

void Chart::leaveEvent(QEvent *)
{
    setSpot(-1);
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (whyEmpty().isEmpty()) {
            ensurePlaces();
            setSpot(nextSpot(m_spot, static_cast<Qt::Key>(event->key())));
            if (m_spot >= 0)
                bringIntoView(m_spot);
        }
        return;
    case Qt::Key_Home:
        reset();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_spot >= 0)
            activate(spot(m_spot).version);
        return;
    case Qt::Key_Escape:
        if (m_spot < 0)
            break;
        setSpot(-1);
        return;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void Chart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void Chart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    setSpot(-1);
    update();
}

void Chart::layOutAll()
{
    constexpr double lineRoom = 6;
    const QFontMetricsF small(m_theme->font(Theme::Face::Small));
    m_area = QRectF(rect()).adjusted(measure::margin, measure::inside, -measure::margin, -measure::cell);
    if (!m_note.isEmpty()) { // two lines at most
        const double needed = small.boundingRect(m_area, Qt::TextWordWrap, m_note).height();
        m_noteRoom = QRectF(m_area.left(), 0, m_area.width(), qMin(needed, 2 * small.lineSpacing()));
        m_noteRoom.moveBottom(m_area.bottom());
        m_area.setBottom(m_noteRoom.top() - lineRoom);
    }
    if (whyEmpty().isEmpty()) {
        m_legend.layOut(*m_theme, m_area.width());
        if (m_legend.height() > 0)
            m_area.setBottom(m_area.bottom() - m_legend.height() - lineRoom);
        layOut(m_area);
    }
    m_isMoved = false;
}

void Chart::paintAll(QPainter *painter) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QString why = whyEmpty();
    if (!why.isEmpty()) {
        painter->setFont(m_theme->font(Theme::Face::Body));
        painter->setPen(m_theme->color(Token::Text2));
        painter->drawText(m_area.adjusted(0, measure::group, 0, 0), Qt::AlignLeading | Qt::AlignTop | Qt::TextWordWrap, why);
        return;
    }
    painter->save();
    paintPicture(painter);
    painter->restore();
    m_legend.paint(painter, *m_theme, {m_area.left(), m_area.bottom() + 6});
    painter->setFont(m_theme->font(Theme::Face::Small));
    painter->setPen(color(Token::Text3));
    painter->drawText(m_noteRoom, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_note);
}

void Chart::paintOn(QPainter *painter, const Theme *theme)
{
    const Theme *former = std::exchange(m_theme, theme ? theme : m_theme);
    layOutAll();
    painter->fillRect(rect(), color(Token::Base));
    paintAll(painter);
    m_theme = former;
}

void Chart::paintEvent(QPaintEvent *)
{
    const double ratio = devicePixelRatioF();
    const QSize size = (QSizeF(rect().size()) * ratio).toSize();
    if (m_isStale || m_picture.size() != size) {
        if (m_picture.size() != size)
            m_picture = QPixmap(size);
        m_picture.setDevicePixelRatio(ratio);
        QPainter picture(&m_picture);
        paintOn(&picture);
        m_isStale = false;
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (whyEmpty().isEmpty()) {
        painter.save();
        paintMarks(&painter, m_spot);
        painter.restore();
        if (m_spot >= 0)
            paintReading(&painter, *m_theme, rect(), spot(m_spot));
    }
    if (hasFocus())
        shapes::focusRing(&painter, rect(), *m_theme);
}

void Chart::paintMarks(QPainter *painter, int index) const
{
    if (index < 0)
        return;
    painter->setPen(QPen(color(Token::Focus), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(spot(index).at, 6, 6);
}

void paintSmall(QPainter *painter, const Theme &theme, const QRectF &rect, Qt::Alignment alignment, const QString &text,
                Token token, Qt::TextElideMode elide)
{
    painter->setFont(theme.font(Theme::Face::Small));
    painter->setPen(theme.color(token));
    const QFontMetricsF metrics(painter->font());
    const QString shown = metrics.elidedText(text, elide, rect.width() + 0.5);
    // Absolute, as a name that runs from right to left would change sides.
    painter->drawText(rect, static_cast<int>(alignment | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip, shown);
}

} // namespace stagekeeper
