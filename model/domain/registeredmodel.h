// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/ids.h"

#include <QDateTime>
#include <QMap>
#include <QString>

namespace stagekeeper {

/// A model of a registry: a name under which versions are registered.
struct RegisteredModel {
    ModelId id;
    QString name;
    QString description;
    qint64 versions = 0; ///< how many are registered, without those in the trash
    QString latest; ///< version text of the newest by registration; empty when there is none
    QString live; ///< version text of the newest that holds a live stage; empty when none does
    QMap<QString, QString> aliases; ///< alias to version text
    QDateTime updatedAt; ///< UTC
    qint64 revision = 0;
};

} // namespace stagekeeper
