#include "sources.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "signatures.hpp"
#include "source_names.hpp"
#include "text/classes.hpp"

namespace quoth::speakers {
namespace {

using quoth::speaker_link;
using quoth::speaker_type;

speaker_type speaker_type_of(name_type type) {
  switch (type) {
    case name_type::person:
      return speaker_type::person;
    case name_type::organisation:
    case name_type::place:
      return speaker_type::organisation;  // a country speaks as one
    case name_type::group:
      return speaker_type::group;
    case name_type::document:
      return speaker_type::document;
    case name_type::unknown:
      break;
  }
  return speaker_type::unknown;
}

// Reads one source span. Words [first_, last_) shrink to what names the speaker.
class source_reader {
 public:
  source_reader(reading& of, std::uint32_t first, std::uint32_t last)
      : of_(of),
        words_(of.list.words),
        first_(first),
        last_(std::min(last, first + longest_source)) {}

  resolved_speaker read() {
    inside_ = references_within(of_.references, first_, last_);
    trim();
    if (first_ >= last_) return {};
    inside_ = references_within(of_.references, first_, last_);
    drop_addressee();
    if (auto author = read_author()) return *author;
    if (const auto names = names_of_list(source()); !names.empty()) return by_names(names);
    if (auto others = read_name_and_others()) return *others;
    if (const reference* named = name_after_role(source())) return by_name(*named);
    const std::uint32_t end = phrase_end();
    if (end == first_) return {};
    return read_phrase(end);
  }

 private:
  [[nodiscard]] bool is_comma(std::uint32_t i) const {
    const char32_t mark = words_[i].mark;
    return mark == U',' || mark == U';' || mark == U'(' || mark == U':' ||
           quoth::text::is_dash(mark);
  }

  // Marks, prepositions and verbs of the cue (by, from, according to, redet) and small adverbs
  // around the source; "the words of" before it.
  void trim() {
    trim_beginning();
    if (skip_utterance()) trim_beginning();
    while (first_ < last_ &&
           (words_[last_ - 1].mark != 0 || stresses(last_ - 1) || trails(last_ - 1))) {
      --last_;
    }
    if (says_nothing()) first_ = last_;
  }

  // Die Angeklagte [selbst], the mayor [herself]: stresses who speaks.
  [[nodiscard]] bool stresses(std::uint32_t i) const {
    return i > first_ && words_[i].traits.pronoun == pronoun_class::reflexive;
  }

  // Ava Roe [both] documents and explains, the mayor [also]: belongs to the verb behind it.
  [[nodiscard]] bool trails(std::uint32_t i) const {
    const word& w = words_[i];
    return i > first_ && w.form == shape::lower && w.is(determiner | other_function) &&
           !w.is(definite | preposition | conjunction | name_particle) &&
           (w.is(determiner) || !w.is(any_noun)) && words_[i - 1].is_capital() &&
           !words_[i - 1].is(any_function) && !words_[i - 1].possessive &&
           !of_.language->drops_subject();
  }

  // "сказав Лисенко журналістам": in a language with cases what follows the name is to whom he says
  // it.
  void drop_addressee() {
    if (of_.language->of_names().endings().empty()) return;
    const reference* name = name_at(first_);
    if (name == nullptr || name->last >= last_ || of_.table[name->entity].type == name_type::group)
      return;
    const word& behind = words_[name->last];
    if (behind.form != shape::lower || !behind.is(group_noun)) return;
    last_ = name->last;
    inside_ = references_within(of_.references, first_, last_);
  }

  void trim_beginning() {
    while (first_ < last_ && name_at(first_) == nullptr &&
           (words_[first_].mark != 0 || is_link(first_) || is_adverb_before(first_))) {
      ++first_;
    }
  }

  // A preposition, conjunction or verb that leads to the source.
  [[nodiscard]] bool is_link(std::uint32_t i) const {
    const word& w = words_[i];
    if (w.form == shape::number || w.is(any_noun)) return false;
    const bool verb = w.is(reporting_verb) && w.form == shape::lower && i + 1 < last_;
    return w.is(preposition | conjunction) || verb;
  }

