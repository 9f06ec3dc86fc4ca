#include "cues.hpp"

#include <algorithm>
#include <optional>
#include <text/fold.hpp>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t longest_tail = 4;            // words
constexpr std::uint32_t most_adverbs = 8;            // between a verb and what stands before it
constexpr std::uint32_t longest_way_behind = 12;     // words from a quotation to its cue
constexpr std::uint32_t most_cues_of_sentence = 40;  // more are no prose, and would cost time
constexpr std::int32_t strength_behind_quotation = 25;
constexpr std::uint32_t longest_way_before = 8;  // words from a cue to the quotation it governs
constexpr std::uint32_t least_governed = 4;      // words of such a quotation, marks included
constexpr std::int32_t strength_before_quotation = 15;
constexpr std::uint32_t longest_way_to_account = 5;  // words: nach [den eigenen] Angaben
constexpr std::int32_t strength_alone = 25;
constexpr std::int32_t strength_of_particle = 15;
constexpr std::int32_t strength_of_reporting = 3;
constexpr std::int32_t strength_of_stand_in = 10;
constexpr std::int32_t no_strength = -10000;

// The words of a sentence that hold no quotation, as a lexicon is asked: auxiliaries before the
// head belong to the cue, adverbs between them too.
bool extends_left(const word& w) {
  return !w.quoted() && w.is(auxiliary | adverb | negation | infinitive | hearsay) &&
         !w.is(complementizer | relative | subject_pronoun);
}

std::uint32_t first_word_of_cue(const word_list& words, std::uint32_t head, std::uint32_t start) {
  std::uint32_t first = head;
  if (words[head].is(account_preposition)) return head;  // sind [nach] Angaben der Polizei
  while (first > start && extends_left(words[first - 1])) --first;
  return first;
}

// The end of the longest run of words after the head that the lexicon counts with it.
std::uint32_t end_of_cue(std::string_view text, const word_list& words, const lexicon& facts,
                         std::uint32_t head, std::uint32_t end, std::string& form) {
  std::uint32_t last = head + 1;
  form.clear();
  text::append_lower(words[head].where.of(text), form);
  for (std::uint32_t i = head + 1; i < end && i <= head + longest_tail; ++i) {
    if (!words[i].is_word() || words[i].quoted()) break;
    form += ' ';
    text::append_lower(words[i].where.of(text), form);
    std::optional<bool> belongs = facts.has_tail(form);
    if (!belongs && i == head + 1) {
      belongs = facts.has_tail("* " + form.substr(form.find(' ') + 1));
    }
    if (belongs.value_or(false)) last = i + 1;
  }
  return last;
}

// Whether word `at` stands in a sentence, or in one of a few words of the same paragraph that a
// question mark or the like parted from it: “Why?” Vitter demanded.
bool continues(const word_list& words, std::uint32_t sentence, std::uint32_t at) {
  const std::uint32_t here = words[at].sentence;
  if (here == nowhere || sentence == nowhere) return false;
  if (here == sentence) return true;
  return here == sentence + 1 && words.paragraph(here) == words.paragraph(sentence) &&
         words.sentence(here).size() <= longest_way_behind;
}

// Marks the words close behind a quotation that is punctuated as speech, up to the first verb that
// may be its cue: “…,” X verb; “…,” verb X.
void judge_words_behind_quotations(const word_list& words, const lexicon& facts,
                                   std::vector<bool>& behind) {
  behind.assign(words.size(), false);
  for (std::uint32_t i = 1; i < words.size(); ++i) {
    if (words[i].quoted() || !words[i - 1].quoted() ||
        !words.expects_attribution(words[i - 1].quotation)) {
      continue;
    }
    const std::uint32_t end = std::min(words.size(), i + longest_way_behind);
    const std::uint32_t sentence = words[i - 1].sentence;
    std::uint32_t first = i;
    if (words[first].shape == word_shape::comma) ++first;
    if (facts.speech_in_dashes() && first < end && words[first].shape == word_shape::dash) ++first;
    for (std::uint32_t k = i; k < end && !words[k].quoted() && continues(words, sentence, k); ++k) {
      if (!words[k].is_word() && k >= first) break;
      behind[k] = true;
      if (words[k].is(auxiliary | verb | relative | complementizer)) break;
    }
  }
}

