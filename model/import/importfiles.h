// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/strictjson.h"

#include <QByteArrayView>
#include <QJsonValue>
#include <QString>

namespace stagekeeper {

struct ImportCandidate;

/// Unsupported when the beginning of a file is text in UTF-16 or UTF-32, which JSON may not be.
[[nodiscard]] Result<> checkEncoding(const QString &path, QByteArrayView head);

/// Reads one JSON file. The limits say how much it may hold; a file that is no plain file is refused.
[[nodiscard]] Result<QJsonValue> readJsonFile(const QString &path, const JsonLimits &limits);

/// The plain file that `relative` means inside `root`, with links resolved. InvalidArgument for an absolute path, for
/// ".." and for a link that leads out of `root`; NotFound when there is no such file.
[[nodiscard]] Result<QString> fileInside(const QString &root, const QString &relative);

/// Finds the files that a metadata document names and notes them in the candidate, which is closed as Rejected when one
/// is not allowed. With a `root` they are relative to it. Without, they are looked for beside the document, in
/// `folder`, and in the folders above it: up to `top`, which was chosen for the import, whatever they hold, and a few
/// levels further only when the document knows their digest, so that it cannot take what it does not know.
struct FileSearch
{
    QString folder;
    QString top;
    QString root;
};
void findFiles(ImportCandidate &candidate, const QMap<QString, QString> &paths, const FileSearch &search);

} // namespace stagekeeper
