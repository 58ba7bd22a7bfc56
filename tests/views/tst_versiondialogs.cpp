// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "model/store/objects/objectstore.h"
#include "model/workflow/versionedit.h"
#include "tests/support/hostilenames.h"
#include "tests/views/pageground.h"
#include "views/versions/changedialogs.h"
#include "views/versions/editdialog.h"
#include "views/versions/registerdialog.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace stagekeeper;
using namespace Qt::StringLiterals;

/// The dialogs that change versions, on a real registry.
class VersionDialogsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void registersAVersionWithAFile();
    void suggestsTheNextVersion();
    void makesANewModel();
    void saysUnderTheFieldWhatIsWrong_data();
    void saysUnderTheFieldWhatIsWrong();
    void refusesAVersionThatExists();
    void saysWhenAFileIsMissing();
    void closesWithItsRegistry();
    void editsAVersion();
    void changesOnlyWhatWasTypedInto();
    void refusesToOverwriteSomebodyElsesEdit();
    void checksTheEdit();
    void asksForATag();
    void asksForAnAlias();
    void asksForAStage();
    void confirmsAGivenStage();
    void showsHostileNamesAsText();

private:
    [[nodiscard]] ModelVersion read(const QString &version);
    [[nodiscard]] VersionId add(const ModelVersion &version);
    template <typename Widget>
    [[nodiscard]] static Widget *field(const QDialog &dialog, const char *name)
    {
        return dialog.findChild<Widget *>(QString::fromLatin1(name));
    }
    /// What is said under the field.
    [[nodiscard]] static QString note(const QWidget *field) { return field->accessibleDescription(); }
    static void submit(const FormDialog &dialog) { QTest::mouseClick(dialog.primaryButton(), Qt::LeftButton); }
    static void show(QDialog &dialog);

    std::unique_ptr<TemporaryRegistry> m_file;
    std::unique_ptr<PageGround> m_ground;
    Registry *m_registry = nullptr;
    VersionId m_id;
};

void VersionDialogsTest::init()
{
    m_file = std::make_unique<TemporaryRegistry>();
    m_id = add(sampleVersion(u"m"_s, u"1.0.0"_s));
    m_ground = std::make_unique<PageGround>();
    m_registry = m_ground->open(m_file->path(), u"m"_s);
    QVERIFY(m_registry);
    m_ground->workspace.selectVersions({m_id});
}

void VersionDialogsTest::cleanup()
{
    m_ground.reset();
    m_file.reset();
}

VersionId VersionDialogsTest::add(const ModelVersion &version)
{
    return valueOf(m_file->stores().versions->add(version));
}

ModelVersion VersionDialogsTest::read(const QString &version)
{
    return valueOf(m_file->stores().versions->read(valueOf(m_file->stores().versions->find({u"m"_s, version, {}}))));
}

void VersionDialogsTest::show(QDialog &dialog)
{
    dialog.show();
    dialog.activateWindow();
    QTRY_VERIFY(dialog.isActiveWindow());
}

void VersionDialogsTest::registersAVersionWithAFile()
{
    QFile weights(m_ground->home() + u"/weights <b>.onnx"_s);
    QVERIFY(weights.open(QIODevice::WriteOnly));
    weights.write("weights");
    weights.close();
    RegisterDialog dialog(m_ground->context(), m_registry, nullptr);
    show(dialog);
    QTRY_COMPARE(field<QLineEdit>(dialog, "version")->text(), u"1.0.1"_s);
    QTest::keyClicks(field<QPlainTextEdit>(dialog, "description"), u"better"_s);
    field<QPlainTextEdit>(dialog, "metrics")->setPlainText(u"accuracy = 0.98\nlog_loss=nan\n"_s);
    field<QPlainTextEdit>(dialog, "parameters")->setPlainText(u"C = 8\nlayers = [1, 2]\nnote = a b"_s);
    field<QPlainTextEdit>(dialog, "tags")->setPlainText(u"task = digits\nplain"_s);
    dialog.addFiles({weights.fileName()});
    const QSignalSpy accepted(&dialog, &QDialog::accepted), reveal(&m_ground->workspace, &Workspace::revealRequested);
    submit(dialog);
    QVERIFY(!dialog.primaryButton()->isEnabled()); // once is enough
    QTRY_COMPARE(accepted.size(), 1);
    const ModelVersion version = read(u"1.0.1"_s);
    QCOMPARE(version.description, u"better"_s);
    QCOMPARE(version.stage, u"Development"_s);
    QCOMPARE(version.metrics.value(u"accuracy"_s), 0.98);
    QVERIFY(version.metrics.contains(u"log_loss"_s));
    QCOMPARE(version.hyperparameters.value(u"C"_s), QJsonValue(8));
    QCOMPARE(version.hyperparameters.value(u"note"_s), QJsonValue(u"a b"_s));
    QCOMPARE(version.tags, (QStringList {u"task"_s, u"plain"_s}));
    QCOMPARE(version.artifacts.size(), 1);
    QCOMPARE(version.artifacts.first().name, u"weights <b>.onnx"_s);
    QVERIFY(version.artifacts.first().isStored);
    QTRY_COMPARE(reveal.size(), 1); // and shows it
    QVERIFY(m_ground->undo.canUndo());
}

