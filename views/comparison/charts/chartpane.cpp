// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/comparison/charts/chartpane.h"

#include "views/common/icons.h"
#include "views/common/messagebar.h"
#include "views/common/plainlabel.h"
#include "views/common/savedialog.h"
#include "views/common/tableview.h"
#include "views/common/textdelegate.h"
#include "views/comparison/charts/chart.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QSaveFile>
#include <QStackedWidget>
#include <QSvgGenerator>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int columnWidth = 110;
constexpr int savedScale = 2; ///< a picture is pasted into pages that are printed

} // namespace

ChartPane::ChartPane(const Theme &theme, const QString &title, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_title(plainLabel(theme, title, Theme::Face::Strong, Token::Text, this)),
      m_choices(new QComboBox(this)), m_more(new QToolButton(this)), m_messages(new MessageBar(theme, this)), m_column(new QVBoxLayout(this)),
      m_body(new QStackedWidget(this)), m_table(new TableView(theme, this)), m_model(new ChartTableModel(this))
{
    fillWith(this, theme, Token::Base);
    m_choices->setFrame(false);
    m_choices->setObjectName(u"chartChoice"_s);
    m_choices->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choices->setMaximumWidth(200);
    m_choices->hide();
    connect(m_choices, &QComboBox::activated, this, &ChartPane::choiceChosen);

    auto *header = new QHBoxLayout;
    header->setContentsMargins(measure::margin, measure::inside, measure::gap, measure::inside);
    header->setSpacing(measure::inside);
    header->addWidget(m_title);
    header->addStretch(1);
    header->addWidget(m_choices);
    header->addWidget(m_more);

    m_table->setModel(m_model);
    m_table->setObjectName(u"chartTable"_s);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setItemDelegate(new TextDelegate(theme, m_table, Theme::Face::Body, Qt::ElideMiddle));
    m_table->horizontalHeader()->setDefaultSectionSize(columnWidth);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->installEventFilter(this);
    m_body->addWidget(m_table);
    connect(m_table, &TableView::activatedRow, this, &ChartPane::activateRow);

    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addLayout(header);
    m_column->addWidget(m_messages);
    m_column->addWidget(m_body, 1);
    makeMenu();
    setTitle(title);
}

void ChartPane::makeMenu()
{
    m_more->setIcon(themedIcon(m_theme, u"more"_s));
    m_more->setObjectName(u"chartMore"_s);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setToolTip(tr("More about this chart"));
    m_more->setAccessibleName(m_more->toolTip());
    auto *menu = new QMenu(m_more);
    m_asTable = menu->addAction(tr("Show as table"));
    m_asTable->setCheckable(true);
    m_asTable->setObjectName(u"chartAsTable"_s);
    connect(m_asTable, &QAction::toggled, this, &ChartPane::setTableShown);
    m_copy = menu->addAction(tr("Copy data"), this, &ChartPane::copyData);
    m_copy->setShortcut(QKeySequence::Copy); // eventFilter() takes the key: here it means the chart, not the page around it
    m_save = menu->addAction(tr("Save as PNG or SVG…"), this, &ChartPane::askAndSave);
    menu->addSeparator();
    m_reset = menu->addAction(tr("Reset"), this, [this] {
        if (m_chart)
            m_chart->reset();
    });
    connect(menu, &QMenu::aboutToShow, this, &ChartPane::showMenuState);
    connect(m_more, &QToolButton::clicked, menu, [this, menu] { // not setMenu(), which would draw an arrow beside the dots
        menu->popup(m_more->mapToGlobal(QPoint(m_more->width() - menu->sizeHint().width(), m_more->height())));
    });
}

void ChartPane::showMenuState()
{
    const bool hasData = m_chart && m_chart->table().rows > 0;
    m_asTable->setEnabled(hasData || isTableShown());
    m_copy->setEnabled(hasData);
    m_save->setEnabled(m_chart && m_chart->whyEmpty().isEmpty());
    m_reset->setEnabled(m_chart && m_chart->isChanged());
}

void ChartPane::setTitle(const QString &title)
{
    m_title->setText(displayName(title));
    m_table->setAccessibleName(title);
    if (m_chart)
        m_chart->setAccessibleName(title);
}

void ChartPane::setChart(Chart *chart)
{
    delete m_chart;
    m_chart = chart;
    if (!chart)
        return;
    m_body->addWidget(chart);
    chart->installEventFilter(this);
    chart->setAccessibleName(m_title->text());
    connect(chart, &Chart::changed, this, &ChartPane::refreshTable);
    m_body->setCurrentWidget(m_asTable->isChecked() ? static_cast<QWidget *>(m_table) : chart);
    refreshTable();
}

void ChartPane::setChoices(const QString &what, const QStringList &choices, int current)
{
    m_choices->clear();
    for (const QString &choice : choices)
        m_choices->addItem(chartName(choice));
    m_choices->setCurrentIndex(current);
    m_choices->setAccessibleName(what);
    m_choices->setToolTip(what);
    m_choices->setVisible(choices.size() > 1);
}

int ChartPane::choice() const
{
    return m_choices->currentIndex();
}

void ChartPane::setChoice(int index)
{
    m_choices->setCurrentIndex(index); // only what a user chooses is told
}

void ChartPane::setOptions(QWidget *options)
{
    delete m_options;
    m_options = options;
    if (options)
        m_column->insertWidget(2, options); // below the header and its messages
}

void ChartPane::setTableShown(bool shown)
{
    m_asTable->setChecked(shown);
    const bool hadFocus = m_body->currentWidget() && m_body->currentWidget()->hasFocus();
    if (shown || m_chart)
        m_body->setCurrentWidget(shown ? static_cast<QWidget *>(m_table) : m_chart);
    refreshTable();
    if (hadFocus)
        m_body->currentWidget()->setFocus();
}

bool ChartPane::isTableShown() const
{
    return m_body->currentWidget() == m_table;
}

void ChartPane::refreshTable()
{
    if (isTableShown())
        m_model->setTable(m_chart ? m_chart->table() : ChartTable());
}

void ChartPane::activateRow(const QModelIndex &current)
{
    if (m_chart && current.isValid() && m_model->table().version)
        m_chart->activate(m_model->table().version(current.row()));
}

bool ChartPane::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    auto *key = isKey ? static_cast<QKeyEvent *>(event) : nullptr;
    if (!key || !key->matches(QKeySequence::Copy))
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        copyData();
    event->accept();
    return true;
}