// Marks the words close before quotations of two words or more, back to the first verb: called the
// treaty “…”.
void judge_words_before_quotations(const word_list& words, std::vector<bool>& before) {
  before.assign(words.size(), false);
  for (std::uint32_t i = 1; i < words.size(); ++i) {
    if (!words[i].quoted() || words[i - 1].quoted()) continue;
    const word_range quotation = words.quotation(words[i].quotation);
    if (quotation.size() < least_governed) continue;
    const std::uint32_t start = i > longest_way_before ? i - longest_way_before : 0;
    for (std::uint32_t k = i; k > start && !words[k - 1].quoted(); --k) {
      const word& w = words[k - 1];
      if (w.sentence != words[i].sentence) break;
      const bool mark = (w.shape == word_shape::comma || w.shape == word_shape::colon) && k == i;
      if (!w.is_word() && !mark) break;
      before[k - 1] = true;
      if (w.cue != no_cue && w.is(verb | participle | naming)) break;
    }
  }
}

[[nodiscard]] bool ends_like_verb(std::string_view word, const lexicon& facts) {
  std::string form;
  append_form(word, form);
  return facts.ends_like_verb(form);
}

// Whether a word close behind a quotation stands where its cue does: “…,” X verb.
bool closes_attribution(const word_list& words, std::uint32_t at, word_range sentence) {
  const word& before = words[at - 1];
  if (before.quoted() || !before.is_word()) return false;
  const bool ends = at + 1 >= sentence.end || !words[at + 1].is_word();
  if (before.is(determiner) && !before.is(subject_pronoun)) return false;  // [The] chair, X, asked
  if (before.shape == word_shape::capital || before.is(subject_pronoun)) {
    return ends || words[at + 1].is(preposition | time_word);
  }
  const bool plain = (before.classes & ~std::uint64_t{role}) == 0;
  if (words[at].is(verb) && plain && !ends) return words[at + 1].is(preposition | time_word);
  return ends && plain && words[at].cue != no_cue;
}

// “The roof leaks,” [sighs] the caretaker: whether a quotation with its comma, of some words, is
// all of the sentence that stands before the word. Where verbs come second, any quotation may be.
bool follows_whole_speech(const word_list& words, const lexicon& facts, std::uint32_t at,
                          word_range sentence) {
  constexpr std::uint32_t least_speech = 5;  // words and marks
  if (facts.verb_second() || !facts.has_articles()) return false;
  std::uint32_t end = at;
  if (words[end - 1].shape == word_shape::comma && !words[end - 1].quoted()) --end;
  if (end == 0 || !words[end - 1].quoted()) return false;
  const std::uint32_t q = words[end - 1].quotation;
  const word_range speech = words.quotation(q);
  return speech.end == end && speech.begin <= sentence.begin && speech.size() >= least_speech &&
         (end < at || words.comma_inside(q));
}

// Whether a word behind a quotation and its comma or dash can be nothing but the verb of its
// attribution, in languages where that stands first: „…“, polterte der Trainer; «…», — питає жінка.
bool opens_attribution(const word_list& words, const lexicon& facts, std::uint32_t at,
                       word_range sentence) {
  if (at < 2 || at + 1 >= sentence.end) return false;
  const word_shape sign = words[at - 1].shape;
  const bool comma = sign == word_shape::comma && facts.verb_second();
  const bool dash = sign == word_shape::dash && facts.speech_in_dashes();
  const bool speech = follows_whole_speech(words, facts, at, sentence);
  if (!speech) {
    if (words[at - 1].quoted() || (!comma && !dash)) return false;
    const std::uint32_t before = words[at - 2].shape == word_shape::comma ? at - 3 : at - 2;
    if (before >= words.size() || !words[before].quoted()) return false;
  }
  const word& next = words[at + 1];
  if (next.quoted() || !next.is_word() || next.cue != no_cue) return false;
  if (speech) return next.is(determiner | possessive);  // but “…,” panel Chairman Roe said
  if (next.shape == word_shape::capital || next.is(subject_pronoun)) return true;
  return facts.has_articles() ? next.is(determiner | possessive | object_pronoun)
                              : (next.classes & ~std::uint64_t{title}) == 0;
}

