// The denials of a document: "that is not true", "I never said that", "nothing of the sort", and
// what they deny, which stands in a quotation, the turn or the sentences before them.
#include <algorithm>
#include <record/merge.hpp>
#include <text/fold.hpp>

#include "collect.hpp"
#include "document_places.hpp"

namespace quoth::record_writing {

namespace {

// Where words of the text stand in it.
span span_of(const document_layers& d, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(words.data() - d.text.data());
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

}  // namespace

void collector::add_denial(std::string_view speaker, std::string_view via, std::string_view text,
                           span where) {
  // The quotation stage may have found it already.
  const bool known = std::ranges::any_of(entry_.statements, [&](const auto& other) {
    return other.hand == record::hand::denial && other.begin < where.end && where.begin < other.end;
  });
  if (known || text.empty() || !has_letter(text)) return;
  record::statement_entry made;
  made.text = text;
  made.speaker = speaker;
  made.via = speaker == via ? std::string_view{} : via;
  made.begin = where.begin;
  made.end = where.end;
  made.form = record::form::indirect;
  made.status = record::status::denied;
  made.hand = record::hand::denial;
  entry_.statements.push_back(made);
}

void collector::take_denials(const document_layers& d, const reporting_words& words) {
  denial found;
  for (std::uint32_t i = 0; i < d.sentences.size(); ++i) {
    const span where = d.sentences.where(i);
    if (!finder_.find(d.text, where, entry_.document.lang, words, found)) {
      if (finder_.find_unannounced(d.text, where, entry_.document.lang, words, found)) {
        deny_announcement(d, found);
      }
      continue;
    }
    if (found.own) {
      take_own_denial(d, i, found.bare, words);
    } else if (found.untrue) {
      deny_spread_of_person(d, where, words);
    } else if (found.refers) {
      take_denial_of_told(d, where, found.fake ? span{where.begin, where.begin} : found.subject,
                          words);
    } else {
      const span content = without_marks(d.text, within_quotation(d, found.content));
      const std::string_view who = speaker_in(d, found.subject);
      add_denial(who, speaker_at(d, content), content.of(d.text), content);
      deny_reports(who, content.begin);
    }
  }
}

// "Mara Lund has not announced a toll": a denial by her, whoever says so; "I have not" is by whom
// it is quoted from.
void collector::deny_announcement(const document_layers& d, const denial& found) {
  const span content = within_quotation(d, found.content);
  const std::string_view by = speaker_at(d, content);
  const std::string_view who = found.own ? by : name_in(d, found.subject);
  if (!who.empty()) add_denial(who, by, content.of(d.text), content);
}

// "The report is false; she has not said so": what the lines before the denial report of her is
// what it denies.
void collector::deny_reports(std::string_view speaker, std::uint32_t before) {
  constexpr std::uint32_t near = 400;  // bytes
  const std::string key = text::name_key(speaker);
  for (record::statement_entry& one : entry_.statements) {
    if (one.end > before || before - one.end > near) continue;
    if (one.form != record::form::indirect || one.hand == record::hand::denial) continue;
    if (text::name_key(one.speaker) != key) continue;
    one.hand = record::hand::denial;
    one.status = record::status::denied;
  }
}

// "It is told that … She never said this": the nearest words before it that are told of her, or of
// nobody who is named. Of one who is only described there ("the president said …") it is the
// subject's name that tells who. An empty subject names nobody: "The remark is invented."
void collector::take_denial_of_told(const document_layers& d, span denied, span subject,
                                    const reporting_words& words) {
  constexpr std::uint32_t near = 600;  // bytes
  std::string_view name = name_in(d, subject);
  if (name.empty() && !subject.empty()) name = person_denying(d, denied);
  std::uint32_t told = none;
  const std::string_view described = described_in(d, subject);
  const auto begin_of = [&](std::uint32_t i) { return d.quotes.where(i).begin; };
  auto at = std::ranges::lower_bound(in_order_, denied.begin, {}, begin_of);
  for (std::size_t n = 0;
       !subject.empty() && n < looked_at && at != in_order_.begin() && told == none; ++n) {
    const std::uint32_t i = *--at;
    const span where = d.quotes.where(i);
    if (where.end > denied.begin || denied.begin - where.end > near) continue;
    if (d.quotes.get<&quote::status>(i) == quote_status::denied || is_turn(d, i)) continue;
    const std::string_view by = name_of(d, i);
    if (tells_of_told(d, i, words)) continue;
    const bool nobody = by.empty() && name.empty() && described.empty();
    const bool named = !by.empty() && record::is_like_name(by);
    if (!nobody && (!named || name.empty() || by == name)) told = i;
  }
  if (const spread_words spread = spread_before(d, denied, words);
      !spread.words.empty() &&
      (told == none || d.quotes.where(told).end <= spread.sentence.begin)) {
    std::string_view who = name;
    if (who.empty()) who = person_in(d, spread.sentence);
    if (who.empty()) who = described;
    if (!who.empty()) deny_spread(d, spread, denied, who);
    return;
  }
  if (told == none) {
    spread_words shown = shown_before(d, denied, name, words);
    if (shown.words.empty() && !name.empty()) shown = quoted_before(d, denied, words);
    if (!shown.words.empty()) {
      deny_spread(d, shown, denied, name.empty() ? person_in(d, shown.sentence) : name);
      return;
    }
    deny_turn_before(d, denied, subject, words);
    return;
  }
  const span where = d.quotes.where(told);
  std::string_view who = name;
  if (who.empty()) who = name_of(d, told);
  if (name.empty() && !described.empty() && !record::is_like_name(who)) who = described;
  const std::string_view by = name_of(d, told);
  std::erase_if(entry_.statements, [&](const record::statement_entry& one) {
    const bool same = one.speaker.empty() || one.speaker == who || one.speaker == by;
    const bool told_there = where.begin <= one.begin && one.end <= where.end;
    const bool empty_denial =
        one.hand == record::hand::denial && denied.begin <= one.begin && one.end <= denied.end;
    return same && (told_there || empty_denial);
  });
  add_denial(who, speaker_at(d, denied), words_of(d, told), where);
}

// "[It] is said [to come from her visit]": what is told of what was told before is not that itself.
bool collector::tells_of_told(const document_layers& d, std::uint32_t at,
                              const reporting_words& words) {
  constexpr std::uint32_t refers = reporting_words::points | reporting_words::object;
  const std::string_view told = words_of(d, at);
  if (is_direct(d, at) || d.quotes.where(at).of(d.text).starts_with(told)) return false;
  words_.split(told, entry_.document.lang);
  return words_.size() > 0 && (words.classes_of(words_.norm(0)) & refers) != 0;
}

// "It is claimed that Mara Lund promised … That is not true": of whom, behind what says that it is
// told, the first words tell.
void collector::deny_spread_of_person(const document_layers& d, span denied,
                                      const reporting_words& words) {
  constexpr std::uint32_t near = 100;  // bytes
  const spread_words spread = spread_before(d, denied, words);
  const std::uint32_t end = std::min(spread.words.end, spread.words.begin + near);
  if (spread.words.empty() || !person_in(d, {spread.sentence.begin, spread.words.begin}).empty())
    return;
  const std::string_view who = person_in(d, {spread.words.begin, end});
  if (!who.empty()) deny_spread(d, spread, denied, who);
}

// What one of the sentences right before a denial says is told everywhere: "It has been going round
// that …", the headline or the caption under which it was. Empty where none does.
collector::spread_words collector::spread_before(const document_layers& d, span denied,
                                                 const reporting_words& words) {
  constexpr std::uint32_t near = 600;  // bytes
  std::uint32_t at = rows_before(d.sentences, [&](span one) { return one.end <= denied.begin; });
  while (at-- > 0 && denied.begin - d.sentences.where(at).end <= near) {
    const span sentence = trimmed(d.text, d.sentences.where(at));
    if (turn_at(d, sentence) != turn_at(d, denied)) break;
    const std::string_view text = sentence.of(d.text);
    words_.split(text, entry_.document.lang);
    const auto [begin, end] = words.spread_in(words_);
    if (begin == end && !words.tell_rumour(words_)) continue;
    const auto told_from = [&](std::size_t first) -> spread_words {
      return {sentence,
              without_marks(d.text, {sentence.begin + words_[first].begin, sentence.end})};
    };
    for (std::size_t i = end; i < words_.size(); ++i) {
      const std::size_t opening = words.opening_at(words_, i);
      if (opening > 0 && i + opening < words_.size()) return told_from(i + opening);
    }
    for (std::size_t i = end; i < words_.size(); ++i) {
      const std::uint32_t classes = words.classes_of(words_.norm(i));
      const bool comma =
          words.comma_opens() && i > 0 && (words_[i].flags & record::clause_start) != 0;
      const std::size_t first = (classes & reporting_words::opens) != 0 ? i + 1 : i;
      if ((first == i && !comma) || first >= words_.size()) continue;
      return told_from(first);
    }
    if (const std::string_view quoted = quoted_in(text, words, false); !quoted.empty()) {
      return {sentence, span_of(d, quoted)};
    }
  }
  return {};
}

// The words in quotation marks of one of the sentences right before a denial that names whom it is
// of, or somebody where it names nobody: "Several accounts show “…” under Ida Roe's name."
collector::spread_words collector::shown_before(const document_layers& d, span denied,
                                                std::string_view who,
                                                const reporting_words& words) {
  constexpr std::uint32_t near = 600;  // bytes
  std::uint32_t at = rows_before(d.sentences, [&](span one) { return one.end <= denied.begin; });
  while (at-- > 0 && denied.begin - d.sentences.where(at).end <= near) {
    const span sentence = trimmed(d.text, d.sentences.where(at));
    if (turn_at(d, sentence) != turn_at(d, denied)) break;
    const std::string_view named = who.empty() ? person_in(d, sentence) : who;
    if (named.empty() || !names(d, sentence, named)) continue;
    const std::string_view quoted = quoted_in(sentence.of(d.text), words, false);
    if (quoted.empty()) continue;
    const span shown = span_of(d, quoted);
    if (who.empty() && speaker_at(d, shown) == named) continue;  // quoted, not shown
    return {sentence, shown};
  }
  return {};
}

// The words in quotation marks of the sentence right before a denial of "these words".
collector::spread_words collector::quoted_before(const document_layers& d, span denied,
                                                 const reporting_words& words) {
  const std::uint32_t at =
      rows_before(d.sentences, [&](span one) { return one.end <= denied.begin; });
  if (at == 0) return {};
  const span sentence = trimmed(d.text, d.sentences.where(at - 1));
  if (turn_at(d, sentence) != turn_at(d, denied)) return {};
  const std::string_view quoted = quoted_in(sentence.of(d.text), words, false);
  if (quoted.empty()) return {};
  return {sentence, span_of(d, quoted)};
}

// Who, as a name, is told in a sentence not to have said something: [The minister] did not say
// this.
std::string_view collector::person_denying(const document_layers& d, span denied) {
  for (std::uint32_t i = 0; i < d.quotes.size(); ++i) {
    if (d.quotes.get<&quote::status>(i) != quote_status::denied) continue;
    if (denied.contains(d.quotes.where(i)) && is_person(d, name_of(d, i))) return name_of(d, i);
  }
  return {};
}

// The first person whom a stretch names, or nothing.
std::string_view collector::person_in(const document_layers& d, span where) {
  for (std::uint32_t i = 0; i < d.names.size(); ++i) {
    if (d.names.get<&name::type>(i) != name_type::person) continue;
    if (where.contains(d.names.where(i))) return d.names.get<&name::canonical>(i);
  }
  return {};
}

// Whether a stretch names somebody.
bool collector::names(const document_layers& d, span where, std::string_view who) {
  for (std::uint32_t i = 0; i < d.names.size(); ++i) {
    if (where.contains(d.names.where(i)) && d.names.get<&name::canonical>(i) == who) return true;
  }
  return false;
}

// What is told everywhere is denied by `who`: neither it nor the "this" of the denial is a
// statement.
void collector::deny_spread(const document_layers& d, const spread_words& spread, span denied,
                            std::string_view who) {
  const bool known = std::ranges::any_of(entry_.statements, [&](const auto& one) {
    return one.hand == record::hand::denial && spread.sentence.begin <= one.begin &&
           one.end <= spread.sentence.end && !one.speaker.empty();
  });
  if (known) return;
  std::erase_if(entry_.statements, [&](const record::statement_entry& one) {
    const bool same = one.speaker.empty() || one.speaker == who;
    const bool told = spread.sentence.begin <= one.begin && one.end <= spread.sentence.end;
    const bool empty_denial =
        one.hand == record::hand::denial && denied.begin <= one.begin && one.end <= denied.end;
    return same && (told || empty_denial);
  });
  add_denial(who, speaker_at(d, denied), spread.words.of(d.text), spread.words);
}

// "I never said that": what the turn before asks about.
void collector::take_own_denial(const document_layers& d, std::uint32_t sentence, bool bare,
                                const reporting_words& words) {
  const span where = d.sentences.where(sentence);
  const std::uint32_t turn = turn_at(d, where);
  if (d.turns.size() == 0) {
    deny_rumour(d, where, bare, words);
    return;
  }
  const std::string_view told = told_before(d, turn, words);
  if (told.empty()) return;
  add_denial(speaker_of_turn(d, turn), {}, told, where);
}

// "I am said to have told them to leave. I said nothing of the sort": what is told of the speaker
// right before. Where he says no more than "that", it may also be words that nobody said: what a
// card with his name reads.
void collector::deny_rumour(const document_layers& d, span denied, bool bare,
                            const reporting_words& words) {
  constexpr std::uint32_t near = 600;  // bytes
  std::string_view who = speaker_at(d, denied);
  if (who.empty() || who == "author") who = entry_.document.author;
  if (who.empty()) return;
  if (const spread_words spread = spread_before(d, denied, words); !spread.words.empty()) {
    // I am said to have told them to leave; „dort heißt es, ich hätte angeordnet, …“
    constexpr std::uint32_t first_person = reporting_words::own | reporting_words::mine;
    if (is_in_first_person(spread.sentence.of(d.text), words, first_person) ||
        names(d, spread.sentence, who)) {
      deny_spread(d, spread, denied, who);
      return;
    }
  }
  const auto begin_of = [&](std::uint32_t i) { return d.quotes.where(i).begin; };
  auto at = std::ranges::lower_bound(in_order_, denied.begin, {}, begin_of);
  for (std::size_t n = 0; n < looked_at && at != in_order_.begin(); ++n) {
    const std::uint32_t i = *--at;
    const span where = d.quotes.where(i);
    if (where.end > denied.begin) continue;
    const bool written = bare && is_direct(d, i) && !is_person(d, name_of(d, i)) &&
                         is_named_before(d, who, where.begin);
    if (name_of(d, i) != who && !written) continue;
    if (denied.begin - where.end > near) return;
    const std::uint32_t sentence =
        rows_before(d.sentences, [&](span one) { return one.end <= where.begin; });
    if (sentence >= d.sentences.size()) return;
    words_.split(d.sentences.where(sentence).of(d.text), entry_.document.lang);
    if (!written && !words.tell_rumour(words_)) continue;
    std::erase_if(entry_.statements, [&](const record::statement_entry& one) {
      const bool told = where.begin <= one.begin && one.end <= where.end;
      return told || (denied.begin <= one.begin && one.end <= denied.end);
    });
    add_denial(who, {}, words_of(d, i), where);
    return;
  }
}

bool collector::is_direct(const document_layers& d, std::uint32_t at) {
  return d.quotes.get<&quote::kind>(at) == quote_kind::direct;
}

bool collector::is_person(const document_layers& d, std::string_view who) {
  if (who.empty()) return false;
  for (std::uint32_t i = 0; i < d.names.size(); ++i) {
    if (d.names.get<&name::type>(i) == name_type::person && d.names.get<&name::canonical>(i) == who)
      return true;
  }
  return false;
}

// Whether the lines right before a place name somebody.
bool collector::is_named_before(const document_layers& d, std::string_view who,
                                std::uint32_t place) {
  constexpr std::uint32_t near = 300;  // bytes
  for (std::uint32_t i = 0; i < d.names.size(); ++i) {
    const span where = d.names.where(i);
    if (where.end <= place && place - where.end <= near && d.names.get<&name::canonical>(i) == who)
      return true;
  }
  return false;
}

// "We're told that … – She said nothing of the kind": what the turn before tells of her.
void collector::deny_turn_before(const document_layers& d, span denied, span subject,
                                 const reporting_words& words) {
  const std::uint32_t turn = turn_at(d, denied);
  const std::string_view told = told_before(d, turn, words);
  std::string_view who = name_in(d, subject);
  if (who.empty()) who = described_in(d, subject);
  if (told.empty() || who.empty()) return;
  add_denial(who, speaker_of_turn(d, turn), told, denied);
}

// The turn in which a sentence stands; the number of turns where there is none.
std::uint32_t collector::turn_at(const document_layers& d, span where) {
  return rows_before(d.turns, [&](span turn) { return turn.end <= where.begin; });
}

// The last words in quotation marks of a text which, where `reported`, says before them that
// somebody said something.
std::string_view collector::quoted_in(std::string_view turn, const reporting_words& words,
                                      bool reported) {
  constexpr std::size_t least = 3;  // words
  std::size_t opened = turn.npos;
  std::string_view last;
  for (const auto [value, at, size] : text::code_points(turn)) {
    if (!text::is_double_quotation_mark(value)) continue;
    if (opened == turn.npos) {
      opened = at + size;
      continue;
    }
    words_.split(turn.substr(opened, at - opened), entry_.document.lang);
    if (words_.size() >= least) last = turn.substr(opened, at - opened);
    opened = turn.npos;
  }
  if (last.empty() || !reported) return last;
  words_.split(turn.substr(0, static_cast<std::size_t>(last.data() - turn.data())),
               entry_.document.lang);
  const bool told = std::ranges::any_of(words_.all(), [&](const record::word& one) {
    return (words.classes_of(words_.norm(one)) & (reporting_words::says | reporting_words::told)) !=
           0;
  });
  return told ? last : std::string_view{};
}

// What the turn before `turn` tells or asks about: the words that it quotes, or those behind the
// first "that" of its last sentence which asks, or says that somebody said something, and has one.
std::string_view collector::told_before(const document_layers& d, std::uint32_t turn,
                                        const reporting_words& words) {
  if (turn == 0 || turn >= d.turns.size()) return {};
  const span before = d.turns.where(turn - 1);
  if (const auto quoted = quoted_in(before.of(d.text), words, true); !quoted.empty()) return quoted;
  std::uint32_t at =
      rows_before(d.sentences, [&](span sentence) { return sentence.begin < before.end; });
  while (at-- > 0 && d.sentences.where(at).begin >= before.begin) {
    const std::string_view text = trimmed(d.text, d.sentences.where(at)).of(d.text);
    words_.split(text, entry_.document.lang);
    bool tells = text.ends_with('?');
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      const std::uint32_t classes = words.classes_of(words_.norm(i));
      tells |= (classes & (reporting_words::says | reporting_words::told)) != 0;
      if (!tells || (classes & reporting_words::opens) == 0) continue;
      return text.substr(words_[i + 1].begin, words_.all().back().end - words_[i + 1].begin);
    }
  }
  return {};
}

}  // namespace quoth::record_writing
