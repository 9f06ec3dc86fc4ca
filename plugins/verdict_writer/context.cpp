#include "context.hpp"

#include <algorithm>
#include <array>
#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>
#include <text/words_in_order.hpp>
#include <utility>

#include "comparison.hpp"

namespace quoth::verdicts {

namespace {

using named_place = std::pair<std::string_view, turning_words::place>;

constexpr std::array<named_place, 19> place_names = [] {
  using enum turning_words::place;
  return std::array<named_place, 19>{{{"after", after},
                                      {"next", next},
                                      {"within", within},
                                      {"before", before},
                                      {"aside", aside},
                                      {"all", all},
                                      {"one", one},
                                      {"which", which},
                                      {"plain", plain},
                                      {"self", self},
                                      {"fault", fault},
                                      {"stance", stance},
                                      {"harmless", harmless},
                                      {"undo", undo},
                                      {"not", denies},
                                      {"enough", enough},
                                      {"part", part},
                                      {"subject", subject},
                                      {"join", join}}};
}();

bool ends_sentence(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'…';
}

bool is_word_character(char32_t c) {
  return text::is_letter(c) || text::is_digit(c);
}

// Bytes up to the first letter or digit.
std::size_t to_first_word(std::string_view text) {
  for (auto [value, at, size] : text::code_points(text))
    if (is_word_character(value)) return at;
  return text.size();
}

// Bytes up to and including the mark that ends the sentence, or up to […]; a point inside a number
// ends none.
std::size_t to_sentence_end(std::string_view text) {
  for (auto [value, at, size] : text::code_points(text)) {
    if (at > 0 && text.substr(at).starts_with("[…]")) return at;
    if (!ends_sentence(value)) continue;
    const text::code_point next = text::decode(text, at + size);
    if (next.size == 0 || !is_word_character(next.value)) return at + size;
  }
  return text.size();
}

// Whether `key` begins with `words` and the words end there.
bool begins_with(std::string_view key, std::string_view words) {
  if (!key.starts_with(words)) return false;
  return key.size() == words.size() || !is_word_character(text::decode(key, words.size()).value);
}

// Whether `words` stand in `key` as whole words.
bool holds_words(std::string_view key, std::string_view words) {
  for (std::size_t at = key.find(words); at != std::string_view::npos; at = key.find(words, at + 1))
    if ((at == 0 || !is_word_character(text::decode_before(key, at).value)) &&
        begins_with(key.substr(at), words))
      return true;
  return false;
}

bool has_entry(const turning_words& words, turning_words::place where, auto holds) {
  return std::ranges::any_of(words.entries(), [&](const turning_words::entry& e) {
    return e.where == where && holds(e.words);
  });
}

// The words of a key, without marks around them.
std::vector<std::string_view> words_in(std::string_view key) {
  std::vector<std::string_view> words;
  std::size_t begin = key.size();
  for (auto [value, at, size] : text::code_points(key)) {
    const bool inner = is_word_character(value) || text::is_apostrophe(value);
    if (inner && begin == key.size()) begin = at;
    if (inner || begin == key.size()) continue;
    words.push_back(key.substr(begin, at - begin));
    begin = key.size();
  }
  if (begin < key.size()) words.push_back(key.substr(begin));
  return words;
}

// Whether `rest` goes on with a relative clause that tells which are meant of all in the last
// clause of `piece`, or of what it denies: "We will rehire everyone | who asks for it", "We will
// not sign a treaty | that closes the port". Not behind a clause that only says what follows: "It
// is no secret | that we lost".
bool is_limited(std::string_view piece, std::string_view rest, const turning_words& words) {
  using enum turning_words::place;
  constexpr std::size_t near = 4;  // words at the end of the piece, with the article
  const std::string key = text::match_key(rest);
  const auto begins = [&](std::string_view entry) { return begins_with(key, entry); };
  if (!has_entry(words, which, begins) || has_entry(words, plain, begins)) return false;
  const std::size_t clause = piece.find_last_of(",;:.!?");
  const std::string last =
      text::match_key(trimmed(piece.substr(clause == std::string_view::npos ? 0 : clause + 1)));
  if (has_entry(words, plain, [&](std::string_view entry) { return begins_with(last, entry); })) {
    return false;
  }
  const auto holds = [&](std::string_view entry) { return holds_words(last, entry); };
  if (has_entry(words, all, holds)) return true;
  const std::vector<std::string_view> told = words_in(last);
  const auto is_one = [&](std::string_view word) {
    return has_entry(words, one, [&](std::string_view entry) { return entry == word; });
  };
  const auto end = told.end() - (told.empty() ? 0 : 1);  // the article has its noun behind it
  const auto begin = told.size() > near ? told.end() - near : told.begin();
  return has_entry(words, denies, holds) && std::any_of(begin, end, is_one);
}

// Whether `sentence`, the rest of one that `piece` breaks off, takes the weight from what the
// speaker confesses there: "I have cheated once in my life, | at the age of nine". Not where the
// piece has such a circumstance itself.
bool is_harmless(std::string_view piece, std::string_view sentence, const turning_words& words) {
  using enum turning_words::place;
  const std::string key = text::match_key(sentence);
  const auto begins = [&](std::string_view entry) { return begins_with(key, entry); };
  if (!has_entry(words, harmless, begins)) return false;
  std::size_t begin = 0;  // of the piece's last sentence
  for (std::size_t at = 0; (at += to_sentence_end(piece.substr(at))) < piece.size();) begin = at;
  const std::string own = text::match_key(piece.substr(begin));
  const auto holds = [&](std::string_view entry) { return holds_words(own, entry); };
  return has_entry(words, self, holds) && has_entry(words, fault, holds) &&
         !has_entry(words, harmless, holds);
}

std::string_view last_sentence(std::string_view piece) {
  std::size_t begin = 0;
  for (std::size_t at = 0; (at += to_sentence_end(piece.substr(at))) < piece.size();) {
    if (to_first_word(piece.substr(at)) < piece.size() - at) begin = at;
  }
  return trimmed(piece.substr(begin));
}

bool is_word_of(std::string_view word, turning_words::place where, const turning_words& words) {
  return has_entry(words, where, [&](std::string_view entry) { return entry == word; });
}

// Whether what follows says again, and does not deny, a word that `denied` has right behind a "not"
// and that `counts`: "He never [told] me to lie. | He [told] me what to leave out".
bool says_after_all(const std::vector<std::string_view>& denied,
                    const std::vector<std::string_view>& told, const turning_words& words,
                    auto counts) {
  using where = turning_words::place;
  constexpr std::size_t near = 2;  // words from a negation, or from the beginning, to the verb
  constexpr std::size_t short_word = 2;  // bytes
  for (std::size_t i = 0; i + 1 < denied.size(); ++i) {
    if (!is_word_of(denied[i], where::denies, words)) continue;
    for (std::size_t verb = i + 1; verb <= std::min(i + near, denied.size() - 1); ++verb)
      for (std::size_t k = 1; k <= near && k < told.size(); ++k)
        if (told[k] == denied[verb] && told[k].size() > short_word && counts(denied[verb]) &&
            !is_word_of(told[k - 1], where::denies, words))
          return true;
  }
  return false;
}

// Whether a sentence tells what is bad enough, or what was done instead with the same verb, behind
// one that denies a fault: "He never told me to lie. | He told me what to leave out", "The accused
// took no bribe. | He burnt the money, and that is enough".
bool outdoes(std::string_view sentence, std::string_view denied, const turning_words& words) {
  using where = turning_words::place;
  const std::string key = text::match_key(denied);
  const std::string outdoing = text::match_key(sentence);
  const auto has = [&](std::string_view text, where place) {
    return has_entry(words, place,
                     [&](std::string_view entry) { return holds_words(text, entry); });
  };
  if (!has(key, where::denies) || !has(key, where::fault)) return false;
  const std::string_view plain =
      std::string_view(outdoing).substr(0, outdoing.find_last_not_of(" .!") + 1);
  if (has_entry(words, where::enough,
                [&](std::string_view entry) { return plain.ends_with(entry); })) {
    return true;
  }
  if (has(outdoing, where::denies)) return false;
  return says_after_all(words_in(key), words_in(outdoing), words,
                        [](std::string_view) { return true; });
}

// Whether a sentence says that its speaker is not against something.
bool grants(std::string_view sentence, const turning_words& words) {
  using where = turning_words::place;
  constexpr std::size_t near = 2;  // words from the "not"
  const std::string key = text::match_key(sentence);
  const std::vector<std::string_view> told = words_in(key);
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (!is_word_of(told[i], where::stance, words)) continue;
    for (std::size_t before = 1; before <= near && before <= i; ++before)
      if (is_word_of(told[i - before], where::denies, words)) return true;
  }
  return false;
}

// Whether a clause or sentence tells what its speaker is against, behind one that says of something
// else that they are not: "I am not against the tunnel, | I am against its price".
bool is_against_other(std::string_view rest, std::string_view granting,
                      const turning_words& words) {
  const std::string key = text::match_key(granting);
  const std::string other = text::match_key(rest);
  return says_after_all(words_in(key), words_in(other), words, [&](std::string_view word) {
    return is_word_of(word, turning_words::place::stance, words);
  });
}

// Whether a sentence says again of part of the cases what the short one before it says of all:
// "Vaccination works. | It works in hens".
bool tells_where(std::string_view sentence, std::string_view general, const turning_words& words) {
  using where = turning_words::place;
  constexpr std::size_t longest = 4;   // words of the first
  constexpr std::size_t shortest = 3;  // bytes of the verb
  const std::string key = text::match_key(general);
  const std::string again = text::match_key(sentence);
  const std::vector<std::string_view> said = words_in(key);
  const std::vector<std::string_view> told = words_in(again);
  if (said.size() < 2 || said.size() > longest || told.size() < 4) return false;
  if (said.back().size() <= shortest || told[1] != said.back()) return false;
  const auto is = [&](where place) {
    return [&words, place](std::string_view word) { return is_word_of(word, place, words); };
  };
  return is(where::part)(told[2]) && std::ranges::none_of(told, is(where::all)) &&
         std::ranges::none_of(said, is(where::denies));
}

// Whether a sentence is no more than a part of the one before it, one thing against another: "The
// books go to the city. | For repair, not for good".
bool narrows(std::string_view sentence, const turning_words& words) {
  using where = turning_words::place;
  constexpr std::size_t most = 9;  // words
  const std::string key = text::match_key(sentence);
  const std::vector<std::string_view> told = words_in(key);
  const auto is = [&](std::string_view word, where place) {
    return has_entry(words, place, [&](std::string_view entry) { return entry == word; });
  };
  if (told.empty() || told.size() > most || !is(told.front(), where::part)) return false;
  // ", not for", ", and not for", «, а не на»
  constexpr std::size_t longest_joint = 6;  // bytes: and, und
  const auto behind_comma = [&](std::string_view word) {
    const std::string_view before(key.data(), static_cast<std::size_t>(word.data() - key.data()));
    return trimmed(before).ends_with(',');
  };
  for (std::size_t i = 2; i + 1 < told.size(); ++i) {
    if (!is(told[i], where::denies) || !is(told[i + 1], where::part)) continue;
    const bool joined = told[i - 1].size() <= longest_joint && behind_comma(told[i - 1]);
    if (joined || behind_comma(told[i])) return true;
  }
  return false;
}

// Whether a sentence says the opposite as well, in the same words with one more "not", so that both
// leave it open: "I can't say that it was the pump. | I can't say that it wasn't".
bool leaves_open(std::string_view sentence, std::string_view denied, const turning_words& words) {
  using where = turning_words::place;
  constexpr std::size_t longest = 12;  // words
  constexpr std::size_t alike = 2;     // words that both begin with
  const std::string key = text::match_key(denied);
  const std::string other = text::match_key(sentence);
  const std::vector<std::string_view> said = words_in(key);
  const std::vector<std::string_view> told = words_in(other);
  if (said.size() <= alike || told.size() <= alike || told.size() > longest) return false;
  if (!std::equal(said.begin(), said.begin() + alike, told.begin())) return false;
  const auto denials = [&](const std::vector<std::string_view>& in) {
    return std::ranges::count_if(
        in, [&](std::string_view word) { return is_word_of(word, where::denies, words); });
  };
  return denials(said) > 0 && denials(told) == denials(said) + 1;
}

// Whether a sentence is no more than that its speaker does not: "I could, the Act lets me. | I
// won't".
bool declines(std::string_view sentence, std::string_view granted, const turning_words& words) {
  using where = turning_words::place;
  constexpr std::size_t most = 3;  // words
  const std::string key = text::match_key(sentence);
  const std::string before = text::match_key(granted);
  const std::vector<std::string_view> told = words_in(key);
  const std::vector<std::string_view> said = words_in(before);
  const auto denies = [&](std::string_view word) { return is_word_of(word, where::denies, words); };
  return told.size() >= 2 && told.size() <= most && !said.empty() && told[0] == said[0] &&
         std::ranges::any_of(told, denies) && std::ranges::none_of(said, denies);
}

// Whether the sentence that follows takes a whole sentence back, or part of it.
bool takes_back(std::string_view sentence, std::string_view piece, const turning_words& words) {
  const std::string key = text::match_key(sentence);
  if (has_entry(words, turning_words::place::undo,
                [&](std::string_view entry) { return begins_with(key, entry); }) ||
      narrows(sentence, words)) {
    return true;
  }
  const std::string_view last = last_sentence(piece);
  return outdoes(sentence, last, words) || is_against_other(sentence, last, words) ||
         tells_where(sentence, last, words) || leaves_open(sentence, last, words) ||
         declines(sentence, last, words);
}

// What of `rest`, the words after `piece`, turns it.
std::string_view turn_after(std::string_view piece, std::string_view rest,
                            const turning_words& words, bool quoted) {
  const std::size_t first = to_first_word(rest);
  const bool piece_ends = ends_sentence(text::decode_before(piece, piece.size()).value);
  const bool same_sentence = !piece_ends && !has_sentence_end(rest.substr(0, first));
  const std::string_view from_word = rest.substr(first);
  const std::string_view sentence = from_word.substr(0, to_sentence_end(from_word));
  const std::string key = text::match_key(sentence);
  const std::string_view last = last_sentence(piece);
  const bool granted = same_sentence && grants(last, words);  // I am not against it, | but …
  for (const turning_words::entry& e : words.entries()) {
    const bool may_follow = !same_sentence || granted;
    const bool turns =
        e.where == turning_words::place::after    ? same_sentence && begins_with(key, e.words)
        : e.where == turning_words::place::next   ? may_follow && begins_with(key, e.words)
        : e.where == turning_words::place::within ? !same_sentence && holds_words(key, e.words)
                                                  : false;
    if (turns) return trimmed(sentence);
  }
  if (!same_sentence && takes_back(sentence, piece, words)) return trimmed(sentence);
  if (same_sentence && (is_limited(piece, rest, words) || is_harmless(piece, sentence, words) ||
                        is_against_other(sentence, last, words)))
    return trimmed(sentence);
  const bool broken = same_sentence && first > 0 && trimmed(rest.substr(0, first)).empty();
  const auto joins = [&](std::string_view entry) { return begins_with(key, entry); };
  if (quoted && broken && !has_entry(words, turning_words::place::join, joins))
    return trimmed(sentence);
  return {};
}

// „Kommt kein Geld, | bleibt das Boot hier“: whether a clause in front begins with its verb, as
// what follows it does, each with its subject behind it: a condition without an "if".
bool is_verb_first(std::string_view clause, std::string_view piece, const turning_words& words) {
  const std::string front = text::match_key(clause);
  const std::string main = text::match_key(piece.substr(0, to_sentence_end(piece)));
  const std::vector<std::string_view> condition = words_in(front);
  const std::vector<std::string_view> follows = words_in(main);
  constexpr std::size_t least = 3;                          // words
  if (clause.find(',') + 1 != clause.size()) return false;  // Gestern, nach der Sitzung, …
  if (condition.size() < least || follows.size() < 2 || !clause.ends_with(',')) return false;
  using where = turning_words::place;
  const auto is_subject = [&](std::string_view word) {
    return is_word_of(word, where::subject, words);
  };
  const std::size_t second = clause.find(' ');
  const bool name = second != clause.npos && second + 1 < clause.size() &&
                    text::is_upper(text::decode(clause, second + 1).value);
  const bool opens = text::is_upper(text::decode(clause, 0).value) && !is_subject(condition[0]) &&
                     (name || is_subject(condition[1]));
  return opens && text::is_lower(text::decode(piece, 0).value) && !is_subject(follows[0]) &&
         is_subject(follows[1]);
}

std::string_view turn_before(std::string_view lead, std::string_view piece,
                             const turning_words& words) {
  // The beginning of the sentence that the piece continues.
  std::size_t begin = 0;
  for (std::size_t at = 0; at < lead.size();) {
    const std::size_t end = at + to_sentence_end(lead.substr(at));
    if (end >= lead.size()) break;
    begin = at = end;
  }
  std::string_view clause = lead.substr(begin);
  if (clause.empty() || to_first_word(clause) == clause.size()) return {};
  const text::code_point last = text::decode_before(trimmed(clause), trimmed(clause).size());
  if (ends_sentence(last.value)) return {};  // the piece begins its own sentence
  clause.remove_prefix(to_first_word(clause));
  const std::string key = text::match_key(clause);
  const auto begins = [&](turning_words::place where) {
    return std::any_of(words.entries().begin(), words.entries().end(),
                       [&](const turning_words::entry& e) {
                         return e.where == where && begins_with(key, e.words);
                       });
  };
  if (begins(turning_words::place::aside)) return {};
  if (!begins(turning_words::place::before)) {
    const std::size_t front = std::min(clause.rfind(','), clause.size() - 1) + 1;
    const std::string main = std::string(trimmed(clause.substr(front))).append(" ").append(piece);
    const bool limits = is_verb_first(clause.substr(0, front), trimmed(main), words);
    return limits ? clause.substr(0, front) : std::string_view{};
  }
  // Behind its last comma stands what belongs to the piece: "Wenn er will, werden | wir sanieren".
  const std::size_t comma = clause.rfind(',');
  return trimmed(comma == clause.npos ? clause : clause.substr(0, comma + 1));
}

// From the first of the rows that count to the last one. All rows of the statement are looked for,
// so that each is found behind the one before it, and again from the last one back: what the first
// rows say may stand in the statement earlier as well.
span piece_of(std::string_view statement, std::span<const diff> rows, auto counts) {
  text::words_in_order words(statement);
  for (const diff& row : rows) {
    if (row.op == diff_op::claimed || trimmed(row.text).empty()) continue;
    if (!words.next(row.text)) return {};
  }
  span piece{0, 0};
  std::size_t behind = words.behind();
  for (std::size_t i = rows.size(); i-- > 0;) {
    const std::string_view row = trimmed(rows[i].text);
    if (rows[i].op == diff_op::claimed || row.empty()) continue;
    const std::size_t at = statement.rfind(row, behind - row.size());
    if (counts(rows[i])) {
      if (piece.empty()) piece.end = static_cast<std::uint32_t>(at + row.size());
      piece.begin = static_cast<std::uint32_t>(at);
    }
    behind = at;
  }
  return piece;
}

}  // namespace

