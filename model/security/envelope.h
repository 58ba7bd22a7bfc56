// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace stagekeeper {

/// One signature of an envelope. What it covers is the pre-authentication encoding of type and payload.
struct EnvelopeSignature {
    QString keyId;
    QByteArray signature;
};

/// A DSSE envelope v1.0: a payload, what it is, and who signed it. An entry written without a key has no signatures.
struct Envelope {
    QString payloadType;
    QByteArray payload;
    QList<EnvelopeSignature> signatures;

    /// The exact bytes that are stored and hashed.
    [[nodiscard]] QByteArray encode() const;
    /// Corrupt when the bytes are not an envelope.
    [[nodiscard]] static Result<Envelope> decode(const QByteArray &bytes);
};

} // namespace stagekeeper
