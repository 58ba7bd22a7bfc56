// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QTemporaryDir>

namespace stagekeeper {

/// What a command said and how it ended.
struct Said {
    int status = 0;
    QString out, err;

    [[nodiscard]] QJsonObject object() const; ///< ends the test when `out` is not one JSON object
    [[nodiscard]] QJsonArray array() const;
    [[nodiscard]] QJsonObject error() const; ///< what is under "error" in `err`
};

/// Runs verbs in this process against a registry file in a folder of its own, which is also STAGEKEEPER_HOME.
class CommandLine final
{
public:
    /// Creates the registry with its classic stages unless told otherwise.
    explicit CommandLine(bool withRegistry = true);

    Said run(const QStringList &words) const;
    Said json(const QStringList &words) const; ///< the same with --json
    /// The same, and ends the test when it fails.
    void must(const QStringList &words) const;

    [[nodiscard]] QString registry() const { return file(QStringLiteral("test.stagekeeper")); }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const; ///< a file in the folder; gives its path
    [[nodiscard]] QByteArray read(const QString &name) const;

private:
    QTemporaryDir m_folder;
};

} // namespace stagekeeper
