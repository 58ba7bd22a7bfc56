// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

// The least that a Qt program with a window can be; with --table, the least that shows 200 rows of 8 columns.

#include <QApplication>
#include <QMainWindow>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace {

QTableWidget *makeTable(QWidget *parent)
{
    auto *table = new QTableWidget(200, 8, parent);
    for (int cell = 0; cell < table->rowCount() * table->columnCount(); ++cell)
        table->setItem(cell / 8, cell % 8, new QTableWidgetItem(QString::number(cell)));
    return table;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    if (QApplication::arguments().contains(u"--table"_s))
        window.setCentralWidget(makeTable(&window));
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
