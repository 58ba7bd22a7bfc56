// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/versions/registerdialog.h"

#include "model/domain/namerules.h"
#include "model/items/jobs.h"
#include "model/items/undohistory.h"
#include "model/items/workspace.h"
#include "views/common/plainlabel.h"
#include "views/versions/keyvaluelines.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

int toPercent(qint64 done, qint64 total)
{
    return total > 0 ? static_cast<int>(done * 100 / total) : 0;
}

} // namespace

RegisterDialog::RegisterDialog(const PageContext &context, Registry *registry, QWidget *parent)
    : FormDialog(context.theme, tr("Register a version in %1").arg(displayName(registry->info().name)), tr("Register"),
                 parent),
      m_context(context), m_registry(registry), m_model(new QComboBox(this)), m_version(new QLineEdit(this)),
      m_scheme(new QComboBox(this)), m_stage(new QComboBox(this)),
      m_description(lines(u"description"_s, tr("What is new in this version"))),
      m_metrics(lines(u"metrics"_s, u"accuracy = 0.98"_s)), m_parameters(lines(u"parameters"_s, u"C = 8"_s)),
      m_tags(lines(u"tags"_s, u"task = digits"_s)), m_files(new QListWidget(this))
{
    m_model->setObjectName(u"model"_s);
    m_model->setEditable(true);
    for (const RegisteredModel &model : context.workspace.models(registry))
        m_model->addItem(model.name);
    if (registry == context.workspace.currentRegistry())
        m_model->setCurrentText(context.workspace.currentModel().name);
    for (const Stage &stage : registry->lifecycle().stages())
        m_stage->addItem(displayName(stage.name), stage.name);
    m_stage->setCurrentIndex(m_stage->findData(registry->lifecycle().initial().name));
    setMinimumWidth(620);
    buildFields();
    connect(m_model, &QComboBox::editTextChanged, this, &RegisterDialog::suggestVersion);
    connect(m_scheme, &QComboBox::currentIndexChanged, this, &RegisterDialog::suggestVersion);
    connect(m_version, &QLineEdit::textChanged, this, [this] { setProblem(m_version, {}); });
    connect(this, &FormDialog::submitted, this, &RegisterDialog::submit);
    connect(registry, &QObject::destroyed, this, &QDialog::reject);
    suggestVersion();
    m_version->setFocus();
}

void RegisterDialog::buildFields()
{
    addField(tr("Model"), m_model, tr("A name that is new makes a new model."));
    addField(tr("Version"), m_version);
    column()->insertWidget(column()->indexOf(m_version) + 1, makeVersionRow());
    addField(tr("Stage"), m_stage);
    addField(tr("Description"), m_description);
    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(measure::cell);
    column()->addLayout(numbers);
    addField(tr("Metrics, one a line"), m_metrics);
    addField(tr("Parameters, one a line"), m_parameters);
    addField(tr("Tags, one a line"), m_tags);
    column()->addWidget(plainLabel(theme(), tr("Files"), Theme::Face::Body, Token::Text2, this));
    column()->addWidget(makeFiles());
}

QPlainTextEdit *RegisterDialog::lines(const QString &name, const QString &placeholder)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setObjectName(name);
    edit->setPlaceholderText(placeholder);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(fontMetrics().height() * 2 + measure::margin);
    return edit;
}

QWidget *RegisterDialog::makeVersionRow()
{
    m_scheme->setObjectName(u"scheme"_s);
    m_scheme->setAccessibleName(tr("How the version is made"));
    m_scheme->addItem(tr("Next patch"), u"next-patch"_s);
    m_scheme->addItem(tr("Next minor"), u"next-minor"_s);
    m_scheme->addItem(tr("Next major"), u"next-major"_s);
    m_scheme->addItem(tr("Timestamp"), u"timestamp"_s);
    m_scheme->addItem(tr("From git"), u"git"_s);
    m_scheme->addItem(tr("As typed"), QString());
    m_version->setObjectName(u"version"_s);
    return m_scheme;
}

QWidget *RegisterDialog::makeFiles()
{
    auto *widget = new QWidget(this);
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    m_files->setObjectName(u"files"_s);
    m_files->setAccessibleName(tr("Files"));
    m_files->setFixedHeight(fontMetrics().height() * 3);
    auto *add = new QPushButton(tr("Add files…"), widget);
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Files of this version"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFiles);
        connect(dialog, &QFileDialog::filesSelected, this, &RegisterDialog::addFiles);
        dialog->open();
    });
    row->addWidget(m_files, 1);
    row->addWidget(add, 0, Qt::AlignTop);
    return widget;
}

