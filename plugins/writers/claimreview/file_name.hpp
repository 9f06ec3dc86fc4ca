// Names of files after documents whose ids may be anything.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace quoth::writers {

// What a file name keeps of an id: letters, digits, '-', '_' and '.', any other run of characters
// as one '-', nothing of it at either end, at most 60 bytes. May be empty, and two ids may give
// the same; never holds '/', control or invisible characters.
[[nodiscard]] std::string readable_part(std::string_view id);

// The name, without extension, of claim `claim` (0-based) of the `document`-th document of a run
// (0-based): 000012-ID-c3. The number makes it unique whatever the ids, and `readable` is what
// readable_part gave.
[[nodiscard]] std::string file_name(std::uint64_t document, std::string_view readable,
                                    std::uint32_t claim);

// Whether a file was given a name of file_name, with the extension of a review or of one that is
// not whole yet.
[[nodiscard]] bool is_file_of_a_review(std::string_view name);

// An id as a piece of a web address: all but letters, digits, '-', '.', '_' and '~' as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view id);

}  // namespace quoth::writers
