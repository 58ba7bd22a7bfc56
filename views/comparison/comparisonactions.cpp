// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/comparisonactions.h"

#include "model/items/comparisonmodel.h"
#include "model/items/undohistory.h"
#include "model/items/versionlookup.h"
#include "model/items/workspace.h"
#include "model/workflow/comparisonexport.h"
#include "views/common/headerbutton.h"
#include "views/common/icons.h"
#include "views/common/plainlabel.h"
#include "views/common/savedialog.h"
#include "views/comparison/comparisonreport.h"
#include "views/palette/searchpalette.h"

#include <QAction>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QSaveFile>
#include <QToolButton>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int longestName = 100;
constexpr int nameWidth = 240;

Result<> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return fail(Error::Code::Unavailable, ComparisonActions::tr("%1 could not be written.").arg(QFileInfo(path).fileName()),
                    file.errorString());
    return {};
}

QMenu *menuFor(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

// A key opens it where the mouse would.
void popupBelow(const QAction *action, QMenu *menu)
{
    if (const QToolButton *button = buttonOf(action))
        menu->popup(button->mapToGlobal(button->rect().bottomLeft()));
}

} // namespace

ComparisonActions::ComparisonActions(const PageContext &context, const ComparisonModel *model, QWidget *window)
    : QObject(window), m_context(context), m_model(model), m_window(window), m_added(new VersionLookup(context.workspace, this)),
      m_opened(new VersionLookup(context.workspace, this)),
      m_add(new QAction(themedIcon(context.theme, u"plus"_s), tr("Add version…"), this)),
      m_saved(new QAction(themedIcon(context.theme, u"folder"_s), tr("Saved comparisons"), this)),
      m_export(new QAction(themedIcon(context.theme, u"export"_s), tr("Export comparison"), this))
{
    m_add->setObjectName(u"addToComparison"_s);
    m_add->setShortcut(QKeySequence(Qt::Key_Insert));
    m_saved->setObjectName(u"savedComparisons"_s);
    m_saved->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    m_export->setObjectName(u"exportComparison"_s);
    m_export->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    for (QAction *action : {m_add, m_saved, m_export})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_add, &QAction::triggered, this, &ComparisonActions::askVersion);
    connect(m_saved, &QAction::triggered, this, &ComparisonActions::showSaved);
    connect(m_export, &QAction::triggered, this, &ComparisonActions::showExports);
    connect(m_added, &VersionLookup::found, this, &ComparisonActions::takeAdded);
    connect(m_opened, &VersionLookup::found, this, &ComparisonActions::takeOpened);
    connect(m_added, &VersionLookup::failed, this, &ComparisonActions::failed);
    connect(m_opened, &VersionLookup::failed, this, &ComparisonActions::failed);
}

void ComparisonActions::askVersion()
{
    if (!m_palette) {
        m_palette = new SearchPalette(m_context.workspace, m_context.theme, m_window->window());
        connect(m_palette, &SearchPalette::versionChosen, this, &ComparisonActions::addVersion);
        connect(m_palette, &SearchPalette::modelChosen, this, [this](Registry *registry, const QString &name) {
            const QList<RegisteredModel> models = m_context.workspace.models(registry);
            const auto model = std::ranges::find(models, name, &RegisteredModel::name);
            if (model != models.cend()) // of a model, what is in use
                addVersion(registry, name, model->aliases.value(u"champion"_s, model->live.isEmpty() ? model->latest : model->live));
        });
    }
    m_palette->open();
}

void ComparisonActions::addVersion(const Registry *registry, const QString &model, const QString &version)
{
    m_added->find({{registry->address(), {model, version, {}}}});
}

void ComparisonActions::takeAdded(const QList<ChosenVersion> &found)
{
    QList<ChosenVersion> there = found;
    there.removeIf([](const ChosenVersion &version) { return !version.version.isValid(); });
    m_context.workspace.comparison().add(there);
}

void ComparisonActions::takeOpened(const QList<ChosenVersion> &found)
{
    QList<ChosenVersion> there = found;
    const auto isGone = [](const ChosenVersion &version) { return !version.version.isValid(); };
    const bool hasBaseline = m_openedBaseline < found.size() && !isGone(found.at(m_openedBaseline));
    const ChosenVersion baseline = hasBaseline ? found.at(m_openedBaseline) : ChosenVersion();
    const int gone = static_cast<int>(there.removeIf(isGone));
    m_context.workspace.comparison().choose(there, static_cast<int>(there.indexOf(baseline)));
    if (gone > 0)
        emit failed({Error::Code::NotFound, tr("%n version(s) of this comparison are not there any more.", nullptr, gone), {}});
}

QList<SavedComparison> ComparisonActions::comparisons() const
{
    return savedComparisonsFromJson(m_context.settings.value(settings::savedComparisons));
}

void ComparisonActions::setComparisons(const QList<SavedComparison> &comparisons)
{
    m_context.settings.set(settings::savedComparisons, toJson(comparisons));
}

