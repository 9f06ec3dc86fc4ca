// The interface's sentences in one language, and what the report builds of them.
#pragma once

#include <cstdint>
#include <quoth/layers.hpp>
#include <string>
#include <string_view>
#include <text/phrase_book.hpp>

#include "writers/document_layers.hpp"
#include "writers/report/entries.hpp"

namespace quoth::writers {

// Days as the language writes them; what is no ISO 8601 date stays as it is.
[[nodiscard]] std::string day_of(const text::phrase_book& say, std::string_view iso);

// "12 June 2037, Anse News Service": when and where a match was published, as far as known.
[[nodiscard]] std::string origin_of(const text::phrase_book& say, const quoth::match& m);

// A share of 0 to 1 in hundredths, rounded; 0 for what is no such share.
[[nodiscard]] std::uint32_t hundredths(double share);

// 0.894 as "89%".
[[nodiscard]] std::string percent(const text::phrase_book& say, double share);

// What the record holds of the speaker; empty for a claim without speaker.
[[nodiscard]] std::string coverage_of(const text::phrase_book& say, const document_layers& d,
                                      const row_groups& rows, const entry& of);

// In a few words what the verdict rests on, where that is no difference of words.
[[nodiscard]] std::string finding_of(const text::phrase_book& say, const document_layers& d,
                                     const row_groups& rows, const entry& of);

}  // namespace quoth::writers
