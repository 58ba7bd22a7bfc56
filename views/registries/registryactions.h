// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/pagecontext.h"

#include <QObject>
#include <QUrl>

class QAction;
class QWidget;

namespace stagekeeper {

struct Error;
struct ImportReport;
class Registry;

/// What can be done with registries: create, open, close, import into, and look around in the sample.
class RegistryActions final : public QObject
{
    Q_OBJECT

public:
    /// `demoFolder` is where the data of the sample are; empty when they were not installed.
    RegistryActions(const PageContext &context, const QString &demoFolder, QWidget *window);

    [[nodiscard]] QAction *create() const { return m_create; }
    [[nodiscard]] QAction *open() const { return m_open; }
    [[nodiscard]] QAction *import() const { return m_import; }
    [[nodiscard]] QAction *sample() const { return m_sample; }
    [[nodiscard]] QAction *close() const { return m_close; }

    /// Opens the sample, which is made from real training data the first time.
    void openSample();
    /// Files and folders from outside: registries are opened, everything else is imported into the current registry.
    void take(const QList<QUrl> &urls);

signals:
    void notified(const QString &sentence);
    void failed(const stagekeeper::Error &error);

private:
    [[nodiscard]] QAction *make(const QString &name, const QString &text, const QString &icon, const QKeySequence &key);
    void updateEnabled();
    void askCreate();
    void askOpen();
    void askImport();
    void importFiles(const QStringList &paths);
    void reportImport(const ImportReport &report);

    PageContext m_context;
    QString m_demoFolder;
    QWidget *m_window;
    QAction *m_create, *m_open, *m_import, *m_sample, *m_close;
};

} // namespace stagekeeper
