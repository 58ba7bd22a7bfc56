// SPDX-FileCopyrightText: Stagekeeper developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/domain/filterparser.h"
#include "views/common/theme.h"

#include <QSyntaxHighlighter>

#include <optional>

namespace stagekeeper {

/// Colours the words of a filter, and underlines the one that cannot be read.
class FilterHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    FilterHighlighter(const Theme &theme, QTextDocument *document);

    void setError(const std::optional<FilterError> &error);

protected:
    void highlightBlock(const QString &text) override;

private:
    const Theme &m_theme;
    std::optional<FilterError> m_error;
};

} // namespace stagekeeper