void VersionDialogsTest::suggestsTheNextVersion()
{
    RegisterDialog dialog(m_ground->context(), m_registry, nullptr);
    auto *version = field<QLineEdit>(dialog, "version");
    auto *scheme = field<QComboBox>(dialog, "scheme");
    QTRY_COMPARE(version->text(), u"1.0.1"_s);
    scheme->setCurrentIndex(scheme->findData(u"next-major"_s));
    QTRY_COMPARE(version->text(), u"2.0.0"_s);
    scheme->setCurrentIndex(scheme->findData(u"next-minor"_s));
    QTRY_COMPARE(version->text(), u"1.1.0"_s);
}

void VersionDialogsTest::makesANewModel()
{
    RegisterDialog dialog(m_ground->context(), m_registry, nullptr);
    field<QComboBox>(dialog, "scheme")->setCurrentIndex(field<QComboBox>(dialog, "scheme")->findData(QString()));
    field<QComboBox>(dialog, "model")->setCurrentText(u"new model"_s);
    field<QLineEdit>(dialog, "version")->setText(u"first"_s);
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    submit(dialog);
    QTRY_COMPARE(accepted.size(), 1);
    QVERIFY(m_file->stores().versions->find({u"new model"_s, u"first"_s, {}}));
    QTRY_COMPARE(m_ground->workspace.currentModel().name, u"new model"_s);
}

void VersionDialogsTest::saysUnderTheFieldWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty version") << QByteArray("version") << QString();
    QTest::newRow("metric without a number") << QByteArray("metrics") << u"accuracy"_s;
    QTest::newRow("metric that is a word") << QByteArray("metrics") << u"a = 1\nb = good"_s;
    QTest::newRow("metric twice") << QByteArray("metrics") << u"a = 1\na = 2"_s;
    QTest::newRow("parameter without a name") << QByteArray("parameters") << u"= 8"_s;
    QTest::newRow("tag twice") << QByteArray("tags") << u"a\na = 1"_s;
}

void VersionDialogsTest::saysUnderTheFieldWhatIsWrong()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QString, text);
    RegisterDialog dialog(m_ground->context(), m_registry, nullptr);
    show(dialog);
    QTRY_COMPARE(field<QLineEdit>(dialog, "version")->text(), u"1.0.1"_s);
    auto *wrong = field<QWidget>(dialog, name.constData());
    const auto write = [wrong](const QString &value) {
        if (auto *line = qobject_cast<QLineEdit *>(wrong))
            line->setText(value);
        else
            qobject_cast<QPlainTextEdit *>(wrong)->setPlainText(value);
    };
    write(text);
    submit(dialog);
    QVERIFY(dialog.hasProblems());
    QVERIFY(!note(wrong).isEmpty());
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.primaryButton()->isEnabled());
    QCOMPARE(valueOf(m_file->stores().versions->ids({})).size(), 1);
    write(qobject_cast<QLineEdit *>(wrong) ? u"3.0.0"_s : QString());
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    submit(dialog);
    QTRY_COMPARE(accepted.size(), 1);
}

void VersionDialogsTest::refusesAVersionThatExists()
{
    RegisterDialog dialog(m_ground->context(), m_registry, nullptr);
    auto *version = field<QLineEdit>(dialog, "version");
    QTRY_COMPARE(version->text(), u"1.0.1"_s);
    version->setText(u"1.0.0"_s);
    submit(dialog);
    QTRY_VERIFY(!note(version).isEmpty());
    QVERIFY(dialog.primaryButton()->isEnabled());
    version->setText(u"1.0.2"_s);
    QVERIFY(!dialog.hasProblems());
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    submit(dialog);
    QTRY_COMPARE(accepted.size(), 1);
}

