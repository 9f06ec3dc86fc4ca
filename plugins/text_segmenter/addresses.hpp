// Addresses in running text: https://…, www.…, name@host.org, host.org/path.
#pragma once

#include <cstddef>
#include <string_view>

namespace quoth::segmenter {

// The end of an address that begins with a scheme or www. at byte `at`; 0 when none does. Marks
// that close the sentence around it (.,;:!? quotation marks, an unopened bracket) are left out.
[[nodiscard]] std::size_t end_of_address(std::string_view text, std::size_t at) noexcept;

// The end of an address whose first part is the word [begin, end): the host of a well-known
// top-level domain, or a mail address. 0 when it is none. Looks at no more than 253 bytes (a
// host's length, RFC 1035) unless it is one.
[[nodiscard]] std::size_t end_of_joined_address(std::string_view text, std::size_t begin,
                                                std::size_t end) noexcept;

}  // namespace quoth::segmenter
