// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/security/digest.h"

#include <openssl/evp.h>

namespace stagekeeper {

struct Sha256::Context {
    EVP_MD *algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr); // fetched once: a lookup per digest halves the rate
    EVP_MD_CTX *context = EVP_MD_CTX_new();

    Context() = default;
    ~Context()
    {
        EVP_MD_CTX_free(context);
        EVP_MD_free(algorithm);
    }
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;
};

Sha256::Sha256() : m_context(std::make_unique<Context>())
{
    EVP_DigestInit_ex2(m_context->context, m_context->algorithm, nullptr);
}

Sha256::~Sha256() = default;

void Sha256::add(QByteArrayView data)
{
    EVP_DigestUpdate(m_context->context, data.data(), size_t(data.size()));
}

QByteArray Sha256::finish()
{
    QByteArray digest(32, Qt::Uninitialized);
    EVP_DigestFinal_ex(m_context->context, reinterpret_cast<unsigned char *>(digest.data()), nullptr);
    EVP_DigestInit_ex2(m_context->context, m_context->algorithm, nullptr);
    return digest;
}

QByteArray sha256(QByteArrayView data)
{
    thread_local Sha256 hasher;
    hasher.add(data);
    return hasher.finish();
}

} // namespace stagekeeper