  // "Angaben des Ministeriums", "словами рятувальників": whose words they are stands after it.
  bool skip_utterance() {
    for (std::uint32_t i = first_; i < last_ && i < first_ + 3; ++i) {
      if (!words_[i].is(utterance)) continue;
      if (i > first_ && words_[i - 1].traits.pronoun == pronoun_class::possessive) {
        first_ = i - 1;  // "за її словами", "nach ihren Angaben": whose they are stands before it
        last_ = i;
        return false;
      }
      first_ = i + 1;  // nothing after it: "nach eigenen Angaben" names nobody
      // Angaben [der] Anklage: the article is not in the case of a speaker
      const bool article = of_.language->capitalises_nouns() && first_ + 2 == last_ &&
                           words_[first_].is(definite) && !words_[first_ + 1].is(any_noun);
      if (article) ++first_;
      return true;
    }
    return false;
  }

  // Only articles, numbers and other small words: no source, whatever cut it so.
  [[nodiscard]] bool says_nothing() const {
    for (std::uint32_t i = first_; i < last_; ++i) {
      const word& w = words_[i];
      if (w.mark != 0 || (w.form == shape::number && !w.is(person_noun))) continue;
      const bool small = w.is(any_function) && !w.is(any_noun) && name_at(i) == nullptr;
      if (w.traits.pronoun != pronoun_class::none || !small || quantifies(w)) return false;
    }
    return true;
  }

  // "Some", "Several", "Others" speak for themselves.
  [[nodiscard]] bool quantifies(const word& w) const {
    return w.is(determiner) && !w.is(definite) && w.traits.pronoun == pronoun_class::none &&
           w.end - w.begin > 3;
  }

  [[nodiscard]] bool is_adverb_before(std::uint32_t i) const {
    return i + 1 < last_ && words_[i].is(other_function) && !words_[i].is(determiner) &&
           words_[i].form != shape::upper && words_[i].traits.pronoun == pronoun_class::none &&
           !words_[i].is(given_name) && !words_[i].is(any_noun);
  }

  // I, we, our paper: outside quotation marks they are the writer's.
  [[nodiscard]] std::optional<resolved_speaker> read_author() const {
    const pronoun_class p = words_[first_].traits.pronoun;
    if (p != pronoun_class::author && p != pronoun_class::authors) return std::nullopt;
    if (last_ - first_ > 1 && words_[first_ + 1].is(any_noun)) return std::nullopt;
    const bool owned =
        last_ - first_ > 1 && words_[first_ + 1].form == shape::lower && plain_noun(first_ + 1);
    if (owned) return by_literal(phrase_end());  // my other half: a noun that no list has
    return speaker_is_author(of_, first_, last_);
  }

  [[nodiscard]] source_words source() const { return {of_, first_, last_, inside_}; }

  [[nodiscard]] const reference* name_at(std::uint32_t at) const {
    return speakers::name_at(source(), at);
  }

  // "Craig Bryan and other scientists", "the nominee and his aides": more than one, not all named.
  [[nodiscard]] std::optional<resolved_speaker> read_name_and_others() const {
    if (!words_[last_ - 1].is(group_noun)) return std::nullopt;
    for (std::uint32_t i = first_ + 1; i + 2 < last_; ++i) {
      const word& next = words_[i + 1];
      if (!of_.is_and(i) ||
          !(next.is(determiner) || next.traits.pronoun == pronoun_class::possessive ||
            next.traits.pronoun == pronoun_class::plural)) {
        continue;
      }
      resolved_speaker result;
      result.name = plain_text(of_.from->text, of_.list, first_, last_);
      result.type = speaker_type::group;
      result.link = name_at(first_) != nullptr ? speaker_link::name : speaker_link::nominal;
      result.mention = where(first_, last_);
      result.confidence = 0.7;
      return result;
    }
    return std::nullopt;
  }

