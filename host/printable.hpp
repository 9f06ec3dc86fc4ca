// Words of documents and files as a terminal may show them.
#ifndef QUOTH_HOST_PRINTABLE_HPP
#define QUOTH_HOST_PRINTABLE_HPP

#include <string>
#include <string_view>

namespace quoth::host {

/// The text with a space for each control character (U+0000 to U+001F, U+007F to U+009F) but for
/// line breaks and tabs: a terminal would obey them, and a document could move its cursor, change
/// what it shows or type into it. The number of code points stays the same.
[[nodiscard]] inline std::string printable(std::string_view utf8) {
  std::string shown;
  shown.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    const auto next = static_cast<unsigned char>(at + 1 < utf8.size() ? utf8[at + 1] : 0);
    const bool of_two_bytes = byte == 0xC2 && next >= 0x80 && next < 0xA0;
    const bool control = (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F;
    shown += control || of_two_bytes ? ' ' : utf8[at];
    if (of_two_bytes) ++at;
  }
  return shown;
}

}  // namespace quoth::host

#endif
