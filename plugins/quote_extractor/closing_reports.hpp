// Reports that the last clause of a sentence makes, whatever its verb: [Der Steg bleibt gesperrt],
// drohte Ida Roe; [The roof leaks], the caretaker calculated; [Дах протече], похвалився мер
// Лісовий.
//
// Thread rule: all functions are pure.
#pragma once

#include <string_view>
#include <vector>

#include "attribution.hpp"
#include "lexicon.hpp"
#include "words.hpp"

namespace quoth::quotes {

// Appends an attribution for each sentence that has none and ends so, and for each that is nothing
// but such a clause and points to the sentence before it (So hat es Ida Roe versichert.).
void find_closing_reports(std::string_view text, const word_list& words, const lexicon& facts,
                          verb_part_finder& verb_parts, std::vector<attribution>& out);

}  // namespace quoth::quotes
