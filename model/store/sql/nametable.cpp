// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/sql/nametable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stagekeeper {

void NameTable::forgetAfterRollback()
{
    if (m_rollbacks != m_database.rollbacks()) { // a number that was made in the transaction may be gone
        m_ids.clear();
        m_rollbacks = m_database.rollbacks();
    }
}

Result<qint64> NameTable::idOf(const QString &name)
{
    forgetAfterRollback();
    if (const auto known = m_ids.constFind(name); known != m_ids.cend())
        return *known;
    const auto found = m_database.integer(u"SELECT id FROM names WHERE name = ?"_s, {name});
    if (!found)
        return failAs(found);
    if (!*found) {
        if (const auto made = m_database.run(u"INSERT INTO names (name) VALUES (?)"_s, {name}); !made)
            return failAs(made);
    }
    return m_ids[name] = *found ? **found : m_database.lastInsertId();
}

Result<qint64> NameTable::stageIdOf(const QString &stage)
{
    if (const auto known = m_stages.constFind(stage); known != m_stages.cend())
        return *known;
    const auto found = m_database.integer(u"SELECT id FROM stages WHERE name = ?"_s, {stage});
    if (!found)
        return failAs(found);
    if (!*found)
        return fail(Error::Code::InvalidArgument,
                    QCoreApplication::translate("NameTable", "This registry has no stage \"%1\".").arg(stage));
    return m_stages[stage] = **found;
}

} // namespace stagekeeper