// Whether a word ends a sentence as the verb of a late attribution: The ward was dangerous, [a
// report has] found; The ward was dangerous, [the court] heard on Tuesday.
bool closes_sentence(const word_list& words, std::uint32_t at, word_range sentence) {
  constexpr std::uint32_t longest_speaker = 7, least_report = 5;  // words
  if (!words[at].is(verb | passive | saying | reporting)) return false;
  std::uint32_t end = at + 1;
  while (end < sentence.end && words[end].is(time_word | preposition | determiner)) ++end;
  if (end + 1 < sentence.end || (end < sentence.end && words[end].shape != word_shape::stop)) {
    return false;
  }
  std::uint32_t first = at;
  while (first > sentence.begin && at - first < longest_speaker && words[first - 1].is_word() &&
         !words[first - 1].quoted()) {
    --first;
    const word& w = words[first];
    if (w.is(verb | subordinator | complementizer | relative | infinitive | coordinator | clitic) &&
        !w.is(determiner)) {
      return false;
    }
  }
  if (first == at || first < sentence.begin + least_report) return false;
  const word& opening = words[sentence.begin];
  const word& sign = words[first - 1];
  const bool speaker =
      words[first].is(determiner | possessive) || words[first].shape == word_shape::capital;
  return speaker && !sign.quoted() && sign.shape == word_shape::comma &&
         !opening.is(preposition | subordinator | participle | adverb | passive);
}

// Die Strecke wird stillgelegt, [hat] Bahnchefin Uta Tamm gesagt: whether a finite verb stands
// behind the comma of the one clause before it, a main clause, and before its subject. Where verbs
// come second, nothing else than a report goes on so.
bool follows_main_clause(const word_list& words, std::uint32_t at, word_range sentence) {
  constexpr std::uint32_t least_clause = 3, longest_clause = 40;  // words
  if (at < sentence.begin + least_clause + 1 || at + 1 >= sentence.end) return false;
  if (at > sentence.begin + longest_clause) return false;
  if (words[at].shape != word_shape::lower || words[at - 1].shape != word_shape::comma)
    return false;
  const word& next = words[at + 1];
  if (next.quoted() || !(next.shape == word_shape::capital ||
                         (next.is(determiner | possessive | subject_pronoun) && !next.is(thing)))) {
    return false;
  }
  std::uint32_t begin = at - 1;  // behind a colon: Jetzt ist es raus, Leute: …
  while (begin > sentence.begin && words[begin - 1].shape != word_shape::colon) --begin;
  bool finite = false;
  for (std::uint32_t i = begin; i + 1 < at; ++i) {
    const word& w = words[i];
    if (w.quoted() || w.shape == word_shape::comma) return false;
    finite = finite || (w.is(auxiliary | verb | be_form | reported_mood) && i > begin);
  }
  const word& opening = words[begin];
  return finite && !opening.is(subordinator | complementizer | question_word | auxiliary | be_form |
                               infinitive | as_said);
}

// Whether a reporting verb has a subject before it and a clause behind it, as far as the words next
// to it tell: Roe believes the plant …; glaubt Roe, dass …
bool reports_clause(const word_list& words, const lexicon& facts, std::uint32_t at) {
  const left_context before = context_before(words, at);
  const right_context after = context_after(words, at);
  if (facts.verb_second()) {
    return before != left_context::determiner && before != left_context::preposition &&
           before != left_context::possessive && after != right_context::end;
  }
  const bool subject = before == left_context::capital || before == left_context::pronoun ||
                       before == left_context::relative || before == left_context::other;
  const bool clause = after == right_context::complementizer ||
                      after == right_context::determiner || after == right_context::pronoun ||
                      after == right_context::capital || after == right_context::possessive;
  return subject && clause;
}

// [Ihrer Ansicht] nach wird …: whose words opens the sentence, the preposition behind it.
bool follows_account(const word_list& words, std::uint32_t at, word_range sentence) {
  if (at != sentence.begin + 2 || at + 1 >= sentence.end) return false;
  return words[at - 1].is(account) && words[sentence.begin].is(possessive) &&
         words[at + 1].is_word();
}

// The paper quoted him as [saying] the port was closed.
bool passes_on(const word_list& words, std::uint32_t at, word_range sentence) {
  constexpr std::uint32_t longest_object = 12;  // words
  if (at == sentence.begin || !words[at].is(saying) || !words[at].is(participle)) return false;
  if (!words[at - 1].is(behind_object) || !words[at - 1].is(comparison)) return false;
  const std::uint32_t first =
      std::max(sentence.begin, at > longest_object ? at - longest_object : 0);
  for (std::uint32_t i = at - 1; i > first; --i) {
    if (words[i - 1].is(quoting) && !words[i - 1].quoted()) return true;
  }
  return false;
}

