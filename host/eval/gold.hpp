// What gold data must hold: a line that lacks it would be scored as wrong, or not at all.
#ifndef QUOTH_HOST_EVAL_GOLD_HPP
#define QUOTH_HOST_EVAL_GOLD_HPP

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

#include "host/eval/scored_document.hpp"

namespace quoth::host::eval {

/// What a line of gold data lacks, or holds that is unknown; empty where it can be scored. `read`
/// is what was read of the line.
[[nodiscard]] std::string gold_problem(task of, simdjson::dom::element line,
                                       const scored_document& read);

/// Whether the task is scored by the quotations of the gold data.
[[nodiscard]] bool needs_quotations(task of);

/// What gold data call a rating of the layer `verdict`: some have names of their own.
[[nodiscard]] std::string rating_of_gold(const std::string& name);

/// Says which ratings of predictions there are not: they count as wrong. Empty where there are
/// none. `file` is where they stand.
[[nodiscard]] std::vector<std::string> unknown_ratings(
    const std::filesystem::path& file, const std::vector<scored_document>& predicted);

}  // namespace quoth::host::eval

#endif
