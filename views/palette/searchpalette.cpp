// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/palette/searchpalette.h"

#include "views/common/icons.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"
#include "views/common/tag.h"
#include "views/palette/searchdelegate.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>

#include <utility>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int paletteWidth = 640;
constexpr int fieldHeight = 40;
constexpr int leastListHeight = 72;
constexpr int lensLeft = measure::cell;

} // namespace

SearchPalette::SearchPalette(Workspace &workspace, const Theme &theme, QWidget *window)
    : QFrame(window, Qt::Popup | Qt::FramelessWindowHint), m_theme(theme), m_model(new SearchModel(workspace, this)),
      m_field(new QLineEdit(this)), m_list(new QListView(this)), m_hints(new QWidget(this)),
      m_empty(proseLabel(theme, {}, Theme::Face::Body, Token::Text2, this))
{
    setObjectName(u"searchPalette"_s);
    setAccessibleName(tr("Search or run"));
    buildLayout();
    connect(m_field, &QLineEdit::textChanged, this, &SearchPalette::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &SearchPalette::updateRows);
    connect(m_model, &SearchModel::finished, this, &SearchPalette::finishSearch);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SearchPalette::buildLayout()
{
    m_field->setObjectName(u"searchField"_s);
    m_field->setAccessibleName(tr("Search or run"));
    m_field->setPlaceholderText(tr("Search models, versions and actions"));
    m_field->setFrame(false);
    m_field->setFixedHeight(fieldHeight);
    m_field->installEventFilter(this);
    followTheme(m_field, m_theme, Theme::Face::Body, Token::Text);

    m_list->setObjectName(u"searchRows"_s);
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchDelegate(m_theme, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);

    m_empty->setObjectName(u"nothingFound"_s);
    m_empty->setContentsMargins(measure::cell, measure::cell, measure::cell, measure::cell);
    m_empty->setAlignment(Qt::AlignLeading | Qt::AlignTop);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(lensLeft + measure::icon + measure::gap, 0, measure::cell, 0); // the lens is painted
    top->addWidget(m_field);
    column->addLayout(top);
    column->addWidget(hairlineWidget(m_theme, Qt::Horizontal, this));
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(hairlineWidget(m_theme, Qt::Horizontal, this));
    column->addWidget(m_hints);
    buildHints();
}

void SearchPalette::buildHints()
{
    auto *row = new QHBoxLayout(m_hints);
    row->setContentsMargins(measure::cell, measure::inside, measure::cell, measure::inside);
    row->setSpacing(measure::inside);
    const auto add = [this, row](const QString &key, const QString &words) {
        row->addWidget(new TagLabel(m_theme, key, m_hints));
        row->addWidget(plainLabel(m_theme, words, Theme::Face::Small, Token::Text3, m_hints));
        row->addSpacing(measure::gap);
    };
    add(u"↑ ↓"_s, tr("row"));
    add(tr("Ctrl") + u" ↑ ↓"_s, tr("group"));
    add(u"↵"_s, tr("choose"));
    add(tr("Esc"), tr("close"));
    row->addStretch(1);
    add(u">"_s, tr("actions"));
    add(u"@"_s, tr("aliases"));
    add(u"#"_s, tr("tags"));
}

void SearchPalette::setActions(const QList<SearchAction> &actions)
{
    m_model->setActions(actions);
}

void SearchPalette::open(const QString &text)
{
    {
        const QSignalBlocker blocker(m_field); // the same text as last time would not be searched
        m_field->setText(text);
    }
    resize(0, 0);
    search(text);
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void SearchPalette::search(const QString &text)
{
    m_choosesFirst = false;
    m_model->search(text);
    select(m_model->bestRow());
    updateRows();
}

void SearchPalette::finishSearch()
{
    if (currentRow() < 0)
        select(m_model->bestRow());
    updateRows();
    if (std::exchange(m_choosesFirst, false))
        choose(currentRow());
}

void SearchPalette::updateRows()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_empty->setText(isEmpty ? nothingFound() : QString());
    place();
}

QString SearchPalette::nothingFound() const
{
    if (m_model->isSearching())
        return tr("Searching…");
    const QString text = m_field->text();
    const QString pattern = displayName(text.mid(1).trimmed());
    if (text.startsWith(u'>'))
        return tr("No action is called “%1”.").arg(pattern);
    if (text.startsWith(u'@'))
        return pattern.isEmpty() ? tr("No model has an alias.") : tr("No alias is like “%1”.").arg(pattern);
    if (text.startsWith(u'#'))
        return pattern.isEmpty() ? tr("The current model has no tags.")
                                 : tr("No tag of the current model is like “%1”.").arg(pattern);
    return tr("Nothing found for “%1”.").arg(displayName(text.trimmed()));
}

/// Field, rows and hints, as far as the window has room.
int SearchPalette::wantedHeight() const
{
    int rows = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows += m_list->sizeHintForRow(row);
    const int chrome = fieldHeight + m_hints->sizeHint().height() + 4; // and its lines
    return qMin(chrome + qMax(rows + measure::inside, leastListHeight), parentWidget()->window()->height() * 2 / 3);
}

void SearchPalette::place()
{
    const QWidget *window = parentWidget()->window();
    const int width = qMin(paletteWidth, window->width() - 2 * measure::margin);
    // What is typed next finds less at first: a list that shrinks and grows with every letter would flicker.
    const int height = m_model->isSearching() ? qMax(wantedHeight(), this->height()) : wantedHeight();
    const QPoint top((window->width() - width) / 2, qMax(measure::margin, window->height() / 9));
    setGeometry(QRect(window->mapToGlobal(top), QSize(width, height)));
}

int SearchPalette::currentRow() const
{
    return m_list->currentIndex().row();
}

bool SearchPalette::isTitle(int row) const
{
    return m_model->entry(row).isTitle;
}

void SearchPalette::select(int row)
{
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_field->setAccessibleDescription(m_model->index(row, 0).data(Qt::AccessibleTextRole).toString());
    if (row > 0) // with the title of its group
        m_list->scrollTo(m_model->index(isTitle(row - 1) ? row - 1 : row, 0));
}

void SearchPalette::step(int by)
{
    const int rows = m_model->rowCount();
    int row = currentRow();
    for (int i = 0; i < rows; ++i) {
        row = (row + by + rows) % rows;
        if (!isTitle(row))
            return select(row);
    }
}

void SearchPalette::stepPage(int by)
{
    const int rows = m_model->rowCount();
    const int rowHeight = m_list->sizeHintForRow(rows - 1);
    if (rows == 0 || rowHeight <= 0)
        return;
    const int row = qBound(0, currentRow() + by * qMax(1, m_list->viewport()->height() / rowHeight - 1), rows - 1);
    select(isTitle(row) ? row + 1 : row);
}

/// To the first row of the next group; upwards to the first row of this one, then of the one before.
void SearchPalette::stepGroup(int by)
{
    const int rows = m_model->rowCount();
    int row = currentRow() - (by < 0 ? 1 : 0);
    for (int i = 0; i < rows; ++i) {
        row = (row + by + rows) % rows;
        if (isTitle(row))
            return select(row + 1);
    }
}

void SearchPalette::choose(int row)
{
    if (row < 0)
        m_choosesFirst = m_model->isSearching();
    if (row < 0 || isTitle(row))
        return;
    const SearchModel::Entry entry = m_model->entry(row);
    close(); // first, so that the keyboard is back where it was when the choice begins to act
    switch (entry.group) {
    case SearchModel::Group::Actions:
        emit actionChosen(entry.actionId);
        break;
    case SearchModel::Group::Models:
        emit modelChosen(entry.registry, entry.reference.model);
        break;
    case SearchModel::Group::Versions:
        emit versionChosen(entry.registry, entry.reference.model, entry.reference.version);
        break;
    case SearchModel::Group::Tags:
        emit tagChosen(entry.tag);
        break;
    }
}

bool SearchPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return handleKey(*static_cast<QKeyEvent *>(event));
    return QFrame::eventFilter(watched, event);
}

bool SearchPalette::handleKey(const QKeyEvent &event)
{
    const bool withControl = event.modifiers().testFlag(Qt::ControlModifier);
    switch (event.key()) {
    case Qt::Key_Down:
        withControl ? stepGroup(1) : step(1);
        return true;
    case Qt::Key_Up:
        withControl ? stepGroup(-1) : step(-1);
        return true;
    case Qt::Key_Tab:
        stepGroup(1);
        return true;
    case Qt::Key_Backtab:
        stepGroup(-1);
        return true;
    case Qt::Key_PageDown:
        stepPage(1);
        return true;
    case Qt::Key_PageUp:
        stepPage(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(currentRow());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_K: // the key that opened it; a field would delete the rest of its text
        if (withControl)
            close();
        return withControl;
    default:
        return false;
    }
}

void SearchPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    shapes::box(&painter, rect(), 0, m_theme.color(Token::Raised), m_theme.color(Token::LineStrong));
    const QRect lens(lensLeft, m_field->geometry().center().y() - measure::icon / 2 + 1, measure::icon, measure::icon);
    paintIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), lens), u"search"_s, m_theme.color(Token::Text2),
              layoutDirection());
}

} // namespace stagekeeper