  // The end of the first noun phrase: before a comma, a preposition or a relative clause, except
  // within a name.
  [[nodiscard]] std::uint32_t phrase_end() const {
    std::uint32_t i = first_;
    while (i < last_) {
      if (const reference* name = name_at(i); name != nullptr) {
        i = name->last;
        continue;
      }
      const word& w = words_[i];
      if (i > first_ && (is_comma(i) || w.is(preposition) || w.is(auxiliary) ||
                         w.traits.pronoun == pronoun_class::relative ||
                         (w.traits.pronoun == pronoun_class::relative_thing) || is_participle(i))) {
        break;
      }
      if (i > first_ && of_.is_and(i) && (i + 1 == last_ || !words_[i + 1].is(any_noun))) break;
      ++i;
    }
    return i;
  }

  // "a study released by", "officials familiar with": what follows the noun describes it; not so
  // the last word, "high school administrators".
  [[nodiscard]] bool is_participle(std::uint32_t i) const {
    const word& w = words_[i];
    if (w.form != shape::lower || i == first_ || i + 1 == last_ || w.is(any_noun)) return false;
    if (of_.language->drops_subject()) return false;  // an adjective: Національне [антикорупційне]
    if (words_[i - 1].possessive) return false;  // Ostry's [harbour] master
    const bool after_noun = words_[i - 1].is(any_noun) ||
                            (words_[i - 1].is_capital() && !words_[i - 1].is(any_function));
    const bool function = w.is(any_function) || w.traits.pronoun != pronoun_class::none;
    return after_noun && !function && !(i + 1 < last_ && words_[i + 1].is(any_noun));
  }

  [[nodiscard]] resolved_speaker read_phrase(std::uint32_t end) {
    const word& opening = words_[first_];
    if (end == first_ + 1 && opening.traits.pronoun != pronoun_class::none) {
      // "One of the two candidates", "all of them": of whom it is one stands behind it.
      const bool part = end + 1 < last_ && words_[end].is(joins_name) &&
                        opening.traits.pronoun == pronoun_class::one;
      return part ? by_literal(end) : by_pronoun(first_, end);
    }
    // Мельничука цитує сайт: whose words are passed on stands first
    if (const reference* name = name_at(first_);
        of_.language->drops_subject() && name != nullptr && name->last < end &&
        of_.table[name->entity].type == name_type::person) {
      return by_name(*name);
    }
    const std::uint32_t head = end - 1;
    // The last reference of the phrase, and whether it is the head.
    const reference* last = nullptr;
    const reference* owner = nullptr;
    for (const reference& r : inside_) {
      if (r.last > end) break;
      if (words_[r.last - 1].possessive ||
          words_[r.first].traits.pronoun == pronoun_class::possessive) {
        owner = &r;
      }
      last = &r;
    }
    if (const std::uint32_t holder = holder_of(end, last); holder != nothing) {
      return by_noun(holder, holder + 1, reference_with_head(holder));
    }
    if (last != nullptr && last->last == end && last->kind == reference_kind::name) {
      if (auto title = quoted_title(end)) return *title;
      if (of_.table[last->entity].type == name_type::group) {  // "Many Americans"
        resolved_speaker result = by_literal(end);
        result.type = speaker_type::group;
        return result;
      }
      return by_name(*last);
    }
    if (auto title = quoted_title(end)) return *title;
    if (words_[head].is(any_noun) && words_[head].form != shape::upper) {
      return by_noun(head, end, last);
    }
    if (last != nullptr && last->kind == reference_kind::nominal &&
        words_[last->head].form == shape::number) {
      return by_noun(last->head, end, last);  // "the 27-year-old beautician"
    }
    // No noun for a speaker: "Trump still", "his eyes", "she openly"; but "seine Galerie".
    const bool noun = of_.language->capitalises_nouns() && words_[end - 1].is_capital() &&
                      opening.traits.pronoun == pronoun_class::possessive && end > first_ + 1;
    if (noun) return by_literal(end);
    if (opening.traits.pronoun != pronoun_class::none &&
        opening.traits.pronoun != pronoun_class::one &&
        opening.traits.pronoun != pronoun_class::demonstrative) {
      return by_pronoun(first_, first_ + 1);
    }
    if (owner != nullptr && owner->kind == reference_kind::name && owner->last < end) {
      return has_holder_behind(*owner, end) ? by_literal(end) : by_name(*owner);
    }
    if (owner != nullptr && owner->kind == reference_kind::nominal && owner->last < end) {
      return by_noun(owner->head, owner->last, owner);
    }
    if (const reference* name = name_at(first_);
        name != nullptr && (name->last == end || !plain_noun(end - 1) || words_[first_].heading ||
                            (name->last + 1 == end && ends_in_particle(end)))) {
      return by_name(*name);
    }
    return by_literal(end);
  }

