#include "matcher.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <text/classes.hpp>
#include <text/day.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>

#include "choice.hpp"
#include "passages.hpp"
#include "post.hpp"
#include "relation.hpp"
#include "repetitions.hpp"
#include "review_ranking.hpp"

namespace quoth::matching {

namespace {

constexpr std::size_t statements_looked_at = 160;  // of the whole claim, and half of it a half
constexpr std::size_t reviews_looked_at = 60;
constexpr std::size_t passages_tried = 12;
constexpr std::ptrdiff_t read_by_network_at_most = 24;  // statements
constexpr std::size_t looked_at_by_day = 2000;          // statements of any day
constexpr std::uint32_t small_record = 1000;            // statements
constexpr double days_near = 7.0;
constexpr double title_share = 0.9;  // of what a post's headline counts, of its text

[[nodiscard]] match_hand hand_of(record::hand hand) noexcept {
  switch (hand) {
    case record::hand::first:
      return match_hand::first;
    case record::hand::second:
      return match_hand::second;
    case record::hand::denial:
      return match_hand::denial;
  }
  return match_hand::second;
}

[[nodiscard]] bool has_marks(std::string_view text) noexcept {
  for (const auto [value, at, size] : text::code_points(text)) {
    if (text::is_double_quotation_mark(value)) return true;
  }
  return false;
}

// Of the statements that a claim may retell the likeliest one tells whether it is told or bent:
// another of which it says the contrary is only related.
class likeliest_retelling {
 public:
  void add(std::size_t match, double likely) { judged_.push_back({match, likely}); }
  void settle(std::vector<found_match>& matches) const {
    const auto best = std::ranges::max_element(judged_, {}, &judged::likely);
    if (best == judged_.end()) return;
    const bool bent = matches[best->match].relation == match_relation::contradicts;
    for (const judged& one : judged_) {
      match_relation& relation = matches[one.match].relation;
      if ((relation == match_relation::contradicts) != bent) relation = match_relation::related;
    }
  }

