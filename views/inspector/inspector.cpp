// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/inspector/inspector.h"

#include "model/domain/metadatajson.h"
#include "model/items/jobs.h"
#include "model/items/workspace.h"
#include "model/workflow/checks.h"
#include "views/common/icons.h"
#include "views/common/plainlabel.h"
#include "views/inspector/parts.h"
#include "views/inspector/rows.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int narrowest = 240;
constexpr int progressSteps = 1000; ///< bytes may be more than an int holds

QWidget *versionContent(const PartContext &context)
{
    auto *owner = new QWidget;
    QBoxLayout *column = plainColumn(owner);
    for (QWidget *part : {parts::title(context), parts::metrics(context), parts::madeBy(context), parts::lineage(context),
                          parts::parameters(context), parts::files(context), parts::compliance(context), parts::tags(context),
                          parts::history(context), parts::rawText(context)}) {
        if (!part)
            continue;
        if (column->count() > 0)
            column->addWidget(hairlineWidget(context.theme, Qt::Horizontal, owner));
        column->addWidget(part);
    }
    return owner;
}

/// On a connection of its own; stops when nobody waits any more.
Result<CheckReport> checkFiles(const QString &address, const Actor &actor, const Reference &reference, JobControl &control)
{
    Result<Stores> stores = openStores(address, {.actor = actor, .readOnly = true});
    if (!stores)
        return failAs(stores);
    const auto id = stores->versions->find(reference);
    if (!id)
        return failAs(id);
    return verifyArtifacts(*stores, *id, [&control](qint64 done, qint64 total) {
        if (total > 0)
            control.setProgress(static_cast<int>(double(done) / double(total) * progressSteps), progressSteps);
        return !control.isCanceled();
    });
}

} // namespace