  // Ida Roe weighs [in]: “…”, gives [in], hooray: what looks like a preposition before a mark
  // belongs to a verb, whether a list has it or not.
  [[nodiscard]] bool ends_in_particle(std::uint32_t at) const {
    return at + 1 < words_.size() && words_[at].is(preposition) && words_[at + 1].mark != 0 &&
           words_[at].sentence == words_[at - 1].sentence;
  }

  // "Речник президента", "ein Sprecher der Polizei": where a genitive follows its noun, that is the
  // person; but "президент України Володимир Зеленський" is the name at the end.
  [[nodiscard]] std::uint32_t holder_of(std::uint32_t end, const reference* last) const {
    if (!of_.language->drops_subject() && !of_.language->capitalises_nouns()) return nothing;
    const bool named = last != nullptr && last->last == end && last->kind == reference_kind::name &&
                       of_.table[last->entity].type == name_type::person;
    for (std::uint32_t i = first_; i + 1 < end && i < first_ + 3; ++i) {
      if (!words_[i].is(person_noun)) continue;
      const word& next = words_[i + 1];
      if (quoth::text::is_quotation_mark(next.mark)) return i;  // Директорка «Чорного Зрубу»
      if (named) return nothing;
      const bool name = next.is_capital() && i + 2 == end;  // мешканка Надія
      const bool genitive = of_.language->capitalises_nouns() ? next.is(determiner)
                                                              : next.form != shape::mark && !name;
      return genitive ? i : nothing;
    }
    return nothing;
  }

  [[nodiscard]] const reference* reference_with_head(std::uint32_t head) const {
    const auto at = std::ranges::find(inside_, head, &reference::head);
    return at == inside_.end() ? nullptr : &*at;
  }

  // Sallowmouth's harbour master: whose the speaker is, and a noun that no list has. What one word
  // may be that also reports is the name's own: Trump's claim.
  [[nodiscard]] bool has_holder_behind(const reference& owner, std::uint32_t end) const {
    if (plain_noun(end - 1)) return true;
    const word& head = words_[end - 1];
    return end > owner.last + 1 && plain_noun(end - 2) && head.form == shape::lower &&
           !head.is(any_function | adverb);
  }

  // Whether the word may be a noun that the lexicon lacks.
  [[nodiscard]] bool plain_noun(std::uint32_t i) const {
    const word& w = words_[i];
    return w.mark == 0 && !w.is(any_function) && w.traits.pronoun == pronoun_class::none &&
           !w.is(reporting_verb | adverb);
  }

