// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/store/openstores.h"

#include <QTemporaryDir>

namespace stagekeeper {

/// The value of a result that a test needs; ends the program with the error when there is none.
template <typename T>
[[nodiscard]] T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
    return std::move(*result);
}

/// A real registry file in a folder of its own that goes away with it.
class TemporaryRegistry final
{
public:
    explicit TemporaryRegistry(const Lifecycle &lifecycle = Lifecycle());

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("test.stagekeeper")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] Stores &stores() { return *m_stores; }
    /// Another connection to the same file; ends the test when it cannot be opened.
    [[nodiscard]] Stores open(bool readOnly = false) const;
    void close() { m_stores.reset(); }
    /// Runs SQL behind the program's back, as somebody with another tool would.
    void tamper(const QString &sql) const;

private:
    QTemporaryDir m_folder;
    std::optional<Stores> m_stores;
};

/// A version with a few values: enough for what most tests look at.
[[nodiscard]] ModelVersion sampleVersion(const QString &model, const QString &version, const Metrics &metrics = {});
/// A version that has something in every field.
[[nodiscard]] ModelVersion fullVersion(const QString &model, const QString &version);

} // namespace stagekeeper
