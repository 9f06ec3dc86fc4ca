#include "word_pieces.hpp"

#include <algorithm>
#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>

namespace quoth::matching {

word_pieces::word_pieces(std::string pieces) : forms_(pieces.begin(), pieces.end()) {
  constexpr std::string_view goes_on = "##";
  std::string_view rest(forms_.data(), forms_.size());
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const bool inside = line.starts_with(goes_on) && line.size() > goes_on.size();
    const std::string_view form = inside ? line.substr(goes_on.size()) : line;
    (inside ? next_ : first_).try_emplace(form, static_cast<std::uint32_t>(size_++));
    longest_ = std::max(longest_, form.size());
  }
}

std::uint32_t word_pieces::number_of(std::string_view form) const {
  const auto known = first_.find(form);
  return known == first_.end() ? none : known->second;
}

void word_pieces::cut_word(std::string_view word, std::uint32_t unknown,
                           std::vector<std::uint32_t>& out) const {
  std::string plain;
  if (text::ascii_prefix(word) < word.size()) {
    text::append_name_key(word, plain);  // without accents
    word = plain;
  }
  const std::size_t before = out.size();
  while (!word.empty()) {
    const table& known = out.size() == before ? first_ : next_;
    std::size_t size = std::min(word.size(), longest_);
    auto piece = known.end();
    for (; size > 0; --size) {
      piece = known.find(word.substr(0, size));
      if (piece != known.end()) break;
    }
    if (piece == known.end()) break;
    out.push_back(piece->second);
    word.remove_prefix(size);
  }
  if (out.size() == before) out.push_back(unknown);
}

void word_pieces::cut(std::string_view text, std::size_t most, std::uint32_t unknown,
                      std::vector<std::uint32_t>& out) const {
  const std::size_t end = out.size() + most;
  const std::string key = text::match_key(text);
  const std::string_view all = key;
  std::size_t begin = 0;  // of the word
  const auto take = [&](std::size_t until) {
    if (begin < until) cut_word(all.substr(begin, until - begin), unknown, out);
  };
  for (const auto [value, at, size] : text::code_points(all)) {
    if (out.size() >= end) break;
    if (text::is_letter(value) || text::is_digit(value)) continue;
    take(at);
    begin = at + size;
    if (!text::is_space(value)) cut_word(all.substr(at, size), unknown, out);
  }
  if (out.size() < end) take(all.size());
  out.resize(std::min(out.size(), end));
}

}  // namespace quoth::matching
