// What a shared library exports.
#ifndef QUOTH_HOST_CONFORM_ELF_SYMBOLS_HPP
#define QUOTH_HOST_CONFORM_ELF_SYMBOLS_HPP

#include <filesystem>
#include <string>
#include <vector>

#include "host/result.hpp"

namespace quoth::host {

/// The names of the symbols that a 64-bit ELF file defines for others, from its dynamic symbol
/// table, which a stripped file has too.
result<std::vector<std::string>> exported_symbols(const std::filesystem::path& file);

}  // namespace quoth::host

#endif
