#include "lexicon.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace quoth::quotes {

const std::array<std::string_view, left_contexts> left_context_names{
    "start",      "comma",      "quotation",   "stop",        "pronoun",      "thing",
    "relative",   "capital",    "clitic",      "auxiliary",   "infinitive",   "negation",
    "determiner", "possessive", "preposition", "coordinator", "subordinator", "adverb",
    "number",     "bracket",    "other"};

const std::array<std::string_view, right_contexts> right_context_names{
    "end",          "comma",       "comma-quotation",
    "quotation",    "colon",       "complementizer",
    "infinitive",   "question",    "pronoun",
    "object",       "determiner",  "possessive",
    "capital",      "number",      "time",
    "preposition",  "topic",       "adverb",
    "subordinator", "coordinator", "auxiliary",
    "negation",     "clitic",      "bracket",
    "other"};

namespace {

constexpr std::size_t least_stem = 4;  // bytes before an ending that tells a word's class

constexpr std::array<std::pair<std::string_view, std::uint64_t>, 63> class_names{{
    {"plain", 0},  // of none, whatever its ending
    {"determiner", determiner},
    {"subject-pronoun", subject_pronoun},
    {"object-pronoun", object_pronoun},
    {"possessive", possessive},
    {"relative", relative},
    {"complementizer", complementizer},
    {"question-word", question_word},
    {"infinitive", infinitive},
    {"auxiliary", auxiliary},
    {"negation", negation},
    {"adverb", adverb},
    {"preposition", preposition},
    {"coordinator", coordinator},
    {"subordinator", subordinator},
    {"time", time_word},
    {"title", title},
    {"verb", verb},
    {"clitic", clitic},
    {"hearsay", hearsay},
    {"doubt", doubt},
    {"denial", denial},
    {"recipient", recipient},
    {"naming", naming},
    {"according", according},
    {"after-source", after_source},
    {"as-said", as_said},
    {"reported-mood", reported_mood},
    {"participle", participle},
    {"be-form", be_form},
    {"topic", topic},
    {"passive", passive},
    {"raising", raising},
    {"agent", agent},
    {"thing", thing},
    {"account", account},
    {"comparison", comparison},
    {"rubric", rubric},
    {"quoting", quoting},
    {"quantity", quantity},
    {"measure", measure},
    {"example", example},
    {"definite", definite},
    {"dative", dative},
    {"dismissal", dismissal},
    {"genitive", genitive},
    {"role", role},
    {"perception", perception},
    {"charge", charge},
    {"reporting", reporting},
    {"saying", saying},
    {"evidence-noun", evidence_noun},
    {"irrealis", irrealis},
    {"perfect", perfect},
    {"condition", condition},
    {"supposition", supposition},
    {"first-person", first_person},
    {"hearsay-modal", hearsay_modal},
    {"verbless", verbless},
    {"account-preposition", account_preposition},
    {"name-particle", name_particle},
    {"causing", causing},
    {"behind-object", behind_object},
}};

template <class Use>
void for_each_item(std::string_view list, char separator, Use use) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    if (end > 0) use(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

std::optional<int> whole_number(std::string_view digits) {
  int value = 0;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (failed != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// One context of a cue: "<comma=-7" (what stands before) or ">quotation=21" (after); "<<" and ">>"
// (a word further) go to `further`.
bool set_context(std::string_view item, cue_strength& strength, cue_strength& further) {
  if (item.starts_with("<<") || item.starts_with(">>")) {
    return set_context(item.substr(1), further, further);
  }
  const std::size_t equals = item.find('=');
  if (equals == std::string_view::npos || (item[0] != '<' && item[0] != '>')) return false;
  const std::string_view name = item.substr(1, equals - 1);
  const std::optional<int> tenths = whole_number(item.substr(equals + 1));
  if (!tenths || *tenths < -127 || *tenths > 127) return false;
  const auto set = [&](const auto& names, auto& values) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return false;
    values[static_cast<std::size_t>(found - names.begin())] = static_cast<std::int8_t>(*tenths);
    return true;
  };
  return item[0] == '<' ? set(left_context_names, strength.left)
                        : set(right_context_names, strength.right);
}

text::lexicon parse(std::string_view contents, const std::string& file, std::size_t least,
                    std::size_t most) {
  return text::lexicon::parse(std::string(contents), file, {least, most});
}

}  // namespace

word_facts& lexicon::entry(std::string_view form) {
  const auto next = static_cast<std::uint32_t>(facts_.size());
  if (forms_.insert(form, next)) return facts_.emplace_back();
  return facts_[forms_.find(form)];
}

const word_facts& lexicon::by_ending(std::string_view form) const noexcept {
  if (form.empty()) return unknown_;
  for (const ending& one : endings_[static_cast<unsigned char>(form.back())]) {
    if (form.size() >= one.letters.size() + least_stem && form.ends_with(one.letters)) {
      return one.facts;
    }
  }
  return unknown_;
}

bool lexicon::ends_like_verb(std::string_view form) const noexcept {
  return std::ranges::any_of(verb_endings_, [&](const std::string& letters) {
    return form.size() >= letters.size() + least_stem && form.ends_with(letters);
  });
}

void lexicon::read_words(std::string_view contents, const std::string& file) {
  const text::lexicon lines = parse(contents, file, 2, 2);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::uint64_t classes = 0;
    for_each_item(lines[i][0], ' ', [&](std::string_view name) {
      const auto known =
          std::ranges::find(class_names, name, &decltype(class_names)::value_type::first);
      if (known == class_names.end()) {
        throw lines.error(i, "unknown word class '" + std::string(name) + "'");
      }
      classes |= known->second;
      has_reported_mood_ = has_reported_mood_ || known->second == reported_mood;
    });
    for_each_item(lines[i][1], ' ', [&](std::string_view form) {
      if (form == "*") throw lines.error(i, "expected an ending behind '*'");
      if (form.starts_with('*')) {
        endings_[static_cast<unsigned char>(form.back())].push_back(
            {std::string(form.substr(1)), {.classes = classes}});
      } else {
        entry(form).classes |= classes;
      }
    });
  }
}

// The row `*` comes first and holds what every cue starts from.
void lexicon::read_cues(std::string_view contents, const std::string& file) {
  const text::lexicon lines = parse(contents, file, 2, 3);
  cue_strength every;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    cue_strength strength = every;
    const std::optional<int> base = whole_number(lines[i][1]);
    if (!base)
      throw lines.error(i, "expected log odds in tenths, got '" + std::string(lines[i][1]) + "'");
    strength.base = static_cast<std::int16_t>(std::clamp(*base, -999, 999));
    for_each_item(lines[i][2], ' ', [&](std::string_view item) {
      if (!set_context(item, strength, further_)) {
        throw lines.error(
            i, "expected <CONTEXT=TENTHS or >CONTEXT=TENTHS, got '" + std::string(item) + "'");
      }
    });
    if (lines[i][0] == "*") {
      every = strength;
      continue;
    }
    entry(lines[i][0]).cue = static_cast<std::uint32_t>(strengths_.size());
    strengths_.push_back(strength);
  }
}

