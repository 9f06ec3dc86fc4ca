#include <algorithm>
#include <map>
#include <record/embedded.hpp>
#include <record/vocabulary.hpp>
#include <text/fold.hpp>

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

void add_role_words(std::string_view language, role_vocabulary& made) {
  bool capitals = false;
  each_line(language, "roles.tsv", [&](const text::lexicon& lines, std::size_t i) {
    const std::string_view kind = lines[i][0], word = lines[i][1], more = lines[i][2];
    const std::string key = text::name_key(word);
    if (kind == "capitalised-nouns") {
      capitals = true;
    } else if (kind == "compound") {
      made.compounds.push_back({key, more == "head", more == "any-head"});
    } else if (kind == "determiner") {
      made.determiners.insert(word, 0);
      if (capitals) made.before_capitals.insert(word, 0);
    } else if (kind == "empty") {
      made.empty.insert(key, 0);
    } else if (kind == "former") {
      made.former.push_back(' ' + key + (word.ends_with('-') ? "" : " "));
    } else if (kind == "particle") {
      made.particles.insert(word, 0);
    } else if (kind == "short") {
      made.short_forms.emplace_back(' ' + key + ' ', ' ' + text::name_key(more) + ' ');
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
