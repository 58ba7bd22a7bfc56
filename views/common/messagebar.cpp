// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/messagebar.h"

#include "views/common/actionbutton.h"
#include "views/common/icons.h"
#include "views/common/plainlabel.h"
#include "views/common/shapes.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

struct KindLook
{
    Token tint;
    Token color;
    QString icon;
};

KindLook lookOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Info:
        return {Token::InfoTint, Token::Info, u"info"_s};
    case MessageBar::Kind::Ok:
        return {Token::OkTint, Token::Ok, u"check"_s};
    case MessageBar::Kind::Warning:
        return {Token::WarnTint, Token::Warn, u"warning"_s};
    case MessageBar::Kind::Danger:
        return {Token::DangerTint, Token::Danger, u"error"_s};
    }
    Q_UNREACHABLE();
}

/// What passes or can be repeated is a warning; what is wrong with the data is not.
MessageBar::Kind kindOf(Error::Code code)
{
    switch (code) {
    case Error::Code::Unavailable:
    case Error::Code::Conflict:
    case Error::Code::Unauthenticated:
    case Error::Code::Unsupported:
        return MessageBar::Kind::Warning;
    default:
        return MessageBar::Kind::Danger;
    }
}

} // namespace

MessageBar::MessageBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_icon(new QLabel(this)),
      m_sentence(plainLabel(theme, {}, Theme::Face::Body, Token::Text, this)),
      m_detail(plainLabel(theme, {}, Theme::Face::Mono, Token::Text2, this)), m_offerButton(new QPushButton(this)),
      m_detailButton(new QPushButton(tr("Details"), this)), m_actions(new QHBoxLayout)
{
    setObjectName(u"messageBar"_s);
    m_sentence->setObjectName(u"messageSentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setWordWrap(true);
    m_detail->hide();
    auto *close = new QToolButton(this);
    close->setIcon(themedIcon(theme, u"close"_s));
    close->setAccessibleName(tr("Dismiss this message"));
    close->setToolTip(tr("Dismiss"));

    auto *line = new QHBoxLayout;
    line->setSpacing(measure::gap);
    line->addWidget(m_icon);
    line->addWidget(m_sentence, 1);
    line->addLayout(m_actions);
    line->addWidget(m_offerButton);
    line->addWidget(m_detailButton);
    line->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::margin, measure::inside, measure::margin, measure::inside);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_detail);
    QWidget::hide();

    connect(close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_detailButton, &QPushButton::clicked, this, &MessageBar::toggleDetail);
    connect(m_offerButton, &QPushButton::clicked, this, [this] {
        if (m_offer == Offer::Retry)
            emit retryRequested();
        else if (m_offer == Offer::Reload)
            emit reloadRequested();
        else if (m_offer == Offer::SignIn)
            emit signInRequested();
    });
    connect(&theme, &Theme::changed, this, &MessageBar::recolor);
}

MessageBar::Offer MessageBar::offerFor(Error::Code code)
{
    switch (code) {
    case Error::Code::Unavailable:
        return Offer::Retry;
    case Error::Code::Conflict:
    case Error::Code::NotFound:
        return Offer::Reload;
    case Error::Code::Unauthenticated:
        return Offer::SignIn;
    default:
        return Offer::None;
    }
}

void MessageBar::showMessage(Kind kind, const QString &sentence, const QList<QAction *> &offers)
{
    show(kind, sentence, {}, Offer::None);
    for (QAction *offer : offers.mid(0, 2))
        m_actions->addWidget(new ActionButton(m_theme, offer, ActionButton::Look::Plain, this));
}

void MessageBar::showError(const Error &error)
{
    show(kindOf(error.code), error.message, error.detail, offerFor(error.code));
}

void MessageBar::show(Kind kind, const QString &sentence, const QString &detail, Offer offer)
{
    while (const QLayoutItem *item = m_actions->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_kind = kind;
    m_offer = offer;
    m_sentence->setText(displayLines(sentence));
    m_detail->setText(displayLines(detail));
    m_detail->hide();
    m_detailButton->setVisible(!detail.isEmpty());
    m_offerButton->setVisible(offer != Offer::None);
    m_offerButton->setText(offer == Offer::Retry ? tr("Try again")
                               : offer == Offer::Reload ? tr("Reload")
                                                        : tr("Sign in…"));
    recolor();
    setVisible(true);
}

void MessageBar::dismiss()
{
    if (isHidden())
        return;
    hide();
    emit dismissed();
}

QString MessageBar::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

void MessageBar::toggleDetail()
{
    m_detail->setVisible(m_detail->isHidden());
}

void MessageBar::recolor()
{
    const KindLook look = lookOf(m_kind);
    m_icon->setPixmap(iconPixmap(look.icon, m_theme.color(look.color), measure::icon, devicePixelRatioF()));
    update();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(lookOf(m_kind).tint));
    shapes::hairline(&painter, rect(), m_theme.color(Token::Line));
}

} // namespace stagekeeper
