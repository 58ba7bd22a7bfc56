// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/common/tokens.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace stagekeeper;

namespace {

using Tokens = QList<Token>;

const Tokens surfaces {Token::Window, Token::Base,     Token::Raised,     Token::Sunken,
                       Token::Hover,  Token::Selected, Token::SelectedOff};
const Tokens heats {Token::Heat1,     Token::Heat2,     Token::Heat3,      Token::Heat4,
                    Token::DivWorse2, Token::DivWorse1, Token::DivBetter1, Token::DivBetter2};
const Tokens plain {Token::Base, Token::Raised, Token::Sunken, Token::Window};
const Tokens canvas {Token::Base, Token::Sunken};
const Tokens nodes {Token::Model, Token::Data, Token::Experiment};
const Tokens series {Token::Series1, Token::Series2, Token::Series3, Token::Series4,
                     Token::Series5, Token::Series6, Token::Series7, Token::Series8};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double ratio(const QColor &one, const QColor &other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

/// The contrast of every pair of colours that meets on the screen, in both themes, as WCAG 2 measures it.
class TestTokens final : public QObject
{
    Q_OBJECT

private slots:
    void everyPairReachesItsBar_data();
    void everyPairReachesItsBar();
    void everyTokenHasItsOwnName();
    void contrastIsMeasuredAsWcagDoes();
};

void TestTokens::everyPairReachesItsBar_data()
{
    QTest::addColumn<Tokens>("foregrounds");
    QTest::addColumn<Tokens>("backgrounds");
    QTest::addColumn<double>("bar");

    QTest::newRow("text") << Tokens {Token::Text} << surfaces + heats << 7.0;
    QTest::newRow("text-2") << Tokens {Token::Text2} << surfaces << 4.5;
    QTest::newRow("text-3") << Tokens {Token::Text3} << surfaces << 4.5;
    QTest::newRow("accent") << Tokens {Token::Accent} << surfaces << 4.5;
    QTest::newRow("primary button") << Tokens {Token::OnAccent} << Tokens {Token::AccentFill, Token::AccentPress} << 4.5;
    QTest::newRow("danger button") << Tokens {Token::OnAccent} << Tokens {Token::DangerFill} << 4.5;
    QTest::newRow("ok") << Tokens {Token::Ok} << surfaces + Tokens {Token::OkTint} << 4.5;
    QTest::newRow("warn") << Tokens {Token::Warn} << surfaces + Tokens {Token::WarnTint} << 4.5;
    QTest::newRow("danger") << Tokens {Token::Danger} << surfaces + Tokens {Token::DangerTint} << 4.5;
    QTest::newRow("info") << Tokens {Token::Info} << surfaces + Tokens {Token::InfoTint} << 4.5;
    QTest::newRow("text on tints") << Tokens {Token::Text}
                                   << Tokens {Token::OkTint, Token::WarnTint, Token::DangerTint, Token::InfoTint} << 7.0;
    QTest::newRow("deltas") << Tokens {Token::Better, Token::Worse} << surfaces << 4.5;
    QTest::newRow("better on its heat") << Tokens {Token::Better} << Tokens {Token::DivBetter1} << 4.5;
    QTest::newRow("worse on its heat") << Tokens {Token::Worse} << Tokens {Token::DivWorse1} << 4.5;
    QTest::newRow("initial badge") << Tokens {Token::Dev} << surfaces + Tokens {Token::DevTint} << 4.5;
    QTest::newRow("working badge") << Tokens {Token::Staging} << surfaces + Tokens {Token::StagingTint} << 4.5;
    QTest::newRow("live badge") << Tokens {Token::OnProduction} << Tokens {Token::ProductionFill} << 4.5;
    QTest::newRow("live as text") << Tokens {Token::Production} << surfaces << 4.5;
    QTest::newRow("archive badge") << Tokens {Token::Archived} << surfaces << 4.5;
    QTest::newRow("node text") << Tokens {Token::OnNode} << nodes << 7.0;
    QTest::newRow("second line on nodes") << Tokens {Token::Text2} << nodes << 4.5;
    QTest::newRow("stage glyph on nodes") << Tokens {Token::Production, Token::Staging, Token::Text2}
                                          << Tokens {Token::Model} << 3.0;
    QTest::newRow("node borders") << Tokens {Token::ModelLine, Token::DataLine, Token::ExperimentLine} << canvas << 3.0;
    QTest::newRow("field border") << Tokens {Token::Control} << plain << 3.0;
    QTest::newRow("focus ring") << Tokens {Token::Focus} << surfaces << 3.0;
    QTest::newRow("series") << series << canvas << 3.0;
}

void TestTokens::everyPairReachesItsBar()
{
    QFETCH(const Tokens, foregrounds);
    QFETCH(const Tokens, backgrounds);
    QFETCH(const double, bar);

    for (const bool dark : {false, true}) {
        for (const Token foreground : foregrounds) {
            for (const Token background : backgrounds) {
                const double measured = ratio(tokenColor(foreground, dark), tokenColor(background, dark));
                QVERIFY2(measured >= bar,
                         qPrintable(u"%1 on %2, %3: %4"_s.arg(tokenName(foreground), tokenName(background),
                                                              dark ? u"dark"_s : u"light"_s)
                                        .arg(measured)));
            }
        }
    }
}

void TestTokens::everyTokenHasItsOwnName()
{
    QStringList names;
    for (int i = 0; i < tokenCount; ++i)
        names.append(tokenName(static_cast<Token>(i)));
    QCOMPARE(names.removeDuplicates(), 0);
    QCOMPARE(tokenName(Token::Text2), "text-2"_L1);
    QCOMPARE(tokenName(Token::Series8), "s8"_L1);
    QCOMPARE(tokenColor(Token::AccentFill, true).name(), u"#2c69cc"_s);
}

void TestTokens::contrastIsMeasuredAsWcagDoes()
{
    QCOMPARE(qRound(ratio(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(qRound(ratio(tokenColor(Token::Focus, false), tokenColor(Token::SelectedOff, false)) * 100), 510);
}

QTEST_APPLESS_MAIN(TestTokens)

#include "tst_tokens.moc"