// Words that attribute by themselves: laut X, nach Angaben von X, X zufolge, “…”, so X.
bool attributes_alone(const word_list& words, std::uint32_t at, word_range sentence) {
  const word& w = words[at];
  if (w.is(according | after_source)) return true;
  if (w.is(account_preposition)) {
    const std::uint32_t end = std::min(sentence.end, at + longest_way_to_account);
    for (std::uint32_t i = at + 1; i < end && words[i].is_word(); ++i) {
      if (words[i].is(account)) return true;
    }
    return follows_account(words, at, sentence);
  }
  if (!w.is(verbless) || at <= sentence.begin || at + 1 >= sentence.end) return false;
  const word& next = words[at + 1];
  return words[at - 1].shape == word_shape::comma &&
         (next.shape == word_shape::capital || next.is(determiner | possessive));
}

// [The chair], Sir Anthony Bell, …; [That claim] was rejected: a noun with its article opens the
// sentence and goes on as its subject.
bool is_subject(const word_list& words, std::uint32_t at, word_range sentence) {
  if (at != sentence.begin + 1 || at + 1 >= sentence.end) return false;
  const word& next = words[at + 1];
  const bool have = words[sentence.begin].is(definite) && next.is(auxiliary);  // The accused have …
  return words[sentence.begin].is(determiner) && !words[at].quoted() &&
         (have || next.is(be_form) ||
          (next.shape == word_shape::comma && at + 2 < sentence.end &&
           words[at + 2].shape == word_shape::capital));
}

// Northline [Rail]’s chief, Northline [Rail] said, Northline [Rail] chief Roe: a verb with a
// capital between others, in a sentence that does not write all of them so.
bool is_part_of_name(const word_list& words, std::uint32_t at, word_range sentence) {
  constexpr std::uint32_t longest_way = 12;  // words behind it that are looked at
  const auto capital = [&](std::uint32_t i) {
    return words[i].shape == word_shape::capital && !words[i].quoted();
  };
  if (!capital(at) || at == sentence.begin || !capital(at - 1) || at + 1 >= sentence.end) {
    return false;
  }
  const word& next = words[at + 1];
  if (next.is(clitic) && next.is(possessive)) return true;
  if (next.shape == word_shape::lower && next.is(saying | reporting)) return true;
  if (!capital(at + 1)) return false;
  const std::uint32_t end = std::min(sentence.end, at + longest_way);
  for (std::uint32_t i = at + 2; i < end; ++i) {
    const word& w = words[i];
    if (w.shape == word_shape::lower && (w.classes & ~std::uint64_t{verb | passive}) == 0)
      return true;
  }
  return false;
}

// did specify “…”, she whispers “…”
bool follows_subject(const word_list& words, std::uint32_t at) {
  if (at == 0) return false;
  const word& before = words[at - 1];
  return !before.quoted() &&
         (before.is(auxiliary | subject_pronoun) && !before.is(be_form | thing));
}

}  // namespace

left_context context_before(const word_list& words, std::uint32_t at) {
  const std::uint32_t start = words.sentence(words[at].sentence).begin;
  const std::uint32_t limit = at > start + most_adverbs ? at - most_adverbs : start;
  while (at > limit && words[at - 1].is(adverb) && !words[at - 1].quoted()) --at;
  if (at == start) {
    return at > 0 && words[at - 1].quoted() ? left_context::quotation : left_context::start;
  }
  const word& w = words[at - 1];
  switch (w.shape) {
    case word_shape::comma:
      return at - 1 > start && words[at - 2].quoted() ? left_context::quotation
                                                      : left_context::comma;
    case word_shape::mark:
      return left_context::quotation;
    case word_shape::stop:
    case word_shape::question:
    case word_shape::colon:
    case word_shape::semicolon:
    case word_shape::dash:
      return w.quoted() ? left_context::quotation : left_context::stop;
    case word_shape::open_bracket:
    case word_shape::close_bracket:
      return left_context::bracket;
    case word_shape::number:
      return left_context::number;
    default:
      break;
  }
  if (w.is(clitic)) return w.is(possessive) ? left_context::clitic : left_context::auxiliary;
  if (w.is(thing)) return left_context::thing;
  if (w.is(relative)) return left_context::relative;
  if (w.is(subject_pronoun)) return left_context::pronoun;
  if (w.is(auxiliary)) return left_context::auxiliary;
  if (w.is(infinitive)) return left_context::infinitive;
  if (w.is(negation)) return left_context::negation;
  if (w.is(possessive)) return left_context::possessive;
  if (w.is(determiner)) return left_context::determiner;
  if (w.is(coordinator)) return left_context::coordinator;
  if (w.is(preposition)) return left_context::preposition;
  if (w.is(subordinator | complementizer | question_word)) return left_context::subordinator;
  if (w.shape == word_shape::capital) return left_context::capital;
  return left_context::other;
}

