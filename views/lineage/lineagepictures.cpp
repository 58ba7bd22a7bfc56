// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/lineage/lineagepictures.h"

#include "model/domain/lineageexport.h"
#include "views/lineage/lineagescene.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::lineagepictures)
};

constexpr double mostPixels = 64e6;
constexpr double imageScale = 2;
constexpr double pointsPerInch = 72;
constexpr double longestPage = 14'400; ///< points; what readers of PDF take

QByteArray svg(LineageScene &scene, const QString &title)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(title.toHtmlEscaped()); // Qt 6.4 writes it as it is
    generator.setSize(scene.sceneRect().size().toSize());
    generator.setViewBox(QRectF(QPointF(), scene.sceneRect().size()));
    QPainter painter(&generator);
    scene.render(&painter, QRectF(QPointF(), scene.sceneRect().size()), scene.sceneRect());
    painter.end();
    return buffer.data();
}

QByteArray pdf(LineageScene &scene, const QString &title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QSizeF size = scene.sceneRect().size();
    const double scale = std::min(1.0, longestPage / std::max(size.width(), size.height()));
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setResolution(int(pointsPerInch));
    writer.setPageSize(QPageSize(size * scale, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    scene.render(&painter, QRectF(QPointF(), size * scale), scene.sceneRect());
    painter.end();
    return bytes;
}

QByteArray png(LineageScene &scene)
{
    const QSizeF size = scene.sceneRect().size();
    const double scale = std::min(imageScale, std::sqrt(mostPixels / (size.width() * size.height())));
    QImage image((size * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    QPainter painter(&image);
    scene.render(&painter, QRectF(QPointF(), size * scale), scene.sceneRect());
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// Nothing when the ending is none of ours.
QByteArray contents(LineageScene &scene, const QString &title, const QString &suffix)
{
    if (suffix == "svg"_L1)
        return svg(scene, title);
    if (suffix == "pdf"_L1)
        return pdf(scene, title);
    if (suffix == "png"_L1)
        return png(scene);
    if (suffix == "dot"_L1)
        return lineageDot(scene.graph());
    return suffix == "json"_L1 ? lineageJson(scene.graph()) : QByteArray();
}

} // namespace

Result<> writeLineage(LineageScene &scene, const QString &title, const QString &file)
{
    const QByteArray bytes = contents(scene, title, QFileInfo(file).suffix().toLower());
    if (bytes.isEmpty())
        return fail(Error::Code::InvalidArgument, Text::tr("The name of the file must end in .svg, .pdf, .png, .dot or .json."));
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() || !target.commit())
        return fail(Error::Code::Unavailable, Text::tr("The file %1 cannot be written: %2.").arg(file, target.errorString()));
    return {};
}

} // namespace stagekeeper
