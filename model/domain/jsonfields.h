// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/domain/jsonnumber.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <optional>

namespace stagekeeper {

/// Takes the members of a JSON object one by one and checks their types. A member that is absent or null is empty. The
/// first one that has the wrong type becomes the error, one sentence with its key; what follows is still read.
class JsonFields final
{
public:
    /// `where` leads to the object within the document, for errors: "datasets[2]"; empty for the document itself.
    explicit JsonFields(QJsonObject object, QString where = {});

    [[nodiscard]] QString text(const QString &key);
    [[nodiscard]] std::optional<double> number(const QString &key);
    [[nodiscard]] std::optional<qint64> integer(const QString &key); ///< also written as 3.0 or 3e2
    [[nodiscard]] std::optional<bool> boolean(const QString &key);
    [[nodiscard]] QStringList texts(const QString &key);
    [[nodiscard]] QJsonObject object(const QString &key);
    [[nodiscard]] QJsonArray array(const QString &key);
    [[nodiscard]] QJsonValue value(const QString &key); ///< of any type

    /// Members that were not asked for.
    [[nodiscard]] QJsonObject rest() const;
    /// The key as errors name it.
    [[nodiscard]] QString path(const QString &key) const;

    void addError(const QString &sentence); ///< the first one counts
    void addError(const Error &error);
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    [[nodiscard]] QJsonValue take(const QString &key);
    void wrongType(const QString &key, const QString &expected, const QJsonValue &found);

    QJsonObject m_object;
    QString m_where;
    QSet<QString> m_taken;
    std::optional<Error> m_error;
};

} // namespace stagekeeper