void ChartPane::copyData() const
{
    if (!m_chart)
        return;
    ChartTable table = m_chart->table();
    const QModelIndexList selected = isTableShown() ? m_table->selectionModel()->selectedRows() : QModelIndexList();
    if (!selected.isEmpty()) {
        QList<int> rows;
        for (const QModelIndex &index : selected)
            rows.append(index.row());
        std::ranges::sort(rows);
        table.rows = static_cast<int>(rows.size());
        table.value = [rows, all = table.value](int row, int column) { return all(rows.at(row), column); };
    }
    QGuiApplication::clipboard()->setText(toTsv(table));
}

void ChartPane::askAndSave()
{
    askWhereToSave(this, tr("Save the chart"), {tr("Pictures (*.png *.svg)")}, u"png"_s, [this](const QString &path) {
        m_messages->dismiss();
        if (const Result<> saved = saveTo(path); !saved)
            m_messages->showError(saved.error());
    });
}

Result<> ChartPane::saveTo(const QString &path)
{
    QSaveFile file(path);
    const bool isSvg = path.endsWith(".svg"_L1, Qt::CaseInsensitive);
    const bool written = m_chart && file.open(QIODevice::WriteOnly) && (isSvg ? writeSvg(file) : writePng(file)) && file.commit();
    if (!written)
        return fail(Error::Code::Unavailable, tr("%1 could not be written.").arg(QFileInfo(path).fileName()), file.errorString());
    return {};
}

bool ChartPane::writePng(QIODevice &file)
{
    QImage image(m_chart->size() * savedScale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(savedScale);
    QPainter painter(&image);
    m_chart->paintOn(&painter);
    painter.end();
    return image.save(&file, "PNG");
}

bool ChartPane::writeSvg(QIODevice &file)
{
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize(m_chart->size());
    svg.setViewBox(m_chart->rect());
    svg.setTitle(m_title->text());
    QPainter painter;
    if (!painter.begin(&svg))
        return false;
    m_chart->paintOn(&painter);
    return painter.end();
}

} // namespace stagekeeper
