#include "matcher.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <text/classes.hpp>
#include <text/day.hpp>
#include <text/fold.hpp>
#include <text/trim.hpp>
#include <text/utf8.hpp>
#include <unordered_map>

#include "post.hpp"
#include "review_ranking.hpp"

namespace quoth::matching {

namespace {

constexpr std::size_t statements_looked_at = 160;  // of the whole claim, and half of it a half
constexpr std::size_t reviews_looked_at = 60;
constexpr std::size_t passages_tried = 12;
constexpr std::size_t posts_passages_tried = 20;
constexpr std::size_t longest_passage = 5;      // statements
constexpr std::size_t looked_at_by_day = 2000;  // statements of any day
constexpr std::uint32_t small_record = 1000;    // statements
constexpr double days_near = 7.0;
constexpr double title_share = 0.9;        // of what a post's headline counts, of its text
constexpr std::size_t guaranteed_own = 3;  // statements of the speaker among the matches

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

// How much of the claim the statement holds, 0 to 1. A quotation has its words in order and in one
// run; reported speech has them in any order.
[[nodiscard]] double strength_of(const resemblance& r, std::size_t words, bool reported) {
  if (words == 0) return 0.0;
  const double run = std::min(1.0, static_cast<double>(r.longest) / static_cast<double>(words));
  double strength = (0.6 * r.aligned + 0.25 * r.anywhere + 0.15 * run) * (1.0 - 0.25 * r.own);
  if (reported) {
    strength = std::max(strength, (0.3 * r.aligned + 0.7 * r.anywhere) * (1.0 - 0.1 * r.own));
  }
  return strength * (1.0 - std::exp(-r.evidence()));
}

// Where the words do not stand in order, what they are tells more.
[[nodiscard]] double blended(double strength, double relevance) {
  const double share = 0.6 * (1.0 - strength);
  return (1.0 - share) * strength + share * relevance;
}

// A likelihood with more evidence, in nats.
[[nodiscard]] double likelier(double score, double evidence) {
  const double odds = std::exp(evidence);
  return score * odds / (1.0 - score + score * odds);
}

// `by_words`: whether the claim has words in quotation marks, which are laid beside the statement's
// one by one. `bent`: whether a claim that goes farther than the statement contradicts it. A denial
// denies it all the same. `likely`: whether words of the claim's speaker are so near that they tell
// the same although fewer words agree.
[[nodiscard]] match_relation relation_of(const resemblance& r, bool reported, bool bent,
                                         bool by_words, bool likely) {
  constexpr double all = 0.97;
  const bool opposed = reported && r.agrees.opposed && !r.faithful;
  const bool undone = reported && r.agrees.undone;  // promises [a bridge], “I don't promise …”
  if (!undone && r.faithful && r.aligned >= all) return match_relation::verbatim;
  // Where a whole stretch of the claim is in nothing, the rest may be a piece of a splice.
  constexpr double most_open = 0.3;
  // „Das Boot bleibt hier“, of „Kommt kein Geld, bleibt das Boot hier“: all, but for one word in
  // order.
  const bool moved =
      !reported && r.anywhere >= all && r.aligned >= 0.5 && r.longest >= 2 && r.mass >= 1.5;
  const bool near = moved || (r.aligned >= 0.6 && (r.longest >= 3 || r.aligned >= 0.85));
  if (near && r.open <= most_open) {
    const bool replaced = reported && bent && ((r.replaced && !by_words) || r.agrees.misplaced);
    return r.negated || opposed || undone || replaced ? match_relation::contradicts
                                                      : match_relation::near;
  }
  // Of words that deny what is claimed, or give it another number, fewer tell.
  constexpr double most_opposed = 0.4;
  constexpr double rare = 2.0;
  if (reported && r.agrees.contradicts() && r.anywhere >= most_opposed && r.evidence() >= rare) {
    return match_relation::contradicts;
  }
  if (r.mass < 1.5) return match_relation::related;
  if (!reported) {
    const bool same = r.anywhere >= 0.55 && r.open <= most_open;
    return same ? match_relation::paraphrase : match_relation::related;
  }
  // Reported speech may end in words of its own.
  constexpr double least_told = 0.2;
  constexpr double mostly_told = 0.5;
  const bool told = (r.anywhere >= 0.5 && r.told >= least_told) || r.told >= mostly_told;
  const bool same = told && !r.agrees.unheard;
  constexpr double told_with_numbers = 0.1;
  const bool same_numbers = r.agrees.numbers_agree() && r.told >= told_with_numbers;
  if (r.anywhere >= 0.5 && r.agrees.contradicts()) return match_relation::contradicts;
  if (!same && !same_numbers && (!likely || r.agrees.unheard)) return match_relation::related;
  const bool farther =
      r.agrees.unconditional || r.agrees.surer || (r.agrees.widened && r.told >= mostly_told);
  return bent && farther ? match_relation::contradicts : match_relation::paraphrase;
}

[[nodiscard]] bool has_marks(std::string_view text) noexcept {
  for (const auto [value, at, size] : text::code_points(text)) {
    if (text::is_double_quotation_mark(value)) return true;
  }
  return false;
}

}  // namespace

const senses& opened_record::language(std::string_view lang) const {
  static const senses none("");
  const auto known = languages.find(lang);
  return known == languages.end() ? none : known->second;
}

matcher::matcher(std::shared_ptr<const opened_record> shared, std::size_t top)
    : shared_(std::move(shared)), top_(top), book_(shared_->path), finder_(book_) {}

const std::vector<found_match>& matcher::match(const wanted& claim) {
  matches_.clear();
  considered_.clear();
  documents_.clear();
  own_documents_.clear();
  known_words_.clear();
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
  if (claim.is_whole_text) gather_passages();
  join_repetitions();
  consider_reviews(claim);
  choose(claim);
  write_out(claim);
  return matches_;
}

const record::found_document& matcher::document(std::int64_t row) {
  const auto [at, fresh] = documents_.try_emplace(row);
  if (fresh) book_.document(row, at->second);
  return at->second;
}

// Whether a document of the record is the one that makes the claim. Ids are often file names: an
// article and a post of one name are two documents. It is the same where headline, day and address
// are the same and the text has the words of all its statements. `statement` is one of them, 0 for
// a review.
bool matcher::is_own_document(const wanted& claim, const record::found_document& from,
                              std::int64_t statement) {
  if (from.id != claim.document) return false;
  const auto [at, fresh] = own_documents_.try_emplace(from.row, false);
  if (!fresh) return at->second;
  if (from.title != claim.title || from.date != claim.day || from.url != claim.url) return false;
  at->second = true;
  record::found_statement next;
  for (const int direction : {1, -1}) {
    for (std::int64_t row = direction > 0 ? statement : statement - 1;
         at->second && row > 0 && book_.statement(row, next) && next.document == from.row;
         row += direction) {
      if (!has_words(claim.document_text, next.text, claim.lang)) at->second = false;
    }
  }
  return at->second;
}

// Whether each word of a statement is in the claim's document.
bool matcher::has_words(std::string_view document, std::string_view statement,
                        std::string_view lang) {
  if (known_words_.empty()) {
    document_words_.split(document, lang);
    for (const record::word& word : document_words_.all()) known_words_.insert(word.hash);
  }
  document_words_.split(statement, lang);
  return std::ranges::all_of(document_words_.all(), [&](const record::word& word) {
    return known_words_.contains(word.hash);
  });
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
        record::is_of_house(office, document(one.document).outlet))
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
  const std::string& date = document(row).date;
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
    if (is_own_document(claim, document(made.statement.document), one.row)) continue;
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
      is_translated(claim, document(one.statement.document).lang)) {
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
  const auto& lang = document(one.statement.document).lang;
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
  if (part) one.score *= std::min(1.0, one.alike.evidence() / telling);
  if (part || claim.is_whole_text) {
    one.score = likelier(one.score, nearness(one.statement.document));
  }
}