 private:
  struct judged {
    std::size_t match;
    double likely;
  };
  std::vector<judged> judged_;
};

}  // namespace

const senses& opened_record::language(std::string_view lang) const {
  static const senses none("");
  const auto known = languages.find(lang);
  return known == languages.end() ? none : known->second;
}

matcher::matcher(std::shared_ptr<const opened_record> shared, std::size_t top)
    : shared_(std::move(shared)),
      top_(top),
      book_(shared_->path),
      documents_(book_),
      finder_(book_) {
  for (const auto& [lang, model] : shared_->networks) networks_.try_emplace(lang, model);
}

const std::vector<found_match>& matcher::match(const wanted& claim) {
  matches_.clear();
  considered_.clear();
  documents_.forget();
  nearness_.clear();
  named_.clear();
  blank_addresses(claim.text, text_);
  for (const span one : claim.aside) std::fill_n(text_.begin() + one.begin, one.size(), ' ');
  claim_.read(text_, shared_->language(claim.lang));
  cue_.read(claim.cue, shared_->language(claim.lang));
  if (claim_.size() == 0) return matches_;
  by_words_ = claim.how == manner::quoted || has_marks(claim.text);
  if (by_words_) {  // each word of a quotation counts
    for (unit_of_text& unit : claim_.units()) unit.classes &= ~std::uint32_t{light};
  }
  read_query(claim);
  consider_statements(claim);
  extend_passages(claim);
  if (claim.is_whole_text)
    passage_gatherer(book_, documents_, sought_, *shared_).gather(considered_);
  join_repetitions(considered_, documents_, shared_->speakers);
  consider_reviews(claim);
  choose(considered_, top_, claim.speaker != record::no_speaker);
  write_out(claim);
  return matches_;
}

// What to look up, and the day: of a whole post its words without its tags' signs, its addresses
// and its signature's day; its headline where it is in other words.
void matcher::read_query(const wanted& claim) {
  const senses& language = shared_->language(claim.lang);
  const auto signature = day_of_signature(claim.text, language);
  day_ = signature ? std::optional(signature->day) : day_of(claim.day, language);
  if (!day_) day_ = day_in_address(claim.url);
  titled_ = claim.is_whole_text && claim.text.find(claim.title) == std::string_view::npos;
  title_.read(titled_ ? claim.title : std::string_view{}, language);
  sought_words_ = &claim_;
  if (!claim.is_whole_text) return;
  query_text_ = words_of_post(claim.text.substr(0, signature ? signature->begin : claim.text.npos));
  query_.read(query_text_, language);
  sought_words_ = &query_;
}

void matcher::consider_statements(const wanted& claim) {
  const senses& language = shared_->language(claim.lang);
  candidates_.clear();
  add_candidates(claim, *sought_words_);
  finder_.weigh(claim_);
  sought_.read(*sought_words_, language, finder_);
  if (titled_) {
    add_candidates(claim, title_);
    finder_.weigh(title_);
    sought_.add(title_, language, finder_, title_share);
  }
  if (claim.how == manner::reported && !claim.is_whole_text) add_own(claim);
  take_statements(claim);
  read_by_network(claim);
}

// In a small record all that the speaker said is looked at: what is told in other words, or in
// another language, need not share one.
void matcher::add_own(const wanted& claim) {
  if (claim.speaker == record::no_speaker) return;
  const std::uint32_t last = book_.size(record::shelf::statements);
  if (last > small_record) return;
  record::found_statement one;
  for (std::uint32_t row = 1; row <= last; ++row) {
    if (!book_.statement(row, one)) continue;
    if (shared_->speakers.speaker_of(one.name) == claim.speaker) candidates_.push_back({row, 0.0F});
  }
}

bool matcher::speaks_for_house(std::uint32_t speaker, std::string_view office) {
  const std::uint32_t last = book_.size(record::shelf::statements);
  if (last > small_record) return false;
  record::found_statement one;
  for (std::uint32_t row = 1; row <= last; ++row) {
    if (!book_.statement(row, one) || shared_->speakers.speaker_of(one.name) != speaker) continue;
    if (one.hand == record::hand::first &&
        record::is_of_house(office, documents_.at(one.document).outlet))
      return true;
  }
  return false;
}

// Looks words of the claim up. A post often gives little more than the topic of what was said
// lately: of its days more rows are candidates.
void matcher::add_candidates(const wanted& claim, wording& words) {
  constexpr double same_days = 0.7;  // two days between them
  retold_in_.clear();
  for (const std::string& lang : shared_->in_record) {
    if (may_be_retold_in(claim, lang)) retold_in_.push_back(lang);
  }
  if (retold_in_.empty() || claim.speaker == record::no_speaker) {
    finder_.find(record::shelf::statements, words, claim.lang, statements_looked_at, found_);
  } else {
    finder_.find_retold(record::shelf::statements, words, shared_->language(claim.lang), retold_in_,
                        statements_looked_at, found_);
  }
  candidates_.insert(candidates_.end(), found_.begin(), found_.end());
  if (!claim.is_whole_text || !day_) return;
  finder_.find_more(record::shelf::statements, looked_at_by_day, found_);
  std::ranges::copy_if(found_, std::back_inserter(candidates_), [&](const candidate& one) {
    return nearness(book_.document_of(one.row)) >= same_days;
  });
}

// How near the days of the claim and of a document of the record are: 1 for the same day, down to
// 0; 0 where either is not known.
double matcher::nearness(std::int64_t row) {
  constexpr std::size_t whole_day = 10;  // 2031-06-19: no month, no year
  if (!day_) return 0.0;
  const auto [at, fresh] = nearness_.try_emplace(row, 0.0);
  if (!fresh) return at->second;
  const std::string& date = documents_.at(row).date;
  if (date.size() < whole_day) return 0.0;
  if (const auto day = text::parse_day(date)) {
    const auto days = (std::chrono::sys_days(*day) - *day_).count();
    at->second = std::exp(-std::abs(static_cast<double>(days)) / days_near);
  }
  return at->second;
}

// Takes each candidate once.
void matcher::take_statements(const wanted& claim) {
  rows_.clear();
  for (const candidate& one : candidates_) {
    considered made;
    if (!rows_.insert(one.row).second) continue;
    if (!book_.statement(one.row, made.statement)) continue;
    if (documents_.is_own(claim, documents_.at(made.statement.document), one.row)) continue;
    made.text = made.statement.text;
    made.first = made.last = made.statement.row;
    made.follows = made.statement.follows;
    made.own = claim.speaker != record::no_speaker &&
               shared_->speakers.speaker_of(made.statement.name) == claim.speaker;
    rate_statement(claim, made);
    considered_.push_back(std::move(made));
  }
}

// What a statement is worth to a whole post: the post says in its own words what was said, and its
// headline is the post in other words.
double matcher::worth_to_post(considered& one, double strength, manner how,
                              const senses& language) {
  constexpr double average = 9.0;  // words of a statement that carry meaning
  if (title_.size() > 0) {
    strength = std::max(strength, title_share * strength_of(comparer_.compare(title_, record_, how),
                                                            title_.size(), false));
  }
  if (sought_.most() == 0.0) return strength;
  sought_.begin();
  sought_.take(one.text, language);
  one.relevance = std::min(sought_.score(average) / sought_.most(), 1.0);
  return blended(strength, one.relevance);
}

// Word for word only where both the claim and the statement are.
manner matcher::manner_of(const wanted& claim, const considered& one) {
  if (one.kind == match_kind::statement && !claim.is_whole_text &&
      is_translated(claim, documents_.at(one.statement.document).lang)) {
    return manner::reported;
  }
  const bool reported =
      one.kind == match_kind::statement &&
      (one.statement.form == record::form::indirect || one.statement.form == record::form::mixed);
  return reported ? manner::reported : claim.how;
}

// A quotation in another language is told in other words.
bool matcher::is_translated(const wanted& claim, std::string_view lang) {
  return !claim.lang.empty() && !lang.empty() && claim.lang != lang;
}

// Whether words may stand for others of their concept: in a quotation each word counts as it is.
bool matcher::may_be_retold_in(const wanted& claim, std::string_view lang) const {
  return !by_words_ || is_translated(claim, lang);
}

void matcher::read_statement(const wanted& claim, const considered& one, std::string_view lang) {
  record_.read(one.text, shared_->language(lang), may_be_retold_in(claim, lang));
}

void matcher::rate_statement(const wanted& claim, considered& one) {
  const auto& lang = documents_.at(one.statement.document).lang;
  read_statement(claim, one, lang);
  const manner how = manner_of(claim, one);
  one.alike = comparer_.compare(claim_, record_, how, {claim.denied, cue_.units(), {}});
  constexpr double some = 0.1;
  if (one.alike.anywhere >= some && !one.alike.faithful) {
    const auto setting = setting_of(claim, one);
    if (!setting.empty()) {
      one.alike = comparer_.compare(claim_, record_, how, {claim.denied, cue_.units(), setting});
    }
  }
  const bool reported = how == manner::reported && !claim.is_whole_text;
  one.score = strength_of(one.alike, claim_.size(), reported);
  const bool judged = shared_->retellings && is_retelling(claim, one, how);
  if (judged) {
    const retelling read = read_retelling(claim, one, one.alike);
    const double likely = 1.0 - read.other;
    one.retold = likely;
    if (is_laid_beside(one.alike, reported)) {
      one.score = std::max(one.score, likely);
    } else {
      const bool same = bears_on(one) && (read.is_told() || read.is_bent());
      one.score = same ? likely : std::min(one.score, likely);
    }
  }
  if (claim.is_whole_text) one.score = worth_to_post(one, one.score, how, shared_->language(lang));
  // Another's words count as much the closer they are; what is merely related counts little.
  if (claim.speaker != record::no_speaker && !one.own) {
    one.score *= 0.7 + 0.27 * one.alike.aligned;
  }
  if (claim.speaker_name.empty() &&
      names(claim, shared_->speakers.speaker_of(one.statement.name))) {
    one.score = 1.0 - 0.85 * (1.0 - one.score);
  }
  if (one.statement.hand == record::hand::second) one.score *= 0.96;
  // What another asks is no evidence that anybody said it.
  const std::string_view text = one.text;
  const std::size_t mark = std::min(text.find_first_of(".!?", one.alike.run_in_record),
                                    text.find("[…]", one.alike.run_in_record));
  const bool asks =
      mark != text.npos && text[mark] == '?' && claim.text.find('?') == claim.text.npos;
  constexpr double of_question = 0.3;
  if (claim.speaker != record::no_speaker && !one.own && asks) one.score *= of_question;
  // What is said against a claim, or of it, is judged by the words alone.
  if (one.statement.hand != record::hand::first) return;
  const bool part = claim.in_post && claim.how == manner::reported;
  // A few words of a post are somewhere in everything.
  constexpr double telling = 3.0;  // rare words
  if (part && !judged) one.score *= std::min(1.0, one.alike.evidence() / telling);
  if (part || claim.is_whole_text) {
    one.score = likelier(one.score, nearness(one.statement.document));
  }
}

// Reported words of the claim's speaker, in the language of the statement read last, that are no
// quotation are judged by what decision trees learned; everything else by rules.
bool matcher::is_retelling(const wanted& claim, const considered& one, manner how) {
  return how == manner::reported && one.kind == match_kind::statement && one.own &&
         one.statement.hand == record::hand::first && !claim.is_whole_text && !by_words_ &&
         !claim.denied && !is_translated(claim, documents_.at(one.statement.document).lang) &&
         is_short_enough(claim_, record_);
}

// Whether a retelling may be judged: a few common words are in everything, but a network reads more
// than words in common.
bool matcher::bears_on(const considered& one) {
  constexpr double likely = 0.5;
  return matching::bears_on(one.alike) || (one.read && (*one.read)[0] + (*one.read)[1] > likely);
}

// Of what was compared last.
retelling matcher::read_retelling(const wanted& claim, const considered& one,
                                  const resemblance& alike) {
  measure_retelling(claim_, record_, comparer_, alike, features_);
  if (!shared_->retellings) return {};
  const std::int64_t statements = shared_->speakers.speakers()[claim.speaker].statements;
  if (!one.read) return shared_->retellings->of(features_, statements);
  const auto network = shared_->networks.find(claim.lang);
  return shared_->retellings->of(features_, statements, network->second.get(), *one.read);
}

// The likeliest retellings by the trees, each with the statement behind it, which may be part of
// what is told.
void matcher::read_by_network(const wanted& claim) {
  const auto network = networks_.find(claim.lang);
  if (network == networks_.end() || claim.how != manner::reported || claim.is_whole_text) return;
  // Where the very words are in the record, be they another's or only told, nothing is sought that
  // tells them otherwise.
  constexpr double nearly_all = 0.85;
  const auto has_words = [](const considered& one) {
    return one.kind == match_kind::statement && one.alike.aligned >= nearly_all;
  };
  if (std::ranges::any_of(considered_, has_words)) return;
  std::vector<considered*> likeliest;
  for (considered& one : considered_) {
    if (one.retold > 0.0 && !is_laid_beside(one.alike, true)) likeliest.push_back(&one);
  }
  if (likeliest.empty()) return;
  const auto end = likeliest.begin() + std::min(std::ssize(likeliest), read_by_network_at_most);
  std::ranges::partial_sort(likeliest, end, std::ranges::greater(), &considered::retold);
  network->second.read_claim(text_);
  for (auto at = likeliest.begin(); at != end; ++at) {
    considered& one = **at;
    considered passage = one;
    record::found_statement next;
    if (book_.statement(one.last + 1, next) && continues(one, next)) lengthen(passage, next);
    one.read = network->second.read_statement(passage.text);
  }
  // What the statement behind tells by itself is its own.
  constexpr double as_likely = 0.1;
  const auto tells = [](const considered& one) { return 1.0 - one.read->back(); };
  std::vector<considered*> told_behind;
  for (auto at = likeliest.begin(); at != end; ++at) {
    considered& one = **at;
    const auto behind = std::ranges::find(considered_, one.last + 1, &considered::first);
    if (behind == considered_.end() || behind->kind != match_kind::statement) continue;
    const bool laid = is_laid_beside(behind->alike, true);
    if (laid || (behind->read && tells(*behind) + as_likely >= tells(one))) {
      told_behind.push_back(&one);
    }
  }
  for (considered* one : told_behind) one->read.reset();
  for (auto at = likeliest.begin(); at != end; ++at) rate_statement(claim, **at);
}

// The words that need not be in a statement of the claim's speaker for reported words to say the
// same, since they stand around it.
std::span<const std::uint64_t> matcher::setting_of(const wanted& claim, const considered& one) {
  if (claim.is_whole_text || !one.own || one.kind != match_kind::statement) return {};
  if (claim.how != manner::reported) return {};
  const record::found_document& from = documents_.at(one.statement.document);
  const record::catalogue& speakers = shared_->speakers;
  return setting_.read(book_, one.statement, from.title,
                       {speakers.speakers()[claim.speaker].name, speakers.role_of(claim.speaker)},
                       shared_->language(from.lang));
}

// Whether the claim names a speaker: a post without attribution often names whom it quotes.
bool matcher::names(const wanted& claim, std::uint32_t speaker) {
  if (speaker == record::no_speaker) return false;
  const auto [known, fresh] = named_.try_emplace(speaker, false);
  if (fresh) known->second = has_name(claim, shared_->speakers.speakers()[speaker].name);
  return known->second;
}

// Whether the claim's words or its headline's have the last word of a name.
bool matcher::has_name(const wanted& claim, std::string_view name) const {
  const std::string last = text::match_key(name.substr(name.rfind(' ') + 1));
  std::vector<std::uint64_t> forms;
  for (const std::string& ending : shared_->language(claim.lang).name_endings()) {
    forms.push_back(record::hash_of(last + ending));
  }
  const auto is_name = [&](const unit_of_text& unit) {
    return std::ranges::find(forms, unit.hash) != forms.end();
  };
  return std::ranges::any_of(claim_.units(), is_name) ||
         std::ranges::any_of(title_.units(), is_name);
}

// A claim may run over the end of a sentence: statements that follow one another in one turn or
// quotation are compared together where that explains more of the claim.
void matcher::extend_passages(const wanted& claim) {
  std::ranges::stable_sort(considered_, std::ranges::greater(), &considered::score);
  const std::size_t tried = std::min(passages_tried, considered_.size());
  for (std::size_t i = 0; i < tried; ++i) {
    considered& one = considered_[i];
    if (one.alike.aligned > 0.97 || one.alike.anywhere < 0.2) continue;
    for (const int direction : {1, -1}) {
      while (try_passage(claim, one, direction)) {
      }
    }
  }
  // Of a passage and a part of it, the part where it does as well alone.
  constexpr double least_gain = 0.02;
  for (std::size_t i = 0; i < tried; ++i) {
    considered& whole = considered_[i];
    if (whole.first == whole.last) continue;
    for (considered& other : considered_) {
      if (&other == &whole || other.dropped) continue;
      if (other.first < whole.first || other.last > whole.last) continue;
      (other.score + least_gain >= whole.score ? whole : other).dropped = true;
      if (whole.dropped) break;
    }
  }
  std::erase_if(considered_, [](const considered& one) { return one.dropped; });
}

// Reported speech may pass over a sentence.
bool matcher::try_passage(const wanted& claim, considered& one, int direction) {
  constexpr double least_gain = 0.06;
  considered longer = one;
  const int most = manner_of(claim, one) == manner::reported ? 2 : 1;
  for (int added = 1; added <= most && longer.statements() < longest_passage; ++added) {
    record::found_statement next;
    const std::int64_t row = direction > 0 ? longer.last + 1 : longer.first - 1;
    if (!book_.statement(row, next) || !continues(one, next)) return false;
    lengthen(longer, next);
    rate_statement(claim, longer);
    if (longer.score < one.score + least_gain) continue;
    one = std::move(longer);
    return true;
  }
  return false;
}

void matcher::consider_reviews(const wanted& claim) {
  if (book_.size(record::shelf::reviews) == 0) return;
  const senses& language = shared_->language(claim.lang);
  finder_.find(record::shelf::reviews, *sought_words_, claim.lang, reviews_looked_at, candidates_);
  finder_.weigh(claim_);
  sought_.read(*sought_words_, language, finder_);
  for (const candidate& one : candidates_) {
    considered made;
    made.kind = match_kind::review;
    if (!book_.review(one.row, made.review)) continue;
    const record::found_document& from = documents_.at(made.review.document);
    if (documents_.is_own(claim, from, 0)) continue;
    const senses& its_language = shared_->language(from.lang);
    const double likely = likelihood(made.review, its_language, sought_, day_);
    record_.read(made.review.claim, its_language);
    made.alike = comparer_.compare(claim_, record_, claim.how, {claim.denied, {}, {}});
    made.text = made.review.claim;
    // A few words in order are no sign that a review is about what a post says in its own, unless
    // it is of the same speaker's.
    constexpr double telling = 0.6;
    const bool reported = claim.how == manner::reported;
    const bool same_speaker = checks_speaker(claim);
    const bool loose = claim.is_whole_text || (reported && !same_speaker);
    const double words = strength_of(made.alike, claim_.size(), reported && same_speaker);
    made.score = loose && words < telling ? likely : std::max(likely, 0.9 * words);
    considered_.push_back(std::move(made));
  }
}

// Whether the claim that a fact-check checks, read last, names the speaker.
bool matcher::checks_speaker(const wanted& claim) {
  if (claim.speaker == record::no_speaker || claim.is_whole_text) return false;
  const std::string_view name = shared_->speakers.speakers()[claim.speaker].name;
  name_.read(name, shared_->language(claim.lang), false);
  if (name_.size() == 0) return false;
  const std::uint64_t surname = name_.units().back().stem;
  return std::ranges::any_of(record_.units(),
                             [&](const unit_of_text& unit) { return unit.stem == surname; });
}

std::string_view matcher::speaker_name(const wanted& claim, std::int64_t name) {
  const std::uint32_t speaker = shared_->speakers.speaker_of(name);
  if (speaker == record::no_speaker) return {};
  if (speaker == claim.speaker && !claim.speaker_name.empty()) return claim.speaker_name;
  return shared_->speakers.speakers()[speaker].name;
}

void matcher::write_out(const wanted& claim) {
  likeliest_retelling likeliest;
  for (const considered& one : considered_) {
    found_match made;
    const bool is_review = one.kind == match_kind::review;
    const record::found_document& from =
        documents_.at(is_review ? one.review.document : one.statement.document);
    made.kind = one.kind;
    made.text = one.text;
    made.url = from.url;
    made.date = from.date;
    made.outlet = from.outlet;
    made.title = from.title;
    made.score = std::clamp(one.score, 0.0, 1.0);
    made.appearances = std::max<std::int64_t>(1, std::ssize(one.documents));
    if (is_review) {
      made.record = from.id + "#r1";
      made.speaker = one.review.claimant;
      made.rating = one.review.rating;
      if (!one.review.url.empty()) made.url = one.review.url;
      if (!one.review.date.empty()) made.date = one.review.date;
      if (!one.review.title.empty()) made.title = one.review.title;
    } else {
      made.speaker = speaker_name(claim, one.statement.name);
      made.hand = hand_of(one.statement.hand);
      made.via = one.statement.via;
      record::found_statement next;
      const bool in_turn = one.statement.turn != record::no_turn;
      if (in_turn && book_.statement(one.last + 1, next) && continues(one, next)) {
        made.after = next.text;
      }
    }
    read_statement(claim, one, from.lang);
    const manner how = manner_of(claim, one);
    const bool reported = how == manner::reported && !claim.is_whole_text;
    const resemblance& alike = comparer_.compare(
        claim_, record_, how, {claim.denied, cue_.units(), setting_of(claim, one)});
    constexpr double likely = 0.5;
    const bool own = !is_review && made.hand == match_hand::first &&
                     claim.speaker != record::no_speaker &&
                     shared_->speakers.speaker_of(one.statement.name) == claim.speaker;
    made.relation = relation_of(alike, reported, !is_review && made.hand == match_hand::first,
                                by_words_, own && made.score >= likely);
    if (is_retelling(claim, one, how)) {
      const retelling read = read_retelling(claim, one, alike);
      made.features = features_;
      made.read = one.read;
      if (shared_->retellings && !is_laid_beside(alike, reported)) {
        made.relation = bears_on(one) ? relation_of(alike, read) : match_relation::related;
        if (read.is_told()) comparer_.forgive_changes();
        likeliest.add(matches_.size(), 1.0 - read.other);
      }
    }
    if (!is_review) {
      made.record = from.id + "#s" + std::to_string(number_of(one, alike.run_in_record));
    }
    for (const difference& row : comparer_.rows()) {
      // Rows spell the claim as it stands, addresses and all.
      std::string_view text = row.text;
      if (row.op != diff_op::record) {
        text = claim.text.substr(static_cast<std::size_t>(text.data() - text_.data()), text.size());
      }
      made.differences.push_back({row.op, std::string(text), row.change});
    }
    matches_.push_back(std::move(made));
  }
  likeliest.settle(matches_);
}

}  // namespace quoth::matching
