#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <limits>
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

struct contraction {
  std::string_view written, first, second;
};

// Whole words that do not follow from their ending.
constexpr std::array<contraction, 6> irregular{{{"can't", "can", "not"},
                                                {"won't", "will", "not"},
                                                {"shan't", "shall", "not"},
                                                {"cannot", "can", "not"},
                                                {"let's", "let", "us"},
                                                {"gonna", "going", "to"}}};

// Endings after which a whole word is left: the ending, and the word it stands for.
constexpr std::array<std::array<std::string_view, 2>, 6> endings{{{"n't", "not"},
                                                                  {"'ll", "will"},
                                                                  {"'re", "are"},
                                                                  {"'ve", "have"},
                                                                  {"'m", "am"},
                                                                  {"'d", "would"}}};

// Words after which 's is "is", elsewhere it is a genitive.
constexpr std::array<std::string_view, 12> takes_is{"he",    "here", "how",  "it",    "she", "that",
                                                    "there", "this", "what", "where", "who", "why"};

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
        english_(lang == "en"),
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

  // Takes a word of ASCII letters only, the common case; returns `begin` for any other.
  std::size_t take_ascii_letters(std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
    if (end - begin > longest_norm) return begin;
    if (end < text_.size() && (text_[end] == '\'' || text_[end] == '`' || text_[end] < 0)) {
      return begin;  // perhaps an apostrophe, an accent or a letter
    }
    if ((text_[begin] & 0x20) == 0) flags_ |= capital;
    const std::size_t norm = list_.letters_.size();
    list_.letters_.append(text_, begin, end - begin);
    for (std::size_t i = norm; i < list_.letters_.size(); ++i) list_.letters_[i] |= 0x20;
    if (english_ && may_be_special(std::string_view(list_.letters_).substr(norm)) &&
        take_english(norm, begin, end)) {
      return end;
    }
    add(norm, begin, end, word_kind::letters);
    return end;
  }

  // Whether take_english might have something to do for a word without apostrophe.
  [[nodiscard]] static bool may_be_special(std::string_view norm) noexcept {
    return norm == "cent" || norm == "cannot" || norm == "gonna";
  }

  std::size_t take_letters(std::size_t begin) {
    if (const std::size_t plain = text_[begin] < 0 ? begin : take_ascii_letters(begin);
        plain != begin) {
      return plain;
    }
    const std::size_t end = letters_end(begin);
    const std::string_view written = text_.substr(begin, end - begin);
    if (text::is_upper(text::decode(text_, begin).value)) flags_ |= capital;
    const std::size_t norm = list_.letters_.size();
    text::append_match_key(written.substr(0, longest_norm), list_.letters_);
    if (english_ && take_english(norm, begin, end)) return end;
    add(norm, begin, end, word_kind::letters);
    return end;
  }

  // Handles contractions and "per cent"; false where the word is an ordinary one.
  bool take_english(std::size_t norm, std::size_t begin, std::size_t end) {
    const std::string word = list_.letters_.substr(norm);
    if (word == "cent" && !list_.words_.empty()) {
      struct word& last = list_.words_.back();
      if (list_.norm(last) == "per" && last.end + 1 == begin) {
        list_.letters_.resize(last.norm_begin);
        list_.letters_ += "percent";
        last.norm_size = 7;
        last.end = static_cast<std::uint32_t>(end);
        last.hash = hash_of("percent");
        return true;
      }
      return false;
    }
    if (word.size() < 4 || word.size() > 24) return false;
    for (const contraction& one : irregular) {
      if (word == one.written) return add_two(norm, one.first, one.second, begin, end);
    }
    for (const auto& [ending, meant] : endings) {
      if (word.ends_with(ending) && word.size() > ending.size()) {
        return add_two(norm, std::string_view(word).substr(0, word.size() - ending.size()), meant,
                       begin, end);
      }
    }
    if (word.ends_with("'s")) {
      const std::string_view base = std::string_view(word).substr(0, word.size() - 2);
      if (std::ranges::find(takes_is, base) != takes_is.end()) {
        return add_two(norm, base, "is", begin, end);
      }
    }
    return false;
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
    std::size_t end = at;
    if (english_ && is_ordinal(at)) end = at + 2;
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

  // Whether st, nd, rd or th stands at `at` and nothing follows it.
  [[nodiscard]] bool is_ordinal(std::size_t at) const noexcept {
    const std::string_view ending = text_.substr(at, 2);
    if (ending != "st" && ending != "nd" && ending != "rd" && ending != "th") return false;
    return !text::is_letter(text::decode(text_, at + 2).value);
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
  bool english_;
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
