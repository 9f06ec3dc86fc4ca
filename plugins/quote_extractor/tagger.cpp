#include "tagger.hpp"

#include <algorithm>
#include <array>

namespace quoth::quotes {
namespace {

// Mirrored in train/tagger_corpus.py and train/tagger_scores.py.
constexpr std::uint32_t reach_before = 56, reach_after = 72;  // words of a window
constexpr float least_anchor = -2.1972246F;                   // log odds of 0.1

constexpr std::uint32_t part_words = 2048;      // of a text, learned from at once
constexpr std::uint32_t words_a_candidate = 6;  // at least, in the mean over a part
constexpr std::size_t margin = 16;              // rows of zeros beside rounded states
constexpr std::size_t block_rows = 64;          // of a layer at once: their sums stay near

constexpr std::uint8_t in_cue = 1, in_content = 2;

// Without aliases, so that the compiler makes vectors of it.
void add_row(const float* __restrict row, std::size_t size, float* __restrict x) {
  for (std::size_t i = 0; i < size; ++i) x[i] += row[i];
}

// Room for as many; what a shorter text leaves behind is not cleared again.
template <typename T>
void grow(std::vector<T>& values, std::size_t size) {
  if (values.size() < size) values.resize(size);
}

std::uint32_t distance_row(std::int64_t distance) {
  constexpr std::int64_t zero = 22;
  const std::int64_t far = distance < 0 ? -distance : distance;
  std::int64_t bucket = far;
  if (far > 16) {
    bucket = 17 + (far > 20) + (far > 26) + (far > 34) + (far > 46) + (far > 60);
  }
  return static_cast<std::uint32_t>(distance < 0 ? zero - bucket : zero + bucket);
}

constexpr quoth::part_role role_of_label(std::uint8_t label) {
  return label <= 2   ? quoth::part_role::content
         : label <= 4 ? quoth::part_role::source
                      : quoth::part_role::cue;
}

}  // namespace

// sums of `rows` rows; out: rows of layer.outputs
void tagger::apply(const linear_layer& layer, const std::uint8_t* activations, std::size_t stride,
                   std::size_t rows, float* out) {
  const factor all[] = {{activations, layer.parts.data()}};
  const std::size_t padded = layer.parts[0].padded_outputs();
  grow(sums_, rows * padded);
  sum_products(set_, all, stride, rows, sums_.data());
  for (std::size_t row = 0; row < rows; ++row) {
    const std::int32_t* sums = sums_.data() + row * padded;
    float* to = out + row * layer.outputs;
    for (std::size_t o = 0; o < layer.outputs; ++o) {
      to[o] = layer.biases[o] + layer.steps[o] * static_cast<float>(sums[o]);
    }
  }
}

// Runs the layers over `rows` rows of states. Returns the rows `wanted` of what the last one gives,
// rounded to `step`; they stay until the next call. Layers leave out rows that bear on none of
// them.
const std::uint8_t* tagger::convolve(const std::vector<convolution>& layers, std::size_t width,
                                     std::size_t rows, word_range wanted, float step,
                                     std::vector<float>& states) {
  for (std::vector<std::uint8_t>& rounded : rounded_) {
    grow(rounded, (rows + 2 * margin) * width);
    std::fill_n(rounded.data(), margin * width, 0);
    std::fill_n(rounded.data() + (margin + rows) * width, margin * width, 0);
  }
  grow(sums_, block_rows * width);
  std::uint8_t* from = rounded_[0].data() + margin * width;
  std::uint8_t* to = rounded_[1].data() + margin * width;
  std::size_t reach = 0;
  for (const convolution& layer : layers) reach += layer.dilation;
  round_states(set_, states.data(), rows * width, layers[0].step, from);
  for (std::size_t l = 0; l < layers.size(); ++l) {
    const convolution& layer = layers[l];
    const float next_step = l + 1 < layers.size() ? layers[l + 1].step : step;
    reach -= layer.dilation;
    const std::size_t begin = wanted.begin - std::min<std::size_t>(wanted.begin, reach);
    const std::size_t end = std::min(rows, wanted.end + reach);
    const auto tap = static_cast<std::ptrdiff_t>(layer.dilation * width);
    for (std::size_t first = begin; first < end; first += block_rows) {
      const std::size_t count = std::min(block_rows, end - first);
      const std::uint8_t* here = from + first * width;
      const factor taps[] = {{here - tap, &layer.linear.parts[0]},
                             {here, &layer.linear.parts[1]},
                             {here + tap, &layer.linear.parts[2]}};
      sum_products(set_, taps, width, count, sums_.data());
      add_layer(set_, sums_.data(), layer.linear.steps.data(), layer.linear.biases.data(), width,
                count, states.data() + first * width, next_step, to + first * width);
    }
    std::swap(from, to);
  }
  return from + wanted.begin * width;
}

// The inputs of the words as activations: pretrained vectors, then own ones with prefix and suffix.
void tagger::read_inputs(const tagger_network& n, std::uint32_t begin, std::uint32_t end) {
  const tagger_model& m = *model_;
  const std::size_t pretrained = m.pretrained.size, own = n.own.size, stride = pretrained + own;
  grow(inputs_, (end - begin) * stride);
  for (std::uint32_t i = begin; i < end; ++i) {
    const word_features& row = rows_[i];
    std::uint8_t* to = inputs_.data() + (i - begin) * stride;
    const std::int8_t* known = m.pretrained.of(row.form);
    for (std::size_t k = 0; k < pretrained; ++k) {
      to[k] = static_cast<std::uint8_t>(std::clamp<std::int8_t>(known[k], -63, 63) + 64);
    }
    const std::int8_t* form = n.own.of(row.form);
    const std::int8_t* prefix = n.prefixes.data() + row.prefix % m.hashed * own;
    const std::int8_t* suffix = n.suffixes.data() + row.suffix % m.hashed * own;
    for (std::size_t k = 0; k < own; ++k) {
      const auto sum = static_cast<std::int16_t>(form[k] + prefix[k] + suffix[k]);
      to[pretrained + k] = static_cast<std::uint8_t>(std::clamp<std::int16_t>(sum, -63, 63) + 64);
    }
  }
}

// What a network makes of the words `begin` to `end`; adds its scores of anchors.
void tagger::encode(const tagger_network& m, reading& out, std::uint32_t begin, std::uint32_t end) {
  const std::size_t rows = end - begin, width = m.width, pretrained = model_->pretrained.size;
  read_inputs(m, begin, end);
  const std::size_t stride = pretrained + m.own.size;
  const factor known{inputs_.data(), &m.input.parts[0]};
  const factor own{inputs_.data() + pretrained, &m.input.parts[1]};
  grow(sums_, rows * width);
  const factor all[] = {known, known, own};  // a pretrained number counts twice an own one
  sum_products(set_, all, stride, rows, sums_.data());
  grow(states_, rows * width);
  for (std::size_t row = 0; row < rows; ++row) {
    float* x = states_.data() + row * width;
    const std::int32_t* sums = sums_.data() + row * width;
    for (std::size_t o = 0; o < width; ++o) {
      x[o] =
          m.input.biases[o] + m.input.steps[o] * static_cast<float>(sums[o] - m.input_offsets[o]);
    }
    const word_features& word = rows_[begin + row];
    const float* table = m.feature_table.data();
    for (const std::uint8_t r : word.rows) add_row(table + r * width, width, x);
    const float* classes = table + (feature_rows - class_bits) * width;
    for (std::uint64_t bits = word.classes; bits != 0; bits &= bits - 1) {
      add_row(classes + static_cast<std::size_t>(__builtin_ctzll(bits)) * width, width, x);
    }
  }
  const std::uint8_t* states =
      convolve(m.layers, width, rows, {0, end - begin}, m.output_step, states_);
  out.states.assign(states, states + rows * width);
  out.near.resize(rows * m.narrow);
  apply(m.near, out.states.data(), width, rows, out.near.data());
  network_scores_.resize(rows * anchor_kinds);
  apply(m.anchors, out.states.data(), width, rows, network_scores_.data());
  add_row(network_scores_.data(), rows * anchor_kinds, anchor_scores_.data());
}

// All networks' readings of the words `begin` to `end`, and their mean scores of anchors.
void tagger::encode(std::uint32_t begin, std::uint32_t end) {
  const std::vector<tagger_network>& networks = model_->networks;
  readings_.resize(networks.size());
  anchor_scores_.assign((end - begin) * anchor_kinds, 0.0F);
  for (std::size_t n = 0; n < networks.size(); ++n) encode(networks[n], readings_[n], begin, end);
  const float share = 1.0F / static_cast<float>(networks.size());
  for (float& score : anchor_scores_) score *= share;
}

void tagger::index_rules() {
  rule_at_.assign(words_->size() + 1, nowhere);
  const auto put = [&](std::uint32_t i, std::uint32_t rule) {
    if (i < rule_at_.size() && rule_at_[i] == nowhere) rule_at_[i] = rule;
  };
  for (std::uint32_t n = 0; n < rules_.size(); ++n) {
    const attribution& a = rules_[n];
    for (std::uint32_t i = a.cue.begin; i < a.cue.end; ++i) put(i, n);
    if (a.head != nowhere) put(a.head, n);
  }
  for (std::uint32_t n = 0; n < rules_.size(); ++n) {
    const attribution& a = rules_[n];
    if (!a.content.empty()) put(a.content.begin, n);
    if (a.quotation == nowhere || words_->quotation(a.quotation).empty()) continue;
    put(words_->quotation(a.quotation).begin, n);
    put(words_->quotation(a.quotation).begin + 1, n);
  }
}

// Likely anchors among the words of the part's core; `begin` is the part's first word. Where too
// many are likely, the likeliest.
void tagger::find_candidates(std::uint32_t begin, std::uint32_t core_begin,
                             std::uint32_t core_end) {
  candidates_.clear();
  for (std::uint32_t i = core_begin; i < core_end; ++i) {
    if ((*words_)[i].sentence == nowhere) continue;
    const float* scores = anchor_scores_.data() + (i - begin) * anchor_kinds;
    const std::uint32_t kind = scores[1] >= scores[2] ? 1 : 2;
    const float score = scores[kind] - scores[0];
    if (score > least_anchor) candidates_.push_back({i, kind, score});
  }
  const std::size_t most = part_words / words_a_candidate;
  if (candidates_.size() <= most) return;
  std::ranges::stable_sort(candidates_, std::ranges::greater{}, &candidate::score);
  candidates_.resize(most);
  std::ranges::sort(candidates_, {}, &candidate::anchor);
}

// The anchor's sentence and its neighbours, as far as labels may reach.
word_range tagger::window_of(std::uint32_t anchor) const {
  const word_list& words = *words_;
  const auto sentence = [&](std::uint32_t i) { return std::uint64_t{words[i].sentence}; };
  word_range window{anchor > reach_before ? anchor - reach_before : 0,
                    std::min(words.size(), anchor + reach_after)};
  while (sentence(window.begin) + 1 < sentence(anchor)) ++window.begin;
  while (sentence(window.end - 1) > sentence(anchor) + 1) --window.end;
  return window;
}

// Viterbi over scores_; the labels in labels_.
void tagger::best_labels(std::size_t rows) {
  constexpr std::size_t padded = 8;  // labels, for the compiler to make vectors of
  std::array<std::array<float, padded>, tagger_labels> chain{};
  for (std::size_t from = 0; from < tagger_labels; ++from) {
    std::ranges::copy(model_->chain[from], chain[from].begin());
  }
  std::array<float, padded> best{}, next{};
  std::array<std::int32_t, padded> source{};
  back_.resize(rows * tagger_labels);
  for (std::size_t to = 0; to < tagger_labels; ++to) best[to] = chain[0][to] + scores_[to];
  for (std::size_t row = 1; row < rows; ++row) {
    source.fill(0);
    for (std::size_t to = 0; to < padded; ++to) next[to] = best[0] + chain[0][to];
    for (std::size_t from = 1; from < tagger_labels; ++from) {
      for (std::size_t to = 0; to < padded; ++to) {
        const float value = best[from] + chain[from][to];
        source[to] = value > next[to] ? static_cast<std::int32_t>(from) : source[to];
        next[to] = value > next[to] ? value : next[to];
      }
    }
    for (std::size_t to = 0; to < tagger_labels; ++to) {
      best[to] = next[to] + scores_[row * tagger_labels + to];
      back_[row * tagger_labels + to] = static_cast<std::uint8_t>(source[to]);
    }
  }
  labels_.resize(rows);
  labels_[rows - 1] = static_cast<std::uint8_t>(
      std::max_element(best.begin(), best.begin() + tagger_labels) - best.begin());
  for (std::size_t row = rows - 1; row > 0; --row) {
    labels_[row - 1] = back_[row * tagger_labels + labels_[row]];
  }
}

// What a network reads in the window of a candidate, before its narrow layers, into narrow_.
void tagger::read_window(const tagger_network& m, const reading& read, const candidate& c,
                         word_range window, std::uint32_t begin) {
  const word_list& words = *words_;
  const std::size_t rows = window.size(), narrow = m.narrow;
  anchor_.resize(narrow);
  apply(m.anchor, read.states.data() + (c.anchor - begin) * m.width, m.width, 1, anchor_.data());
  add_row(m.kinds.data() + (c.kind - 1) * narrow, narrow, anchor_.data());
  const std::uint32_t rule = rule_at_[c.anchor];
  grow(narrow_, rows * narrow);
  for (std::uint32_t i = window.begin; i < window.end; ++i) {
    float* x = narrow_.data() + (i - window.begin) * narrow;
    std::copy_n(read.near.data() + (i - begin) * narrow, narrow, x);
    add_row(anchor_.data(), narrow, x);
    const std::uint32_t distance = distance_row(std::int64_t{i} - std::int64_t{c.anchor});
    add_row(m.distances.data() + distance * narrow, narrow, x);
    const auto role = rule == nowhere ? attribution_role::none : role_of(rules_[rule], words, i);
    add_row(m.roles.data() + static_cast<std::size_t>(role) * narrow, narrow, x);
    const std::uint32_t here = words[i].sentence, there = words[c.anchor].sentence;
    const std::size_t side = here < there ? 0 : here == there ? 1 : 2;
    add_row(m.sentences.data() + side * narrow, narrow, x);
  }
}

// The mean of the networks' log odds that the candidate has a quote.
float tagger::validity_of(const candidate& c, word_range window, std::uint32_t begin) {
  const std::vector<tagger_network>& networks = model_->networks;
  const std::uint32_t anchor = c.anchor - window.begin;
  float sum = 0;
  for (std::size_t n = 0; n < networks.size(); ++n) {
    const tagger_network& m = networks[n];
    read_window(m, readings_[n], c, window, begin);
    const std::uint8_t* state = convolve(m.narrow_layers, m.narrow, window.size(),
                                         {anchor, anchor + 1}, m.narrow_step, narrow_);
    float validity = 0;
    apply(m.valid, state, m.narrow, 1, &validity);
    sum += validity;
  }
  return sum * (1.0F / static_cast<float>(networks.size()));
}

// The mean of the networks' scores of labels in a window, into scores_.
void tagger::score_window(const candidate& c, word_range window, std::uint32_t begin) {
  const std::vector<tagger_network>& networks = model_->networks;
  const std::uint32_t rows = window.size();
  scores_.assign(rows * tagger_labels, 0.0F);
  network_scores_.resize(rows * tagger_labels);
  for (std::size_t n = 0; n < networks.size(); ++n) {
    const tagger_network& m = networks[n];
    read_window(m, readings_[n], c, window, begin);
    const std::uint8_t* states =
        convolve(m.narrow_layers, m.narrow, rows, {0, rows}, m.narrow_step, narrow_);
    apply(m.labels, states, m.narrow, rows, network_scores_.data());
    add_row(network_scores_.data(), rows * tagger_labels, scores_.data());
  }
  const float share = 1.0F / static_cast<float>(networks.size());
  for (float& score : scores_) score *= share;
}

// Whether a quote's source has a name or a personal pronoun. Mirrored in train/tagger_scores.py.
bool tagger::has_named_source(const tagged_quote& quote) const {
  constexpr std::uint64_t function_words = determiner | subject_pronoun | object_pronoun |
                                           possessive | relative | complementizer | question_word |
                                           infinitive | auxiliary | negation | preposition |
                                           coordinator | subordinator | clitic;
  for (const tagged_span& span : all_.spans_of(quote)) {
    if (span.role != quoth::part_role::source) continue;
    for (std::uint32_t i = span.where.begin; i < span.where.end; ++i) {
      const word& w = (*words_)[i];
      if (w.is(subject_pronoun) && !w.is(thing)) return true;
      if (w.shape == word_shape::capital && !w.is(function_words)) return true;
    }
  }
  return false;
}

// The quote of a candidate, into all_; `begin` is the first word of the part.
void tagger::tag(const candidate& c, std::uint32_t begin) {
  const word_range window = window_of(c.anchor);
  const std::uint32_t rows = window.size();
  tagged_quote quote{.anchor = c.anchor,
                     .has_cue = c.kind == 1,
                     .validity = validity_of(c, window, begin),
                     .rule = rule_at_[c.anchor],
                     .window = window};
  const float least = std::min(model_->threshold, model_->threshold_named);
  if (!(quote.validity >= least)) return;
  score_window(c, window, begin);
  best_labels(rows);
  quote.first_span = static_cast<std::uint32_t>(all_.spans.size());
  std::uint8_t before = 0;
  for (std::uint32_t i = 0; i < rows; ++i) {
    const std::uint8_t label = labels_[i];
    const bool goes_on = label % 2 == 0 && (before == label || before + 1 == label);
    before = label;
    if (label == 0) continue;
    const std::uint32_t at = window.begin + i;
    if (goes_on) {
      all_.spans.back().where.end = at + 1;
    } else {  // at the first label of its kind, whatever the model's chain allows
      all_.spans.push_back({role_of_label(label), {at, at + 1}});
    }
  }
  quote.spans = static_cast<std::uint32_t>(all_.spans.size()) - quote.first_span;
  const bool named = has_named_source(quote);
  if (quote.validity >= (named ? model_->threshold_named : model_->threshold)) {
    all_.quotes.push_back(quote);
  } else {
    all_.spans.resize(quote.first_span);
  }
}

// The likeliest first: one quote a cue and a quotation, and, unless the language nests them, no
// quote within the content of another.
void tagger::keep_consistent(tagging& out) {
  taken_.assign(words_->size(), 0);
  content_end_.assign(words_->size(), 0);
  const auto content_of = [&](const tagged_quote& quote) {
    word_range content;
    for (const tagged_span& s : all_.spans_of(quote)) {
      if (s.role != quoth::part_role::content) continue;
      content = content.empty() ? s.where : word_range{content.begin, s.where.end};
    }
    return content;
  };
  order_.resize(all_.quotes.size());
  for (std::uint32_t i = 0; i < order_.size(); ++i) order_[i] = i;
  std::ranges::stable_sort(order_, [&](std::uint32_t a, std::uint32_t b) {
    return all_.quotes[a].validity > all_.quotes[b].validity;
  });
  std::vector<std::uint32_t>& kept = order_;
  std::size_t count = 0;
  for (const std::uint32_t n : order_) {
    const tagged_quote& quote = all_.quotes[n];
    const std::uint8_t held = model_->nested ? 0 : in_content;
    bool free = (taken_[quote.anchor] & (in_cue | held)) == 0;
    const word_range content = content_of(quote);
    const bool quoted = !content.empty() && (*words_)[content.begin].quoted();
    free = free && !(quoted && content_end_[content.begin] == content.end);
    std::uint32_t words = 0, shared = 0;
    for (const tagged_span& s : all_.spans_of(quote)) {
      for (std::uint32_t i = s.where.begin; i < s.where.end; ++i) {
        if (s.role == quoth::part_role::cue) free = free && (taken_[i] & in_cue) == 0;
        if (s.role != quoth::part_role::content) continue;
        ++words;
        shared += (taken_[i] & held) != 0;
      }
    }
    if (!free || words == 0 || shared * 2 > words) continue;
    for (const tagged_span& s : all_.spans_of(quote)) {
      if (s.role == quoth::part_role::source) continue;
      const std::uint8_t mark = s.role == quoth::part_role::cue ? in_cue : in_content;
      for (std::uint32_t i = s.where.begin; i < s.where.end; ++i) taken_[i] |= mark;
    }
    content_end_[content.begin] = content.end;
    kept[count++] = n;
  }
  kept.resize(count);
  std::ranges::sort(kept);
  for (const std::uint32_t n : kept) {
    tagged_quote quote = all_.quotes[n];
    const auto first = static_cast<std::uint32_t>(out.spans.size());
    const std::span<const tagged_span> spans = all_.spans_of(quote);
    out.spans.insert(out.spans.end(), spans.begin(), spans.end());
    quote.first_span = first;
    out.quotes.push_back(quote);
  }
}

void tagger::run(const tagger_model& model, const word_list& words,
                 std::span<const word_features> rows, std::span<const attribution> rules,
                 tagging& out) {
  model_ = &model;
  words_ = &words;
  rows_ = rows;
  rules_ = rules;
  all_.quotes.clear();
  all_.spans.clear();
  index_rules();
  const std::uint32_t radius = model.radius();
  for (std::uint32_t core = 0; core < words.size(); core += part_words) {
    const std::uint32_t core_end = std::min(words.size(), core + part_words);
    const std::uint32_t before = radius + reach_before, after = radius + reach_after;
    const std::uint32_t begin = core > before ? core - before : 0;
    const std::uint32_t end = std::min(words.size(), core_end + after);
    encode(begin, end);
    find_candidates(begin, core, core_end);
    for (const candidate& c : candidates_) tag(c, begin);
  }
  keep_consistent(out);
}

}  // namespace quoth::quotes
