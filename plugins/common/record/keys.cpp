#include <algorithm>
#include <array>
#include <bit>
#include <record/keys.hpp>
#include <record/vocabulary.hpp>
#include <text/stem.hpp>

namespace quoth::record {

namespace {

constexpr std::size_t memories = 1u << 15;  // 2 MiB
constexpr std::size_t window = 4;           // fingerprints of which the least is kept

// The word without its ending, for a language without a Snowball algorithm. Cutting too much only
// makes candidates; the alignment decides.
[[nodiscard]] std::string_view without_ending(std::string_view word,
                                              const std::vector<std::string>& endings) noexcept {
  constexpr std::size_t least = 6;  // bytes: three Cyrillic letters stay
  for (const std::string& ending : endings) {
    if (word.size() >= ending.size() + least && word.ends_with(ending)) {
      return word.substr(0, word.size() - ending.size());
    }
  }
  return word;
}

// The infinitive of a verb of which `norm` is the infinitive with an infix behind its prefix or the
// participle, made in `made`: auszuschließen, ausschließend → ausschließen. Else `norm`.
[[nodiscard]] std::string_view infinitive_of(std::string_view norm, const word_forms& forms,
                                             std::string& made) {
  constexpr std::size_t least = 4;  // bytes of the verb
  for (const std::string& prefix : forms.prefixes) {
    if (!norm.starts_with(prefix)) continue;
    std::string_view verb = norm.substr(prefix.size());
    if (!verb.starts_with(forms.infix)) break;
    verb.remove_prefix(forms.infix.size());
    if (verb.size() < least || !verb.ends_with(forms.infinitive)) break;
    return made.assign(prefix).append(verb);
  }
  std::string_view stem = norm;
  for (const std::string& ending : forms.participle_endings) {
    if (!stem.ends_with(ending)) continue;
    stem.remove_suffix(ending.size());
    break;
  }
  const std::size_t end = forms.participle.size();
  if (end == 0 || !stem.ends_with(forms.participle) || stem.size() < end + least) return norm;
  const std::string_view before = stem.substr(0, stem.size() - end);
  const auto joins = [&](std::string_view joint) { return before.ends_with(joint); };
  if (std::ranges::any_of(forms.joints, joins)) return norm;
  return made.assign(before).append(forms.of_participle);
}

[[nodiscard]] std::uint64_t mix(std::uint64_t a, std::uint64_t b) noexcept {
  const std::uint64_t x = (a ^ std::rotl(b, 23)) * 0x9E3779B97F4A7C15U;
  return x ^ (x >> 29);
}

}  // namespace

std::string_view key_maker::stem(std::string_view norm, std::string_view lang) {
  const word_forms& forms = forms_of(lang);
  if (!forms.endings.empty()) {
    norm = without_ending(norm, forms.endings);
  } else {
    if (norm.ends_with("'s")) norm.remove_suffix(2);
    norm = infinitive_of(norm, forms, form_);
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
