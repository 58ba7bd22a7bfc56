// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QString>

#include <unistd.h>

#include <utility>

namespace stagekeeper {

/// Owns a POSIX file descriptor. Plain descriptors, because durable and exclusive writing needs calls QFile does not have.
class FileDescriptor final
{
public:
    explicit FileDescriptor(int descriptor = -1) : m_descriptor(descriptor) { }
    ~FileDescriptor() { (void)close(); }
    FileDescriptor(FileDescriptor &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) { }
    FileDescriptor &operator=(FileDescriptor &&) = delete;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int get() const { return m_descriptor; }
    /// False when closing reported that earlier writes were lost.
    [[nodiscard]] bool close() { return m_descriptor < 0 || ::close(std::exchange(m_descriptor, -1)) == 0; }

private:
    int m_descriptor;
};

} // namespace stagekeeper