Inspector::Inspector(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_error(new WrappedText(context.theme, {}, Theme::Face::Body, Token::Danger, this)),
      m_scroll(new QScrollArea(this)), m_verify(make(u"verifyFiles"_s, tr("Verify Files"), u"check"_s)),
      m_copyReference(make(u"copyInspectedReference"_s, tr("Copy Reference"), u"copy"_s)),
      m_copyJson(make(u"copyInspectedJson"_s, tr("Copy as JSON"), u"copy"_s)),
      m_parts {.theme = context.theme}
{
    build();
    m_parts.shown = std::make_shared<Inspected>();
    m_parts.opened = std::make_shared<QHash<QString, bool>>();
    m_parts.activate = [this](const Reference &reference) { goTo(reference); };
    m_parts.filter = [this](const QString &filter) { emit filterRequested(filter); };
    m_parts.copy = [this](const QString &text) { copy(text); };
    m_parts.menu = {m_copyReference, m_copyJson, m_verify};
    m_parts.verify = m_verify;
    m_parts.copyJson = m_copyJson;
    connect(m_verify, &QAction::triggered, this, &Inspector::verifyFiles);
    connect(m_copyReference, &QAction::triggered, this, [this] {
        copy(Reference {m_parts.version().model, m_parts.version().version, {}}.toString());
    });
    connect(m_copyJson, &QAction::triggered, this, [this] { copy(QString::fromUtf8(versionToJson(m_parts.version()))); });
    const Workspace &workspace = context.workspace;
    connect(&workspace, &Workspace::currentChanged, this, &Inspector::followCurrent);
    connect(&workspace, &Workspace::selectionChanged, this, &Inspector::load);
    connect(&context.theme, &Theme::changed, this, &Inspector::present); // widths of columns are those of the font
    followCurrent();
    present();
}

Inspector::~Inspector()
{
    for (QFuture<Result<CheckReport>> &check : m_checking)
        check.cancel();
}

void Inspector::build()
{
    setObjectName(u"inspector"_s);
    setAccessibleName(tr("Inspector"));
    fillWith(this, m_context.theme, Token::Base);
    m_error->setObjectName(u"inspectorError"_s);
    m_scroll->setObjectName(u"inspectorScroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    QBoxLayout *column = plainColumn(this);
    auto *bar = new QWidget(this);
    QBoxLayout *barRow = plainRow(bar, 0);
    barRow->setContentsMargins(measure::margin, measure::gap, measure::margin, measure::gap);
    barRow->addWidget(m_error);
    bar->hide();
    column->addWidget(bar);
    column->addWidget(m_scroll, 1);
}

QSize Inspector::sizeHint() const
{
    return {measure::inspector, measure::inspector};
}

QSize Inspector::minimumSizeHint() const
{
    return {narrowest, narrowest};
}

void Inspector::setActions(QAction *primary, const QList<QAction *> &icons)
{
    m_parts.primary = primary;
    m_parts.icons = {icons.cbegin(), icons.cend()};
    present();
}

QAction *Inspector::make(const QString &name, const QString &text, const QString &icon)
{
    auto *action = new QAction(themedIcon(m_context.theme, icon), text, this);
    action->setObjectName(name);
    return action;
}

void Inspector::followCurrent()
{
    Registry *registry = m_context.workspace.currentRegistry();
    m_areFactsStale = true;
    if (registry != m_registry) {
        if (m_registry)
            m_registry->disconnect(this);
        m_registry = registry;
        if (registry) {
            connect(registry, &Registry::changed, this, [this] {
                m_areFactsStale = true;
                load();
            });
        }
    }
    load();
}

void Inspector::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        load();
}

void Inspector::load()
{
    ++m_generation;
    m_reading.cancel(); // one that has not begun need not begin
    m_isStale = !isVisible();
    if (m_isStale)
        return;
    const QList<VersionId> ids = m_context.workspace.selectedVersions();
    if (ids.isEmpty() || !m_registry) {
        take(m_generation, Inspected());
        return;
    }
    Inspected known;
    if (!m_areFactsStale) {
        known.factsModel = m_parts.shown->factsModel;
        known.facts = m_parts.shown->facts;
    }
    const ModelId model = m_context.workspace.currentModel().id;
    m_reading = m_registry->read([ids, model, known](Stores &stores) { return readInspected(stores, ids, model, known); });
    whenDone(m_reading, this, [this, generation = m_generation](const Result<Inspected> &read) { take(generation, read); });
}

void Inspector::take(int generation, const Result<Inspected> &read)
{
    if (generation != m_generation)
        return;
    if (!read) {
        showError(read.error());
        return;
    }
    m_error->parentWidget()->hide();
    const bool isOther = read->ids != m_parts.shown->ids;
    m_areFactsStale = read->ids.isEmpty();
    m_parts.shown = std::make_shared<const Inspected>(*read);
    present();
    if (isOther)
        m_scroll->verticalScrollBar()->setValue(0);
}

void Inspector::present()
{
    m_parts.lifecycle = m_registry ? m_registry->lifecycle() : Lifecycle();
    m_parts.check = m_parts.shown->details ? m_checks.value(checkKey()) : FileCheck();
    updateActions();
    const QWidget *focused = QApplication::focusWidget(); // not focusWidget(): that one remembers, and would take it from a table
    if (focused && !m_scroll->isAncestorOf(focused))
        focused = nullptr;
    const QString focusedName = focused ? focused->objectName() : QString();
    const int position = m_scroll->verticalScrollBar()->value();
    if (QWidget *old = m_scroll->takeWidget()) { // a button of it may be on the way here
        old->hide();
        old->deleteLater();
    }
    QWidget *content = makeContent();
    content->setObjectName(u"inspectorContent"_s);
    fillWith(content, m_context.theme, Token::Base);
    m_scroll->setWidget(content);
    m_scroll->verticalScrollBar()->setValue(position);
    if (focused && !focusedName.isEmpty()) {
        if (auto *again = content->findChild<QWidget *>(focusedName))
            again->setFocus(Qt::OtherFocusReason);
    }
}

QWidget *Inspector::makeContent()
{
    QWidget *content = m_parts.shown->details ? versionContent(m_parts)
                       : m_parts.shown->selection ? parts::selection(m_parts)
                                                  : parts::nothing(m_parts);
    static_cast<QBoxLayout *>(content->layout())->addStretch(1);
    return content;
}

void Inspector::showError(const Error &error)
{
    m_error->setText(error.message);
    m_error->parentWidget()->show();
    emit failed(error);
}

void Inspector::verifyFiles()
{
    if (!m_registry || !m_parts.shown->details)
        return;
    const ModelVersion version = m_parts.version();
    const Reference reference {version.model, version.version, {}};
    const QString key = checkKey();
    m_checks[key].isRunning = true;
    const auto check = m_checkQueue.run(
        [address = m_registry->address(), actor = m_context.workspace.actor(), reference](JobControl &control) {
            return checkFiles(address, actor, reference, control);
        });
    m_checking.removeIf([](const QFuture<Result<CheckReport>> &other) { return other.isFinished(); });
    m_checking.append(check);
    m_context.jobs.track(tr("Verifying files of %1 %2").arg(displayName(version.model), displayName(version.version)), check);
    whenDone(check, this, [this, key, version](const Result<CheckReport> &report) { takeCheck(key, version, report); });
    present();
}

void Inspector::takeCheck(const QString &key, const ModelVersion &version, const Result<CheckReport> &report)
{
    if (report)
        m_checks.insert(key, fileCheck(version, *report, QDateTime::currentDateTime()));
    else
        m_checks.remove(key);
    if (m_parts.shown->details && key == checkKey())
        present();
    if (!report)
        showError(report.error());
}

QString Inspector::checkKey() const
{
    const QString address = m_registry ? m_registry->address() : QString();
    return address + u'\n' + Reference {m_parts.version().model, m_parts.version().version, {}}.toString();
}

void Inspector::goTo(const Reference &reference)
{
    if (!m_registry)
        return;
    m_context.workspace.goTo(m_registry, reference);
    emit versionActivated(reference.model, reference.version);
}

void Inspector::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void Inspector::updateActions()
{
    const bool hasVersion = m_parts.shown->details.has_value();
    m_copyReference->setEnabled(hasVersion);
    m_copyJson->setEnabled(hasVersion);
    m_verify->setEnabled(hasVersion && !m_parts.version().artifacts.isEmpty() && !m_parts.check.isRunning);
}

} // namespace stagekeeper
