// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/lineageid.h"

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

QString escaped(const QString &part, bool keepColon = false)
{
    QString text;
    text.reserve(part.size());
    for (const QChar c : part) {
        const bool isSpecial = c == u'%' || c == u'@' || (c == u':' && !keepColon) || c < u' ' || c == u'\x7f';
        if (isSpecial)
            text += u'%' % QString::number(c.unicode(), 16).toUpper().rightJustified(2, u'0');
        else
            text += c;
    }
    return text;
}

/// A `%` that is not followed by two digits stands for itself.
QString plain(QStringView part)
{
    QString text;
    text.reserve(part.size());
    for (qsizetype i = 0; i < part.size(); ++i) {
        const bool isCode = part.at(i) == u'%' && i + 2 < part.size() && !part.at(i + 1).isSpace();
        bool isNumber = false;
        const uint code = isCode ? part.sliced(i + 1, 2).toUInt(&isNumber, 16) : 0;
        if (isNumber && code < 0x80) {
            text += QChar(code);
            i += 2;
        } else {
            text += part.at(i);
        }
    }
    return text;
}

} // namespace

QString LineageId::toString() const
{
    switch (kind) {
    case LineageKind::Version:
        return u"model:" % escaped(name) % u':' % escaped(version);
    case LineageKind::Data:
        return version.isEmpty() ? QString(u"data:" % escaped(name))
                                 : QString(u"data:" % escaped(name) % u'@' % escaped(version, true));
    case LineageKind::Experiment:
        break;
    }
    return u"experiment:" % escaped(name);
}

std::optional<LineageId> LineageId::parse(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0 || colon + 1 == text.size())
        return {};
    const QStringView kind = QStringView(text).first(colon);
    const QStringView rest = QStringView(text).sliced(colon + 1);
    if (kind == u"experiment")
        return LineageId {LineageKind::Experiment, plain(rest), {}};
    if (kind == u"data") {
        const qsizetype at = rest.lastIndexOf(u'@');
        return LineageId {LineageKind::Data, plain(at < 0 ? rest : rest.first(at)), at < 0 ? QString() : plain(rest.sliced(at + 1))};
    }
    const qsizetype split = rest.lastIndexOf(u':');
    if (kind != u"model" || split <= 0)
        return {};
    return LineageId {LineageKind::Version, plain(rest.first(split)), plain(rest.sliced(split + 1))};
}

QString lineageLabel(const LineageId &id)
{
    if (id.version.isEmpty())
        return id.name;
    if (id.kind == LineageKind::Version)
        return id.name % u' ' % id.version;
    const qsizetype colon = id.version.indexOf(u':');
    const bool isDigest = colon > 0 && id.version.size() - colon > 16;
    return id.name % u'@' % (isDigest ? id.version.sliced(colon + 1, 8) : id.version);
}

QString lineageWord(LineageKind kind)
{
    switch (kind) {
    case LineageKind::Version:
        return u"model"_s;
    case LineageKind::Data:
        return u"data"_s;
    case LineageKind::Experiment:
        break;
    }
    return u"experiment"_s;
}

QString lineageWord(LineageRelation relation)
{
    switch (relation) {
    case LineageRelation::DerivedFrom:
        return u"derived_from"_s;
    case LineageRelation::TrainedOn:
        return u"trained_on"_s;
    case LineageRelation::Produced:
        break;
    }
    return u"produced"_s;
}

LineageRelation lineageRelationFrom(LineageKind kind)
{
    switch (kind) {
    case LineageKind::Version:
        return LineageRelation::DerivedFrom;
    case LineageKind::Data:
        return LineageRelation::TrainedOn;
    case LineageKind::Experiment:
        break;
    }
    return LineageRelation::Produced;
}

} // namespace stagekeeper