// The words that need not be in a statement of the claim's speaker for reported words to say the
// same, since they stand around it.
std::span<const std::uint64_t> matcher::setting_of(const wanted& claim, const considered& one) {
  if (claim.is_whole_text || !one.own || one.kind != match_kind::statement) return {};
  if (claim.how != manner::reported) return {};
  const record::found_document& from = document(one.statement.document);
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

// A statement between others that have much of a post is nearer to it than one alone.
void matcher::count_neighbours() {
  constexpr double of_neighbours = 0.25;
  std::unordered_map<std::int64_t, double> by_row;
  for (const considered& one : considered_) {
    if (one.first == one.last) by_row.emplace(one.first, one.relevance);
  }
  for (considered& one : considered_) {
    double around = 0.0;
    for (const std::int64_t row : {one.first - 1, one.last + 1}) {
      const auto next = by_row.find(row);
      if (next != by_row.end()) around += next->second;
    }
    one.score += (1.0 - one.score) * of_neighbours * around;
  }
}

// What a post says may stand in several sentences of one turn: those that have more of its words
// go with the best of them, and passages that overlap are one.
void matcher::gather_passages() {
  count_neighbours();
  std::ranges::stable_sort(considered_, std::ranges::greater(), &considered::score);
  const std::size_t tried = std::min(posts_passages_tried, considered_.size());
  for (std::size_t i = 0; i < tried; ++i) {
    considered& one = considered_[i];
    if (one.dropped) continue;
    bool more = true;
    while (more && one.statements() < longest_passage) {
      more = add_neighbour(one, 1);
      more |= one.statements() < longest_passage && add_neighbour(one, -1);
    }
    for (std::size_t j = 0; j < i && !one.dropped; ++j) one.dropped = absorb(considered_[j], one);
    if (one.dropped) continue;
    for (std::size_t j = i + 1; j < considered_.size(); ++j) {
      considered& other = considered_[j];
      other.dropped |= one.first <= other.first && other.last <= one.last;
    }
  }
  std::erase_if(considered_, [](const considered& one) { return one.dropped; });
}

bool matcher::add_neighbour(considered& one, int direction) {
  constexpr double least_gain = 2.0;  // nats
  record::found_statement next;
  if (!book_.statement(direction > 0 ? one.last + 1 : one.first - 1, next)) return false;
  if (!continues(one, next)) return false;
  const senses& language = shared_->language(document(next.document).lang);
  sought_.begin();
  sought_.take(one.text, language);
  const double before = sought_.covered();
  sought_.take(next.text, language);
  if (sought_.covered() < before + least_gain) return false;
  lengthen(one, next);
  return true;
}

// Puts the statement before or after a passage to it. Where it belongs to another quotation,
// brackets say so.
void matcher::lengthen(considered& passage, const record::found_statement& next) {
  const bool after = next.row > passage.last;
  const bool follows = after ? next.follows : passage.follows;
  const bool one_turn = next.turn != record::no_turn;
  const std::string_view between = follows || one_turn ? " " : " […] ";
  if (after) {
    passage.starts.push_back(passage.text.size() + between.size());
    passage.text.append(between).append(next.text);
    passage.last = next.row;
    return;
  }
  const std::size_t moved = next.text.size() + between.size();
  for (std::size_t& start : passage.starts) start += moved;
  passage.starts.insert(passage.starts.begin(), 0);
  passage.text.insert(0, std::string(next.text).append(between));
  passage.first = next.row;
  passage.follows = next.follows;
}

// The number, in its document, of the statement of a passage that has a byte of its text.
std::int64_t matcher::number_of(const considered& one, std::size_t at) {
  const auto behind = std::ranges::upper_bound(one.starts, at);
  const std::int64_t place = std::max<std::int64_t>(behind - one.starts.begin(), 1) - 1;
  return one.statement.number + one.first + place - one.statement.row;
}

// Takes a passage that overlaps into a better one, unless that gets too long.
bool matcher::absorb(considered& better, const considered& other) {
  if (better.dropped || other.first > better.last || better.first > other.last) return false;
  const std::int64_t first = std::min(better.first, other.first);
  const std::int64_t last = std::max(better.last, other.last);
  if (static_cast<std::size_t>(last - first) >= longest_passage) return false;
  record::found_statement next;
  while (better.first > first && book_.statement(better.first - 1, next)) lengthen(better, next);
  while (better.last < last && book_.statement(better.last + 1, next)) lengthen(better, next);
  return true;
}

// Whether a statement belongs to the same turn or quotation.
bool matcher::continues(const considered& one, const record::found_statement& next) {
  const record::found_statement& here = one.statement;
  return next.document == here.document && next.name == here.name && next.turn == here.turn &&
         next.hand == here.hand;
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

// One statement told in many documents is one match; it appears as often as documents have it.
void matcher::join_repetitions() {
  std::ranges::stable_sort(considered_, [&](const considered& a, const considered& b) {
    if (a.score != b.score) return a.score > b.score;
    if (a.statement.hand != b.statement.hand) return a.statement.hand < b.statement.hand;
    return document(a.statement.document).date < document(b.statement.document).date;
  });
  std::unordered_map<std::string, considered*> first;
  std::map<std::pair<std::uint32_t, std::int64_t>, std::vector<considered*>> stories;
  for (considered& one : considered_) {
    one.documents = {one.statement.document};
    const std::uint32_t speaker = shared_->speakers.speaker_of(one.statement.name);
    std::string key = std::to_string(speaker) + '|';
    text::append_match_key(one.text, key);
    const auto [at, fresh] = first.try_emplace(std::move(key), &one);
    if (!fresh) {
      join(*at->second, one);
    } else if (const std::int64_t story = document(one.statement.document).story; story != 0) {
      stories[{speaker, story}].push_back(&one);
    }
  }
  for (const auto& [key, told] : stories) join_copies(told);
  std::erase_if(considered_, [](const considered& one) { return one.dropped; });
}

void matcher::join(considered& kept, considered& other) {
  kept.documents.insert(other.documents.begin(), other.documents.end());
  other.dropped = true;
}

// One speaker's statements in the articles that tell one story, best first: an article has its own
// edits of what the others have. What one article has beside each other are two statements.
void matcher::join_copies(const std::vector<considered*>& told) {
  constexpr double same_words = 0.75;  // of the longer one's
  std::vector<std::set<std::uint64_t>> words;
  record::word_list list;
  for (const considered* one : told) {
    list.split(one->text, document(one->statement.document).lang);
    auto& made = words.emplace_back();
    for (const record::word& word : list.all()) made.insert(word.hash);
  }
  for (std::size_t i = 0; i < told.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (told[k]->dropped) continue;
      const auto is_there = [&](auto one) { return words[k].contains(one); };
      const auto common = static_cast<double>(std::ranges::count_if(words[i], is_there));
      const std::size_t longer = std::max(words[i].size(), words[k].size());
      const bool apart = std::ranges::none_of(
          told[i]->documents, [&](std::int64_t row) { return told[k]->documents.contains(row); });
      if (!apart || common < same_words * static_cast<double>(longer)) continue;
      join(*told[k], *told[i]);
      break;
    }
  }
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
    const record::found_document& from = document(made.review.document);
    if (is_own_document(claim, from, 0)) continue;
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

// The best first; then what explains words of the claim that the best leaves open, so that both
// sources of a splice are there; some statements of the speaker; the rest by score.
//
// A few words in common are chance: statements of the speaker are nearer than others with no more.
void matcher::choose(const wanted& claim) {
  constexpr double chance = 0.05;
  for (considered& one : considered_) {
    if (claim.speaker != record::no_speaker && !one.own && one.score < chance) one.score = 0.0;
  }
  const auto rank = [](const considered& one) { return std::pair(one.score, one.own); };
  std::ranges::stable_sort(considered_, std::ranges::greater(), rank);
  if (considered_.size() <= top_) return;
  std::vector<bool> taken(considered_.size());
  std::size_t count = 0;
  const auto take = [&](std::size_t i) {
    if (!taken[i] && count < top_) {
      taken[i] = true;
      ++count;
    }
  };
  take(0);
  for (const std::size_t i : complements()) take(i);
  std::size_t own = 0;
  for (std::size_t i = 0; i < considered_.size() && own < guaranteed_own; ++i) {
    if (!considered_[i].own) continue;
    take(i);
    ++own;
  }
  for (std::size_t i = 0; i < considered_.size() && count < top_; ++i) take(i);
  std::size_t at = 0;
  std::erase_if(considered_, [&](const considered&) { return !taken[at++]; });
}

// What holds most of the stretch that the best leaves over: of the speaker, and of anybody.
std::vector<std::size_t> matcher::complements() const {
  constexpr std::uint32_t least = 3;  // words
  const resemblance& best = considered_.front().alike;
  std::vector<std::size_t> found;
  for (const bool own : {true, false}) {
    std::uint32_t most = least - 1;
    std::size_t at = 0;
    for (std::size_t i = 1; i < considered_.size(); ++i) {
      const resemblance& one = considered_[i].alike;
      if (considered_[i].own != own || considered_[i].kind == match_kind::review) continue;
      const std::uint32_t begin = std::max(one.run_at, best.open_at);
      const std::uint32_t end = std::min(one.run_at + one.longest, best.open_end);
      if (end <= begin || end - begin <= most) continue;
      most = end - begin;
      at = i;
    }
    if (at != 0) found.push_back(at);
  }
  return found;
}

std::string_view matcher::speaker_name(const wanted& claim, std::int64_t name) {
  const std::uint32_t speaker = shared_->speakers.speaker_of(name);
  if (speaker == record::no_speaker) return {};
  if (speaker == claim.speaker && !claim.speaker_name.empty()) return claim.speaker_name;
  return shared_->speakers.speakers()[speaker].name;
}

void matcher::write_out(const wanted& claim) {
  for (const considered& one : considered_) {
    found_match made;
    const bool is_review = one.kind == match_kind::review;
    const record::found_document& from =
        document(is_review ? one.review.document : one.statement.document);
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
}

}  // namespace quoth::matching
