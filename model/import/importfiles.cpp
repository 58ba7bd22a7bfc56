// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/import/importfiles.h"

#include "model/domain/namerules.h"
#include "model/import/importcandidate.h"
#include "model/store/objects/objectstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportFiles)
};

constexpr int levelsAboveTop = 3;

bool isInside(const QString &folder, const QString &path)
{
    return path.startsWith(folder.endsWith(u'/') ? folder : QString(folder % u'/'));
}

// Where the file of one artifact is; empty when it is nowhere.
Result<QString> find(const Artifact &artifact, const QString &path, const FileSearch &search)
{
    if (!search.root.isEmpty())
        return fileInside(search.root, path);
    if (search.folder.isEmpty())
        return fail(Error::Code::NotFound, Text::tr("The file \"%1\" is not there.").arg(visibleText(path)));
    const QString top = QFileInfo(search.top).canonicalFilePath();
    QDir folder(QFileInfo(search.folder).canonicalFilePath());
    for (int above = 0; above <= levelsAboveTop;) {
        const bool isChosen = folder.path() == top || isInside(top, folder.path());
        const Result<QString> found = fileInside(folder.path(), path);
        if (!found && found.error().code != Error::Code::NotFound)
            return found;
        if (found && isChosen)
            return found;
        if (found && !artifact.sha256.isEmpty()) {
            const Result<ObjectInfo> info = digestOfFile(*found);
            if (info && info->sha256 == artifact.sha256)
                return found;
        }
        if (!isChosen || folder.path() == top)
            ++above;
        if (!folder.cdUp())
            break;
    }
    return fail(Error::Code::NotFound, Text::tr("The file \"%1\" is not there.").arg(visibleText(path)));
}

} // namespace

Result<> checkEncoding(const QString &path, QByteArrayView head)
{
    // the first character of JSON is ASCII, so a zero beside it belongs to a wider encoding
    const bool hasMark = head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff");
    if (!hasMark && !head.first(std::min<qsizetype>(head.size(), 4)).contains('\0'))
        return {};
    return fail(Error::Code::Unsupported,
        Text::tr("\"%1\" is not in UTF-8, which JSON must be; it seems to be in UTF-16 or UTF-32.")
            .arg(visibleText(path)));
}

Result<QJsonValue> readJsonFile(const QString &path, const JsonLimits &limits)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(Error::Code::NotFound, Text::tr("\"%1\" does not exist.").arg(visibleText(path)));
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return fail(
            Error::Code::Unavailable, Text::tr("\"%1\" cannot be read.").arg(visibleText(path)), file.errorString());
    if (file.size() > limits.bytes)
        return fail(Error::Code::InvalidArgument, Text::tr("\"%1\" is too large for metadata.").arg(visibleText(path)));
    const QByteArray bytes = file.read(limits.bytes + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(
            Error::Code::Unavailable, Text::tr("\"%1\" cannot be read.").arg(visibleText(path)), file.errorString());
    if (bytes.isEmpty())
        return fail(Error::Code::InvalidArgument, Text::tr("\"%1\" is empty.").arg(visibleText(path)));
    if (const Result<> encoding = checkEncoding(path, bytes); !encoding)
        return failAs(encoding);
    return parseStrictJson(bytes, limits);
}

Result<QString> fileInside(const QString &root, const QString &relative)
{
    const QString shown = visibleText(relative);
    const QStringList parts = QDir::fromNativeSeparators(relative).split(u'/');
    if (relative.isEmpty() || relative.contains(QChar(u'\0')) || QDir::isAbsolutePath(relative)
        || parts.contains(u".."_s) || relative.startsWith(u'~'))
        return fail(Error::Code::InvalidArgument,
            Text::tr("The path \"%1\" is not allowed: it must stay inside the imported folder.").arg(shown));
    const QString folder = QFileInfo(root).canonicalFilePath();
    const QFileInfo file(folder + u'/' + relative);
    const QString found = file.canonicalFilePath();
    if (folder.isEmpty() || found.isEmpty())
        return fail(Error::Code::NotFound, Text::tr("The file \"%1\" is not there.").arg(shown));
    if (!isInside(folder, found))
        return fail(Error::Code::InvalidArgument,
            Text::tr("The path \"%1\" is not allowed: a link leads out of the imported folder.").arg(shown));
    if (!QFileInfo(found).isFile())
        return fail(Error::Code::InvalidArgument, Text::tr("\"%1\" is not a plain file.").arg(shown));
    return found;
}

void findFiles(ImportCandidate &candidate, const QMap<QString, QString> &paths, const FileSearch &search)
{
    QStringList missing;
    for (const Artifact &artifact : std::as_const(candidate.version.artifacts)) {
        if (!paths.contains(artifact.name))
            continue;
        const Result<QString> path = find(artifact, paths.value(artifact.name), search);
        const bool isMissing = !path && path.error().code == Error::Code::NotFound;
        if (path) {
            candidate.files.append({artifact.name, *path});
        } else if (isMissing && !artifact.sha256.isEmpty()) {
            missing.append(visibleText(artifact.name));
        } else {
            candidate.close(ImportOutcome::Rejected, path.error().message);
            return;
        }
    }
    if (!missing.isEmpty())
        candidate.row.reason =
            Text::tr("Recorded by digest, because the file was not found: %1.").arg(missing.join(u", "_s));
}

} // namespace stagekeeper