  // DuVernay’s “13th”, the film “13th”: a work by its title.
  [[nodiscard]] std::optional<resolved_speaker> quoted_title(std::uint32_t end) const {
    std::uint32_t open = nothing;
    for (std::uint32_t i = first_; i < last_ && i <= end; ++i) {
      if (words_[i].mark == U'“' || words_[i].mark == U'"' || words_[i].mark == U'„' ||
          words_[i].mark == U'«') {
        open = i;
        break;
      }
    }
    if (open == nothing || open + 1 >= last_) return std::nullopt;
    // Директорка «Чорного Зрубу»: who heads it, not what it is called
    if (open > first_ && words_[open - 1].is(person_noun | office)) return std::nullopt;
    std::uint32_t close = open + 1;
    while (close < last_ && words_[close].mark != U'”' && words_[close].mark != U'"' &&
           words_[close].mark != U'“' && words_[close].mark != U'»') {
      ++close;
    }
    const word& begin = words_[open + 1];
    if (begin.form == shape::lower || begin.form == shape::mark || close + 1 < last_) {
      return std::nullopt;
    }
    resolved_speaker result;
    result.name = plain_text(of_.from->text, of_.list, open + 1, close);
    result.type = speaker_type::document;
    result.link = speaker_link::name;
    result.mention = where(first_, last_);
    result.confidence = 0.8;
    return result;
  }

  [[nodiscard]] resolved_speaker by_name(const reference& r) const {
    return speaker_of_entity(of_, r.entity, speaker_link::name, r.first, r.last, 0.95);
  }

  [[nodiscard]] resolved_speaker by_names(const std::vector<const reference*>& names) const {
    resolved_speaker result;
    for (std::size_t k = 0; k < names.size(); ++k) {
      if (k > 0) {
        result.name += k + 1 == names.size() ? " " + of_.language->and_word() + " " : ", ";
      }
      result.name += of_.table[names[k]->entity].name;
    }
    result.type = speaker_type::group;
    result.link = speaker_link::name;
    result.mention = where(first_, last_);
    result.confidence = 0.85;
    return result;
  }

  [[nodiscard]] resolved_speaker by_pronoun(std::uint32_t first, std::uint32_t last) const {
    const auto at = std::ranges::find_if(
        inside_, [&](const reference& r) { return r.first == first && r.last == last; });
    if (at != inside_.end()) {
      return speaker_of_entity(of_, at->entity, speaker_link::pronoun, first, last,
                               0.6 + 0.3 * at->margin);
    }
    resolved_speaker result;
    const pronoun_class p = words_[first].traits.pronoun;
    if (p == pronoun_class::author || p == pronoun_class::authors) {
      return speaker_is_author(of_, first, last);
    }
    result.link = speaker_link::pronoun;
    result.mention = where(first, last);
    result.confidence = 0.3;
    if (p == pronoun_class::one) {
      result.name = plain_text(of_.from->text, of_.list, first, last);
    }
    return result;
  }

  [[nodiscard]] resolved_speaker by_noun(std::uint32_t head, std::uint32_t end,
                                         const reference* r) const {
    const word& noun = words_[head];
    const bool known = r != nullptr && r->kind == reference_kind::nominal && r->head == head;
    if (known && r->entity != nothing) {
      entity& e = of_.table[r->entity];
      if (e.named) {
        return speaker_of_entity(of_, r->entity, speaker_link::nominal, first_, end, 0.75);
      }
      // Where nouns have cases, the first mention need not be in that of a speaker.
      const bool cases = of_.language->capitalises_nouns() || of_.language->drops_subject();
      if (e.name.empty() && (cases || e.first == r->first)) e.name = literal(end);
      resolved_speaker result =
          speaker_of_entity(of_, r->entity, speaker_link::nominal, first_, end, 0.7);
      return result;
    }
    resolved_speaker result = by_literal(end);
    result.type = noun.is(person_noun)         ? speaker_type::person
                  : noun.is(group_noun)        ? speaker_type::group
                  : noun.is(organisation_noun) ? speaker_type::organisation
                                               : speaker_type::document;
    return result;
  }

