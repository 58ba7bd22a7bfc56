// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/gui/pagepictures.h"

#include "app/gui/mainwindow.h"
#include "app/gui/pages.h"
#include "model/items/versiontablemodel.h"
#include "model/items/workspace.h"
#include "views/common/page.h"
#include "views/common/theme.h"
#include "views/registries/registryactions.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int stepMs = 50;
constexpr int quietSteps = 12; ///< everything that was asked for has arrived when nothing changed for so long
constexpr qsizetype firstCompared = 3, comparedVersions = 5; ///< rows of the table, the live version among them
constexpr int patienceSteps = 2400; ///< two minutes: making the sample takes seconds

} // namespace

PagePictures::PagePictures(MainWindow &window, Workspace &workspace, Theme &theme, const QString &folder)
    : m_window(window), m_workspace(workspace), m_theme(theme), m_folder(folder)
{
    connect(&m_timer, &QTimer::timeout, this, &PagePictures::step);
    connect(window.registryActions(), &RegistryActions::failed, this, [this](const Error &error) {
        QTextStream(stderr) << error.message << Qt::endl;
        m_failed = true;
    });
}

int PagePictures::run(QApplication &application)
{
    if (!QDir().mkpath(m_folder)) {
        QTextStream(stderr) << tr("The folder %1 cannot be made.").arg(m_folder) << Qt::endl;
        return 1;
    }
    m_window.resize(1440, 900);
    m_window.show();
    m_timer.start(stepMs);
    return application.exec();
}

bool PagePictures::isSettled()
{
    if (m_next >= 0) {
        const auto *table = m_window.findChild<VersionTableModel *>();
        if (!m_workspace.currentModel().id.isValid() || !table || table->state() != PagedTableModel::State::Ready || table->rowCount() == 0)
            return false;
    }
    return ++m_quietSteps >= quietSteps;
}

void PagePictures::step()
{
    if (m_failed || ++m_steps > patienceSteps) {
        QApplication::exit(1);
        return;
    }
    if (!isSettled())
        return;
    m_quietSteps = 0;
    if (m_next < 0) {
        take(u"first-run"_s);
        m_window.registryActions()->openSample();
        connect(&m_workspace, &Workspace::modelsChanged, this, [this](Registry *registry) {
            if (!m_workspace.currentModel().id.isValid() && !m_workspace.models(registry).isEmpty())
                m_workspace.goTo(registry, {u"digits-classifier"_s, {}, u"champion"_s});
        });
    } else {
        take(QString::fromLatin1(pages().at(m_next).name));
    }
    if (++m_next == pages().size()) {
        QApplication::exit(0);
        return;
    }
    if (qstrcmp(pages().at(m_next).name, "compare") == 0)
        chooseVersions();
    m_window.showPage(m_next);
}

// The Compare page has nothing to show before somebody chose.
void PagePictures::chooseVersions()
{
    const auto *table = m_window.findChild<VersionTableModel *>();
    QList<ChosenVersion> chosen;
    for (const qint64 id : table->ids().mid(firstCompared, comparedVersions))
        chosen.append({m_workspace.currentRegistry(), VersionId {id}});
    m_workspace.comparison().choose(chosen);
}

void PagePictures::take(const QString &name)
{
    for (const auto &[mode, suffix] : {std::pair {Theme::Mode::Light, u"light"_s}, {Theme::Mode::Dark, u"dark"_s}}) {
        m_theme.setMode(mode);
        const QString file = QDir(m_folder).filePath(name + u'-' + suffix + u".png"_s);
        if (!m_window.grab().save(file)) {
            QTextStream(stderr) << tr("%1 could not be written.").arg(file) << Qt::endl;
            m_failed = true;
            return;
        }
        QTextStream(stdout) << file << Qt::endl;
    }
}

} // namespace stagekeeper
