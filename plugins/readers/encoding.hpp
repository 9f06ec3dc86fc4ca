// Texts in other encodings than UTF-8: which one it may be, and how to convert.
#pragma once

#include <string>
#include <string_view>

namespace quoth::readers {

// Whether the bytes are UTF-16 or UTF-32, with a byte order mark or by where their zero and other
// low bytes stand. UTF-8 with NULs in it is neither. Looks at the first 4 KiB.
[[nodiscard]] bool is_wide(std::string_view bytes);

// What to say of an input whose bytes are not UTF-8, to stand at the end of a message: the encoding
// that they look like, by iconv's name for it, and the command that converts the file.
[[nodiscard]] std::string conversion_advice(std::string_view bytes, std::string_view path);

}  // namespace quoth::readers
