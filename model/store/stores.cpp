// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/stores.h"

#include "model/store/objects/objectstore.h"

namespace stagekeeper {

Stores::Stores() = default;
Stores::Stores(Stores &&) noexcept = default;
Stores &Stores::operator=(Stores &&) noexcept = default;
Stores::~Stores() = default;

} // namespace stagekeeper