void turning_words::add(const text::lexicon& entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto known = std::ranges::find(place_names, entries[i][0], &named_place::first);
    if (known == place_names.end()) {
      throw entries.error(
          i, "unknown place '" + std::string(entries[i][0]) +
                 "': write after, next, within, before, aside, all, one, which, plain, self, "
                 "fault, stance, harmless, undo, not, enough, part, subject or join, a tab, and "
                 "the words");
    }
    entries_.push_back({known->second, text::match_key(entries[i][1])});
  }
}

bool has_sentence_end(std::string_view text) noexcept {
  for (auto [value, at, size] : text::code_points(text))
    if (ends_sentence(value)) return true;
  return false;
}

span aligned_piece(std::string_view statement, std::span<const diff> rows) {
  return piece_of(statement, rows, [](const diff&) { return true; });
}

span shared_piece(std::string_view statement, std::span<const diff> rows) {
  return piece_of(statement, rows, [&](const diff& row) {
    // One word in two forms: GLOVES, gloves.
    const bool paired = row.op == diff_op::record && row.change == diff_change::edit &&
                        &row != rows.data() && (&row - 1)->op == diff_op::claimed &&
                        (&row - 1)->change == diff_change::edit;
    return row.op == diff_op::same || paired;
  });
}

std::string_view dropped_turn(std::string_view statement, span piece, const turning_words& words,
                              std::string_view after, bool quoted) {
  if (piece.empty() || piece.end > statement.size()) return {};
  const std::string_view before =
      turn_before(statement.substr(0, piece.begin), piece.of(statement), words);
  if (!before.empty()) return before;
  const std::string_view rest = statement.substr(piece.end);
  const std::string_view turn = turn_after(piece.of(statement), rest, words, quoted);
  const bool whole = turn.empty() && to_first_word(rest) == rest.size();
  if (!whole || after.empty()) return turn;
  return takes_back(after, piece.of(statement), words) ? trimmed(after) : turn;
}

}  // namespace quoth::verdicts
