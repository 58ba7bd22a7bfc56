// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/layoutmessage.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>

#include <cmath>

using namespace Qt::StringLiterals;

namespace stagekeeper::layoutmessage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(stagekeeper::layoutmessage)
};

constexpr quint32 magic = 0x534b4c59; // "SKLY"
constexpr quint16 version = 1;
constexpr qsizetype headBytes = 4 + 2 + 2 + 4;
constexpr double largestSide = 20'000;

enum class Kind : quint16 { Request = 1, Layout = 2 };

void setUp(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_0);
    stream.setFloatingPointPrecision(QDataStream::DoublePrecision);
}

QByteArray withHead(Kind kind, const QByteArray &body)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    setUp(stream);
    stream << magic << version << static_cast<quint16>(kind) << static_cast<quint32>(body.size());
    return bytes + body;
}

tl::unexpected<Error> strange(const QString &detail)
{
    return fail(Error::Code::Corrupt, Text::tr("The layout helper and the program do not understand each other."), detail);
}

/// What follows the head, if the head is right.
Result<QByteArray> bodyOf(const QByteArray &bytes, Kind expected)
{
    QDataStream stream(bytes);
    setUp(stream);
    quint32 word = 0;
    quint16 number = 0;
    quint16 kind = 0;
    quint32 length = 0;
    stream >> word >> number >> kind >> length;
    if (bytes.size() > mostBytes || stream.status() != QDataStream::Ok || word != magic)
        return strange(u"no layout message"_s);
    if (number != version || kind != static_cast<quint16>(expected))
        return strange(u"message version %1, kind %2"_s.arg(number).arg(kind));
    if (bytes.size() - headBytes != static_cast<qsizetype>(length))
        return strange(u"%1 bytes announced, %2 there"_s.arg(length).arg(bytes.size() - headBytes));
    return bytes.sliced(headBytes);
}

bool isPlace(const QPointF &point)
{
    return std::abs(point.x()) <= longest && std::abs(point.y()) <= longest; // false for NaN
}

bool isSide(double length)
{
    return length > 0 && length <= largestSide;
}

} // namespace

Result<> check(const LayoutRequest &request)
{
    if (request.nodes.size() > mostNodes || request.edges.size() > mostEdges) {
        return fail(Error::Code::InvalidArgument, Text::tr("The graph is too large to be laid out: limit its depth or its kinds."),
                    u"%1 nodes, %2 edges"_s.arg(request.nodes.size()).arg(request.edges.size()));
    }
    for (const QSizeF &size : request.nodes) {
        if (!isSide(size.width()) || !isSide(size.height()))
            return strange(u"the size of a node"_s);
    }
    for (const auto &[from, to] : request.edges) {
        if (from < 0 || to < 0 || from >= request.nodes.size() || to >= request.nodes.size())
            return strange(u"the end of an edge"_s);
    }
    if (!isSide(request.nodeGap) || !isSide(request.layerGap))
        return strange(u"a gap"_s);
    return {};
}

QByteArray write(const LayoutRequest &request)
{
    QByteArray body;
    QDataStream stream(&body, QIODevice::WriteOnly);
    setUp(stream);
    stream << request.nodeGap << request.layerGap << static_cast<qint32>(request.nodes.size()) << static_cast<qint32>(request.edges.size());
    for (const QSizeF &size : request.nodes)
        stream << size.width() << size.height();
    for (const auto &[from, to] : request.edges)
        stream << static_cast<qint32>(from) << static_cast<qint32>(to);
    return withHead(Kind::Request, body);
}

QByteArray write(const Layout &layout)
{
    QByteArray body;
    QDataStream stream(&body, QIODevice::WriteOnly);
    setUp(stream);
    stream << layout.size << static_cast<qint32>(layout.centres.size()) << static_cast<qint32>(layout.curves.size());
    for (const QPointF &centre : layout.centres)
        stream << centre;
    for (const QList<QPointF> &curve : layout.curves) {
        stream << static_cast<qint32>(curve.size());
        for (const QPointF &point : curve)
            stream << point;
    }
    return withHead(Kind::Layout, body);
}

Result<LayoutRequest> readRequest(const QByteArray &bytes)
{
    const Result<QByteArray> body = bodyOf(bytes, Kind::Request);
    if (!body)
        return failAs(body);
    QDataStream stream(*body);
    setUp(stream);
    LayoutRequest request;
    qint32 nodes = 0;
    qint32 edges = 0;
    stream >> request.nodeGap >> request.layerGap >> nodes >> edges;
    if (nodes < 0 || nodes > mostNodes || edges < 0 || edges > mostEdges
        || body->size() != 24 + qsizetype {nodes} * 16 + qsizetype {edges} * 8)
        return strange(u"%1 nodes, %2 edges"_s.arg(nodes).arg(edges));
    for (qint32 i = 0; i < nodes; ++i) {
        double width = 0;
        double height = 0;
        stream >> width >> height;
        request.nodes.append({width, height});
    }
    for (qint32 i = 0; i < edges; ++i) {
        qint32 from = 0;
        qint32 to = 0;
        stream >> from >> to;
        request.edges.append({from, to});
    }
    if (const Result<> fine = check(request); !fine)
        return failAs(fine);
    return request;
}

Result<Layout> readLayout(const QByteArray &bytes, const LayoutRequest &request)
{
    const Result<QByteArray> body = bodyOf(bytes, Kind::Layout);
    if (!body)
        return failAs(body);
    QDataStream stream(*body);
    setUp(stream);
    Layout layout;
    qint32 nodes = 0;
    qint32 edges = 0;
    stream >> layout.size >> nodes >> edges;
    if (nodes != request.nodes.size() || edges != request.edges.size() || !isPlace({layout.size.width(), layout.size.height()}))
        return strange(u"%1 positions, %2 curves"_s.arg(nodes).arg(edges));
    for (qint32 i = 0; i < nodes; ++i) {
        QPointF centre;
        stream >> centre;
        if (stream.status() != QDataStream::Ok || !isPlace(centre))
            return strange(u"position %1"_s.arg(i));
        layout.centres.append(centre);
    }
    qint64 points = 0;
    for (qint32 i = 0; i < edges; ++i) {
        qint32 count = 0;
        stream >> count;
        points += count;
        if (count < 4 || count % 3 != 1 || points > mostPoints)
            return strange(u"curve %1 of %2 points"_s.arg(i).arg(count));
        QList<QPointF> curve;
        for (qint32 j = 0; j < count; ++j) {
            QPointF point;
            stream >> point;
            if (stream.status() != QDataStream::Ok || !isPlace(point))
                return strange(u"point %1 of curve %2"_s.arg(j).arg(i));
            curve.append(point);
        }
        layout.curves.append(curve);
    }
    if (!stream.atEnd())
        return strange(u"more than was announced"_s);
    return layout;
}

} // namespace stagekeeper::layoutmessage
