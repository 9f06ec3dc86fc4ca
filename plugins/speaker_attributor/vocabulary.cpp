#include "vocabulary.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace quoth::speakers {
namespace {

std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ (hash >> 15);
}

// One apostrophe for all, and no full stops in acronyms: O’Neill, S.E.C. and U.S. are o'neill, sec
// and us.
void unify(std::string& lower) {
  static constexpr std::string_view apostrophe = "\u2019";
  const bool dotted =
      lower.size() >= 3 && lower[1] == '.' && (lower.size() == 3 || lower[3] == '.');
  std::size_t kept = 0;
  for (std::size_t at = 0; at < lower.size();) {
    if (std::string_view(lower).substr(at).starts_with(apostrophe)) {
      lower[kept++] = '\'';
      at += apostrophe.size();
    } else {
      if (!dotted || lower[at] != '.') lower[kept++] = lower[at];
      ++at;
    }
  }
  lower.resize(kept);
}

}  // namespace

void vocabulary::reset(const lexicon& words) {
  words_ = &words;
  letters_.clear();
  entries_.clear();
  if (slots_.empty()) slots_.resize(1024);
  std::ranges::fill(slots_, none);
}

std::uint32_t vocabulary::add(std::string_view word) {
  scratch_.clear();
  bool plain = true;
  for (const char c : word) {
    plain = plain && static_cast<unsigned char>(c) < 0x80 && c != '.';
    scratch_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  if (!plain) {
    scratch_.clear();
    text::append_lower(word, scratch_);
    unify(scratch_);
  }
  return add_lower(scratch_);
}

std::uint32_t vocabulary::add_lower(std::string_view lower) {
  const std::uint32_t hash = hash_of(lower);
  std::size_t slot = hash & (slots_.size() - 1);
  for (; slots_[slot] != none; slot = (slot + 1) & (slots_.size() - 1)) {
    const entry& known = entries_[slots_[slot]];
    if (known.hash == hash && std::string_view(letters_).substr(known.begin, known.size) == lower) {
      return slots_[slot];
    }
  }
  const auto at = static_cast<std::uint32_t>(entries_.size());
  slots_[slot] = at;
  entry& made = entries_.emplace_back();
  made.begin = static_cast<std::uint32_t>(letters_.size());
  made.size = static_cast<std::uint32_t>(lower.size());
  made.hash = hash;
  made.stem = at;
  made.traits = traits_of(lower);
  letters_ += lower;
  if (entries_.size() * 2 > slots_.size()) grow();
  const names::inflection& endings = words_->of_names().endings();
  if (!endings.empty()) {
    const std::string stem(endings.stem(lower));
    if (stem.size() != lower.size()) {
      const std::uint32_t of_stem = add_lower(stem);
      entries_[at].stem = entries_[of_stem].stem == of_stem ? of_stem : entries_[of_stem].stem;
    }
  }
  return at;
}

// I'll and she's are pronouns, as I and she are.
word_traits vocabulary::traits_of(std::string_view lower) const {
  word_traits traits = words_->find(lower);
  const std::size_t apostrophe = lower.find('\'');
  if (traits.classes == 0 && apostrophe != lower.npos && apostrophe > 0) {
    const word_traits begin = words_->find(lower.substr(0, apostrophe));
    if (begin.pronoun != pronoun_class::none) traits = begin;
  }
  return traits;
}

std::uint32_t vocabulary::find(std::string_view lower) const noexcept {
  const std::uint32_t hash = hash_of(lower);
  for (std::size_t slot = hash & (slots_.size() - 1); slots_[slot] != none;
       slot = (slot + 1) & (slots_.size() - 1)) {
    const entry& known = entries_[slots_[slot]];
    if (known.hash == hash && std::string_view(letters_).substr(known.begin, known.size) == lower) {
      return slots_[slot];
    }
  }
  return none;
}

void vocabulary::grow() {
  slots_.assign(slots_.size() * 2, none);
  for (std::uint32_t at = 0; at < entries_.size(); ++at) {
    std::size_t slot = entries_[at].hash & (slots_.size() - 1);
    while (slots_[slot] != none) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = at;
  }
}

}  // namespace quoth::speakers
