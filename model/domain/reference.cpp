// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/domain/reference.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Reference)
};
} // namespace

Result<Reference> Reference::parse(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const qsizetype at = colon < 0 ? text.lastIndexOf(u'@') : -1;
    const qsizetype split = colon < 0 ? at : colon;
    if (split < 0) {
        return fail(Error::Code::InvalidArgument,
            Text::tr("\"%1\" names no version: write MODEL:VERSION or MODEL@ALIAS.").arg(text));
    }
    Reference reference;
    reference.model = text.left(split);
    (colon < 0 ? reference.alias : reference.version) = text.mid(split + 1);
    if (reference.model.isEmpty())
        return fail(Error::Code::InvalidArgument, Text::tr("\"%1\" lacks the name of the model.").arg(text));
    if (split + 1 == text.size()) {
        return fail(Error::Code::InvalidArgument,
            colon < 0 ? Text::tr("\"%1\" lacks the alias after \"@\".").arg(text)
                      : Text::tr("\"%1\" lacks the version after \":\".").arg(text));
    }
    return reference;
}

QString Reference::toString() const
{
    return alias.isEmpty() ? QString(model % u':' % version) : QString(model % u'@' % alias);
}

} // namespace stagekeeper
