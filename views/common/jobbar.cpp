// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/jobbar.h"

#include "views/common/format.h"
#include "views/common/icons.h"
#include "views/common/plainlabel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

constexpr int barWidth = 96;
constexpr int smallButton = 22;

} // namespace

JobBar::JobBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_stateIcon(new QLabel(this)),
      m_stateName(plainLabel(theme, {}, Theme::Face::Small, Token::Text, this)),
      m_stateWords(plainLabel(theme, {}, Theme::Face::Small, Token::Text2, this)),
      m_notice(plainLabel(theme, {}, Theme::Face::Small, Token::Ok, this)), m_undoButton(new QToolButton(this)),
      m_jobWords(plainLabel(theme, {}, Theme::Face::Small, Token::Text2, this)), m_progress(new QProgressBar(this)),
      m_percent(plainLabel(theme, {}, Theme::Face::Small, Token::Text2, this)), m_cancel(new QToolButton(this)),
      m_identityIcon(new QLabel(this)),
      m_identity(plainLabel(theme, {}, Theme::Face::Small, Token::Text2, this))
{
    setObjectName(u"jobBar"_s);
    m_notice->setObjectName(u"notice"_s);
    m_undoButton->setObjectName(u"noticeUndo"_s);
    m_jobWords->setObjectName(u"jobWords"_s);
    m_cancel->setObjectName(u"jobCancel"_s);
    setFixedHeight(qMax(measure::statusBar, m_stateName->fontMetrics().height() + measure::gap));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(barWidth);
    m_cancel->setIcon(themedIcon(theme, u"close"_s));
    m_cancel->setToolTip(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the running job"));
    m_undoButton->setText(tr("Undo"));
    m_undoButton->setFont(theme.font(Theme::Face::Small));
    for (QToolButton *button : {m_cancel, m_undoButton})
        button->setMaximumHeight(smallButton);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(measure::cell, 1, measure::cell, 0);
    row->setSpacing(measure::gap);
    for (QWidget *widget : std::initializer_list<QWidget *> {m_stateIcon, m_stateName, m_stateWords, m_notice, m_undoButton})
        row->addWidget(widget);
    row->addStretch(1);
    for (QWidget *widget : std::initializer_list<QWidget *> {m_jobWords, m_progress, m_percent, m_cancel})
        row->addWidget(widget);
    row->addSpacing(measure::gap);
    row->addWidget(m_identityIcon);
    row->addWidget(m_identity);
    setJobVisible(false);
    endNotice();

    m_jobDelay.setSingleShot(true);
    m_jobDelay.setInterval(measure::quietMs);
    m_noticeEnd.setSingleShot(true);
    m_noticeEnd.setInterval(measure::noticeMs);
    connect(&m_jobDelay, &QTimer::timeout, this, [this] { setJobVisible(true); });
    connect(&m_noticeEnd, &QTimer::timeout, this, &JobBar::endNotice);
    connect(m_cancel, &QToolButton::clicked, this, &JobBar::cancelRequested);
    connect(m_undoButton, &QToolButton::clicked, this, [this] {
        const auto undo = std::exchange(m_undo, {});
        endNotice();
        if (undo)
            undo();
    });
    connect(&theme, &Theme::changed, this, &JobBar::recolor);
}

void JobBar::setState(const QString &iconName, Token color, const QString &name, const QString &words)
{
    m_stateIconName = iconName;
    m_stateColor = color;
    m_stateName->setText(displayName(name));
    m_stateWords->setText(displayName(words));
    recolor();
}

void JobBar::setJob(const QString &words, int done, int total)
{
    m_jobWords->setText(displayName(words));
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_percent->setText(total > 0 ? format::percent(static_cast<int>(qint64(done) * 100 / total), locale()) : QString());
    if (m_jobWords->isHidden() && !m_jobDelay.isActive())
        m_jobDelay.start();
}

void JobBar::clearJob()
{
    m_jobDelay.stop();
    setJobVisible(false);
}

void JobBar::setJobVisible(bool visible)
{
    for (QWidget *widget : std::initializer_list<QWidget *> {m_jobWords, m_progress, m_percent, m_cancel})
        widget->setVisible(visible);
}

void JobBar::notify(const QString &sentence, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_notice->setText(displayName(sentence));
    m_notice->show();
    m_undoButton->setVisible(static_cast<bool>(m_undo));
    m_stateWords->hide();
    m_noticeEnd.start();
}

void JobBar::endNotice()
{
    m_undo = {};
    m_notice->hide();
    m_undoButton->hide();
    m_stateWords->show();
}

void JobBar::setIdentity(const QString &words, const QString &iconName)
{
    m_identityIconName = iconName;
    m_identity->setText(displayName(words));
    recolor();
}

void JobBar::recolor()
{
    constexpr int side = 14;
    const auto icon = [this](const QString &name, Token color) {
        return name.isEmpty() ? QPixmap() : iconPixmap(name, m_theme.color(color), side, devicePixelRatioF());
    };
    m_stateIcon->setPixmap(icon(m_stateIconName, m_stateColor));
    m_stateIcon->setVisible(!m_stateIconName.isEmpty());
    m_identityIcon->setPixmap(icon(m_identityIconName, Token::Text2));
    update();
}

void JobBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.fillRect(0, 0, width(), 1, m_theme.color(Token::Line));
}

} // namespace stagekeeper
