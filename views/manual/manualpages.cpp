// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#include "views/manual/manualpages.h"

#include <QFile>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace stagekeeper::manual {

namespace {

constexpr QLatin1StringView folder {"/stagekeeper/manual/"};

bool hasAll(const QString &text, const QStringList &words)
{
    return std::ranges::all_of(words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

QString plain(QString markdown)
{
    return markdown.remove(u'`').remove(u"**"_s);
}

} // namespace

QStringList pages()
{
    return {u"index"_s, u"registries"_s, u"versions"_s, u"compare"_s, u"lineage"_s, u"importing"_s, u"cli"_s, u"keyboard"_s};
}

QUrl url(const QString &page, const QString &anchor)
{
    QUrl address(u"qrc:%1%2.md"_s.arg(folder, page));
    if (!anchor.isEmpty())
        address.setFragment(anchor);
    return address;
}

QString pageOf(const QUrl &url)
{
    const QString path = url.path();
    if (url.scheme() != "qrc"_L1 || !path.startsWith(folder) || !path.endsWith(".md"_L1))
        return {};
    const QString page = path.sliced(folder.size()).chopped(3);
    return pages().contains(page) ? page : QString();
}

QString anchor(const QString &heading)
{
    QString name;
    for (const QChar character : heading.toLower()) {
        if (character.isLetterOrNumber())
            name += character;
        else if (character == u' ' || character == u'-')
            name += u'-';
    }
    return name;
}

QList<Section> sections(const QString &page)
{
    QFile file(u":%1%2.md"_s.arg(folder, page));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    QList<Section> found;
    QTextStream stream(&file);
    QString line;
    while (stream.readLineInto(&line)) {
        if (line.startsWith(u'#')) {
            const QString title = plain(line.mid(line.indexOf(u' ') + 1));
            const bool isFirst = found.isEmpty();
            found.append({page, isFirst ? title : found.first().title, title, isFirst ? QString() : anchor(title), {}});
        } else if (!found.isEmpty()) {
            found.last().text += plain(line) + u'\n';
        }
    }
    return found;
}

QList<Section> find(const QString &words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    if (wanted.isEmpty())
        return {};
    QList<Section> found;
    for (const QString &page : pages()) {
        for (const Section &section : sections(page)) {
            if (hasAll(QString(section.title + u'\n' + section.text), wanted))
                found.append(section);
        }
    }
    std::ranges::stable_partition(found, [&wanted](const Section &section) { return hasAll(section.title, wanted); });
    return found;
}

} // namespace stagekeeper::manual
