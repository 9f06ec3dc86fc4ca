// The files of resources/, built into the library by embed.cmake.
#pragma once

#include <span>
#include <string_view>

namespace quoth::record {

struct embedded_file {
  std::string_view language, name;  // resources/LANGUAGE/NAME
  std::string_view contents;
};

// All of them, by language and name.
[[nodiscard]] std::span<const embedded_file> embedded_files();

}  // namespace quoth::record
