// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/base/error.h"

using namespace Qt::StringLiterals;

namespace stagekeeper {

QString codeName(Error::Code code)
{
    switch (code) {
    case Error::Code::NotFound:
        return u"not_found"_s;
    case Error::Code::AlreadyExists:
        return u"already_exists"_s;
    case Error::Code::Conflict:
        return u"conflict"_s;
    case Error::Code::InvalidArgument:
        return u"invalid_argument"_s;
    case Error::Code::Unauthenticated:
        return u"unauthenticated"_s;
    case Error::Code::PermissionDenied:
        return u"permission_denied"_s;
    case Error::Code::Unavailable:
        return u"unavailable"_s;
    case Error::Code::Unsupported:
        return u"unsupported"_s;
    case Error::Code::Corrupt:
        return u"corrupt"_s;
    case Error::Code::Internal:
        break;
    }
    return u"internal"_s;
}

} // namespace stagekeeper
