// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/items/searchmodel.h"
#include "views/common/theme.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;

namespace stagekeeper {

/// Ctrl+K: one field that finds and runs everything. A popup in the top third of its window.
class SearchPalette final : public QFrame
{
    Q_OBJECT

public:
    SearchPalette(Workspace &workspace, const Theme &theme, QWidget *window);

    void setActions(const QList<SearchAction> &actions);
    /// Shows it with an empty field, or with `text` in it, such as ">".
    void open(const QString &text = {});

signals:
    void actionChosen(const QString &id);
    void modelChosen(stagekeeper::Registry *registry, const QString &model);
    void versionChosen(stagekeeper::Registry *registry, const QString &model, const QString &version);
    void tagChosen(const QString &tag); ///< a tag of the current model

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildLayout();
    void buildHints();
    bool handleKey(const QKeyEvent &event);
    void search(const QString &text);
    void updateRows();
    void place();
    void select(int row);
    void step(int by);
    void stepPage(int by);
    void stepGroup(int by);
    void choose(int row);
    void finishSearch();
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] bool isTitle(int row) const;
    [[nodiscard]] int wantedHeight() const;
    [[nodiscard]] QString nothingFound() const;

    const Theme &m_theme;
    SearchModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QWidget *m_hints;
    QLabel *m_empty;
    bool m_choosesFirst = false; ///< Enter was pressed before anything was found
};

} // namespace stagekeeper
