#include "word_features.hpp"

#include <algorithm>
#include <text/classes.hpp>
#include <text/utf8.hpp>

namespace quoth::quotes {
namespace {

constexpr std::array<std::uint8_t, features> first_rows = [] {
  std::array<std::uint8_t, features> rows{};
  for (std::size_t f = 1; f < features; ++f) {
    rows[f] = static_cast<std::uint8_t>(rows[f - 1] + feature_values[f - 1]);
  }
  return rows;
}();

void set(word_features& row, feature f, std::uint32_t value) {
  const auto at = static_cast<std::size_t>(f);
  row.rows[at] = static_cast<std::uint8_t>(first_rows[at] + value);
}

// The byte length of the first three code points of a form, and where its last three begin.
std::uint32_t prefix_size(std::string_view form) {
  std::uint32_t at = 0;
  for (int n = 0; n < 3 && at < form.size(); ++n) at += text::decode(form, at).size;
  return at;
}

std::uint32_t suffix_begin(std::string_view form) {
  std::uint32_t at = static_cast<std::uint32_t>(form.size());
  for (int n = 0; n < 3 && at > 0; ++n) at -= text::decode_before(form, at).size;
  return at;
}

// Shapes of words by their capitals, 16 on; other signs by word_shape.
std::uint32_t shape_value(std::string_view form, const word& w) {
  if (w.shape != word_shape::capital && w.shape != word_shape::lower) {
    return static_cast<std::uint32_t>(w.shape);
  }
  std::uint32_t capitals = 0, letters = 0, inner = 0, others = 0;
  for (std::uint32_t at = 0; at < form.size();) {
    const text::code_point c = text::decode(form, at);
    if (text::is_letter(c.value)) {
      ++letters;
      const bool capital = text::is_upper(c.value);
      capitals += capital;
      inner += capital && at > 0;
    } else {
      ++others;
    }
    at += c.size;
  }
  if (capitals == 0) return others == 0 ? 16 : 17;
  if (letters == 1) return 18;
  if (capitals == letters) return 19;
  if (inner == 0) return others == 0 ? 20 : 21;
  return 22;
}

std::uint32_t strength_value(std::int32_t strength) {
  constexpr std::int32_t none = -70, step = 8;
  return static_cast<std::uint32_t>(std::clamp((strength - none) / step, 0, 15));
}

// 0, 1, 2, 3, 4–6, 7–12, 13–24, more
std::uint32_t distance_value(std::uint32_t words) {
  constexpr std::array<std::uint32_t, 7> last{0, 1, 2, 3, 6, 12, 24};
  std::uint32_t value = 0;
  while (value < last.size() && words > last[value]) ++value;
  return value;
}

// begin, middle, end of a range as the values `first`, first + 1, first + 2
std::uint32_t part(word_range range, std::uint32_t i, std::uint32_t first) {
  if (i == range.begin) return first;
  return i + 1 == range.end ? first + 2 : first + 1;
}

attribution_role part(word_range range, std::uint32_t i, attribution_role first) {
  return static_cast<attribution_role>(part(range, i, static_cast<std::uint32_t>(first)));
}

void mark_range(word_range range, feature f, std::uint32_t first, std::vector<word_features>& out) {
  for (std::uint32_t i = range.begin; i < range.end && i < out.size(); ++i) {
    set(out[i], f, part(range, i, first));
  }
}

}  // namespace

void feature_reader::read_forms(std::string_view text, const word_list& words,
                                std::vector<word_features>& out) {
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const word& w = words[i];
    word_features& row = out[i];
    const std::string_view as_written = w.where.of(text);
    form_.clear();
    append_form(as_written, form_);
    const std::string_view form = form_;
    row.form = form_hash(form);
    row.prefix = form_hash(form.substr(0, prefix_size(form)));
    row.suffix = form_hash(form.substr(suffix_begin(form)));
    row.classes = w.classes & ((1ULL << class_bits) - 1);
    set(row, feature::shape, shape_value(as_written, w));
  }
}

