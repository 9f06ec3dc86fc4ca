#include "titles.hpp"

#include "name_case.hpp"
#include "text/classes.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace quoth::speakers {

std::string_view next_word(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == ' ') ++at;
  const std::size_t begin = at;
  while (at < text.size()) {
    const text::code_point c = text::decode(text, at);
    if (!text::is_letter(c.value) && !text::is_hyphen(c.value) && !text::is_apostrophe(c.value)) {
      break;
    }
    at += c.size;
  }
  return text.substr(begin, at - begin);
}

std::string_view office_in(std::string_view title, const lexicon& language) {
  constexpr unsigned longest = 4;  // words of an office
  std::size_t at = title.rfind(": ");
  if (at == title.npos) return {};
  const std::string_view quoted = title.substr(0, at);
  const bool quotes =
      !quoted.empty() && text::is_quotation_mark(text::decode_before(quoted, quoted.size()).value);
  at += 2;
  const word_traits opening = language.find(text::to_lower(next_word(title, at)));
  const bool determined = opening.is(definite) || opening.pronoun == pronoun_class::possessive ||
                          opening.pronoun == pronoun_class::authors;
  if (!quotes || !determined) return {};
  std::size_t begin = 0, end = 0;
  for (unsigned words = 0; words < longest; ++words) {
    const std::string_view word = next_word(title, at);
    if (word.empty()) break;
    const std::string lower = text::to_lower(word);
    const word_traits traits = language.find(lower);
    const auto first = static_cast<std::size_t>(word.data() - title.data());
    if (!traits.is(office | person_noun)) {
      if (end != 0 || !(traits.is(any_title) || language.modifies_role(lower))) {
        // the minister[’s] driver, the mayor [Ida Holm]: somebody else, or said already
        return end != 0 && traits.is(preposition) ? title.substr(begin, end - begin)
                                                  : std::string_view{};
      }
    } else {
      end = at;
    }
    if (begin == 0) begin = first;
  }
  return end != 0 && at == title.size() ? title.substr(begin, end - begin) : std::string_view{};
}

namespace {

// Whether a word that no list has is a given name by what stands around the name: Agriculture
// Minister [Percival] Strand; Interview with [Percival] Strand; In the studio: [Percival] Strand,
// Farmers' Union. Where every noun has a capital only an office tells: Akte Strand. `lead` is the
// word before it without a sign between, else empty.
bool is_rare_given_name(std::string_view word, std::string_view lead, bool after_sign,
                        std::string_view behind, const lexicon& language) {
  const std::string lower = text::to_lower(word);
  if (language.find(lower).classes != 0 || language.modifies_role(lower)) return false;
  const text::code_point second = text::decode(word, text::decode(word, 0).size);
  if (second.size == 0 || !text::is_lower(second.value)) return false;  // EU, A.
  const word_traits before = language.find(text::to_lower(lead));
  if (!lead.empty() && before.is(office)) return true;
  if (language.capitalises_nouns()) return false;
  if (!lead.empty()) return before.is(preposition) && text::is_lower(text::decode(lead, 0).value);
  return behind.starts_with(", ") || (after_sign && behind.empty());
}

}  // namespace

std::vector<full_name> full_names_in(std::string_view title, const lexicon& language) {
  std::vector<full_name> found;
  std::string_view before, lead;  // the word before, where it has a capital; the one before that
  std::string_view last;          // the word before, whatever it is
  bool after_sign = false;
  for (std::size_t at = 0; at < title.size();) {
    const text::code_point c = text::decode(title, at);
    if (!text::is_letter(c.value)) {
      if (c.value != U' ') {
        before = lead = last = {};
        after_sign = true;
      }
      at += c.size;
      continue;
    }
    const std::size_t begin = at;
    while (at < title.size()) {
      const text::code_point next = text::decode(title, at);
      if (!text::is_letter(next.value) && !text::is_hyphen(next.value) &&
          !text::is_apostrophe(next.value)) {
        break;
      }
      at += next.size;
    }
    const std::string_view word = title.substr(begin, at - begin);
    const bool capital = text::is_upper(c.value);
    if (!before.empty() && capital) {
      const word_traits traits = language.find(text::to_lower(before));
      const bool family = !language.find(text::to_lower(word)).is(office | any_title);
      if (traits.is(given_name) ||
          (family && is_rare_given_name(before, lead, after_sign, title.substr(at), language))) {
        std::string name = std::string(before) + ' ' + std::string(word);
        if (traits.is(declined)) name = in_nominative(std::move(name), {}, language);
        found.push_back({before, word, std::move(name), traits.sex});
      }
    }
    lead = last;
    last = word;
    before = capital ? word : std::string_view{};
  }
  return found;
}

}  // namespace quoth::speakers
