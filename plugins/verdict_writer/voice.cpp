#include "voice.hpp"

#include <algorithm>
#include <string>
#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>

#include "context.hpp"
#include "persons.hpp"

namespace quoth::verdicts {

namespace {

bool is_question(std::string_view statement, span aligned, std::string_view claimed) {
  if (aligned.empty() || claimed.find('?') != std::string_view::npos) return false;
  const text::code_point last = text::decode_before(statement.substr(0, aligned.end), aligned.end);
  const std::size_t from = last.value == U'?' ? aligned.end - last.size : aligned.end;
  const std::size_t mark =
      std::min(statement.find_first_of(".!?", from), statement.find("[…]", from));
  return mark != std::string_view::npos && statement[mark] == '?';
}

// The words of the statement before the aligned piece in its own sentence: "I never said that. |
// The list is run on points" denies nothing of the list.
std::string_view lead_of(std::string_view statement, span aligned) {
  const std::string_view before = statement.substr(0, aligned.begin);
  const std::size_t end = before.find_last_of(".!?]");
  return end == std::string_view::npos ? before : before.substr(end + 1);
}

}  // namespace

voice voice_of(const claim& made, const finding& found, const review_words& words) {
  const match& m = found.match;
  if (m.kind == match_kind::review) return voice::review;
  const bool known = made.speaker.has_value();
  const bool nameless = !m.speaker || words.is_nameless(*m.speaker);
  // That a minister without a name said it bears nobody out who is not named either.
  const bool own =
      known ? m.speaker && same_person(*made.speaker, *m.speaker) : !(nameless && made.mention);
  if (m.hand == match_hand::denial) return own || nameless ? voice::denial : voice::none;
  const std::string_view before = lead_of(m.text, found.aligned);
  const bool names = known && !own && mentions_person(m.text, *made.speaker) &&
                     !addresses_person(m.text, *made.speaker) &&
                     !mentions_person(made.text, *made.speaker);
  if ((own || names) && words.deny(before)) return voice::denial;
  if (names) return voice::report;
  if (is_question(m.text, found.aligned, made.text)) return voice::none;
  if (m.hand == match_hand::second) return own || nameless ? voice::report : voice::another;
  if (own) return voice::own;
  return nameless ? voice::none : voice::another;
}

}  // namespace quoth::verdicts
