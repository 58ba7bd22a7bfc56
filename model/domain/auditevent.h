// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace stagekeeper {

/// A record that an event changed, with the digest of its canonical form before and after (security.md §3.2).
struct RecordChange {
    QString table; ///< kind of record: "version", "model", "registry"
    QString key; ///< what identifies it outside the file: "MODEL:VERSION", "MODEL"
    qint64 revision = 0; ///< after the change
    QByteArray before, after; ///< SHA-256, empty where there was or is no record
    friend bool operator==(const RecordChange &, const RecordChange &) = default;
};

/// Who does something, as every write states it.
struct Actor {
    QString name; ///< the person, as the interface shows them
    QString installation; ///< id of the installation that wrote
};

/// When and by whom something happened that was imported later from another system's history.
struct ImportedOrigin {
    QDateTime time; ///< keeps its zone
    QString actor;
    friend bool operator==(const ImportedOrigin &, const ImportedOrigin &) = default;
};

/// What is to be written to the log. `before` and `after` are the changed fields as people know them.
struct NewEvent {
    QString action; ///< "version.registered", "version.stage", "alias.set", ...
    QString model, version; ///< empty when the event is not about one
    QJsonValue before, after;
    QString reason;
    QList<RecordChange> changes;
    std::optional<ImportedOrigin> imported;
};

/// One entry of the log, as it was read back.
struct AuditEvent {
    qint64 position = 0; ///< from 0
    QDateTime time; ///< UTC, claimed by the writer
    QString actor, installation;
    QString action, model, version;
    QJsonValue before, after;
    QString reason;
    QList<RecordChange> changes;
    std::optional<ImportedOrigin> imported;
    QString keyId; ///< who signed; empty when the event is not signed
    QByteArray leaf; ///< the exact bytes of the DSSE envelope
    QByteArray leafHash;
};

/// Something that does not hold, found by a check.
struct Problem {
    QString kind; ///< stable, for scripts: "chain.broken", "object.missing"
    QString where; ///< position, file or reference
    QString detail; ///< one sentence
    friend bool operator==(const Problem &, const Problem &) = default;
};

/// What a check looked at and what it found. `checked` of 0 is never "ok".
struct CheckReport {
    qint64 checked = 0;
    QList<Problem> problems;
    [[nodiscard]] bool isOk() const { return checked > 0 && problems.isEmpty(); }
};

} // namespace stagekeeper
