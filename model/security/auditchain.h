// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/auditevent.h"

namespace stagekeeper {

/// Where an event will stand in the log.
struct ChainPosition {
    qint64 position = 0;
    QByteArray previous; ///< leaf hash of the entry before; 32 zero bytes for the first
};

/// The hash that stands for a leaf in the chain and in the Merkle tree alike: SHA-256(0x00 || leaf), RFC 6962 §2.1.
[[nodiscard]] QByteArray leafHash(const QByteArray &leaf);

/// The exact bytes of a log entry: a DSSE envelope, not signed yet (security.md §3.2). `time` is UTC.
[[nodiscard]] QByteArray encodeLeaf(const NewEvent &event, const Actor &actor, const QString &origin,
                                    const ChainPosition &position, const QDateTime &time);

/// What a leaf says of its own place, beside the event.
struct DecodedLeaf {
    AuditEvent event;
    QString origin;
    QByteArray previous;
};

/// Reads a leaf back. Corrupt when it is not one.
[[nodiscard]] Result<DecodedLeaf> decodeLeaf(const QByteArray &leaf);

} // namespace stagekeeper
