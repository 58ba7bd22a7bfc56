// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/error.h"
#include "model/domain/modelversion.h"
#include "model/workflow/undo.h"
#include "views/common/pagecontext.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace stagekeeper {

class Registry;

/// What can be done with the selected versions. Each act asks what it must in a dialog, runs in the background, and
/// leaves its way back with the undo history.
class VersionActions final : public QObject
{
    Q_OBJECT

public:
    VersionActions(const PageContext &context, QWidget *window, QObject *parent);

    [[nodiscard]] QAction *registerVersion() const { return m_register; }
    [[nodiscard]] QAction *compare() const { return m_compare; }
    [[nodiscard]] QAction *edit() const { return m_edit; }
    [[nodiscard]] QAction *tag() const { return m_tag; }
    [[nodiscard]] QAction *alias() const { return m_alias; }
    [[nodiscard]] QAction *stage() const { return m_stage; }
    [[nodiscard]] QAction *archive() const { return m_archive; }
    [[nodiscard]] QAction *remove() const { return m_remove; }
    [[nodiscard]] QAction *copyReference() const { return m_copy; }
    [[nodiscard]] QList<QAction *> all() const;

    /// All that fits the selection, as a menu that deletes itself.
    [[nodiscard]] QMenu *menu(QWidget *parent) const;

signals:
    void failed(const stagekeeper::Error &error);

private:
    /// One change of one version, for a job on the registry's thread.
    using Change = std::function<Result<Undo>(Stores &, VersionId)>;

    [[nodiscard]] QAction *make(const QString &name, const QString &text, const QString &icon, const QKeySequence &key);
    void updateEnabled();
    void apply(const QString &done, const Change &change);
    void compareSelected();
    void askRegister();
    void askEdit();
    void askTag();
    void askAlias();
    void askStage();
    void moveTo(const QString &stage, const QString &reason);
    void askArchive();
    void removeSelected();
    void copySelected();
    [[nodiscard]] QString selectionWords() const;

    PageContext m_context;
    QWidget *m_window;
    QAction *m_register, *m_compare, *m_edit, *m_tag, *m_alias, *m_stage, *m_archive, *m_remove, *m_copy;
};

} // namespace stagekeeper
