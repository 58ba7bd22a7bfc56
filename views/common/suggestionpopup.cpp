// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/suggestionpopup.h"

#include "views/common/format.h"
#include "views/common/icons.h"
#include "views/common/matchtext.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"
#include "views/common/stylepainting.h"
#include "views/common/tag.h"

#include <QAbstractListModel>
#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace stagekeeper {

/// The suggestions as rows.
class SuggestionModel final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QList<FilterSuggestion> &suggestions)
    {
        beginResetModel();
        m_suggestions = suggestions;
        endResetModel();
    }
    [[nodiscard]] const QList<FilterSuggestion> &suggestions() const { return m_suggestions; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_suggestions.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return index.isValid() && role == Qt::DisplayRole ? QVariant(m_suggestions.at(index.row()).label) : QVariant();
    }

private:
    QList<FilterSuggestion> m_suggestions;
};

namespace {

constexpr int rowHeight = 28;
constexpr int rangeColumn = 130;
constexpr int countColumn = 48;

class SuggestionDelegate final : public QStyledItemDelegate
{
public:
    SuggestionDelegate(const Theme &theme, const SuggestionModel &model, QObject *parent)
        : QStyledItemDelegate(parent), m_theme(theme), m_model(model)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const FilterSuggestion &suggestion = m_model.suggestions().at(index.row());
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            shapes::box(painter, option.rect, measure::tagRadius, m_theme.color(Token::Selected));
        QRect rect = option.rect.adjusted(measure::gap, 0, -measure::gap, 0);
        const auto visual = [&option](const QRect &logical) {
            return QStyle::visualRect(option.direction, option.rect, logical);
        };
        painter->setFont(m_theme.font(Theme::Face::Small));
        painter->setPen(m_theme.color(Token::Text3));
        const QString count = format::count(suggestion.count, option.locale);
        painter->drawText(visual({rect.right() - countColumn, rect.top(), countColumn, rect.height()}),
                          Qt::AlignRight | Qt::AlignVCenter, count);
        if (suggestion.range) {
            const QString range = format::number(suggestion.range->first, suggestion.decimals, option.locale) + u" – "_s
                + format::number(suggestion.range->second, suggestion.decimals, option.locale);
            painter->drawText(visual({rect.right() - countColumn - rangeColumn, rect.top(), rangeColumn, rect.height()}),
                              Qt::AlignRight | Qt::AlignVCenter, range);
        }
        if (suggestion.count > 0)
            rect.setRight(rect.right() - countColumn - (suggestion.range ? rangeColumn : 0) - measure::gap);
        paintMatch(painter, visual(rect), suggestion.label, suggestion.positions, m_theme, option.direction);
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.rect.width(), rowHeight};
    }

private:
    const Theme &m_theme;
    const SuggestionModel &m_model;
};

} // namespace

SuggestionPopup::SuggestionPopup(const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::ToolTip | Qt::FramelessWindowHint), m_theme(theme), m_model(new SuggestionModel(this)),
      m_list(new QListView(this)), m_hint(new QWidget(this))
{
    setObjectName(u"suggestions"_s);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SuggestionDelegate(theme, *m_model, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    auto *hint = new QHBoxLayout(m_hint);
    hint->setContentsMargins(measure::gap, measure::inside, measure::gap, measure::inside);
    hint->addWidget(plainLabel(theme, tr("range in this model, versions that have it"), Theme::Face::Small,
                               Token::Text3, m_hint));
    hint->addStretch(1);
    hint->addWidget(new TagLabel(theme, tr("Tab"), m_hint));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::inside, measure::inside, measure::inside, measure::inside);
    column->setSpacing(0);
    column->addWidget(m_list);
    column->addWidget(m_hint);
}

SuggestionPopup::~SuggestionPopup() = default;

void SuggestionPopup::showSuggestions(const QList<FilterSuggestion> &suggestions, const QPoint &bottomLeft)
{
    m_model->set(suggestions);
    if (suggestions.isEmpty()) {
        hide();
        return;
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
    const bool hasCounts = std::ranges::any_of(suggestions, [](const auto &one) { return one.count > 0; });
    m_hint->setVisible(hasCounts);
    m_list->setFixedHeight(rowHeight * static_cast<int>(std::min<qsizetype>(suggestions.size(), 8)));
    setFixedWidth(hasCounts ? 380 : 220);
    resize(sizeHint()); // adjustSize() would make it 100 pixels high at least
    QPoint position = bottomLeft;
    if (const QScreen *screen = parentWidget()->screen())
        position.setX(std::min(position.x(), screen->availableGeometry().right() - width()));
    move(position);
    show();
}

QList<FilterSuggestion> SuggestionPopup::suggestions() const
{
    return m_model->suggestions();
}

bool SuggestionPopup::handleKey(int key)
{
    if (!isVisible())
        return false;
    const int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int rows = m_model->rowCount();
        m_list->setCurrentIndex(m_model->index((row + (key == Qt::Key_Down ? 1 : rows - 1)) % rows, 0));
        return true;
    }
    case Qt::Key_Tab:
        choose(row);
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

void SuggestionPopup::choose(int row)
{
    const FilterSuggestion suggestion = m_model->suggestions().value(row);
    hide();
    emit chosen(suggestion);
}

void SuggestionPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Raised));
    shapes::box(&painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 0, m_theme.color(Token::Raised),
                m_theme.color(Token::LineStrong));
}

} // namespace stagekeeper
