// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/serialqueue.h"
#include "views/common/pagecontext.h"
#include "views/inspector/partcontext.h"

#include <QFuture>
#include <QPointer>
#include <QWidget>

class QAction;
class QScrollArea;

namespace stagekeeper {

class Registry;
class WrappedText;

/// The pane at the right: everything about the selected version, or what several of them have in common.
class Inspector final : public QWidget
{
    Q_OBJECT

public:
    explicit Inspector(const PageContext &context, QWidget *parent = nullptr);
    ~Inspector() override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Acts of a page that are offered under the title of a version: one button and some icons. They stay the caller's.
    void setActions(QAction *primary, const QList<QAction *> &icons);

    [[nodiscard]] QAction *verify() const { return m_verify; }
    [[nodiscard]] QAction *copyReference() const { return m_copyReference; }
    [[nodiscard]] QAction *copyJson() const { return m_copyJson; }

signals:
    /// A link was followed; the workspace goes there by itself.
    void versionActivated(const QString &model, const QString &version);
    void filterRequested(const QString &filter); ///< all versions that share something with the one shown
    void failed(const stagekeeper::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    [[nodiscard]] QAction *make(const QString &name, const QString &text, const QString &icon);
    void followCurrent();
    void load();
    void take(int generation, const Result<Inspected> &read);
    void present();
    [[nodiscard]] QWidget *makeContent();
    void showError(const Error &error);
    void verifyFiles();
    void takeCheck(const QString &key, const ModelVersion &version, const Result<CheckReport> &report);
    void goTo(const Reference &reference);
    void copy(const QString &text);
    void updateActions();
    [[nodiscard]] QString checkKey() const;

    PageContext m_context;
    WrappedText *m_error;
    QScrollArea *m_scroll;
    QAction *m_verify, *m_copyReference, *m_copyJson;
    PartContext m_parts;
    QHash<QString, FileCheck> m_checks; ///< by registry and reference
    QFuture<Result<Inspected>> m_reading;
    QList<QFuture<Result<CheckReport>>> m_checking;
    SerialQueue m_checkQueue; ///< hashing takes long: the registry's own thread must stay free
    QPointer<Registry> m_registry; ///< whose changes are followed
    bool m_isStale = true; ///< a hidden pane reads nothing; it catches up when it is shown
    bool m_areFactsStale = true;
    int m_generation = 0; ///< grows with every question: older answers are dropped
};

} // namespace stagekeeper