right_context context_after(const word_list& words, std::uint32_t at) {
  const std::uint32_t end = words.sentence(words[at].sentence).end;
  if (++at >= end) {
    return at < words.size() && words[at].quoted() ? right_context::quotation : right_context::end;
  }
  const word& w = words[at];
  if (w.quoted() && w.shape == word_shape::mark) return right_context::quotation;
  const bool quotation_next = at + 1 < end && words[at + 1].quoted();
  switch (w.shape) {
    case word_shape::comma:
      return quotation_next ? right_context::comma_quotation : right_context::comma;
    case word_shape::colon:
      return right_context::colon;
    case word_shape::stop:
    case word_shape::question:
    case word_shape::semicolon:
    case word_shape::dash:
      return right_context::end;
    case word_shape::open_bracket:
    case word_shape::close_bracket:
      return right_context::bracket;
    case word_shape::number:
      return right_context::number;
    default:
      break;
  }
  if (w.is(complementizer)) return right_context::complementizer;
  if (w.is(infinitive)) return right_context::infinitive;
  if (w.is(question_word)) return right_context::question;
  if (w.is(possessive)) return right_context::possessive;
  if (w.is(subject_pronoun)) return right_context::pronoun;
  if (w.is(object_pronoun)) return right_context::object;
  if (w.is(determiner)) return right_context::determiner;
  if (w.is(time_word)) return right_context::time;
  if (w.is(coordinator)) return right_context::coordinator;
  if (w.is(topic)) return right_context::topic;
  if (w.is(preposition)) return right_context::preposition;
  if (w.is(subordinator | relative)) return right_context::subordinator;
  if (w.is(auxiliary)) return right_context::auxiliary;
  if (w.is(negation)) return right_context::negation;
  if (w.is(adverb)) return right_context::adverb;
  if (w.is(clitic)) return right_context::clitic;
  return w.shape == word_shape::capital ? right_context::capital : right_context::other;
}

std::uint32_t neighbour_before(const word_list& words, std::uint32_t at) {
  const std::uint32_t start = words.sentence(words[at].sentence).begin;
  while (at > start && words[at - 1].shape > word_shape::capital) --at;
  return at > start ? at - 1 : nowhere;
}

std::uint32_t neighbour_after(const word_list& words, std::uint32_t at) {
  const std::uint32_t end = words.sentence(words[at].sentence).end;
  do ++at;
  while (at < end && words[at].shape > word_shape::capital);
  return at < end ? at : nowhere;
}

void cue_finder::run(std::string_view text, const word_list& words, const lexicon& facts,
                     verb_part_finder& verb_parts, std::int32_t threshold, std::vector<cue>& out) {
  judge_words_behind_quotations(words, facts, behind_);
  judge_words_before_quotations(words, before_);
  for (std::uint32_t s = 0; s < words.sentences(); ++s) {
    const word_range sentence = words.sentence(s);
    std::uint32_t free = sentence.begin;  // words before it belong to an earlier cue
    std::uint32_t cues = 0;
    for (std::uint32_t i = sentence.begin; i < sentence.end && cues < most_cues_of_sentence; ++i) {
      const word& w = words[i];
      if (w.quoted() || i < free) continue;
      const std::int32_t strength = strength_of(text, words, facts, verb_parts, i, sentence);
      if (strength < threshold) continue;
      const word_range where{first_word_of_cue(words, i, free),
                             end_of_cue(text, words, facts, i, sentence.end, form_)};
      out.push_back({where, i, strength});
      free = where.end;
      ++cues;
    }
  }
}

