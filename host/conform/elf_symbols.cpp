#include "host/conform/elf_symbols.hpp"

#include <elf.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

namespace quoth::host {

namespace {

/// Reads structures out of a file's bytes, never beyond their end.
class elf_image {
 public:
  explicit elf_image(std::string bytes) : bytes_(std::move(bytes)) {}

  template <class Struct>
  [[nodiscard]] std::optional<Struct> at(std::uint64_t offset) const {
    if (offset > bytes_.size() || bytes_.size() - offset < sizeof(Struct)) return std::nullopt;
    Struct read;
    std::memcpy(&read, bytes_.data() + offset, sizeof read);
    return read;
  }

  [[nodiscard]] std::string text(std::uint64_t offset) const {
    if (offset >= bytes_.size()) return {};
    const std::string_view rest = std::string_view(bytes_).substr(offset);
    return std::string(rest.substr(0, rest.find('\0')));
  }

 private:
  std::string bytes_;
};

bool is_exported(const Elf64_Sym& symbol) {
  const unsigned binding = ELF64_ST_BIND(symbol.st_info);
  const unsigned visibility = ELF64_ST_VISIBILITY(symbol.st_other);
  return symbol.st_shndx != SHN_UNDEF && symbol.st_name != 0 && binding != STB_LOCAL &&
         (visibility == STV_DEFAULT || visibility == STV_PROTECTED);
}

}  // namespace

result<std::vector<std::string>> exported_symbols(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return failure{exit_code::io, file.string() + ": cannot be opened"};
  const elf_image image{std::string(std::istreambuf_iterator<char>(stream), {})};
  const failure damaged{exit_code::config, file.string() + ": not a whole 64-bit ELF file"};
  const auto header = image.at<Elf64_Ehdr>(0);
  if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0 ||
      header->e_ident[EI_CLASS] != ELFCLASS64)
    return damaged;
  std::vector<std::string> names;
  for (std::uint64_t i = 0; i < header->e_shnum; ++i) {
    const auto section = image.at<Elf64_Shdr>(header->e_shoff + i * header->e_shentsize);
    if (!section) return damaged;
    if (section->sh_type != SHT_DYNSYM) continue;
    const auto strings = image.at<Elf64_Shdr>(header->e_shoff + std::uint64_t{section->sh_link} *
                                                                    header->e_shentsize);
    if (!strings) return damaged;
    for (std::uint64_t at = 0; at + sizeof(Elf64_Sym) <= section->sh_size;
         at += sizeof(Elf64_Sym)) {
      const auto symbol = image.at<Elf64_Sym>(section->sh_offset + at);
      if (!symbol) return damaged;
      if (is_exported(*symbol)) names.push_back(image.text(strings->sh_offset + symbol->st_name));
    }
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace quoth::host
