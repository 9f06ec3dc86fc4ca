#include <algorithm>
#include <array>
#include <bit>
#include <record/keys.hpp>
#include <text/stem.hpp>
#include <text/utf8.hpp>

namespace quoth::record {

namespace {

constexpr std::size_t memories = 1u << 15;  // 2 MiB
constexpr std::size_t window = 4;           // fingerprints of which the least is kept

// Endings of Ukrainian nouns, adjectives and verbs, longest first, for a language without a
// Snowball algorithm. Cutting too much only makes candidates; the alignment decides.
constexpr std::array<std::string_view, 46> ukrainian_endings{
    "ується", "ються", "ється", "ились", "илась", "ями", "ами", "ові", "еві", "ого", "ому", "ими",
    "ією",    "ться",  "тися",  "ить",   "ють",   "ять", "ють", "ала", "али", "ило", "или", "ила",
    "ий",     "их",    "ій",    "ої",    "ою",    "ею",  "ів",  "їв",  "ям",  "ам",  "ах",  "ях",
    "ти",     "ла",    "ло",    "ли",    "ть",    "єю",  "им",  "ем",  "ом",  "ої"};

[[nodiscard]] std::string_view ukrainian_stem(std::string_view word) noexcept {
  constexpr std::size_t least = 6;  // bytes: three letters stay
  for (const std::string_view ending : ukrainian_endings) {
    if (word.size() >= ending.size() + least && word.ends_with(ending)) {
      return word.substr(0, word.size() - ending.size());
    }
  }
  if (word.size() >= least + 2) {
    const auto last = text::decode_before(word, word.size());
    constexpr std::u32string_view endings = U"аеиіїоуюяєьйв";
    if (endings.find(last.value) != std::u32string_view::npos) {
      return word.substr(0, word.size() - last.size);
    }
  }
  return word;
}

// Prefixes that part from a German verb, longest first where one begins another; and how the stem
// before -ende ends in a noun: Wochenende, Jahresende.
constexpr std::array<std::string_view, 30> german_prefixes{
    "zusammen", "zurück", "zurecht", "wieder", "weiter", "voran", "voraus", "heraus",
    "herein",   "herab",  "hinaus",  "hinein", "hinzu",  "nach",  "fest",   "fort",
    "frei",     "heim",   "auf",     "aus",    "bei",    "ein",   "her",    "hin",
    "los",      "mit",    "vor",     "weg",    "ab",     "an"};

constexpr std::array<std::string_view, 5> german_joints{"en", "es", "ts", "gs", "ls"};

// The infinitive of a German verb of which `norm` is the infinitive with "zu" inside or the
// participle in -end, made in `made`: auszuschließen, ausschließend → ausschließen. Else `norm`.
[[nodiscard]] std::string_view german_infinitive(std::string_view norm, std::string& made) {
  constexpr std::size_t least = 4;  // bytes of the verb
  for (const std::string_view prefix : german_prefixes) {
    if (!norm.starts_with(prefix)) continue;
    const std::string_view rest = norm.substr(prefix.size());
    const std::string_view verb = rest.starts_with("zu") ? rest.substr(2) : std::string_view{};
    if (verb.size() < least || !verb.ends_with('n')) break;
    return made.assign(prefix).append(verb);
  }
  std::string_view stem = norm;
  for (const std::string_view ending : {"er", "es", "en", "em", "e"}) {
    if (!stem.ends_with(ending)) continue;
    stem.remove_suffix(ending.size());
    break;
  }
  if (!stem.ends_with("end") || stem.size() < 3 + least) return norm;
  const std::string_view before = stem.substr(0, stem.size() - 3);
  const auto joins = [&](std::string_view joint) { return before.ends_with(joint); };
  if (std::ranges::any_of(german_joints, joins)) return norm;
  return made.assign(stem.substr(0, stem.size() - 1));
}

[[nodiscard]] std::uint64_t mix(std::uint64_t a, std::uint64_t b) noexcept {
  const std::uint64_t x = (a ^ std::rotl(b, 23)) * 0x9E3779B97F4A7C15U;
  return x ^ (x >> 29);
}

}  // namespace

std::string_view key_maker::stem(std::string_view norm, std::string_view lang) {
  if (lang == "uk") {
    norm = ukrainian_stem(norm);
  } else {
    if (norm.ends_with("'s")) norm.remove_suffix(2);
    if (lang == "de") norm = german_infinitive(norm, form_);
    norm = text::stemmer_for(lang)(norm);
  }
  if (norm.find('\'') == std::string_view::npos) return norm;
  stem_.assign(norm);
  std::erase(stem_, '\'');
  return stem_;
}

key_maker::key key_maker::word_key(const word_list& list, const word& one, std::string_view lang) {
  if (one.kind != word_kind::letters) return {list.norm(one), one.hash};
  if (memories_.empty()) memories_.resize(memories);
  const std::uint64_t language = lang.size() < 2 ? 0 : lang[0] * 256U + lang[1];
  const std::uint64_t here = mix(one.hash, language);
  memory& place = memories_[here % memories];
  if (place.word == here) return {{place.letters.data(), place.size}, place.stem};
  const std::string_view made = stem(list.norm(one), lang);
  const std::uint64_t hash = hash_of(made);
  if (made.size() > memory::longest) return {made, hash};
  std::ranges::copy(made, place.letters.begin());
  place.size = static_cast<std::uint8_t>(made.size());
  place.word = here;
  place.stem = hash;
  return {{place.letters.data(), place.size}, hash};
}

void key_maker::fingerprints(std::span<const word> words, std::vector<std::uint32_t>& out) {
  for (std::size_t i = 2; i < words.size(); ++i) {
    const std::uint64_t print = mix(mix(words[i - 2].hash, words[i - 1].hash), words[i].hash);
    out.push_back(static_cast<std::uint32_t>(print >> (64 - fingerprint_bits)));
  }
}

bool key_maker::first_time(std::uint64_t hash) {
  const std::size_t mask = seen_.size() - 1;
  if (hash == 0) hash = 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    if (seen_[at] == hash) return false;
    if (seen_[at] == 0) {
      seen_[at] = hash;
      return true;
    }
  }
}

void key_maker::index_words(std::string_view text, std::string_view lang,
                            std::vector<std::uint64_t>& out) {
  words_.split(text, lang);
  seen_.assign(std::bit_ceil(2 * words_.size() + 2), 0);
  for (const word& one : words_.all()) {
    const key made = word_key(words_, one, lang);
    if (!made.text.empty() && first_time(made.hash)) out.push_back(made.hash);
  }
}

void key_maker::index_sequences(std::vector<std::uint32_t>& out) {
  prints_.clear();
  fingerprints(words_.all(), prints_);
  std::size_t kept = prints_.size();  // the position kept last
  for (std::size_t first = 0; first < prints_.size(); ++first) {
    const std::size_t end = std::min(first + window, prints_.size());
    std::size_t least = first;
    for (std::size_t i = first + 1; i < end; ++i) {
      if (prints_[i] <= prints_[least]) least = i;
    }
    if (least != kept) {
      kept = least;
      out.push_back(prints_[least]);
    }
    if (end == prints_.size()) break;
  }
}

}  // namespace quoth::record
