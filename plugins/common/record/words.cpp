#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <limits>
#include <record/vocabulary.hpp>
#include <record/words.hpp>
#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>

namespace quoth::record {

std::uint64_t hash_of(std::string_view norm) noexcept {
  return XXH3_64bits(norm.data(), norm.size());
}

namespace {

constexpr std::size_t longest_norm = 512;  // bytes; a longer run of letters is noise and is cut

// A decimal comma, as most of Europe writes; English and unknown languages have a point.
[[nodiscard]] bool has_decimal_comma(std::string_view lang) noexcept {
  return !(lang.empty() || lang == "en" || lang == "und" || lang == "ja" || lang == "zh" ||
           lang == "he" || lang == "ko");
}

[[nodiscard]] std::string_view symbol_word(char32_t c) noexcept {
  switch (c) {
    case U'%':
      return "percent";
    case U'$':
      return "dollar";
    case U'€':
      return "euro";
    case U'£':
      return "pound";
    case U'&':
      return "and";
    default:
      return {};
  }
}

[[nodiscard]] bool is_digit_byte(char c) noexcept {
  return c >= '0' && c <= '9';
}

[[nodiscard]] bool is_ascii_letter(char c) noexcept {
  return static_cast<unsigned char>((c | 0x20) - 'a') < 26;
}

[[nodiscard]] bool ends_sentence(char32_t c) noexcept {
  return c == U'.' || c == U'!' || c == U'?';
}

}  // namespace

class splitter {
 public:
  splitter(word_list& list, std::string_view text, std::string_view lang)
      : list_(list),
        text_(text.substr(0, std::numeric_limits<std::uint32_t>::max() - 1)),
        forms_(forms_of(lang)),
        comma_(has_decimal_comma(lang)) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const text::code_point here = text::decode(text_, at);
      if (text::is_letter(here.value)) {
        at = take_letters(at);
      } else if (here.value < 128 && is_digit_byte(text_[at])) {
        at = take_number(at);
      } else {
        take_other(here, at);
        at += here.size;
      }
    }
  }

 private:
  // The end of the run of letters from `at`: an apostrophe counts between two letters.
  [[nodiscard]] std::size_t letters_end(std::size_t at) const noexcept {
    while (at < text_.size()) {
      const text::code_point here = text::decode(text_, at);
      const bool inner = text::is_letter(here.value) ||
                         (here.value >= 128 && text::is_combining_mark(here.value)) ||
                         here.value == U'\u00AD';
      if (!inner) {
        if (!text::is_apostrophe(here.value)) break;
        const text::code_point next = text::decode(text_, at + here.size);
        if (next.size == 0 || !text::is_letter(next.value)) break;
      }
      at += here.size;
    }
    return at;
  }

  // Whether a bracket at `at` closes on the first letter of a word, as an editor writes what began
  // in the middle of a sentence: [N]obody.
  [[nodiscard]] bool closes_on_initial(std::size_t begin, std::size_t at) const noexcept {
    return bracket_ != 0 && at < text_.size() && text_[at] == ']' &&
           begin + text::decode(text_, begin).size == at &&
           text::is_letter(text::decode(text_, at + 1).value);
  }

  // Takes a word of ASCII letters only, the common case; returns `begin` for any other.
  std::size_t take_ascii_letters(std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
    if (end - begin > longest_norm) return begin;
    if (end < text_.size() && (text_[end] == '\'' || text_[end] == '`' || text_[end] < 0)) {
      return begin;  // perhaps an apostrophe, an accent or a letter
    }
    if (closes_on_initial(begin, end)) return begin;
    if ((text_[begin] & 0x20) == 0) flags_ |= capital;
    const std::size_t norm = list_.letters_.size();
    list_.letters_.append(text_, begin, end - begin);
    for (std::size_t i = norm; i < list_.letters_.size(); ++i) list_.letters_[i] |= 0x20;
    if (may_be_several(std::string_view(list_.letters_).substr(norm)) &&
        take_several(norm, begin, end)) {
      return end;
    }
    add(norm, begin, end, word_kind::letters);
    return end;
  }

  // Whether take_several might have something to do for a word without apostrophe.
  [[nodiscard]] bool may_be_several(std::string_view norm) const noexcept {
    return std::ranges::find(forms_.unmarked, norm) != forms_.unmarked.end();
  }

  std::size_t take_letters(std::size_t begin) {
    if (const std::size_t plain = text_[begin] < 0 ? begin : take_ascii_letters(begin);
        plain != begin) {
      return plain;
    }
    std::size_t end = letters_end(begin);
    if (text::is_upper(text::decode(text_, begin).value)) flags_ |= capital;
    const std::size_t norm = list_.letters_.size();
    std::size_t rest = begin;
    if (closes_on_initial(begin, end)) {
      text::append_match_key(text_.substr(begin, end - begin), list_.letters_);
      rest = end + 1;
      end = letters_end(rest);
      bracket_ = 0;
    }
    const std::string_view written = text_.substr(rest, end - rest);
    text::append_match_key(written.substr(0, longest_norm), list_.letters_);
    const std::string_view made = std::string_view(list_.letters_).substr(norm);
    const bool several = made.find('\'') != made.npos || may_be_several(made);
    if (several && take_several(norm, begin, end)) return end;
    add(norm, begin, end, word_kind::letters);
    return end;
  }

  // Handles contractions and "per cent"; false where the word is an ordinary one.
  bool take_several(std::size_t norm, std::size_t begin, std::size_t end) {
    constexpr std::size_t longest = 24;  // bytes of a contraction
    if (list_.letters_.size() - norm > longest) return false;
    const std::string word = list_.letters_.substr(norm);
    if (word == forms_.percent.second) return take_percent(begin, end);
    for (const contraction& one : forms_.contractions) {
      if (word == one.written) return add_two(norm, one.first, one.second, begin, end);
    }
    for (const auto& [ending, meant] : forms_.contracted_endings) {
      if (word.ends_with(ending) && word.size() > ending.size()) {
        return add_two(norm, std::string_view(word).substr(0, word.size() - ending.size()), meant,
                       begin, end);
      }
    }
    return false;
  }

  // Takes the second word of "per cent" as part of the first.
  bool take_percent(std::size_t begin, std::size_t end) {
    if (list_.words_.empty()) return false;
    struct word& last = list_.words_.back();
    if (list_.norm(last) != forms_.percent.first || last.end + 1 != begin) return false;
    constexpr std::string_view meant = "percent";
    list_.letters_.resize(last.norm_begin);
    list_.letters_ += meant;
    last.norm_size = meant.size();
    last.end = static_cast<std::uint32_t>(end);
    last.hash = hash_of(meant);
    return true;
  }

  bool add_two(std::size_t norm, std::string_view first, std::string_view second, std::size_t begin,
               std::size_t end) {
    list_.letters_.resize(norm);
    list_.letters_ += first;
    add(norm, begin, end, word_kind::letters);
    const std::size_t next = list_.letters_.size();
    list_.letters_ += second;
    flags_ = contracted;
    add(next, begin, end, word_kind::letters);
    return true;
  }

  // Digits with separators between digits: the last separator is the decimal one unless three
  // digits follow it and it is the language's thousands separator or stands more than once.
  std::size_t take_number(std::size_t begin) {
    const std::size_t norm = list_.letters_.size();
    const char thousands = comma_ ? '.' : ',';
    std::size_t at = begin;
    while (at < text_.size()) {
      const char c = text_[at];
      if (is_digit_byte(c)) {
        list_.letters_.push_back(c);
        ++at;
        continue;
      }
      const std::size_t separator = separator_size(at);
      const std::size_t digits = separator == 0 ? 0 : digits_from(at + separator);
      if (digits == 0) break;
      if (digits == 3 && (c == thousands || separator > 1)) {
        at += separator;
      } else if (separator == 1 && list_.letters_.find('.', norm) == std::string::npos) {
        list_.letters_.push_back('.');
        ++at;
      } else {
        break;
      }
    }
    const std::size_t end = at + ordinal_ending(at);
    add(norm, begin, end, word_kind::number);
    return end;
  }

  // The size of a separator inside a number at `at`, or 0: , . ' and no-break or thin spaces.
  [[nodiscard]] std::size_t separator_size(std::size_t at) const noexcept {
    const text::code_point here = text::decode(text_, at);
    switch (here.value) {
      case U',':
      case U'.':
        return 1;
      case U'\u00A0':
      case U'\u2009':
      case U'\u202F':
        return here.size;
      default:
        return 0;
    }
  }

  [[nodiscard]] std::size_t digits_from(std::size_t at) const noexcept {
    std::size_t end = at;
    while (end < text_.size() && is_digit_byte(text_[end])) ++end;
    return end - at;
  }

  // The size of an ordinal number's ending that stands at `at` with nothing behind it, or 0: 4th.
  [[nodiscard]] std::size_t ordinal_ending(std::size_t at) const noexcept {
    for (const std::string& ending : forms_.ordinals) {
      if (text_.substr(at, ending.size()) == ending &&
          !text::is_letter(text::decode(text_, at + ending.size()).value)) {
        return ending.size();
      }
    }
    return 0;
  }

  void take_other(text::code_point here, std::size_t at) {
    const char32_t c = here.value;
    if (c == U' ') return;
    if (const std::string_view meant = symbol_word(c); !meant.empty()) {
      const std::size_t norm = list_.letters_.size();
      list_.letters_ += meant;
      add(norm, at, at + here.size, word_kind::symbol);
    } else if (c == U'…' || (c == U'.' && text_.substr(at, 3) == "...")) {
      flags_ |= after_gap;
    } else if (c == U'[') {
      bracket_ = in_brackets;
    } else if (c == U']') {
      bracket_ = 0;
    } else if (ends_sentence(c)) {
      flags_ |= sentence_start;
    } else if (c == U',' || c == U';' || c == U':' || (c > 127 && text::is_dash(c))) {
      flags_ |= clause_start;
    }
  }

  void add(std::size_t norm, std::size_t begin, std::size_t end, word_kind kind) {
    const std::size_t size = list_.letters_.size() - norm;
    if (size == 0) return;
    if (list_.words_.empty()) flags_ |= sentence_start;
    list_.words_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                            static_cast<std::uint32_t>(norm), static_cast<std::uint16_t>(size),
                            kind, static_cast<std::uint8_t>(flags_ | bracket_),
                            hash_of(std::string_view(list_.letters_).substr(norm))});
    flags_ = 0;
  }

  word_list& list_;
  std::string_view text_;
  const word_forms& forms_;
  bool comma_;
  unsigned flags_ = 0;    // for the next word
  unsigned bracket_ = 0;  // in_brackets between [ and ]
};

void word_list::split(std::string_view text, std::string_view lang) {
  letters_.clear();
  words_.clear();
  letters_.reserve(text.size());
  splitter(*this, text, lang).run();
}

}  // namespace quoth::record
