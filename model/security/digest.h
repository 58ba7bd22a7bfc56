// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace stagekeeper {

/// SHA-256 (FIPS 180-4) in pieces. OpenSSL's, because QCryptographicHash has no hardware support and is nine times slower.
class Sha256 final
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void add(QByteArrayView data);
    /// The 32 bytes of the digest; the object is ready for the next message afterwards.
    [[nodiscard]] QByteArray finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

[[nodiscard]] QByteArray sha256(QByteArrayView data);

} // namespace stagekeeper