void VersionDialogsTest::saysWhenAFileIsMissing()
{
    RegisterDialog dialog(m_ground->context(), m_registry, nullptr);
    show(dialog);
    QTRY_COMPARE(field<QLineEdit>(dialog, "version")->text(), u"1.0.1"_s);
    dialog.addFiles({m_ground->home() + u"/missing.onnx"_s});
    submit(dialog);
    QTRY_VERIFY(field<QLabel>(dialog, "trouble")->isVisible());
    QVERIFY(field<QLabel>(dialog, "trouble")->text().contains(u"missing.onnx"_s));
    QVERIFY(dialog.primaryButton()->isEnabled());
    QVERIFY(!m_file->stores().versions->find({u"m"_s, u"1.0.1"_s, {}}));
}

void VersionDialogsTest::closesWithItsRegistry()
{
    for (const bool isBusy : {false, true}) {
        RegisterDialog dialog(m_ground->context(), m_registry, nullptr);
        show(dialog);
        QTRY_VERIFY(!field<QLineEdit>(dialog, "version")->text().isEmpty());
        const QSignalSpy finished(&dialog, &QDialog::finished);
        if (isBusy)
            submit(dialog);
        m_ground->workspace.close(m_registry);
        QTRY_COMPARE(finished.size(), 1);
        m_registry = m_ground->open(m_file->path(), u"m"_s);
        QVERIFY(m_registry);
    }
}

void VersionDialogsTest::editsAVersion()
{
    EditDialog dialog(m_ground->context(), nullptr);
    QVERIFY(!dialog.primaryButton()->isEnabled()); // not before it is read
    QTRY_VERIFY(dialog.primaryButton()->isEnabled());
    QCOMPARE(dialog.windowTitle(), u"Edit m 1.0.0"_s);
    QTest::keyClicks(field<QPlainTextEdit>(dialog, "description"), u"words"_s);
    QTest::keyClicks(field<QPlainTextEdit>(dialog, "tags"), u"task = digits"_s);
    QTest::keyClicks(field<QLineEdit>(dialog, "retention"), u"365"_s);
    QTest::keyClicks(field<QLineEdit>(dialog, "environment"), u"mail"_s);
    field<QComboBox>(dialog, "pii")->setCurrentIndex(2);
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    submit(dialog);
    QTRY_COMPARE(accepted.size(), 1);
    const ModelVersion version = read(u"1.0.0"_s);
    QCOMPARE(version.description, u"words"_s);
    QCOMPARE(version.tagValues.value(u"task"_s), u"digits"_s);
    QVERIFY(version.dataRetentionDays == 365);
    QVERIFY(version.piiPresent == false);
    QVERIFY(!version.gdprCompliant);
    QVERIFY(m_ground->undo.canUndo());
    m_ground->undo.undo();
    QTRY_COMPARE(read(u"1.0.0"_s).description, QString());
}

void VersionDialogsTest::changesOnlyWhatWasTypedInto()
{
    ModelVersion odd = sampleVersion(u"m"_s, u"2.0.0"_s);
    odd.description = u"one\r\ntwo\u2029three\u00a0"_s;
    odd.tags = {u"a=b"_s, u"padded"_s};
    odd.tagValues = {{u"padded"_s, u"  x  "_s}};
    odd.deploymentEnvironment = u"line\nbreak"_s;
    m_ground->workspace.selectVersions({add(odd)});
    EditDialog dialog(m_ground->context(), nullptr);
    QTRY_VERIFY(dialog.primaryButton()->isEnabled());
    QTest::keyClicks(field<QLineEdit>(dialog, "retention"), u"30"_s);
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    submit(dialog);
    QTRY_COMPARE(accepted.size(), 1);
    const ModelVersion version = read(u"2.0.0"_s);
    QVERIFY(version.dataRetentionDays == 30);
    QCOMPARE(version.description, odd.description);
    QCOMPARE(version.tags, odd.tags);
    QCOMPARE(version.tagValues, odd.tagValues);
    QCOMPARE(version.deploymentEnvironment, odd.deploymentEnvironment);
}

void VersionDialogsTest::refusesToOverwriteSomebodyElsesEdit()
{
    EditDialog dialog(m_ground->context(), nullptr);
    show(dialog);
    QTRY_VERIFY(dialog.primaryButton()->isEnabled());
    VersionChange theirs;
    theirs.description = u"theirs"_s;
    QVERIFY(editVersion(m_file->stores(), m_id, -1, theirs));
    QTest::keyClicks(field<QPlainTextEdit>(dialog, "description"), u"mine"_s);
    submit(dialog);
    QTRY_VERIFY(field<QLabel>(dialog, "trouble")->isVisible());
    QVERIFY(dialog.isVisible());
    QCOMPARE(field<QPlainTextEdit>(dialog, "description")->toPlainText(), u"mine"_s); // nothing typed is lost
    QCOMPARE(read(u"1.0.0"_s).description, u"theirs"_s);
}

