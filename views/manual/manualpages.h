// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QUrl>

/// The chapters of the manual: Markdown in our resources, and nothing else.
namespace stagekeeper::manual {

/// A heading and what stands below it up to the next one.
struct Section {
    QString page; ///< name of the chapter, such as "versions"
    QString pageTitle;
    QString title;
    QString anchor; ///< of the heading; empty for a chapter's beginning
    QString text;
};

/// Names of the chapters in reading order.
[[nodiscard]] QStringList pages();
[[nodiscard]] QUrl url(const QString &page, const QString &anchor = {});
/// The chapter an address belongs to; empty when it is none of ours.
[[nodiscard]] QString pageOf(const QUrl &url);
/// What links to a heading call it: "What a stage is" is "what-a-stage-is".
[[nodiscard]] QString anchor(const QString &heading);

[[nodiscard]] QList<Section> sections(const QString &page);
/// The sections of all chapters that have every word of `words`; those that have them in their title come first.
[[nodiscard]] QList<Section> find(const QString &words);

} // namespace stagekeeper::manual