void cue_finder::strengths(std::string_view text, const word_list& words, const lexicon& facts,
                           verb_part_finder& verb_parts, std::vector<std::int32_t>& out) const {
  out.assign(words.size(), no_strength);
  for (std::uint32_t s = 0; s < words.sentences(); ++s) {
    const word_range sentence = words.sentence(s);
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (!words[i].quoted()) out[i] = strength_of(text, words, facts, verb_parts, i, sentence);
    }
  }
}

// What the other part of a verb adds: teilte … [mit]; „…“, [hatte] X gesagt.
std::int32_t cue_finder::strength_of_parts(const word_list& words, verb_part_finder& verb_parts,
                                           std::uint32_t at, word_range sentence) const {
  if (!verb_parts.particle_of(at, at + 1, sentence).empty()) return strength_of_particle;
  const word_range auxiliary = verb_parts.auxiliary_of(at, sentence);
  if (auxiliary.empty()) return 0;
  const bool behind =
      behind_[auxiliary.begin] || follows_main_clause(words, auxiliary.begin, sentence);
  return behind ? strength_behind_quotation : 0;
}

std::int32_t cue_finder::strength_of(std::string_view text, const word_list& words,
                                     const lexicon& facts, verb_part_finder& verb_parts,
                                     std::uint32_t at, word_range sentence) const {
  const word& w = words[at];
  const bool small = w.shape == word_shape::lower;
  const bool set_off = at > sentence.begin && (words[at - 1].quoted() || !words[at - 1].is_word());
  if (w.is(verbless) && !set_off) return no_strength;  // Wer so redet, …
  const bool closes = behind_[at] && small && closes_attribution(words, at, sentence);
  const bool opens = behind_[at] && small && opens_attribution(words, facts, at, sentence);
  const bool reports = small && ((w.is(reporting) && reports_clause(words, facts, at)) ||
                                 passes_on(words, at, sentence));
  if (is_part_of_name(words, at, sentence)) return no_strength;
  if (w.cue == no_cue) {
    if (attributes_alone(words, at, sentence)) return strength_alone;
    if (reports) return strength_of_reporting;
    // Not known as a cue, but nothing else can stand here.
    const bool named = facts.verb_second() && before_[at] && w.is(naming) &&
                       context_before(words, at) == left_context::capital;  // Roe nennt das „…“
    const bool open_class =
        (w.classes & ~(verb | participle | reporting | (named ? std::uint64_t{naming} : 0))) == 0;
    // „…“, — голова Зернової [спілки] вчора
    const bool verbal = facts.has_articles() || !facts.knows_verb_endings() || w.is(verb) ||
                        ends_like_verb(w.where.of(text), facts);
    const bool stands_in =
        (closes && verbal) || opens || named || (before_[at] && follows_subject(words, at));
    return stands_in && open_class && small ? strength_of_stand_in : no_strength;
  }
  const left_context before = context_before(words, at);
  const right_context after = context_after(words, at);
  if (!facts.verb_second() && is_subject(words, at, sentence)) return no_strength;
  const cue_strength& counts = facts.strength(w.cue);
  std::int32_t strength = counts.base + counts.left[static_cast<std::size_t>(before)] +
                          counts.right[static_cast<std::size_t>(after)];
  if (const std::uint32_t word = neighbour_before(words, at); word != nowhere) {
    strength += facts.further().left[static_cast<std::size_t>(context_before(words, word))];
  }
  if (const std::uint32_t word = neighbour_after(words, at); word != nowhere) {
    strength += facts.further().right[static_cast<std::size_t>(context_after(words, word))];
  }
  if (closes) strength += strength_behind_quotation;
  // sprach von einer „Zumutung“: where the lexicon asks for an object, the words in marks are it
  const bool named = facts.verb_second() && before_[at] && small && w.is(naming) &&
                     at + 1 < words.size() && words[at + 1].is(agent);
  if (named) strength = std::max(strength, strength_of_stand_in);
  const bool ends = small && !facts.verb_second() && closes_sentence(words, at, sentence);
  const bool alone = w.is(verbless) && attributes_alone(words, at, sentence);
  if (opens || ends || alone) strength = std::max(strength, strength_of_stand_in);
  if (before_[at] && (w.is(verb | participle | naming) || follows_subject(words, at))) {
    strength += strength_before_quotation;
  }
  if (reports) strength = std::max(strength, strength_of_reporting);
  if (facts.verb_second()) strength += strength_of_parts(words, verb_parts, at, sentence);
  return strength;
}

}  // namespace quoth::quotes
