// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/objects/objectstore.h"

#include "model/security/digest.h"
#include "model/store/objects/filedescriptor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr qint64 blockSize = 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("ObjectStore", text);
}

tl::unexpected<Error> failedSystemCall(const QString &message)
{
    const int number = errno;
    const QString detail = QString::fromLocal8Bit(std::strerror(number));
    const auto code = number == ENOENT ? Error::Code::NotFound : Error::Code::Unavailable;
    return fail(code, number == ENOSPC ? tr("There is no room left on the disk; nothing was changed.") : message, detail);
}

tl::unexpected<Error> cannotRead(const QString &file)
{
    return failedSystemCall(tr("%1 cannot be read.").arg(file));
}

/// Opens a plain file: no link, no pipe, no device.
Result<FileDescriptor> openPlain(const QString &file, qint64 &bytes)
{
    FileDescriptor descriptor(::open(QFile::encodeName(file).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status { };
    if (!descriptor.isOpen() && errno == ELOOP)
        return fail(Error::Code::InvalidArgument, tr("%1 is a link; give the file itself.").arg(file));
    if (!descriptor.isOpen() || ::fstat(descriptor.get(), &status) != 0)
        return cannotRead(file);
    if (!S_ISREG(status.st_mode))
        return fail(Error::Code::InvalidArgument, tr("%1 is not a plain file.").arg(file));
    bytes = status.st_size;
    return descriptor;
}

bool writeAll(int descriptor, const char *data, qint64 size)
{
    while (size > 0) {
        const auto written = ::write(descriptor, data, size_t(size));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        data += written;
        size -= written;
    }
    return true;
}

/// Reads a file to its end, hashes it and, where there is a target, copies it on the way.
Result<ObjectInfo> hash(const QString &file, const FileDescriptor *target, const ByteProgress &progress)
{
    qint64 total = 0;
    const Result<FileDescriptor> source = openPlain(file, total);
    if (!source)
        return failAs(source);
    ::posix_fadvise(source->get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    Sha256 hasher;
    ObjectInfo info;
    QByteArray block(blockSize, Qt::Uninitialized);
    for (;;) {
        const auto read = ::read(source->get(), block.data(), size_t(blockSize));
        if (read < 0 && errno == EINTR)
            continue;
        if (read < 0)
            return cannotRead(file);
        if (read == 0)
            break;
        hasher.add(QByteArrayView(block.constData(), read));
        if (target && !writeAll(target->get(), block.constData(), read))
            return failedSystemCall(tr("%1 could not be copied.").arg(file));
        info.bytes += read;
        if (progress && !progress(info.bytes, qMax(total, info.bytes)))
            return fail(Error::Code::Unavailable, tr("Stopped; nothing was changed."));
    }
    info.sha256 = QString::fromLatin1(hasher.finish().toHex());
    return info;
}

bool syncFolder(const QString &folder)
{
    const FileDescriptor descriptor(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return descriptor.isOpen() && ::fsync(descriptor.get()) == 0;
}

/// A file that is removed again unless it was given its final name.
class TemporaryCopy
{
public:
    explicit TemporaryCopy(const QString &folder)
        : m_path(folder + u"/.incoming-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)),
          m_file(::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640))
    {
    }
    ~TemporaryCopy()
    {
        if (m_wasOpen)
            ::unlink(QFile::encodeName(m_path).constData());
    }
    TemporaryCopy(const TemporaryCopy &) = delete;
    TemporaryCopy &operator=(const TemporaryCopy &) = delete;

    [[nodiscard]] const FileDescriptor &file() const { return m_file; }
    /// Makes the content durable and gives it its name, which nobody may have yet (EEXIST).
    [[nodiscard]] bool publish(const QString &path, mode_t permissions)
    {
        return ::fchmod(m_file.get(), permissions) == 0 && ::fsync(m_file.get()) == 0 && m_file.close()
            && ::link(QFile::encodeName(m_path).constData(), QFile::encodeName(path).constData()) == 0
            && ::unlink(QFile::encodeName(m_path).constData()) == 0 && syncFolder(QFileInfo(path).absolutePath());
    }

private:
    QString m_path;
    FileDescriptor m_file;
    bool m_wasOpen = m_file.isOpen();
};

} // namespace

ObjectStore::ObjectStore(QString folder) : m_folder(std::move(folder)) { }

QString ObjectStore::pathOf(const QString &sha256) const
{
    return m_folder + u'/' + sha256.left(2) + u'/' + sha256;
}

bool ObjectStore::contains(const QString &sha256) const
{
    const QFileInfo info(pathOf(sha256));
    return info.isFile() && !info.isSymLink();
}

Result<ObjectInfo> ObjectStore::put(const QString &file, const ByteProgress &progress)
{
    if (!QDir().mkpath(m_folder))
        return failedSystemCall(tr("The folder %1 cannot be made.").arg(m_folder));
    TemporaryCopy copy(m_folder);
    if (!copy.file().isOpen())
        return failedSystemCall(tr("Nothing can be written into %1.").arg(m_folder));
    const Result<ObjectInfo> info = hash(file, &copy.file(), progress);
    if (!info)
        return info;
    const QString target = pathOf(info->sha256);
    if (contains(info->sha256))
        return verify(info->sha256);
    if (!QDir().mkpath(QFileInfo(target).absolutePath()) || !syncFolder(m_folder))
        return failedSystemCall(tr("Nothing can be written into %1.").arg(m_folder));
    if (!copy.publish(target, 0440)) {
        if (errno == EEXIST) // somebody else stored the same content in the meantime
            return verify(info->sha256);
        return failedSystemCall(tr("%1 could not be stored.").arg(file));
    }
    return info;
}

Result<> ObjectStore::get(const QString &sha256, const QString &target, const ByteProgress &progress)
{
    const QFileInfo wanted(target);
    if (wanted.exists() || wanted.isSymLink())
        return fail(Error::Code::AlreadyExists, tr("There is already something at %1; nothing was changed.").arg(target));
    TemporaryCopy copy(wanted.absolutePath());
    if (!copy.file().isOpen())
        return failedSystemCall(tr("Nothing can be written into %1.").arg(wanted.absolutePath()));
    const Result<ObjectInfo> info = hash(pathOf(sha256), &copy.file(), progress);
    if (!info)
        return failAs(info);
    if (info->sha256 != sha256)
        return fail(Error::Code::Corrupt, tr("A stored file is damaged: its digest is not %1.").arg(sha256));
    if (!copy.publish(wanted.absoluteFilePath(), 0644))
        return failedSystemCall(tr("%1 could not be written.").arg(target));
    return {};
}

Result<ObjectInfo> ObjectStore::verify(const QString &sha256, const ByteProgress &progress)
{
    const Result<ObjectInfo> info = hash(pathOf(sha256), nullptr, progress);
    if (!info && info.error().code == Error::Code::NotFound)
        return fail(Error::Code::NotFound, tr("The stored file %1 is missing.").arg(sha256), info.error().detail);
    if (!info && info.error().code == Error::Code::InvalidArgument)
        return fail(Error::Code::Corrupt, tr("The stored file %1 was replaced by something else.").arg(sha256));
    if (info && info->sha256 != sha256)
        return fail(Error::Code::Corrupt, tr("The stored file %1 is damaged: its content has another digest.").arg(sha256));
    return info;
}

Result<ObjectInfo> digestOfFile(const QString &file, const ByteProgress &progress)
{
    return hash(file, nullptr, progress);
}

} // namespace stagekeeper
