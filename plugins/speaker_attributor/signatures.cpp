#include "signatures.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace quoth::speakers {
namespace {

constexpr std::size_t longest_letter = 12;       // paragraphs above a word, and below it
constexpr std::uint32_t longest_signature = 16;  // words and marks
constexpr std::uint32_t longest_salutation = 6;  // words to the mark that ends it

class letter_reader {
 public:
  explicit letter_reader(const reading& of)
      : of_(of), words_(of.list.words), paragraphs_(of.from->paragraphs) {}

  [[nodiscard]] std::uint32_t signer(std::uint32_t word) const {
    const auto here = std::ranges::partition_point(paragraphs_, [&](const quoth::paragraph& p) {
      return p.where.begin <= words_[word].begin;
    });
    const auto at = static_cast<std::size_t>(here - paragraphs_.begin());
    bool opened = false;
    for (std::size_t n = 0; n < longest_letter && n < at && !opened; ++n) {
      if (signature(at - 1 - n) != nothing) return nothing;
      opened = is_salutation(at - 1 - n);
    }
    if (!opened) return nothing;
    for (std::size_t i = at; i < paragraphs_.size() && i < at + longest_letter; ++i) {
      if (is_salutation(i)) return nothing;
      if (const std::uint32_t signer = signature(i); signer != nothing) return signer;
    }
    return nothing;
  }

 private:
  // Sir, –   Dear editor,
  [[nodiscard]] bool is_salutation(std::size_t paragraph) const {
    const auto [first, last] = of_.list.within(paragraphs_[paragraph].where);
    if (first >= last || !of_.language->greets(of_.entries.lower(words_[first].entry)))
      return false;
    for (std::uint32_t i = first + 1; i < last && i <= first + longest_salutation; ++i) {
      const char32_t mark = words_[i].mark;
      if (mark == U',' || mark == U'!' || mark == U':' || mark == U'–' || mark == U'—') return true;
    }
    return false;
  }

  // Whom a paragraph names that has a name, and perhaps what its bearer is, and no sentence.
  [[nodiscard]] std::uint32_t signature(std::size_t paragraph) const {
    const auto [first, last] = of_.list.within(paragraphs_[paragraph].where);
    if (first >= last || last - first > longest_signature) return nothing;
    const auto m = std::ranges::lower_bound(of_.mentions, first, {}, &mention::first);
    if (m == of_.mentions.end() || m->lead != first || m->last > last || m->size() < 2 ||
        m->entity == nothing || of_.table[m->entity].type != name_type::person) {
      return nothing;
    }
    const bool sentence =
        std::any_of(words_.begin() + m->last, words_.begin() + last, [](const word& w) {
          return w.is(auxiliary | reporting_verb) || w.mark == U':' || w.mark == U'?' ||
                 w.mark == U'“';
        });
    return sentence || words_[last - 1].mark == U'.' ? nothing : m->entity;
  }

  const reading& of_;
  const std::vector<word>& words_;
  std::span<const quoth::paragraph> paragraphs_;
};

}  // namespace

std::uint32_t signer_of(const reading& of, std::uint32_t word) {
  return letter_reader(of).signer(word);
}

}  // namespace quoth::speakers
