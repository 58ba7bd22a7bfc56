// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

/// Icons that point to where reading goes; the others look the same in every script.
bool isDirectional(const QString &name)
{
    static const QStringList names {u"chevron-right"_s, u"lineage"_s, u"undo"_s, u"play"_s};
    return names.contains(name);
}

QByteArray drawing(const QString &name, const QColor &color)
{
    QFile file(":/stagekeeper/icons/"_L1 + name + ".svg"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

/// Paints whatever icon it is asked for in the colours that the theme has at that moment.
class ThemedIconEngine final : public QIconEngine
{
public:
    ThemedIconEngine(const Theme &theme, const QString &name, Token normal)
        : m_theme(theme), m_name(name), m_normal(normal)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(painter, rect, m_name, m_theme.color(token(mode, state)), QGuiApplication::layoutDirection());
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const int side = qMin(size.width(), size.height()); // already in device pixels
        const bool mirrored = QGuiApplication::isRightToLeft() && isDirectional(m_name);
        QPixmap pixmap = iconPixmap(m_name, m_theme.color(token(mode, state)), side, 1.0, mirrored);
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    [[nodiscard]] QString iconName() override { return m_name; }
    [[nodiscard]] QIconEngine *clone() const override { return new ThemedIconEngine(m_theme, m_name, m_normal); }

private:
    [[nodiscard]] Token token(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return Token::Disabled;
        return state == QIcon::On ? Token::Accent : m_normal;
    }

    const Theme &m_theme;
    QString m_name;
    Token m_normal;
};

} // namespace

QIcon themedIcon(const Theme &theme, const QString &name, Token normal)
{
    return QIcon(new ThemedIconEngine(theme, name, normal));
}

void paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &color,
               Qt::LayoutDirection direction)
{
    const int side = qMin(rect.width(), rect.height());
    const bool mirrored = direction == Qt::RightToLeft && isDirectional(name);
    const QRect square(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
    painter->drawPixmap(square, iconPixmap(name, color, side, painter->device()->devicePixelRatioF(), mirrored));
}

QPixmap iconPixmap(const QString &name, const QColor &color, int side, double pixelRatio, bool mirrored)
{
    const QString key = u"stagekeeper/%1/%2/%3/%4/%5"_s.arg(name, color.name()).arg(side).arg(pixelRatio).arg(mirrored);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int pixels = qMax(1, qRound(side * pixelRatio));
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (QSvgRenderer svg(drawing(name, color)); svg.isValid())
        svg.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    if (mirrored)
        pixmap = pixmap.transformed(QTransform::fromScale(-1, 1));
    pixmap.setDevicePixelRatio(pixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace stagekeeper
