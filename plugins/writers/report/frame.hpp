// What stands around the documents of a report: the head with its style, filters and contents
// policy, the totals, the meaning of the ratings, the script.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <text/phrase_book.hpp>

namespace quoth::writers {

// As filters and totals list them: the worst first, "unrated" last.
inline constexpr std::array<std::string_view, 9> report_ratings{
    "refuted", "misattributed", "altered",   "spliced", "unsupported",
    "hearsay", "out-of-record", "on-record", "unrated"};

// How many claims have each of report_ratings, in that order.
using rating_counts = std::array<std::uint64_t, report_ratings.size()>;

[[nodiscard]] std::size_t position_of_rating(std::string_view rating);

// From the doctype to where the first document begins. `title` empty: the language's own.
[[nodiscard]] std::string frame_head(const text::phrase_book& say, std::string_view language,
                                     std::string_view title);

// From the end of the last document to the end of the page.
[[nodiscard]] std::string frame_tail(const text::phrase_book& say, std::uint64_t documents,
                                     const rating_counts& counts);

}  // namespace quoth::writers