// 0: outside; 1–5 inside a quotation that the rules attribute, 6–10 another: first word, inside,
// last word, unclosed, going on in the next paragraph.
void feature_reader::read_quotations(const word_list& words, std::span<const quotation> quotations,
                                     std::span<const attribution> attributions,
                                     std::vector<word_features>& out) {
  attributed_.assign(quotations.size(), false);
  for (const attribution& a : attributions) {
    if (a.quotation != nowhere) attributed_[a.quotation] = true;
  }
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const std::uint32_t q = words[i].quotation;
    std::uint32_t value = 0;
    if (q != nowhere) {
      const word_range range = words.quotation(q);
      value = i == range.begin          ? 1
              : i + 1 == range.end      ? 3
              : !quotations[q].closed   ? 4
              : quotations[q].continues ? 5
                                        : 2;
      if (!attributed_[q]) value += 5;
    }
    set(out[i], feature::quotation, value);
  }
}

void feature_reader::read_places(const word_list& words, std::vector<word_features>& out) {
  const auto paragraph = [&](std::uint32_t s) {
    return s < words.sentences() ? words.paragraph(s) : nowhere;
  };
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const std::uint32_t s = words[i].sentence;
    if (s == nowhere) {
      set(out[i], feature::from_start, 7);
      set(out[i], feature::to_end, 7);
      set(out[i], feature::place, 0);
      continue;
    }
    const word_range sentence = words.sentence(s);
    set(out[i], feature::from_start, distance_value(i - sentence.begin));
    set(out[i], feature::to_end, distance_value(sentence.end - 1 - i));
    const std::uint32_t here = paragraph(s);
    const bool first = s == 0 || paragraph(s - 1) != here;
    const bool last = s + 1 >= words.sentences() || paragraph(s + 1) != here;
    const std::uint32_t in_text = here == 0 ? 0 : here < 3 ? 1 : 2;
    set(out[i], feature::place, in_text * 4 + (first ? 0 : 1) + (last ? 0 : 2));
  }
}

void feature_reader::run(std::string_view text, const word_list& words,
                         std::span<const quotation> quotations,
                         std::span<const std::int32_t> strengths,
                         std::span<const attribution> attributions,
                         std::vector<word_features>& out) {
  out.assign(words.size(), {});
  read_forms(text, words, out);
  read_quotations(words, quotations, attributions, out);
  read_places(words, out);
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    set(out[i], feature::strength, strength_value(strengths[i]));
    set(out[i], feature::speaker, 0);
    set(out[i], feature::reach, 0);
  }
  for (const attribution& a : attributions) {
    mark_range(a.content, feature::reach, 1, out);
    mark_range(a.more, feature::reach, 4, out);
    if (a.quotation != nowhere) mark_range(words.quotation(a.quotation), feature::reach, 7, out);
    mark_range(a.source, feature::speaker, 1, out);
    mark_range(a.cue, feature::speaker, 4, out);
    mark_range(a.cue_part, feature::speaker, 4, out);
    if (a.head != nowhere) set(out[a.head], feature::speaker, 7);
  }
}

attribution_role role_of(const attribution& a, const word_list& words, std::uint32_t i) {
  if (i == a.head) return attribution_role::head;
  if (a.cue.contains(i) || a.cue_part.contains(i)) return attribution_role::cue;
  if (a.source.contains(i)) {
    return i == a.source.begin ? attribution_role::source_begin : attribution_role::source;
  }
  if (a.content.contains(i)) return part(a.content, i, attribution_role::content_begin);
  if (a.more.contains(i)) return part(a.more, i, attribution_role::more_begin);
  if (a.quotation != nowhere && words.quotation(a.quotation).contains(i)) {
    return part(words.quotation(a.quotation), i, attribution_role::quotation_begin);
  }
  return attribution_role::none;
}

}  // namespace quoth::quotes
