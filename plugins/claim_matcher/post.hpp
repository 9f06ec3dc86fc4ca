// What of a post is for looking up, and its day.
//
// Web addresses say nothing that was said. Tags and handles are words run together:
// #BlackLivesMatter, @SpiritAirlines. Posts embedded elsewhere end in a signature with their day:
// "— Alex Wild (@Myrmecos) August 29, 2017". A day without the name and the handle before it is
// the text's own.
//
// Thread rule: pure functions.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "senses.hpp"

namespace quoth::matching {

// The words of a post for looking up, without addresses, its tags and handles parted into words.
[[nodiscard]] std::string words_of_post(std::string_view text);

// Puts the text into `out` with its addresses blanked, byte for byte.
void blank_addresses(std::string_view text, std::string& out);

// The day of the signature at the end of a text, written out with the name of its month.
struct day_written {
  std::chrono::sys_days day;
  std::size_t begin;  // byte of the text
};
[[nodiscard]] std::optional<day_written> day_of_signature(std::string_view text,
                                                          const senses& language);

// The day in the path of an address, as news sites file what they publish: /2016/06/21/,
// /2016/jun/21/, /2016/June/21/.
[[nodiscard]] std::optional<std::chrono::sys_days> day_in_address(std::string_view address);

// A day in ISO 8601, or with the name of its month: 2016-06-21, 21 June 2016, June 21, 2016.
[[nodiscard]] std::optional<std::chrono::sys_days> day_of(std::string_view date,
                                                          const senses& language);

}  // namespace quoth::matching
