#include "writers/offsets.hpp"

#include <algorithm>

namespace quoth::writers {
namespace {

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
  return all < 0x80;
}

}  // namespace

void offset_map::reset(std::string_view text, offset_unit unit) {
  text_ = text;
  unit_ = unit;
  before_.clear();
  identity_ = unit == offset_unit::byte || is_ascii(text);
  if (identity_) return;
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t units = 0;
  for (std::uint32_t at = 0; at < size; at += std::min(block, size - at)) {
    before_.push_back(units);
    units += count(at, at + std::min(block, size - at));
  }
  before_.push_back(units);  // an offset at the end of a text of whole blocks
}

std::uint32_t offset_map::operator()(std::uint32_t at) const {
  if (identity_) return at;
  return before_[at / block] + count(at / block * block, at);
}

// Code points are counted by their first bytes; those of four bytes are two UTF-16 units.
std::uint32_t offset_map::count(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t n = 0;
  for (std::uint32_t at = begin; at < end; ++at) {
    const auto c = static_cast<unsigned char>(text_[at]);
    n += (c & 0xC0) != 0x80 ? 1u : 0u;
    n += unit_ == offset_unit::utf16 && c >= 0xF0 ? 1u : 0u;
  }
  return n;
}

}  // namespace quoth::writers