void RegisterDialog::addFiles(const QStringList &files)
{
    for (const QString &file : files) {
        auto *item = new QListWidgetItem(displayName(QFileInfo(file).fileName()), m_files);
        item->setData(Qt::UserRole, file);
    }
}

void RegisterDialog::suggestVersion()
{
    setProblem(m_model, {});
    const QString spec = m_scheme->currentData().toString();
    if (spec.isEmpty() || !m_registry)
        return;
    Registration asked;
    asked.version.model = m_model->currentText();
    asked.versionSpec = spec;
    const auto job = [asked](Stores &stores) { return resolveVersion(stores, asked); };
    whenDone(m_registry->read(job, 1), this, [this, generation = ++m_generation](const Result<QString> &version) {
        if (generation != m_generation)
            return;
        if (version)
            m_version->setText(*version);
        setProblem(m_version, version ? QString() : version.error().message);
    });
}

Registration RegisterDialog::registration()
{
    Registration asked;
    asked.version.model = m_model->currentText();
    asked.version.version = m_version->text();
    asked.version.stage = m_stage->currentData().toString();
    asked.version.description = m_description->toPlainText();
    const auto note = [this](QWidget *field, const auto &result) {
        setProblem(field, result ? QString() : result.error().message);
        return result.has_value();
    };
    note(m_model, checkName(NameKind::Model, asked.version.model));
    note(m_version, checkName(NameKind::Version, asked.version.version));
    if (const auto metrics = parseMetrics(m_metrics->toPlainText()); note(m_metrics, metrics))
        asked.version.metrics = *metrics;
    if (const auto parameters = parseParameters(m_parameters->toPlainText()); note(m_parameters, parameters))
        asked.version.hyperparameters = *parameters;
    if (const auto tags = parseKeyValues(NameKind::Tag, m_tags->toPlainText()); note(m_tags, tags)) {
        for (const auto &[name, value] : *tags) {
            asked.version.tags.append(name);
            if (value)
                asked.version.tagValues.insert(name, *value);
        }
    }
    for (int row = 0; row < m_files->count(); ++row) {
        ArtifactInput input;
        input.path = m_files->item(row)->data(Qt::UserRole).toString();
        asked.artifacts.append(input);
    }
    return asked;
}

void RegisterDialog::submit()
{
    setTrouble({});
    const Registration asked = registration();
    if (!hasProblems() && m_registry)
        storeThenRegister(asked);
}

void RegisterDialog::storeThenRegister(const Registration &registration)
{
    setBusy(true);
    // files first and outside of the transaction: nobody else waits while they are copied
    const auto job = [registration](Stores &stores, JobControl &control) {
        return storeFiles(stores, registration, [&control](qint64 done, qint64 total) {
            control.setProgress(toPercent(done, total), 100);
            return !control.isCanceled();
        });
    };
    const auto future = m_registry->read(job);
    m_context.jobs.track(tr("Copying files of %1").arg(displayName(registration.version.version)), future);
    whenDone(future, this, [this](const Result<Registration> &stored) {
        if (stored)
            finish(*stored);
        else
            show(stored.error());
    });
}

void RegisterDialog::finish(const Registration &stored)
{
    if (!m_registry)
        return;
    const auto job = [stored](Stores &stores) { return registerVersion(stores, stored); };
    whenDone(m_registry->write(job), this, [this](const Result<Registered> &registered) {
        if (!registered) {
            show(registered.error());
            return;
        }
        if (!m_registry) // it was closed meanwhile, and so is this
            return;
        m_context.undo.push(m_registry,
                            tr("Registered %1 %2").arg(displayName(registered->model), displayName(registered->version)),
                            registered->undo);
        m_context.workspace.goTo(m_registry, {registered->model, registered->version, {}});
        accept();
    });
}

void RegisterDialog::show(const Error &error)
{
    setBusy(false);
    if (error.code == Error::Code::AlreadyExists)
        setProblem(m_version, error.message);
    else
        setTrouble(error.message);
}

} // namespace stagekeeper
