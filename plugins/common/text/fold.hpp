// Keys under which words and names are compared.
//
// Malformed UTF-8 becomes U+FFFD in the key. Every key is deterministic, independent of locale,
// and idempotent: the key of a key is itself.
//
// Thread rule: all functions may be called from any thread.
#pragma once

#include <string>
#include <string_view>

namespace quoth::text {

// Lower case by Unicode's simple mappings, byte positions not kept. ASCII at copying speed.
[[nodiscard]] std::string to_lower(std::string_view text);
void append_lower(std::string_view text, std::string& out);

// The match key: NFKC, case-folded (ß is ss), soft hyphens and other invisible characters gone,
// every quotation mark ' or ", every dash -, white space runs one space, none at either end.
//   “It’s  over” – again…   →   "it's over" - again...
[[nodiscard]] std::string match_key(std::string_view text);
void append_match_key(std::string_view text, std::string& out);

// The match key without diacritics on Latin and Greek letters (Müller → muller, Łódź → lodz,
// Ağca → agca), quotation marks and apostrophes dropped, hyphens and full stops as spaces, ё as е.
// Cyrillic letters such as й and ї stay, they are letters of their own.
//   Jean-Luc Dehaene → jean luc dehaene     D’Artagnan → dartagnan     J.D. → j d
[[nodiscard]] std::string name_key(std::string_view name);
void append_name_key(std::string_view name, std::string& out);

}  // namespace quoth::text
