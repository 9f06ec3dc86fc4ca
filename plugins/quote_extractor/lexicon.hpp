// What a language's resource files say of its words: closed classes, and how often and where each
// word form is the head of a reporting cue. README.md describes the files.
//
// Thread rule: a lexicon is immutable once read and may be shared.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <text/lexicon.hpp>
#include <vector>

namespace quoth::quotes {

// Classes of word forms, as bits: a form can be of several.
enum word_class : std::uint64_t {
  determiner = 1ULL << 0,
  subject_pronoun = 1ULL << 1,
  object_pronoun = 1ULL << 2,
  possessive = 1ULL << 3,
  relative = 1ULL << 4,        // who, which; die, der
  complementizer = 1ULL << 5,  // that; dass; що
  question_word = 1ULL << 6,   // what, whether
  infinitive = 1ULL << 7,      // to; zu
  auxiliary = 1ULL << 8,
  negation = 1ULL << 9,
  adverb = 1ULL << 10,
  preposition = 1ULL << 11,
  coordinator = 1ULL << 12,
  subordinator = 1ULL << 13,  // when, although
  time_word = 1ULL << 14,
  title = 1ULL << 15,  // Mr., Senator
  verb = 1ULL << 16,
  clitic = 1ULL << 17,         // 's, 've: split from the word before
  hearsay = 1ULL << 18,        // allegedly, reportedly: nobody vouches for it
  doubt = 1ULL << 19,          // alleged, claimed, rumours: what it governs is not vouched for
  denial = 1ULL << 20,         // denied
  recipient = 1ULL << 21,      // told: takes the person addressed before the content
  naming = 1ULL << 22,         // called: takes an object before the words quoted
  according = 1ULL << 23,      // according [to], laut: a preposition that takes the source
  after_source = 1ULL << 24,   // zufolge: the same, after the source
  as_said = 1ULL << 25,        // as [X said], wie, so
  reported_mood = 1ULL << 26,  // sei, habe: Konjunktiv I
  participle = 1ULL << 27,     // saying: has no subject of its own
  be_form = 1ULL << 28,  // is, was: with a passive participle, the subject is what is reported
  topic = 1ULL << 29,    // of, about: prepositions after which the content may follow a cue
  passive = 1ULL << 30,  // expected: of be_form + participle, the subject is content
  raising = 1ULL << 31,  // seems: the subject is content
  account = 1ULL << 34,  // Angaben: makes account_preposition attribute
  account_preposition = 1ULL << 35,  // nach [Angaben der Polizei]
  verbless = 1ULL << 36,             // “…”, so [der Minister]
  saying = 1ULL << 37,               // said, stated: negated, what follows is denied
  evidence_noun = 1ULL << 38,        // [no] evidence that …
  hearsay_modal = 1ULL << 39,        // soll [gesagt haben]
  reporting = 1ULL << 40,   // believes: reports wherever a subject stands before, a clause behind
  thing = 1ULL << 33,       // it, this: a pronoun for what seldom speaks
  agent = 1ULL << 32,       // by: who reports, after a passive
  separable = 1ULL << 42,   // teilte: tails.tsv knows a particle that may end its clause (… mit)
  comparison = 1ULL << 43,  // as, than: joins a noun phrase to another
  rubric = 1ULL << 41,      // Photo: a word that stands before a colon and says nothing
  quantity = 1ULL << 44,    // three, half, many, everyone: how many of what follows, or of people
  measure = 1ULL << 45,     // about, at least, not: says of a quantity how exact it is
  example = 1ULL << 46,     // including, like: names some of those before it
  definite = 1ULL << 47,    // the: the determiner of what is known
  dismissal = 1ULL << 50,   // dismissed: denies the report that it takes (warnings that …)
  dative = 1ULL << 48,      // dem: begins the person addressed, behind the speaker
  genitive = 1ULL << 49,    // der: the same behind a name; behind a noun it may own that
  charge = 1ULL << 53,      // accused [of]: said of whom a noun before means
  perception = 1ULL << 52,  // seen by the paper: passes on, and says nothing
  role = 1ULL << 51,        // Regierungssprecher: no name, so that a genitive behind it owns it
  quoting = 1ULL << 54,     // zitiert: in the passive, its subject spoke
  name_particle = 1ULL << 55,  // van: stands within a name
  causing = 1ULL << 56,        // forced [him to admit]: has its object say something
  irrealis = 1ULL << 58,       // would: what follows may be no fact
  perfect = 1ULL << 59,        // have: with the former, it is none
  condition = 1ULL << 60,      // if
  first_person = 1ULL << 62,   // ich: with a verb that has two readings, the writer
  supposition = 1ULL << 61,    // imagine: opens a sentence about what is not so
  behind_object = 1ULL << 57,  // as, for, of [saying]: the object before it says something
};

// What stands before and after a word that may be the head of a cue: the evidence counted by
// train/count_cues.py. Names in left_context_names and right_context_names.
enum class left_context : std::uint8_t {
  start,
  comma,
  quotation,
  stop,
  pronoun,
  thing,
  relative,
  capital,
  clitic,
  auxiliary,
  infinitive,
  negation,
  determiner,
  possessive,
  preposition,
  coordinator,
  subordinator,
  adverb,
  number,
  bracket,
  other,
};
inline constexpr std::size_t left_contexts = 21;
extern const std::array<std::string_view, left_contexts> left_context_names;

enum class right_context : std::uint8_t {
  end,
  comma,
  comma_quotation,
  quotation,
  colon,
  complementizer,
  infinitive,
  question,
  pronoun,
  object,
  determiner,
  possessive,
  capital,
  number,
  time,
  preposition,
  topic,
  adverb,
  subordinator,
  coordinator,
  auxiliary,
  negation,
  clitic,
  bracket,
  other,
};
inline constexpr std::size_t right_contexts = 25;
extern const std::array<std::string_view, right_contexts> right_context_names;

// How much a word form looks like the head of a cue: log odds in tenths.
struct cue_strength {
  std::int16_t base = 0;
  std::array<std::int8_t, left_contexts> left{};
  std::array<std::int8_t, right_contexts> right{};
};

struct word_facts {
  std::uint64_t classes = 0;       // bits of word_class
  std::uint32_t cue = 0xFFFFFFFF;  // index for lexicon::strength, or no_cue
};
inline constexpr std::uint32_t no_cue = 0xFFFFFFFF;

class lexicon {
 public:
  // The texts of a language's files. Throws text::lexicon_error where one is malformed; `folder`
  // (such as "en") is for messages.
  struct files {
    std::string_view words = {}, cues = {}, tails = {}, grammar = {}, spellings = {};
  };
  static lexicon read(const files& contents, std::string_view folder);

