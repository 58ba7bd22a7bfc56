// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "app/gui/mainwindow.h"
#include "app/gui/pagepictures.h"
#include "model/items/jobs.h"
#include "model/items/undohistory.h"
#include "model/items/workspace.h"
#include "model/workflow/actor.h"
#include "views/common/style.h"
#include "views/registries/registryactions.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLibraryInfo>
#include <QTranslator>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

namespace {

/// Beside the program where it is installed, else in the source tree it was built from.
QString demoFolder()
{
    const QString installed = QDir(QCoreApplication::applicationDirPath()).filePath(u"../share/stagekeeper/demo"_s);
    for (const QString &folder : {installed, QStringLiteral(STAGEKEEPER_DEMO_FOLDER)}) {
        if (QDir(folder).exists())
            return folder;
    }
    return {};
}

void installTranslations(QApplication &application)
{
    auto *plurals = new QTranslator(&application); // the texts are English, but "1 versions" is not
    if (plurals->load(u":/i18n/stagekeeper_en.qm"_s))
        QCoreApplication::installTranslator(plurals);
    for (const QString &name : {u"qtbase"_s, u"stagekeeper"_s}) {
        auto *translator = new QTranslator(&application);
        const QString folder = name == "qtbase"_L1 ? QLibraryInfo::path(QLibraryInfo::TranslationsPath) : u":/i18n"_s;
        if (translator->load(QLocale(), name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
    }
}

/// The appearance the user chose, now and when it is changed.
void followSettings(Theme &theme, const Settings &settings)
{
    const auto apply = [&theme, &settings] {
        const QString mode = settings.value(settings::theme);
        theme.setMode(mode == "light"_L1 ? Theme::Mode::Light : mode == "dark"_L1 ? Theme::Mode::Dark : Theme::Mode::System);
    };
    QObject::connect(&settings, &Settings::changed, &theme, apply);
    apply();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"stagekeeper"_s);
    QCoreApplication::setApplicationName(u"stagekeeper"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(STAGEKEEPER_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Stagekeeper"_s);
    QGuiApplication::setDesktopFileName(u"org.stagekeeper.Stagekeeper"_s);
    installTranslations(application);

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"demo"_s, QCoreApplication::translate("main", "Open the sample made from real training runs.")});
    parser.addOption({u"render-pages"_s, QCoreApplication::translate("main", "Draw every page of the sample, light and dark, "
                                                                             "to PNG files in <folder>, and end."), u"folder"_s});
    parser.addPositionalArgument(u"registry"_s, QCoreApplication::translate("main", "Registry files to open."), u"[registry...]"_s);
    parser.process(application);

    Settings settings;
    Theme theme;
    followSettings(theme, settings);
    applyTheme(application, theme);
    const Result<Actor> actor = currentActor(settings.value(settings::userName));
    Workspace workspace(settings, {.actor = actor.value_or(Actor {systemUserName(), QString()}), .readOnly = false});
    UndoHistory undo;
    Jobs jobs;
    MainWindow window({workspace, settings, undo, jobs, theme}, demoFolder());

    if (parser.isSet(u"render-pages"_s))
        return PagePictures(window, workspace, theme, parser.value(u"render-pages"_s)).run(application);
    window.show();
    for (const QString &file : parser.positionalArguments())
        workspace.open(file);
    if (parser.isSet(u"demo"_s))
        window.registryActions()->openSample();
    else if (parser.positionalArguments().isEmpty())
        window.reopenLast();
    return QApplication::exec();
}