  // The phrase with what of its prepositional phrases stays: up to a comma, a clause or a
  // participle.
  [[nodiscard]] std::string literal(std::uint32_t end) const {
    std::uint32_t last = end;
    // "the boss of the ferry line", „der Sprecher der Klinik“, but "the minister" in "the minister
    // in the original".
    const bool one = (words_[first_].is(definite) || words_[first_].possessive) &&
                     words_[end - 1].is(person_noun);
    const bool whole = one && end < last_ && !words_[end].is(joins_name | determiner);
    while (!whole && last < last_ && !is_comma(last) &&
           (words_[last].mark != U'.' || words_[last - 1].stopped) &&
           words_[last].traits.pronoun != pronoun_class::relative &&
           words_[last].traits.pronoun != pronoun_class::object &&
           words_[last].traits.pronoun != pronoun_class::reflexive &&
           words_[last].traits.pronoun != pronoun_class::relative_thing && !is_participle(last) &&
           !words_[last].is(auxiliary) &&
           !(words_[last].is_capital() && words_[last - 1].form == shape::lower &&
             words_[last - 1].is(any_noun))) {  // "people Republicans have talked to"
      if (of_.language->opens_examples(of_.entries.lower(words_[last].entry)) || tells_year(last))
        break;
      ++last;
    }
    while (last > end && (words_[last - 1].is(any_function) || words_[last - 1].mark != 0)) --last;
    const bool opened = std::any_of(words_.begin() + end, words_.begin() + last, [](const word& w) {
      return quoth::text::is_quotation_mark(w.mark);
    });
    if (opened && last < words_.size() && quoth::text::is_quotation_mark(words_[last].mark)) ++last;
    return plain_text(of_.from->text, of_.list, first_, last);
  }

  // "an arbitration panel in 2001"
  [[nodiscard]] bool tells_year(std::uint32_t i) const {
    if (!words_[i].is(preposition) || i + 1 >= last_) return false;
    const word& year = words_[i + 1];
    return year.form == shape::number && year.end - year.begin == 4;
  }

  [[nodiscard]] resolved_speaker by_literal(std::uint32_t end) const {
    resolved_speaker result;
    result.name = literal(end);
    for (std::uint32_t i = first_; i < end && of_.language->drops_subject(); ++i) {
      if (words_[i].is(organisation_noun)) result.type = speaker_type::organisation;
      if (words_[i].is(any_noun)) break;  // министерство ресурсов
    }
    result.link = speaker_link::nominal;
    if (words_[first_].is_capital() && !words_[first_].first && plain_noun(first_)) {
      result.link = speaker_link::name;
      result.type = speaker_type::unknown;
    }
    result.mention = where(first_, end);
    result.confidence = 0.5;
    return result;
  }

  [[nodiscard]] quoth::span where(std::uint32_t first, std::uint32_t last) const {
    return {words_[first].begin, words_[last - 1].end};
  }

  reading& of_;
  const std::vector<word>& words_;
  std::uint32_t first_, last_;
  std::span<const reference> inside_;
};

}  // namespace

resolved_speaker speaker_of_source(reading& of, std::uint32_t first, std::uint32_t last) {
  return source_reader(of, first, last).read();
}

resolved_speaker speaker_of_entity(reading& of, std::uint32_t entity, speaker_link link,
                                   std::uint32_t first, std::uint32_t last, double confidence) {
  resolved_speaker result;
  result.entity = entity;
  const auto& e = of.table[entity];
  result.name = e.name.empty() ? plain_text(of.from->text, of.list, e.first, e.last) : e.name;
  result.type = speaker_type_of(e.type);
  result.link = link;
  if (first < last) {
    result.mention = {of.list.words[first].begin, of.list.words[last - 1].end};
  }
  result.confidence = confidence;
  return result;
}

resolved_speaker speaker_is_author(const reading& of, std::uint32_t first, std::uint32_t last) {
  resolved_speaker result;
  result.name = of.from->author.empty() ? "author" : std::string(of.from->author);
  if (signer by = first < last ? signer_of(of, first) : signer{}; !by.name.empty()) {
    result.name = std::move(by.name);
    result.entity = by.entity;
  }
  result.type = speaker_type::person;
  result.link = first < last ? speaker_link::pronoun : speaker_link::none;
  if (first < last) {
    result.mention = {of.list.words[first].begin, of.list.words[last - 1].end};
  }
  result.confidence = 0.6;
  return result;
}

}  // namespace quoth::speakers
