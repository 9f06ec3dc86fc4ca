#include "claim_speaker.hpp"

#include <algorithm>
#include <functional>
#include <record/merge.hpp>
#include <text/classes.hpp>
#include <text/transliterate.hpp>
#include <text/trim.hpp>
#include <text/utf8.hpp>
#include <utility>
#include <vector>

namespace quoth::matching {

void claim_speaker::resolve(std::uint32_t at, made_claim& made) {
  described_ = {};
  is_description_ = false;
  if (in_.speaker_of[at] == QUOTH_NO_ROW) return;
  const speaker said = in_.layers.speakers[in_.speaker_of[at]];
  resolve_speaker(said, made);
  if (in_.is_short && made.known == record::no_speaker) resolve_from_mention(said, made);
}

void claim_speaker::resolve_speaker(const speaker& said, made_claim& made) {
  if (said.mention.exists()) made.mention = said.mention.of(in_.layers.text);
  std::string_view name = said.name.value_or("");
  // Whoever posted it is nobody to be found in the record; [nobody] puts it like Ida Roe.
  if (name == "author" || in_.is_negation(name)) name = {};
  made.confidence *= 0.5 + 0.5 * said.confidence;
  const std::string_view role = role_of(said);
  const bool nominal = said.link == speaker_link::nominal;  // Gesundheitsministerin: …
  if (!name.empty() || !nominal) made.known = in_.speakers.resolve(name, role, in_.day);
  // Dame Philippa, Dr Asante: a bare name of which the record has no word
  if (in_.is_short && (made.known == record::no_speaker || !has_said(made.known))) {
    const std::uint32_t titled = called_by_title(made);
    const auto& people = in_.speakers.called(name);
    const bool others = std::ranges::any_of(people, [&](auto one) { return has_said(one); });
    if (titled != record::no_speaker || others) made.known = titled;
  }
  // Board president [Krebs]: before who has most statements of that name
  if (in_.is_short && record::is_like_name(name) && in_.speakers.called(name).size() > 1) {
    const std::uint32_t hinted = in_.named->meant_by(name);
    if (hinted != record::no_speaker) made.known = hinted;
  }
  bool by_office = false;
  const bool is_office =
      in_.is_short && name.find(' ') == name.npos && in_.speakers.is_office(name);
  if (made.known == record::no_speaker && (nominal || is_office || !record::is_like_name(name))) {
    // "The minister" is a role, "you" is none.
    const bool described =
        name.empty() && said.link != speaker_link::pronoun && !in_.is_pronoun(made.mention);
    // „Die Chefin der Werft“: hardly of another house than the one that the post names.
    is_description_ =
        nominal && said.mention.exists() && name != made.mention && name.starts_with(made.mention);
    const bool as_written =
        said.mention.exists() &&
        (described || name == made.mention ||
         (is_description_ && name == with_genitive(said.mention).of(in_.layers.text)));
    const std::string_view office =
        as_written ? with_genitive(said.mention).of(in_.layers.text) : name;
    made.known = in_.speakers.resolve({}, office, in_.day);
    if (made.known != record::no_speaker && as_written &&
        in_.speakers.is_of_other_house(made.known, with_purpose(office))) {
      made.known = record::no_speaker;
    }
    by_office = made.known != record::no_speaker;
    if (!name.empty() || described) described_ = as_written ? with_purpose(office) : office;
    if (in_.is_short && !in_.speakers.is_office(office)) made.office = office;
  }
  made.speaker = name;
  if (const auto bare = without_letters(name); made.known == record::no_speaker && !bare.empty()) {
    name = bare;
    made.known = in_.speakers.resolve(name, role, in_.day);
  }
  if (in_.is_short && made.known == record::no_speaker && said.mention.exists()) {
    const std::string_view office = office_of_place(said.mention);
    if (!office.empty()) made.known = in_.speakers.resolve({}, office, in_.day);
    if (!office.empty() && made.known == record::no_speaker) {
      made.known = in_.speakers.resolve({}, office.substr(0, office.rfind(' ')), in_.day);
    }
    by_office = made.known != record::no_speaker;
  }
  if (made.known == record::no_speaker) return;
  // The record may have a name in other letters only, or the surname alone.
  const std::string& known = in_.speakers.speakers()[made.known].name;
  const bool fuller = !by_office && record::is_like_name(name) &&
                      record::name_words(name).size() > 1 &&
                      (record::name_words(known).size() == 1 ||
                       text::has_cyrillic(name) != text::has_cyrillic(name_of(made)));
  if (!fuller) made.speaker = name_of(made);
}

// [Alban] von Tressow: whom the record knows by the full name at the mention. A pronoun means the
// one whom the post names, whatever else it might.
void claim_speaker::resolve_from_mention(const speaker& said, made_claim& made) {
  if (said.link == speaker_link::pronoun) {
    made.known = in_.named->only();
  } else if (said.mention.exists()) {
    for (const named_speaker& one : in_.named->all()) {
      const bool full = one.where.of(in_.layers.text).find(' ') != std::string_view::npos;
      // „[Wortlaut Roe] von gestern: …“
      const bool last = said.link == speaker_link::nominal && one.where.end == said.mention.end;
      if ((full || last) && one.meant.size() == 1 && one.where.overlaps(said.mention)) {
        made.known = one.meant.front();
      }
    }
  }
  if (made.known != record::no_speaker) made.speaker = name_of(made);
}

void claim_speaker::resolve_from_text(made_claim& made) {
  const bool is_name = record::is_like_name(made.speaker) && !is_description_;
  if (is_name) made.known = in_.named->meant_by(made.speaker);
  if (is_name && made.known == record::no_speaker) {  // The health minister … Roe: “…”
    const std::uint32_t holder = in_.named->holder();
    const auto& people = in_.speakers.called(made.speaker);
    if (std::ranges::find(people, holder) != people.end()) made.known = holder;
  }
  if (is_name && made.known == record::no_speaker) {
    take_namesakes(made);
    if (made.namesakes.empty()) take_named_nearer(made);
  }
  if (made.known == record::no_speaker && (!is_name || is_medium(made))) {
    made.known = in_.named->only(made.where);
    made.confidence *= 0.8;
  }
  if (made.known != record::no_speaker) {
    made.speaker = name_of(made);
  } else if (!is_name) {
    const std::uint32_t holder = in_.named->holder();
    const bool agrees =
        holder != record::no_speaker && !in_.speakers.is_of_other_house(holder, described_);
    if (agrees) made.holder = holder;
  }
}

// Where the mention stands in the text; nothing where it is none of the text's words.
std::optional<std::size_t> claim_speaker::place_of_mention(const made_claim& made) const {
  const std::string_view text = in_.layers.text;
  const std::less<const char*> before;
  const char* const at = made.mention.data();
  if (made.mention.empty() || before(at, text.data()) || before(text.data() + text.size(), at))
    return std::nullopt;
  return static_cast<std::size_t>(at - text.data());
}

// [Dame] Philippa
std::uint32_t claim_speaker::called_by_title(const made_claim& made) const {
  const std::optional<std::size_t> at = place_of_mention(made);
  if (!at) return record::no_speaker;
  const std::string_view given = made.mention;
  const std::size_t own = given.find(' ');  // the mention has the title
  if (own != given.npos) {
    return in_.speakers.called_by_title(given.substr(0, own), given.substr(own + 1));
  }
  const std::string_view before = text::trimmed(in_.layers.text.substr(0, *at));
  const std::size_t space = before.find_last_of(" \n");
  return in_.speakers.called_by_title(before.substr(space == before.npos ? 0 : space + 1), given);
}

bool claim_speaker::has_said(std::uint32_t one) const {
  return in_.speakers.speakers()[one].statements > 0;
}

// Those who share a surname that nothing in the post tells apart, or who have the given name by
// which it calls them: the words may.
void claim_speaker::take_namesakes(made_claim& made) const {
  constexpr std::size_t most = 4;
  std::vector<std::uint32_t> people = in_.speakers.called(made.speaker);
  if (people.empty() && !is_behind_title(made)) {
    people = in_.speakers.called_by_given(made.speaker);
  }
  std::erase_if(people, [&](std::uint32_t one) { return !has_said(one); });
  if (people.size() <= most) made.namesakes = std::move(people);
}

// [Queen] Philippa is not Philippa Roe.
bool claim_speaker::is_behind_title(const made_claim& made) const {
  if (made.mention.empty()) return false;
  const std::optional<std::size_t> at = place_of_mention(made);
  if (!at) return true;
  const std::string_view before = in_.layers.text.substr(0, *at);
  if (!before.ends_with(' ') || made.mention.find(' ') != made.mention.npos) return !before.empty();
  const std::size_t end = before.size() - 1;
  if (!text::is_letter(text::decode_before(before, end).value)) return false;
  const std::size_t space = before.find_last_of(" \n", end - 1);
  return text::is_upper(text::decode(before, space == before.npos ? 0 : space + 1).value);
}

// [Chapeau], Ida Roe: “…”. What is one word, and nobody of the record, is hardly whose words they
// are where somebody of the record is named between it and the quotation.
void claim_speaker::take_named_nearer(made_claim& made) const {
  if (made.speaker.find(' ') != std::string::npos || !in_.speakers.called(made.speaker).empty())
    return;
  const std::optional<std::size_t> at = place_of_mention(made);
  if (!at) return;
  const std::size_t end = *at + made.mention.size();
  for (const named_speaker& one : in_.named->all()) {
    const bool between = end <= one.where.begin && one.where.end <= made.where.begin;
    if (between && one.meant.size() == 1) made.known = one.meant.front();
  }
}

bool claim_speaker::is_by_name(std::uint32_t at) const {
  return in_.speaker_of[at] != QUOTH_NO_ROW &&
         in_.layers.speakers.get<&speaker::link>(in_.speaker_of[at]) == speaker_link::name;
}

// A name that is no person's, of whom the record holds nothing: who passed the words on, or what
// they are about: [Deichpolitik] à la Roe: “…”.
bool claim_speaker::is_medium(const made_claim& made) const {
  if (!made.of.exists() || in_.speaker_of[made.of.id] == QUOTH_NO_ROW) return false;
  const std::uint32_t by = in_.speaker_of[made.of.id];
  const speaker_type type = in_.layers.speakers.get<&speaker::type>(by);
  const bool thing = type == speaker_type::unknown &&
                     in_.layers.speakers.get<&speaker::link>(by) == speaker_link::nominal;
  return (type == speaker_type::organisation || thing) && in_.speakers.called(made.speaker).empty();
}

bool claim_speaker::is_by_nobody(const made_claim& made) const {
  return !record::is_like_name(made.speaker) || is_description_ || is_medium(made);
}

std::string claim_speaker::name_of(const made_claim& made) const {
  const std::string_view like = made.mention.empty() ? in_.layers.text : made.mention;
  return in_.speakers.name_in(made.known, text::has_cyrillic(like));
}

// A name without the letters of an office beside it: "Sunil Raman MP", "MP Eismann", "Maria Berg
// MdB". Nothing where there are none, or nothing but such.
std::string_view claim_speaker::without_letters(std::string_view name) {
  const auto are_letters = [](std::string_view word) {
    const auto capitals = std::ranges::count_if(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    return word.size() <= 4 && capitals >= 2;
  };
  const std::size_t space = name.find(' ');
  if (space == name.npos) return {};
  const std::size_t last = name.rfind(' ');
  const bool before = are_letters(name.substr(0, space));
  const bool behind = are_letters(name.substr(last + 1));
  if (before == behind) return {};
  return before ? name.substr(space + 1) : name.substr(0, last);
}

// Мер [Харкова]: the office before a word that was taken for a name, with that word; only where
// what an office is of follows it as its holder's name would.
std::string_view claim_speaker::office_of_place(span mention) const {
  constexpr int most_before = 3;  // words: Міністр інфраструктури [Ардонії]
  const std::string_view place = mention.of(in_.layers.text);
  if (!text::has_cyrillic(place) || place.find(' ') != place.npos) return {};
  std::size_t begin = mention.begin;
  for (int words = 0; words < most_before; ++words) {
    const std::string_view before = in_.layers.text.substr(0, begin);
    if (!before.ends_with(' ')) return {};
    const std::string_view ahead = text::trimmed(before);
    const std::size_t space = ahead.find_last_of(" \n");
    begin = space == ahead.npos ? 0 : space + 1;
    if (ahead.empty() || !text::is_letter(text::decode_before(ahead, ahead.size()).value))
      return {};
    if (record::has_office_word(ahead.substr(begin))) {
      return in_.layers.text.substr(begin, mention.end - begin);
    }
  }
  return {};
}

// A description with the noun in the genitive, and the names after it, that follow: „die Chefin“,
// where „die Chefin der Werft Holm“ stands.
span claim_speaker::with_genitive(span mention) {
  constexpr std::size_t most_ahead = 100;  // bytes
  const std::string_view ahead = in_.layers.text.substr(mention.end, most_ahead);
  words_.split(ahead, in_.language.lang());
  const auto follows = [&](std::size_t at) {
    const std::uint32_t from = at == 0 ? 0 : words_[at - 1].end;
    return text::trimmed(ahead.substr(from, words_[at].begin - from)).empty();
  };
  const bool article_ahead =
      words_.size() > 1 && follows(0) && (in_.language.of(words_.norm(0)).classes & article) != 0;
  if (!article_ahead) return mention;
  std::size_t end = 1;
  while (end < words_.size() && follows(end) && (words_[end].flags & record::capital) != 0) ++end;
  if (end > 1) mention.end += words_[end - 1].end;
  return mention;
}

std::string_view claim_speaker::with_purpose(std::string_view office) {
  constexpr std::size_t most_ahead = 60;  // bytes
  const auto at = static_cast<std::size_t>(office.data() - in_.layers.text.data());
  const std::string_view ahead = in_.layers.text.substr(at + office.size(), most_ahead);
  words_.split(ahead, in_.language.lang());
  const bool follows =
      words_.size() > 1 && text::trimmed(ahead.substr(0, words_[0].begin)).empty() &&
      (in_.language.of(words_.norm(0)).classes & (function_word | favour)) ==
          (function_word | favour) &&
      (words_[1].flags & (record::capital | record::clause_start)) == record::capital;
  return follows ? in_.layers.text.substr(at, office.size() + words_[1].end) : office;
}

// The role that the document gives with the name at the mention, or with the name elsewhere; for
// a description, the words of the mention.
std::string_view claim_speaker::role_of(const speaker& said) {
  std::string_view role;
  for (std::uint32_t i = 0; i < in_.layers.names.size(); ++i) {
    const auto given = in_.layers.names.get<&name::role>(i);
    if (!given || given->empty()) continue;
    if (said.mention.exists() && in_.layers.names.where(i).overlaps(said.mention)) return *given;
    if (said.name && in_.layers.names.get<&name::canonical>(i) == *said.name) role = *given;
  }
  if (role.empty() && said.link == speaker_link::nominal && said.mention.exists()) {
    return with_genitive(said.mention).of(in_.layers.text);
  }
  return role;
}

}  // namespace quoth::matching