void VersionDialogsTest::checksTheEdit()
{
    EditDialog dialog(m_ground->context(), nullptr);
    QTRY_VERIFY(dialog.primaryButton()->isEnabled());
    for (const QString &wrong : {u"-1"_s, u"soon"_s, u"1.5"_s, u"99999999999999999999"_s}) {
        field<QLineEdit>(dialog, "retention")->setText(wrong);
        submit(dialog);
        QVERIFY2(dialog.hasProblems(), qPrintable(wrong));
    }
    field<QLineEdit>(dialog, "retention")->clear();
    QTest::keyClicks(field<QPlainTextEdit>(dialog, "tags"), u"= x"_s);
    submit(dialog);
    QVERIFY(note(field<QPlainTextEdit>(dialog, "tags")).contains(u'1')); // the line
    field<QPlainTextEdit>(dialog, "tags")->clear();
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    submit(dialog);
    QTRY_COMPARE(accepted.size(), 1);
    QVERIFY(!m_ground->undo.canUndo()); // nothing was changed
}

void VersionDialogsTest::asksForATag()
{
    TagDialog dialog(m_ground->theme, u"2 versions of m"_s, nullptr);
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    submit(dialog);
    QVERIFY(accepted.isEmpty());
    QVERIFY(!note(field<QLineEdit>(dialog, "tag")).isEmpty());
    QTest::keyClicks(field<QLineEdit>(dialog, "tag"), u" task "_s);
    QVERIFY(!dialog.hasProblems());
    submit(dialog);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(dialog.tag(), u"task"_s);
    QVERIFY(!dialog.value());
    field<QLineEdit>(dialog, "value")->setText(u"digits"_s);
    QVERIFY(dialog.value() == u"digits"_s);
}

void VersionDialogsTest::asksForAnAlias()
{
    AliasDialog dialog(m_ground->theme, u"m 1.0.0"_s, nullptr);
    auto *alias = field<QComboBox>(dialog, "alias");
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    alias->setCurrentText(u"with space or : colon"_s);
    submit(dialog);
    const bool isRefused = dialog.hasProblems();
    alias->setCurrentText(QString());
    submit(dialog);
    QVERIFY(dialog.hasProblems());
    QVERIFY(isRefused == accepted.isEmpty());
    alias->setCurrentText(u"champion"_s);
    submit(dialog);
    QCOMPARE(dialog.alias(), u"champion"_s);
    QVERIFY(!accepted.isEmpty());
}

void VersionDialogsTest::asksForAStage()
{
    StageDialog dialog(m_ground->theme, u"m 1.0.0"_s, m_registry->lifecycle(), nullptr);
    show(dialog);
    auto *stage = field<QComboBox>(dialog, "stage");
    QCOMPARE(stage->count(), 4);
    stage->setCurrentIndex(stage->findData(u"Production"_s));
    QCOMPARE(dialog.stage(), u"Production"_s);
    QVERIFY(dialog.windowTitle().contains(u"Production"_s));
    QTest::keyClicks(field<QLineEdit>(dialog, "reason"), u" better "_s);
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::keyClick(field<QLineEdit>(dialog, "reason"), Qt::Key_Return);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(dialog.reason(), u"better"_s);
}

void VersionDialogsTest::confirmsAGivenStage()
{
    StageDialog dialog(m_ground->theme, u"m 1.0.0"_s, Lifecycle({{u"Archived"_s, StageKind::Archive, 0}}), nullptr);
    show(dialog);
    QVERIFY(!field<QComboBox>(dialog, "stage")->isVisible());
    QCOMPARE(dialog.stage(), u"Archived"_s);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
}

void VersionDialogsTest::showsHostileNamesAsText()
{
    for (const QString &name : acceptableHostileNames().mid(0, 60)) {
        StageDialog dialog(m_ground->theme, name, Lifecycle({{name, StageKind::Initial, 0}}), nullptr);
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(), qPrintable(label->text()));
        QCOMPARE(dialog.stage(), name);
        QVERIFY(!dialog.windowTitle().contains(QChar(0x202E)));
    }
}

QTEST_MAIN(VersionDialogsTest)
#include "tst_versiondialogs.moc"
