#include "lexicon.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/fold.hpp"

namespace quoth::speakers {
namespace {

template <class Value, std::size_t N>
Value choose(const std::array<std::pair<std::string_view, Value>, N>& choices,
             const text::lexicon& file, std::size_t line, std::string_view column) {
  for (const auto& [word, value] : choices) {
    if (word == column) return value;
  }
  throw file.error(line, "unknown class '" + std::string(column) + "'");
}

using class_choice = std::pair<std::string_view, std::uint32_t>;

constexpr std::array noun_classes{
    class_choice{"person", person_noun}, class_choice{"group", group_noun},
    class_choice{"organisation", organisation_noun}, class_choice{"document", document_noun},
    class_choice{"utterance", utterance}};
constexpr std::array place_classes{class_choice{"state", state}, class_choice{"town", town},
                                   class_choice{"demonym", demonym}};
constexpr std::array function_classes{class_choice{"determiner", determiner},
                                      class_choice{"definite", determiner | definite},
                                      class_choice{"preposition", preposition},
                                      class_choice{"joining-preposition", preposition | joins_name},
                                      class_choice{"conjunction", conjunction},
                                      class_choice{"auxiliary", auxiliary},
                                      class_choice{"own", other_function | own},
                                      class_choice{"adverb", adverb},
                                      class_choice{"other", other_function}};
constexpr std::array label_classes{class_choice{"question", label_question},
                                   class_choice{"answer", label_answer},
                                   class_choice{"role", label_role}};

using pronoun_choice = std::pair<std::string_view, pronoun_class>;
constexpr std::array pronoun_classes{
    pronoun_choice{"subject", pronoun_class::subject},
    pronoun_choice{"object", pronoun_class::object},
    pronoun_choice{"reflexive", pronoun_class::reflexive},
    pronoun_choice{"possessive", pronoun_class::possessive},
    pronoun_choice{"thing", pronoun_class::thing},
    pronoun_choice{"expletive", pronoun_class::expletive},
    pronoun_choice{"plural", pronoun_class::plural},
    pronoun_choice{"author", pronoun_class::author},
    pronoun_choice{"authors", pronoun_class::authors},
    pronoun_choice{"addressee", pronoun_class::addressee},
    pronoun_choice{"relative", pronoun_class::relative},
    pronoun_choice{"relative-thing", pronoun_class::relative_thing},
    pronoun_choice{"demonstrative", pronoun_class::demonstrative},
    pronoun_choice{"one", pronoun_class::one}};

using via_choice = std::pair<std::string_view, via_class>;
constexpr std::array via_classes{
    via_choice{"tell", via_class::tell}, via_choice{"interview", via_class::interview},
    via_choice{"cite", via_class::cite}, via_choice{"as", via_class::as},
    via_choice{"by", via_class::by},     via_choice{"according", via_class::according},
    via_choice{"on", via_class::on},     via_choice{"that", via_class::that}};

names::gender gender_of(const text::lexicon& file, std::size_t line, std::string_view column) {
  if (column == "m") return names::gender::male;
  if (column == "f") return names::gender::female;
  if (column.empty()) return names::gender::unknown;
  throw file.error(line, "gender must be m or f, not '" + std::string(column) + "'");
}

}  // namespace

lexicon lexicon::load(const names::resources& from, const std::string& language) {
  lexicon result;
  result.names_ = names::lexicon::load(from, language);
  const auto each_entry = [&](const char* file, std::size_t most, auto use) {
    from.each_entry(language + '/' + file, 1, most, use);
  };

  each_entry("nouns.txt", 4, [&](const text::lexicon& lines, std::size_t i) {
    word_traits traits{choose(noun_classes, lines, i, lines[i][1]),
                       gender_of(lines, i, lines[i][2])};
    if (lines[i][3] == "name") {
      traits.classes |= traits.is(document_noun) ? work : anaphoric;
    } else if (!lines[i][3].empty()) {
      throw lines.error(i, "the fourth column is 'name' or empty");
    }
    result.add(lines[i][0], traits);
  });
  each_entry("pronouns.txt", 3, [&](const text::lexicon& lines, std::size_t i) {
    result.add(lines[i][0], {0, gender_of(lines, i, lines[i][2]),
                             choose(pronoun_classes, lines, i, lines[i][1])});
  });
  const auto classify = [&](const char* file, const auto& classes) {
    each_entry(file, 2, [&](const text::lexicon& lines, std::size_t i) {
      result.add(lines[i][0], {choose(classes, lines, i, lines[i][1])});
    });
  };
  each_entry("function-words.txt", 3, [&](const text::lexicon& lines, std::size_t i) {
    result.add(lines[i][0],
               {choose(function_classes, lines, i, lines[i][1]), gender_of(lines, i, lines[i][2])});
  });
  classify("places.txt", place_classes);
  classify("labels.txt", label_classes);
  const auto list = [&](const char* file, std::uint32_t classes) {
    each_entry(file, 1, [&](const text::lexicon& lines, std::size_t i) {
      result.add(lines[i][0], {classes});
    });
  };
  each_entry("organisation-words.txt", 2, [&](const text::lexicon& lines, std::size_t i) {
    const std::string_view kind = lines[i][1];
    if (!kind.empty() && kind != "press")
      throw lines.error(i, "the second column is 'press' or empty");
    result.add(lines[i][0], {kind.empty() ? organisation_word : organisation_word | press});
  });
  each_entry("reporting-verbs.txt", 2, [&](const text::lexicon& lines, std::size_t i) {
    result.add(lines[i][0], {reporting_verb, gender_of(lines, i, lines[i][1])});
  });
  list("outlets.txt", outlet);
  each_entry("via-words.txt", 2, [&](const text::lexicon& lines, std::size_t i) {
    word_traits traits;
    traits.via = choose(via_classes, lines, i, lines[i][1]);
    result.add(lines[i][0], traits);
  });
  each_entry("role-variants.txt", 2, [&](const text::lexicon& lines, std::size_t i) {
    result.full_roles_.emplace(text::to_lower(lines[i][0]), text::to_lower(lines[i][1]));
  });
  each_entry("role-modifiers.txt", 2, [&](const text::lexicon& lines, std::size_t i) {
    const std::string_view kind = lines[i][1];
    if (!kind.empty() && kind != "another") {
      throw lines.error(i, "the second column is 'another' or empty");
    }
    result.role_modifiers_.insert(text::to_lower(lines[i][0]), kind.empty() ? 1 : 2);
  });
  each_entry("language.txt", 2, [&](const text::lexicon& lines, std::size_t i) {
    if (lines[i][0] == "capitalised-nouns") {
      result.capitalises_nouns_ = true;
    } else if (lines[i][0] == "drops-subject") {
      result.drops_subject_ = true;
    } else if (lines[i][0] == "and") {
      result.and_word_ = lines[i][1];
    } else if (lines[i][0] == "including") {
      result.before_examples_.emplace_back(lines[i][1]);
    } else if (lines[i][0] == "author") {
      result.before_authors_.emplace_back(lines[i][1]);
    } else if (lines[i][0] == "occasion") {
      result.before_occasions_.emplace_back(lines[i][1]);
    } else if (lines[i][0] == "superior") {
      result.before_superiors_.insert(lines[i][1], 1);
    } else if (lines[i][0] == "vocative") {
      result.vocatives_.emplace_back(lines[i][1]);
    } else if (lines[i][0] == "greeting") {
      result.greetings_.insert(lines[i][1], 1);
    } else if (lines[i][0] == "patronymic") {
      result.patronymics_.emplace_back(lines[i][1]);
    } else if (lines[i][0] == "genitive-of-many") {
      result.genitives_of_many_.emplace_back(lines[i][1]);
    } else if (lines[i][0] == "genitive-of-one") {
      result.genitives_of_one_.emplace_back(lines[i][1]);
    } else if (lines[i][0] == "genitive-of-name") {
      result.genitives_of_names_.emplace_back(lines[i][1]);
    } else if (lines[i][0] == "office-of-place") {
      result.offices_of_places_.insert(lines[i][1], 1);
    } else {
      throw lines.error(i, "unknown property '" + std::string(lines[i][0]) + "'");
    }
  });
  std::ranges::stable_sort(result.compounds_, std::ranges::greater{},
                           [](const auto& entry) { return entry.first.size(); });
  return result;
}

bool lexicon::ends_as(const std::vector<std::string>& endings, std::string_view word) noexcept {
  return std::ranges::any_of(endings, [&](const std::string& end) { return word.ends_with(end); });
}

bool lexicon::opens_examples(std::string_view lower) const noexcept {
  return std::ranges::find(before_examples_, lower) != before_examples_.end();
}

bool lexicon::leads_to_occasion(std::string_view lower) const noexcept {
  return std::ranges::find(before_occasions_, lower) != before_occasions_.end();
}

bool lexicon::leads_to_author(std::string_view lower) const noexcept {
  return std::ranges::find(before_authors_, lower) != before_authors_.end();
}

bool lexicon::calls(std::string_view lower) const noexcept {
  return std::ranges::any_of(vocatives_, [&](const std::string& end) {
    return lower.ends_with(end) && lower.size() > end.size() &&
           find(lower.substr(0, lower.size() - end.size())).is(any_title);
  });
}

void lexicon::add(std::string_view written, word_traits traits) {
  std::string word = text::to_lower(written);
  if (word.size() > 1 && word.ends_with('.')) word.pop_back();
  if (word.size() > 1 && word.starts_with('-')) {
    compounds_.emplace_back(word.substr(1), traits);
    return;
  }
  const auto merge = [&](std::string_view key, bool keep_first) {
    const std::uint32_t at = words_.find(key);
    if (at == text::word_table::absent) {
      words_.insert(key, static_cast<std::uint32_t>(traits_.size()));
      traits_.push_back(traits);
    } else if (!keep_first) {
      word_traits& known = traits_[at];
      known.classes |= traits.classes;
      if (known.sex == names::gender::unknown) known.sex = traits.sex;
      if (known.pronoun == pronoun_class::none) known.pronoun = traits.pronoun;
      if (known.via == via_class::none) known.via = traits.via;
    }
  };
  merge(word, false);
  if (traits.is(any_noun | any_place | organisation_word | outlet)) {
    const std::string_view stem = names_.endings().stem(word);
    if (stem != word) merge(stem, true);
  }
}

word_traits lexicon::find(std::string_view lower) const noexcept {
  if (lower.size() > 1 && lower.ends_with('.')) lower.remove_suffix(1);
  word_traits result;
  std::uint32_t at = words_.find(lower);
  const bool listed = at != text::word_table::absent;
  if (!listed && !names_.endings().empty()) at = words_.find(names_.endings().stem(lower));
  if (at != text::word_table::absent) {
    result = traits_[at];
  } else {
    for (const auto& [end, traits] : compounds_) {
      if (lower.size() > end.size() && lower.ends_with(end)) {
        result = traits;
        break;
      }
    }
  }
  const names::word_traits of_name = names_.find(lower);
  static_assert(given_name == std::uint32_t{names::given_name} &&
                honorific == std::uint32_t{names::honorific} &&
                office == std::uint32_t{names::office} &&
                name_suffix == std::uint32_t{names::suffix} &&
                name_particle == std::uint32_t{names::particle});
  result.classes |= of_name.kinds;
  if (!names_.endings().empty() && !listed && !names_.lists(lower)) result.classes |= declined;
  if (result.sex == names::gender::unknown) result.sex = of_name.sex;
  return result;
}

std::string_view lexicon::full_role(std::string_view lower) const noexcept {
  const auto at = full_roles_.find(lower);
  return at == full_roles_.end() ? lower : std::string_view(at->second);
}

lexicons lexicons::load(const names::resources& from) {
  lexicons result;
  for (const std::string& language : from.languages) {
    result.by_language_.emplace(language, lexicon::load(from, language));
  }
  return result;
}

const lexicon& lexicons::of(std::string_view language) const noexcept {
  if (const auto at = by_language_.find(language); at != by_language_.end()) return at->second;
  if (const auto english = by_language_.find("en"); english != by_language_.end()) {
    return english->second;
  }
  return none_;
}

}  // namespace quoth::speakers
