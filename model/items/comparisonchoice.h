// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/ids.h"

#include <QList>
#include <QObject>

namespace stagekeeper {

class Registry;

/// A version of an open registry.
struct ChosenVersion {
    Registry *registry = nullptr;
    VersionId version;
    friend bool operator==(const ChosenVersion &, const ChosenVersion &) = default;
};

/// Which versions are compared, in which order and against which of them: chosen on any page, shown by the Compare page.
/// A version occurs once.
class ComparisonChoice final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const QList<ChosenVersion> &versions() const { return m_versions; }
    /// Index of the version that the others are compared with; -1: the live one or else the first.
    [[nodiscard]] int baseline() const { return m_baseline; }

    /// Replaces all and asks for the Compare page.
    void choose(const QList<ChosenVersion> &versions, int baseline = -1);
    /// Adds those that are missing.
    void add(const QList<ChosenVersion> &versions);
    void remove(int index);
    void move(int from, int to);
    void setBaseline(int index);
    /// A registry is about to close: its versions leave.
    void forget(const Registry *registry);

signals:
    void changed();
    void baselineChanged();
    void requested(); ///< somebody wants to see it

private:
    void removeAt(int index);

    QList<ChosenVersion> m_versions;
    int m_baseline = -1;
};

} // namespace stagekeeper