void ComparisonActions::showSaved()
{
    QMenu *menu = menuFor(m_window);
    const QList<SavedComparison> all = comparisons();
    for (const SavedComparison &comparison : all) {
        const QString words = displayName(comparison.name).replace(u'&', u"&&"_s);
        menu->addAction(words, this, [this, comparison] { open(comparison); });
    }
    menu->addSeparator();
    QAction *save = menu->addAction(tr("Save this comparison…"), this, &ComparisonActions::askName);
    save->setEnabled(!m_model->comparison().versions.isEmpty());
    if (!all.isEmpty()) {
        QMenu *remove = menu->addMenu(tr("Remove"));
        for (const SavedComparison &comparison : all) {
            const QString words = displayName(comparison.name).replace(u'&', u"&&"_s);
            remove->addAction(words, this, [this, name = comparison.name] { this->remove(name); });
        }
    }
    popupBelow(m_saved, menu);
}

void ComparisonActions::askName()
{
    QMenu *menu = menuFor(m_window);
    auto *edit = new QLineEdit(menu);
    edit->setObjectName(u"comparisonName"_s);
    edit->setMaxLength(longestName);
    edit->setPlaceholderText(tr("Name of this comparison, then Enter"));
    edit->setMinimumWidth(nameWidth);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(edit);
    menu->addAction(action);
    connect(edit, &QLineEdit::returnPressed, this, [this, menu, edit] {
        const QString name = edit->text().trimmed();
        menu->close();
        if (!name.isEmpty())
            save(name);
    });
    popupBelow(m_saved, menu);
    edit->setFocus();
}

void ComparisonActions::save(const QString &name)
{
    SavedComparison comparison {name, {}, static_cast<int>(m_model->baseline())};
    for (const ComparedVersion &version : m_model->comparison().versions)
        comparison.versions.append({version.address, version.reference});
    QList<SavedComparison> all = comparisons();
    all.removeIf([&name](const SavedComparison &one) { return one.name == name; });
    all.append(comparison);
    setComparisons(all);
    m_context.undo.push(nullptr, tr("Saved the comparison \"%1\"").arg(displayName(name)), {});
}

void ComparisonActions::open(const SavedComparison &comparison)
{
    m_openedBaseline = comparison.baseline;
    m_opened->find(comparison.versions);
}

void ComparisonActions::remove(const QString &name)
{
    QList<SavedComparison> all = comparisons();
    all.removeIf([&name](const SavedComparison &one) { return one.name == name; });
    setComparisons(all);
}

void ComparisonActions::showExports()
{
    QMenu *menu = menuFor(m_window);
    const auto add = [this, menu](const QString &words, const QString &filter, const QString &suffix) {
        menu->addAction(words, this, [this, filter, suffix] { askFile(filter, suffix); });
    };
    add(tr("Report as PDF…"), tr("Report (*.pdf)"), u"pdf"_s);
    add(tr("Picture as PNG…"), tr("Picture (*.png)"), u"png"_s);
    add(tr("Picture as SVG…"), tr("Picture (*.svg)"), u"svg"_s);
    menu->addSeparator();
    add(tr("Table as CSV…"), tr("Table (*.csv)"), u"csv"_s);
    add(tr("Table as Markdown…"), tr("Text (*.md)"), u"md"_s);
    add(tr("Table as JSON…"), tr("Data (*.json)"), u"json"_s);
    menu->addSeparator();
    menu->addAction(tr("Copy as Markdown"), this, &ComparisonActions::copyMarkdown);
    menu->setEnabled(!m_model->comparison().versions.isEmpty());
    popupBelow(m_export, menu);
}

void ComparisonActions::askFile(const QString &filter, const QString &suffix)
{
    askWhereToSave(m_window, tr("Export comparison"), {filter}, suffix, [this](const QString &file) { exportTo(file); });
}

void ComparisonActions::exportTo(const QString &path)
{
    const QString kind = QFileInfo(path).suffix().toLower();
    const Comparison &comparison = m_model->comparison();
    Result<> written;
    if (kind == u"csv"_s)
        written = writeFile(path, comparisonCsv(comparison, m_model->baseline()));
    else if (kind == u"md"_s)
        written = writeFile(path, comparisonMarkdown(comparison, m_model->baseline()));
    else if (kind == u"json"_s)
        written = writeFile(path, comparisonJson(comparison, m_model->baseline()));
    else
        written = writeReport(*comparisonReport(*m_model, m_charts ? m_charts() : QList<Chart *>()), path);
    if (written)
        m_context.undo.push(nullptr, tr("Exported the comparison to %1").arg(QFileInfo(path).fileName()), {});
    else
        emit failed(written.error());
}

void ComparisonActions::copyMarkdown()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(comparisonMarkdown(m_model->comparison(), m_model->baseline())));
    m_context.undo.push(nullptr, tr("Copied the comparison"), {});
}

} // namespace stagekeeper