void lexicon::read_tails(std::string_view contents, const std::string& file) {
  const text::lexicon lines = parse(contents, file, 2, 2);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i][1] != "yes" && lines[i][1] != "no") throw lines.error(i, "expected yes or no");
    tails_.insert(lines[i][0], lines[i][1] == "yes" ? 1 : 0);
    const std::size_t gap = lines[i][0].find(" … ");
    if (gap != std::string_view::npos) entry(lines[i][0].substr(0, gap)).classes |= separable;
  }
}

void lexicon::read_grammar(std::string_view contents, const std::string& file) {
  const text::lexicon lines = parse(contents, file, 2, 2);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i][0] == "verb-endings") {
      for_each_item(lines[i][1], ' ',
                    [&](std::string_view letters) { verb_endings_.emplace_back(letters); });
      continue;
    }
    const bool yes = lines[i][1] == "yes";
    if (!yes && lines[i][1] != "no") throw lines.error(i, "expected yes or no");
    if (lines[i][0] == "verb-second") {
      verb_second_ = yes;
    } else if (lines[i][0] == "nouns-in-capitals") {
      nouns_in_capitals_ = yes;
    } else if (lines[i][0] == "speech-in-dashes") {
      speech_in_dashes_ = yes;
    } else if (lines[i][0] == "fragments-apart") {
      fragments_apart_ = yes;
    } else if (lines[i][0] == "lists-verbs") {
      lists_verbs_ = yes;
    } else if (lines[i][0] == "articles") {
      has_articles_ = yes;
    } else {
      throw lines.error(i, "unknown setting '" + std::string(lines[i][0]) + "'");
    }
  }
}

// What is known of a form is known of its other spellings: `tails` are the lines that read_tails
// has read.
void lexicon::read_spellings(std::string_view contents, const std::string& file,
                             std::string_view tails) {
  const text::lexicon lines = parse(contents, file, 2, 2);
  std::multimap<std::string_view, std::string_view> spellings;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::uint32_t known = forms_.find(lines[i][1]);
    if (known == text::word_table::absent) {
      throw lines.error(i, "no line of words.tsv or cues.tsv has '" + std::string(lines[i][1]) +
                               "', of which this is to be a spelling");
    }
    const word_facts facts = facts_[known];
    word_facts& other = entry(lines[i][0]);
    other.classes |= facts.classes;
    if (other.cue == no_cue) other.cue = facts.cue;
    spellings.emplace(lines[i][1], lines[i][0]);
  }
  const text::lexicon heads_and_tails = parse(tails, file, 2, 2);
  for (std::size_t i = 0; i < heads_and_tails.size(); ++i) {
    const std::string_view known = heads_and_tails[i][0];
    const std::string_view head = known.substr(0, known.find(' '));
    const auto [first, last] = spellings.equal_range(head);
    for (auto other = first; other != last; ++other) {
      const std::string form = std::string(other->second).append(known.substr(head.size()));
      tails_.insert(form, heads_and_tails[i][1] == "yes" ? 1 : 0);
    }
  }
}

lexicon lexicon::read(const files& contents, std::string_view folder) {
  const std::string prefix = std::string(folder) + "/";
  lexicon read;
  read.read_words(contents.words, prefix + "words.tsv");
  read.read_cues(contents.cues, prefix + "cues.tsv");
  read.read_tails(contents.tails, prefix + "tails.tsv");
  read.read_grammar(contents.grammar, prefix + "grammar.tsv");
  read.read_spellings(contents.spellings, prefix + "spellings.tsv", contents.tails);
  return read;
}

}  // namespace quoth::quotes
