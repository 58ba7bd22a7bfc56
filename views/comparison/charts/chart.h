// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/comparison/charts/charttable.h"
#include "views/comparison/charts/serieslook.h"

#include <QPixmap>
#include <QWidget>

namespace stagekeeper {

/// What all charts have in common: they paint their picture once and keep it, and lay over it what the mouse, the keyboard
/// or the selection of the table points at. Numbers run left to right in every language.
class Chart : public QWidget
{
    Q_OBJECT

public:
    /// What is read at one place of a chart; names may come from outside.
    struct Reading {
        QString title;
        QList<std::pair<QString, QString>> rows;
    };
    /// One thing in the chart that mouse and arrow keys find.
    struct Spot {
        QPointF at;
        int version = -1;
        Reading reading;
    };

    explicit Chart(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] virtual ChartTable table() const = 0;
    /// Why there is nothing to see; empty when there is.
    [[nodiscard]] virtual QString whyEmpty() const = 0;
    [[nodiscard]] virtual bool isChanged() const { return false; } ///< zoomed, moved or brushed
    virtual void reset() { }

    void highlight(int version); ///< -1 for none
    void activate(int version); ///< as a click on it would; nothing for -1
    [[nodiscard]] int highlighted() const { return m_highlighted; }

    /// The picture alone, for files and paper; in the colours of `theme`, or those of the screen.
    void paintOn(QPainter *painter, const Theme *theme = nullptr);
    [[nodiscard]] QString currentText() const; ///< what is read at the moment
    [[nodiscard]] QString note() const { return m_note; } ///< below the chart: what a reader has to know of it

    [[nodiscard]] QSize sizeHint() const override { return {368, 340}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 200}; }

signals:
    void versionHovered(int version); ///< -1 when none is any more
    void versionActivated(int version); ///< a click or Enter
    void changed(); ///< isChanged() or table() may be another

protected:
    virtual void layOut(const QRectF &area) = 0; ///< finds places, before anything is painted
    virtual void paintPicture(QPainter *painter) const = 0;
    /// Over the picture: the highlighted version, and the current spot (-1 for none).
    virtual void paintMarks(QPainter *painter, int spot) const;
    [[nodiscard]] virtual int spotCount() const { return 0; }
    [[nodiscard]] virtual Spot spot(int index) const;
    [[nodiscard]] virtual QPointF placeOfSpot(int index) const { return spot(index).at; } ///< without what is read there
    [[nodiscard]] virtual int spotAt(const QPointF &at) const; ///< the nearest one, -1 when none is near
    /// Where an arrow key leads; without a spot, to the first one.
    [[nodiscard]] virtual int nextSpot(int from, Qt::Key key) const;
    virtual void bringIntoView(int) { }

    void setNote(const QString &note);
    void setLegend(const QList<LegendEntry> &entries) { m_legend.setEntries(entries); }
    void setSpot(int index);
    void repaintPicture(); ///< what it shows has changed
    void ensurePlaces(); ///< lays out, if something changed since
    void dataChanged(); ///< the same, and spots are others
    [[nodiscard]] const Theme &theme() const { return *m_theme; }
    [[nodiscard]] QColor color(Token token) const { return m_theme->color(token); }
    [[nodiscard]] int currentSpot() const { return m_spot; }

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void layOutAll();
    void paintAll(QPainter *painter) const;
    void tellSpot();

    const Theme *m_theme; ///< another one while painting for paper
    Legend m_legend;
    QString m_note;
    QPixmap m_picture;
    QRectF m_area, m_noteRoom;
    bool m_isStale = true; ///< the picture
    bool m_isMoved = true; ///< the places
    int m_spot = -1;
    int m_highlighted = -1;
    QPointF m_pressedAt;
};

/// A small text that stays within `rect`.
void paintSmall(QPainter *painter, const Theme &theme, const QRectF &rect, Qt::Alignment alignment, const QString &text,
                Token token = Token::Text2, Qt::TextElideMode elide = Qt::ElideMiddle);

} // namespace stagekeeper