  // The facts of a word form in lower case, apostrophes as '. Of a form that is not listed, those
  // of its ending.
  [[nodiscard]] const word_facts& of(std::string_view form) const noexcept {
    const std::uint32_t found = forms_.find(form);
    return found == text::word_table::absent ? by_ending(form) : facts_[found];
  }
  [[nodiscard]] const cue_strength& strength(std::uint32_t cue) const noexcept {
    return strengths_[cue];
  }
  // What the neighbours' own contexts add to the strength of any cue: what stands before the word
  // before it, and behind the word behind it.
  [[nodiscard]] const cue_strength& further() const noexcept { return further_; }
  // Whether words after a head belong to its cue ("called for", all parted by spaces); "*" stands
  // for any head. Nothing where the lexicon does not know.
  [[nodiscard]] std::optional<bool> has_tail(std::string_view head_and_tail) const noexcept {
    const std::uint32_t found = tails_.find(head_and_tail);
    return found == text::word_table::absent ? std::nullopt : std::optional(found == 1);
  }

  // Whether the finite verb of a main clause stands second, so that a subject may follow it.
  [[nodiscard]] bool verb_second() const noexcept { return verb_second_; }
  // Whether dashes set off speech and attributions inserted into it.
  [[nodiscard]] bool speech_in_dashes() const noexcept { return speech_in_dashes_; }
  // Whether words.tsv lists verbs that report nothing, too, so that a clause is told by its verb.
  [[nodiscard]] bool lists_verbs() const noexcept { return lists_verbs_; }
  // Whether a noun phrase begins with an article or a name, else with any noun.
  [[nodiscard]] bool has_articles() const noexcept { return has_articles_; }
  // Whether verbs have a mood for what others said.
  [[nodiscard]] bool has_reported_mood() const noexcept { return has_reported_mood_; }
  // Whether words in marks within reported speech are quotations of their own, beside the report.
  [[nodiscard]] bool fragments_apart() const noexcept { return fragments_apart_; }
  // Whether a form of no class may be a finite verb by its ending; false where none are known.
  [[nodiscard]] bool ends_like_verb(std::string_view form) const noexcept;
  [[nodiscard]] bool knows_verb_endings() const noexcept { return !verb_endings_.empty(); }
  // Whether every noun has a capital, so that a word in lower case behind one ends its phrase.
  [[nodiscard]] bool nouns_in_capitals() const noexcept { return nouns_in_capitals_; }

 private:
  void read_words(std::string_view contents, const std::string& file);
  void read_cues(std::string_view contents, const std::string& file);
  void read_tails(std::string_view contents, const std::string& file);
  void read_grammar(std::string_view contents, const std::string& file);
  void read_spellings(std::string_view contents, const std::string& file, std::string_view tails);
  word_facts& entry(std::string_view form);
  [[nodiscard]] const word_facts& by_ending(std::string_view form) const noexcept;

  struct ending {
    std::string letters;
    word_facts facts;
  };

  text::word_table forms_, tails_;
  std::vector<word_facts> facts_;
  std::vector<cue_strength> strengths_;
  cue_strength further_;
  std::array<std::vector<ending>, 256> endings_;  // by their last byte
  std::vector<std::string> verb_endings_;
  word_facts unknown_;
  bool verb_second_ = false;
  bool nouns_in_capitals_ = false;
  bool has_reported_mood_ = false;
  bool speech_in_dashes_ = false;
  bool fragments_apart_ = false;
  bool lists_verbs_ = true;
  bool has_articles_ = true;
};

}  // namespace quoth::quotes
