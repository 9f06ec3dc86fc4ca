#include <algorithm>
#include <map>
#include <record/embedded.hpp>
#include <record/vocabulary.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>

namespace quoth::record {

namespace {

// Calls `use(lexicon, i)` for each line of a language's file, which may have no such file.
template <class Use>
void each_line(std::string_view language, std::string_view file, Use use) {
  for (const embedded_file& one : embedded_files()) {
    if (one.language != language || one.name != file) continue;
    const auto lines = text::lexicon::parse(
        std::string(one.contents), std::string(language) + '/' + std::string(file), {1, 3});
    for (std::size_t i = 0; i < lines.size(); ++i) use(lines, i);
  }
}

[[nodiscard]] text::lexicon_error unknown_kind(const text::lexicon& lines, std::size_t i) {
  return lines.error(i, "unknown kind '" + std::string(lines[i][0]) + "'");
}

[[nodiscard]] std::pair<std::string, std::string> two_words(std::string_view text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  return {std::string(text.substr(0, end)),
          std::string(text.substr(std::min(end + 1, text.size())))};
}

// Longer words first; those of one length stay in their order.
void sort_by_length(std::vector<std::string>& words) {
  std::ranges::stable_sort(words, std::ranges::greater{}, &std::string::size);
}

// The bits of a kind of word that roles.tsv has, 0 for other kinds.
[[nodiscard]] std::uint8_t bits_of(std::string_view kind, std::string_view more) {
  if (kind == "another") return another_word;
  if (kind == "empty") return empty_word;
  if (kind == "former") return former_word;
  if (kind == "house") return house_word;
  if (kind != "office" && kind != "compound") return 0;
  if (more == "head") return office_word | head_word;
  return more == "any-head" ? office_word | any_head_word : office_word;
}

void add_role_words(std::string_view language, role_vocabulary& made) {
  constexpr std::size_t any = 0xFFFF;
  constexpr std::size_t of_compounds = 2;  // bytes: -in, -r, -n
  bool capitals = false;
  bool first = false;
  each_line(language, "roles.tsv", [&](const text::lexicon& lines, std::size_t i) {
    const std::string_view kind = lines[i][0], word = lines[i][1];
    const std::string key = text::name_key(word);
    if (std::uint8_t kinds = bits_of(kind, lines[i][2]); kinds != 0) {
      if (first && (kinds & office_word) != 0) kinds |= office_first;
      const bool compound = kind == "compound";
      if (compound) made.compounds.push_back(key);
      made.words.push_back({key, word.ends_with('-') ? any : compound ? of_compounds : 0, kinds});
    } else if (kind == "capitalised-nouns") {
      capitals = true;
    } else if (kind == "office-first") {
      first = true;
    } else if (kind == "determiner") {
      made.determiners.insert(word, 0);
      if (capitals) made.before_capitals.insert(word, 0);
    } else if (kind == "name-title") {
      made.name_titles.insert(word, 0);
    } else if (kind == "given-title") {
      made.given_titles.insert(word, 0);
    } else if (kind == "particle") {
      made.particles.insert(word, 0);
    } else if (kind == "short") {
      made.short_forms.emplace_back(' ' + key + ' ', ' ' + text::name_key(lines[i][2]) + ' ');
    } else {
      throw unknown_kind(lines, i);
    }
  });
}

[[nodiscard]] word_forms read_forms(std::string_view language) {
  word_forms made;
  each_line(language, "forms.tsv", [&](const text::lexicon& lines, std::size_t i) {
    const std::string_view kind = lines[i][0];
    const std::string word(lines[i][1]);
    if (kind == "ending") {
      made.endings.push_back(word);
    } else if (kind == "prefix") {
      made.prefixes.push_back(word);
    } else if (kind == "infix") {
      made.infix = word;
    } else if (kind == "infinitive") {
      made.infinitive = word;
    } else if (kind == "participle") {
      made.participle = word;
      made.of_participle = lines[i][2];
    } else if (kind == "participle-ending") {
      made.participle_endings.push_back(word);
    } else if (kind == "joint") {
      made.joints.push_back(word);
    } else if (kind == "contraction") {
      auto [first, second] = two_words(lines[i][2]);
      if (word.find('\'') == word.npos) made.unmarked.push_back(word);
      made.contractions.push_back({word, std::move(first), std::move(second)});
    } else if (kind == "contracted-ending") {
      made.contracted_endings.emplace_back(word, lines[i][2]);
    } else if (kind == "ordinal") {
      made.ordinals.push_back(word);
    } else if (kind == "percent") {
      made.percent = two_words(word);
      made.unmarked.push_back(made.percent.second);
    } else {
      throw unknown_kind(lines, i);
    }
  });
  for (auto* words : {&made.endings, &made.prefixes, &made.participle_endings}) {
    sort_by_length(*words);
  }
  return made;
}

[[nodiscard]] role_vocabulary read_role_words() {
  role_vocabulary made;
  std::string_view last;
  for (const embedded_file& one : embedded_files()) {  // the files of a language follow each other
    if (one.language != last) add_role_words(one.language, made);
    last = one.language;
  }
  std::ranges::stable_sort(made.short_forms, std::ranges::greater{},
                           [](const auto& form) { return form.first.size(); });
  std::ranges::sort(made.words, {}, &role_vocabulary::known_word::word);
  return made;
}

[[nodiscard]] std::map<std::string, word_forms, std::less<>> read_all_forms() {
  std::map<std::string, word_forms, std::less<>> made;
  for (const embedded_file& one : embedded_files()) {
    if (one.name == "forms.tsv") made.emplace(one.language, read_forms(one.language));
  }
  return made;
}

}  // namespace

// Of the words that begin `word` the longest counts. They stand before it in byte order, and behind
// all others that begin with its first two letters or do not reach it: no word of one letter begins
// others.
std::uint8_t role_vocabulary::kinds_of(std::string_view word) const noexcept {
  const std::size_t first = text::decode(word, 0).size;
  const std::string_view letters = word.substr(0, first + text::decode(word, first).size);
  std::uint8_t kinds = 0;
  std::size_t longest = 0;
  auto at = std::ranges::upper_bound(words, word, {}, &known_word::word);
  while (at != words.begin() && (--at)->word.starts_with(letters)) {
    const std::size_t size = at->word.size();
    if (size < longest || !word.starts_with(at->word)) continue;
    if (word.size() - size > at->longest_ending) continue;
    longest = size;
    kinds |= at->kinds;
  }
  return kinds;
}

const role_vocabulary& role_words() {
  static const role_vocabulary words = read_role_words();
  return words;
}

const word_forms& forms_of(std::string_view lang) {
  static const auto forms = read_all_forms();
  static const word_forms none;
  const auto found = forms.find(lang);
  return found == forms.end() ? none : found->second;
}

}  // namespace quoth::record
