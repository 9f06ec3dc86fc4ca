#include "signatures.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

namespace quoth::speakers {
namespace {

constexpr std::size_t longest_letter = 12;        // paragraphs above a word, and below it
constexpr std::uint32_t longest_signature = 16;   // words and marks
constexpr std::uint32_t longest_salutation = 6;   // words to the mark that ends it
constexpr std::uint32_t longest_apposition = 16;  // words and marks between a name and its verb

class letter_reader {
 public:
  explicit letter_reader(const reading& of)
      : of_(of), words_(of.list.words), paragraphs_(of.from->paragraphs) {}

  [[nodiscard]] signer of_letter(std::uint32_t word) const {
    const auto here = std::ranges::partition_point(paragraphs_, [&](const quoth::paragraph& p) {
      return p.where.begin <= words_[word].begin;
    });
    const auto at = static_cast<std::size_t>(here - paragraphs_.begin());
    signer found = below_salutation(at);
    if (found.name.empty() && ends_signed()) found = on_page(at);
    return found;
  }

  // Mia Lund, who ran the port, is a guest author.
  [[nodiscard]] signer introduced() const {
    if (paragraphs_.empty()) return {};
    const auto [first, last] = of_.list.within(paragraphs_.back().where);
    const mention* m = name_at(first, last);
    if (m == nullptr || of_.table[m->entity].type != name_type::person) return {};
    if (of_.table[m->entity].mentions != 1 || m->last >= last) return {};
    std::uint32_t verb = m->last;
    if (words_[verb].mark == U',') {
      const std::uint32_t end = std::min(last, verb + longest_apposition);
      while (verb + 1 < end && !(words_[verb].mark == U',' && words_[verb + 1].is(auxiliary))) {
        ++verb;
      }
      if (++verb >= end) return {};
    }
    return words_[verb].is(auxiliary) ? signer{of_.table[m->entity].name, m->entity} : signer{};
  }

 private:
  // The signature at or below a paragraph of a letter that a salutation opens.
  [[nodiscard]] signer below_salutation(std::size_t at) const {
    bool opened = false;
    for (std::size_t n = 0; n < longest_letter && n < at && !opened; ++n) {
      if (!signature(at - 1 - n).name.empty()) return {};
      opened = is_salutation(at - 1 - n);
    }
    if (!opened) return {};
    for (std::size_t i = at; i < paragraphs_.size() && i < at + longest_letter; ++i) {
      if (is_salutation(i)) return {};
      if (signer found = signature(i); !found.name.empty()) return found;
    }
    return {};
  }

  // The next signature that is a paragraph of its own, where another stands near.
  [[nodiscard]] signer on_page(std::size_t at) const {
    signer found;
    std::size_t i = at;
    for (; i < paragraphs_.size() && i < at + longest_letter && found.name.empty(); ++i) {
      found = lone_signature(i);
    }
    if (found.name.empty()) return {};
    const std::size_t first = at > longest_letter ? at - longest_letter : 0;
    const std::size_t last = std::min(paragraphs_.size(), i + longest_letter);
    for (std::size_t other = first; other < last; ++other) {
      if (other + 1 != i && !lone_signature(other).name.empty()) return found;
    }
    return {};
  }

  // Headings that are names, unlike signatures, have something below them.
  [[nodiscard]] bool ends_signed() const {
    const std::size_t count = paragraphs_.size();
    return (count > 0 && !lone_signature(count - 1).name.empty()) ||
           (count > 1 && !lone_signature(count - 2).name.empty());  // Mia Lund. / Leeds.
  }

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
  [[nodiscard]] signer signature(std::size_t paragraph) const {
    const auto [first, last] = of_.list.within(paragraphs_[paragraph].where);
    if (first >= last || last - first > longest_signature) return {};
    const mention* m = name_at(first, last);
    if (m == nullptr || of_.table[m->entity].type != name_type::person) return {};
    const bool sentence =
        std::any_of(words_.begin() + m->last, words_.begin() + last, [](const word& w) {
          return w.is(auxiliary | reporting_verb) || w.mark == U':' || w.mark == U'?' ||
                 w.mark == U'“';
        });
    if (sentence || words_[last - 1].mark == U'.') return {};
    return {of_.table[m->entity].name, m->entity};
  }

  // Whom a paragraph names that is a name or a handle, with or without a full stop.
  [[nodiscard]] signer lone_signature(std::size_t paragraph) const {
    std::string_view text = paragraphs_[paragraph].where.of(of_.from->text);
    if (text.ends_with('.')) text.remove_suffix(1);
    if (text.size() > 1 && text.front() == '@') {
      const bool handle = std::ranges::all_of(text.substr(1), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_';
      });
      return handle ? signer{std::string(text)} : signer{};
    }
    const auto [first, last] = of_.list.within(paragraphs_[paragraph].where);
    if (first >= last || last - first > longest_signature) return {};
    const mention* m = name_at(first, last);
    if (m == nullptr) return {};
    const bool alone = m->last == last || (m->last + 1 == last && words_[m->last].mark == U'.');
    const entity& e = of_.table[m->entity];
    const bool somebody = e.type == name_type::person || e.type == name_type::unknown;
    return alone && somebody ? signer{e.name, m->entity} : signer{};
  }

  // The name of two words or more with which words [first, last) begin, or null.
  [[nodiscard]] const mention* name_at(std::uint32_t first, std::uint32_t last) const {
    const auto m = std::ranges::lower_bound(of_.mentions, first, {}, &mention::first);
    const bool named = m != of_.mentions.end() && m->lead == first && m->last <= last &&
                       m->size() >= 2 && m->entity != nothing;
    return named ? &*m : nullptr;
  }

  const reading& of_;
  const std::vector<word>& words_;
  std::span<const quoth::paragraph> paragraphs_;
};

}  // namespace

signer signer_of_letter(const reading& of, std::uint32_t word) {
  return letter_reader(of).of_letter(word);
}

signer signer_of(const reading& of, std::uint32_t word) {
  const letter_reader reader(of);
  signer found = reader.of_letter(word);
  return found.name.empty() ? reader.introduced() : found;
}

}  // namespace quoth::speakers
