#include "unsourced.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "signatures.hpp"
#include "text/classes.hpp"
#include "text/utf8.hpp"

namespace quoth::speakers {
namespace {

using quoth::speaker_link;

// How far from a quotation a sign of its speaker may stand, in words.
constexpr std::uint32_t reach = 40;

class unsourced_reader {
 public:
  unsourced_reader(reading& of, std::span<const quote_words> quotes,
                   std::span<resolved_speaker> speakers)
      : of_(of), words_(of.list.words), quotes_(quotes), speakers_(speakers) {}

  void run() {
    find_interviewed();
    for (std::size_t i = 0; i < quotes_.size(); ++i) {
      const quoth::quote_kind kind = of_.from->quotes[i].kind;
      if (speakers_[i].name.empty() && is_own_account(quotes_[i].source)) {
        if (auto found = subject_beside(quotes_[i])) speakers_[i] = std::move(*found);
      }
      if (auto author = author_of_label(i)) speakers_[i] = std::move(*author);
      if (auto named = named_in_label(i)) speakers_[i] = std::move(*named);
      if (auto subject = subject_before_label(i)) speakers_[i] = std::move(*subject);
      if (is_occasion(quotes_[i].source)) {
        if (auto found = subject_before(quotes_[i].source.first)) speakers_[i] = std::move(*found);
      }
      if (!speakers_[i].name.empty() || names_source(i)) continue;
      if (quotes_[i].content.empty()) continue;
      const bool reported = kind == quoth::quote_kind::indirect;
      // He was accused of “theft”: a report whose speaker is not told.
      const bool untold = reported || (kind == quoth::quote_kind::mixed && !drops_subject());
      if (untold && !quotes_[i].cue.empty()) {
        // Yes, he seems to be tired. / @mia_lund: the view of whoever signs the letter
        if (signer by = signer_of_letter(of_, quotes_[i].content.first); !by.name.empty()) {
          speakers_[i].name = std::move(by.name);
          speakers_[i].entity = by.entity;
          speakers_[i].type = quoth::speaker_type::person;
          speakers_[i].confidence = 0.5;
        }
        continue;
      }
      // Die Ministerin trat vor die Presse. [Man habe alles versucht.]
      if (auto found = reported ? sentence_before(quotes_[i].content) : read(i)) {
        if (!reported && tells_of(quotes_[i].content, *found)) {
          found = opening_subject(quotes_[i].content, *found);
          if (!found) continue;
        }
        found->link = speaker_link::none;
        speakers_[i] = std::move(*found);
      }
    }
  }

 private:
  [[nodiscard]] std::uint32_t paragraph_of(std::uint32_t word) const {
    const std::uint32_t sentence = words_[word].sentence;
    return sentence < of_.from->sentences.size() ? of_.from->sentences[sentence].paragraph.id
                                                 : nothing;
  }

  [[nodiscard]] bool drops_subject() const { return of_.language->drops_subject(); }

  // Did you know? “We knew.” – a quotation that ends its paragraph, right behind a question that
  // nobody is quoted with.
  [[nodiscard]] bool is_answer(word_range content) const {
    if (content.empty() || content.first == 0) return false;
    const word& before = words_[content.first - 1];
    const std::uint32_t here = paragraph_of(content.first);
    const bool ends = content.last >= words_.size() || paragraph_of(content.last) != here;
    return ends && before.mark == U'?' && !before.quoted && before.sentence != nothing;
  }

  // An interview printed as questions and quoted answers is with whom its headline quotes, or the
  // first person whom its introduction names, or the first who is named behind the answers.
  void find_interviewed() {
    constexpr std::size_t least = 2;  // answers
    std::uint32_t first = nothing, last = 0;
    std::size_t answers = 0;
    for (std::size_t i = 0; i < quotes_.size(); ++i) {
      const word_range content = quotes_[i].content;
      if (!quotes_[i].source.empty() || !is_answer(content)) continue;
      if (first == nothing) first = of_.list.within(sentence_of(content.first - 1)).first;
      last = std::max(last, content.last);
      ++answers;
    }
    if (answers < least) return;
    interviewed_ = quoted_in_title();
    if (!interviewed_) interviewed_ = first_person(0, first);
    if (!interviewed_) {
      interviewed_ = first_person(last, static_cast<std::uint32_t>(words_.size()));
    }
  }

  // Ida Roe: “We replaced thirty”
  [[nodiscard]] std::optional<resolved_speaker> quoted_in_title() const {
    const std::string_view title = of_.from->title;
    const std::size_t colon = title.find(": ");
    if (colon == title.npos || colon + 2 >= title.size()) return std::nullopt;
    if (!text::is_quotation_mark(text::decode(title, colon + 2).value)) return std::nullopt;
    const std::string_view name = title.substr(0, colon);
    std::size_t words = 0;
    for (std::size_t at = 0; at < name.size(); at = std::min(name.find(' ', at), name.size()) + 1) {
      if (!text::is_upper(text::decode(name, at).value)) return std::nullopt;
      ++words;
    }
    if (words < 2 || words > 3) return std::nullopt;
    resolved_speaker found;
    found.name = name;
    found.type = quoth::speaker_type::person;
    found.confidence = 0.7;
    return found;
  }

  [[nodiscard]] quoth::span sentence_of(std::uint32_t word) const {
    return of_.from->sentences[words_[word].sentence].where;
  }

  [[nodiscard]] std::optional<resolved_speaker> first_person(std::uint32_t first,
                                                             std::uint32_t last) const {
    for (const reference& r : references_within(of_.references, first, last)) {
      const bool person = of_.table[r.entity].type == name_type::person;
      if (person && r.kind == reference_kind::name && !words_[r.last - 1].possessive) {
        return speaker(r, 0.7);
      }
    }
    return std::nullopt;
  }

  // A source of small words only that opens a sentence is none: [Wenigstens] ist sie ehrlich: „…“
  [[nodiscard]] bool names_source(std::size_t at) const {
    const word_range source = quotes_[at].source;
    const bool opens = !source.empty() && words_[source.first].first;
    if (!opens || speakers_[at].link != speaker_link::none) return !source.empty();
    return std::any_of(words_.begin() + source.first, words_.begin() + source.last,
                       [](const word& w) {
                         if (w.is(reporting_verb)) return false;  // Подейкують: «…»
                         return w.mark == 0 && (w.is(utterance) || !w.is(any_function) ||
                                                w.traits.pronoun != pronoun_class::none);
                       });
  }

  // Sentence of the year from Ida Roe: “…”, „Klare Ansage vom Dezernenten im Stadtrat: …“: whose
  // the thing is that stands where a speaker would.
  [[nodiscard]] std::optional<resolved_speaker> author_of_label(std::size_t at) const {
    const quote_words& q = quotes_[at];
    const resolved_speaker& label = speakers_[at];
    const bool thing = label.entity == nothing || of_.table[label.entity].mentions < 2;
    const bool nobody =
        label.type == quoth::speaker_type::unknown || label.type == quoth::speaker_type::document;
    if (q.source.empty() || q.cue.empty() || label.name.empty() || !thing || !nobody) {
      return std::nullopt;
    }
    const std::uint32_t first = q.source.first, colon = q.cue.first;
    if (!words_[first].first || words_[colon].mark != U':' || colon <= first) return std::nullopt;
    for (std::uint32_t i = first + 1; i + 1 < std::min(colon, first + reach); ++i) {
      if (!leads_to_author(i) || leads_to_author(i + 1)) continue;
      resolved_speaker found = speaker_of_source(of_, i + 1, colon);
      const bool place =
          found.entity != nothing && of_.table[found.entity].type == name_type::place;
      const bool someone =
          found.type == quoth::speaker_type::person || found.link == speaker_link::name;
      if (found.name.empty() || place || !someone) continue;
      // Kulturdezernenten: with a capital as every noun there
      const bool noun =
          of_.language->capitalises_nouns() && found.name.find(' ') == found.name.npos;
      if (noun && found.entity == nothing) found.link = speaker_link::nominal;
      found.confidence = std::min(found.confidence, 0.6);
      return found;
    }
    return std::nullopt;
  }

  // Quist's own trainer, [Augie Prentiss], on the cut: “…”, „Gerade im Radio, der Verbandschef
  // [Brack]: …“: behind the comma of a label that begins with whose somebody is, or with what is
  // nobody; of "Quist's trainer on the cut: …" the trainer.
  [[nodiscard]] std::optional<resolved_speaker> named_in_label(std::size_t at) const {
    const quote_words& q = quotes_[at];
    if (q.source.empty() || q.cue.empty() || !words_[q.source.first].first) return std::nullopt;
    const std::uint32_t colon = q.cue.first;
    if (words_[colon].mark != U':' || colon < q.source.last || colon - q.source.last > reach) {
      return std::nullopt;
    }
    const resolved_speaker& label = speakers_[at];
    std::uint32_t end = q.source.last;
    while (end < colon && words_[end].mark == 0 && !words_[end].is(preposition)) ++end;
    const bool owner = words_[q.source.last - 1].possessive && end > q.source.last &&
                       words_[end - 1].is(person_noun);
    const bool nobody = label.entity == nothing && label.link == speaker_link::nominal &&
                        label.type == quoth::speaker_type::unknown;
    if (!owner && !nobody) return std::nullopt;
    for (const reference& r : references_within(of_.references, q.source.last, colon)) {
      if (r.kind != reference_kind::name || words_[r.last - 1].possessive) continue;
      if (!opens_apposition(lead_of(r))) continue;
      if (auto named = speaker(r, 0.8)) return named;
    }
    if (!owner) return std::nullopt;
    resolved_speaker found = speaker_of_source(of_, q.source.first, end);
    const bool same = found.name.empty() || found.entity == label.entity;
    return same ? std::nullopt : std::optional(std::move(found));
  }

  // „Dazu nimmt die Chefin, Ida Roe, wie folgt [Stellung]: …“: the person in the sentence, where
  // what stands before the colon is a noun that is nobody and does not open it.
  [[nodiscard]] std::optional<resolved_speaker> subject_before_label(std::size_t at) const {
    const quote_words& q = quotes_[at];
    if (q.source.empty() || q.cue.empty() || words_[q.source.first].first) return std::nullopt;
    const resolved_speaker& label = speakers_[at];
    const bool once = label.entity == nothing || of_.table[label.entity].mentions < 2;
    const bool nobody = of_.language->capitalises_nouns() && once &&
                        label.type == quoth::speaker_type::unknown &&
                        q.source.last - q.source.first == 1;
    if (!nobody || words_[q.cue.first].mark != U':' || q.source.last != q.cue.first) {
      return std::nullopt;
    }
    auto found = subject_before(q.source.first);
    const bool person =
        found && found->type == quoth::speaker_type::person && found->entity != nothing;
    return person ? found : std::nullopt;
  }

  // Whether a comma stands before a word, or before the title and article that it follows.
  [[nodiscard]] bool opens_apposition(std::uint32_t at) const {
    constexpr std::uint32_t most = 4;  // words
    for (std::uint32_t n = 0; at > 0 && n <= most; ++n, --at) {
      const word& before = words_[at - 1];
      if (before.mark == U',') return true;
      if (!before.is(determiner | person_noun | office) || before.possessive) return false;
    }
    return false;
  }

  [[nodiscard]] bool leads_to_author(std::uint32_t at) const {
    return words_[at].form == shape::lower &&
           of_.language->leads_to_author(of_.entries.lower(words_[at].entry));
  }

  // nach eigenen Angaben, за власними словами: somebody's words, but not whose.
  [[nodiscard]] bool is_own_account(word_range source) const {
    return !source.empty() && words_[source.last - 1].is(utterance) &&
           std::any_of(words_.begin() + source.first, words_.begin() + source.last,
                       [](const word& w) { return w.is(own); });
  }

  // “…,” she said at [a news conference] announcing that …: when somebody spoke, not who.
  [[nodiscard]] bool is_occasion(word_range source) const {
    return !source.empty() && source.first > 0 && words_[source.first - 1].form == shape::lower &&
           of_.language->leads_to_occasion(of_.entries.lower(words_[source.first - 1].entry));
  }

  [[nodiscard]] std::optional<resolved_speaker> subject_before(std::uint32_t word) const {
    const std::uint32_t first = of_.list.within(sentence_of(word)).first;
    return subject(std::max(first, word > reach ? word - reach : 0), word, 0.6);
  }

  // The first person or organisation of its sentence.
  [[nodiscard]] std::optional<resolved_speaker> subject_beside(const quote_words& quote) const {
    const auto [first, last] =
        of_.list.within(of_.from->sentences[words_[quote.source.first].sentence].where);
    return subject(first, std::min(last, first + reach), 0.7);
  }

  // The sentence before word `at` in its paragraph, or an empty range.
  [[nodiscard]] word_range words_before(std::uint32_t at) const {
    const std::uint32_t sentence = words_[at].sentence;
    const auto& sentences = of_.from->sentences;
    if (sentence == 0 || sentence == nothing) return {};
    if (sentences[sentence - 1].paragraph.id != paragraph_of(at)) return {};
    const auto [first, last] = of_.list.within(sentences[sentence - 1].where);
    return {first, last};
  }

  // Reed remembers how the mayor, [Ida Roe, promised a bridge]. “She promised us …”: whether a
  // quotation begins with a pronoun that can only be whom its speaker was taken for: of that sex,
  // named last in the sentence before behind whoever opens it, or doing there what “she” does.
  [[nodiscard]] bool tells_of(word_range content, const resolved_speaker& said) const {
    if (said.entity == nothing || of_.table[said.entity].type != name_type::person) return false;
    std::uint32_t pronoun = content.first;
    while (pronoun < content.last && words_[pronoun].mark != 0) ++pronoun;
    if (pronoun + 1 >= content.last) return false;
    const word& he = words_[pronoun];
    if (he.traits.pronoun != pronoun_class::subject) return false;
    if (he.traits.sex == names::gender::unknown) return false;
    const names::gender sex = of_.table[said.entity].sex;
    if (sex != names::gender::unknown && sex != he.traits.sex) return false;
    const word_range before = words_before(content.first);
    const reference* last = nullptr;
    const reference* opening = nullptr;
    for (const reference& r : references_within(of_.references, before.first, before.last)) {
      if (words_[r.first].quoted) return false;
      if (of_.table[r.entity].type != name_type::person) continue;
      if (opening == nullptr) opening = &r;
      last = &r;
    }
    if (last == nullptr || last->entity != said.entity) return false;
    std::uint32_t verb = last->last;  // promised, behind its name and a comma
    while (verb < before.last && words_[verb].mark != 0) ++verb;
    if (verb + 1 >= before.last) return false;  // …, says Reed.
    const std::uint32_t does = of_.entries[words_[pronoun + 1].entry].stem;
    const bool same = words_[pronoun + 1].mark == 0 && !words_[pronoun + 1].is(any_function) &&
                      of_.entries[words_[verb].entry].stem == does;
    return same || (opening->entity != said.entity && !words_[opening->last - 1].possessive &&
                    lead_of(*opening) == before.first);
  }

  // The person with whom the sentence before a quotation opens, where it is another than `said`.
  [[nodiscard]] std::optional<resolved_speaker> opening_subject(
      word_range content, const resolved_speaker& said) const {
    const word_range before = words_before(content.first);
    for (const reference& r : references_within(of_.references, before.first, before.last)) {
      if (of_.table[r.entity].type != name_type::person) continue;
      const bool other = lead_of(r) == before.first && r.entity != said.entity;
      return other && !words_[r.last - 1].possessive ? speaker(r, 0.6) : std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<resolved_speaker> read(std::size_t at) const {
    const word_range content = quotes_[at].content;
    if (auto named = after_dash(content)) return named;
    if (interviewed_ && is_answer(content)) return interviewed_;
    if (auto named = before_colon(content)) return named;
    if (auto named = beside_verb(content)) return named;
    if (auto named = presented_after(content)) return named;
    if (auto named = called_after(content)) return named;
    if (auto acting = actor_before(at)) return acting;
    if (auto spoken = same_paragraph(at)) return spoken;
    if (auto named = sentence_before(content)) return named;
    if (auto spoken = paragraph_before(at)) return spoken;
    return sentence_after(content);
  }

  [[nodiscard]] std::optional<resolved_speaker> speaker(const reference& r,
                                                        double confidence) const {
    const name_type type = of_.table[r.entity].type;
    if (type == name_type::place || type == name_type::document) return std::nullopt;
    return speaker_of_entity(of_, r.entity, speaker_link::none, r.first, r.last, confidence);
  }

  static bool is_dash(char32_t mark) {
    return mark == U'–' || mark == U'—' || mark == U'-' || mark == U'―';
  }

  // “…” – Maeve Sorrell.
  [[nodiscard]] std::optional<resolved_speaker> after_dash(word_range content) const {
    std::uint32_t i = content.last;
    if (i + 1 >= words_.size() || !is_dash(words_[i].mark)) return std::nullopt;
    if (paragraph_of(i) != paragraph_of(content.first)) return std::nullopt;
    std::uint32_t end = i + 1;
    while (end < words_.size() && end < i + 10 && words_[end].sentence == words_[i + 1].sentence &&
           words_[end].mark != U',' && words_[end].mark != U'.') {
      if (words_[end].form == shape::lower && words_[end].is(reporting_verb)) return std::nullopt;
      ++end;
    }
    return of_phrase(i + 1, end, 0.85);
  }

  // The speaker that a phrase names; nothing for pronouns and what is no speaker.
  [[nodiscard]] std::optional<resolved_speaker> of_phrase(std::uint32_t first, std::uint32_t last,
                                                          double confidence) const {
    resolved_speaker found = speaker_of_source(of_, first, last);
    if (found.name.empty() || found.link == speaker_link::pronoun) return std::nullopt;
    if (words_[first].traits.pronoun == pronoun_class::thing ||
        words_[first].traits.pronoun == pronoun_class::expletive) {
      return std::nullopt;  // It bears her photograph and the words: “…”
    }
    if (found.entity == nothing && found.type != quoth::speaker_type::group) return std::nullopt;
    if (found.entity != nothing && of_.table[found.entity].type == name_type::place) {
      return std::nullopt;
    }
    found.confidence = std::min(found.confidence, confidence);
    return found;
  }

  // Dr Fiona Hale: “…”, also where the quotation is a paragraph of its own.
  [[nodiscard]] std::optional<resolved_speaker> before_colon(word_range content) const {
    if (content.first < 2 || words_[content.first - 1].mark != U':') return std::nullopt;
    const std::uint32_t sentence = words_[content.first - 1].sentence;
    std::uint32_t begin = content.first - 1;
    while (begin > 0 && content.first - begin < reach && words_[begin - 1].sentence == sentence) {
      --begin;
    }
    const std::uint32_t colon = content.first - 1;
    const auto ending = references_within(of_.references, colon > 8 ? colon - 8 : 0, colon);
    if (!ending.empty() && ending.back().last == colon &&
        ending.back().kind == reference_kind::name &&
        words_[ending.back().first].sentence == sentence &&
        !(ending.back().first > begin && words_[ending.back().first - 1].is(preposition))) {
      if (auto named = speaker(ending.back(), 0.85)) return named;
    }
    const bool verb = std::any_of(words_.begin() + begin, words_.begin() + colon,
                                  [](const word& w) { return w.is(reporting_verb); });
    if (auto owner = owner_of_words(begin, colon)) return owner;
    if (auto nearest = speaker_of_clause(begin, colon)) return nearest;
    if (!verb) {
      if (auto named = of_phrase(begin, colon, 0.75)) return named;
    }
    return subject(begin, colon, 0.8);
  }

  // A neighbour heard from her cousin, as if [Ida Roe had boasted in the pub]: “…”: the one next to
  // the verb in the last of several clauses before a colon.
  [[nodiscard]] std::optional<resolved_speaker> speaker_of_clause(std::uint32_t begin,
                                                                  std::uint32_t colon) const {
    std::uint32_t first = colon;
    while (first > begin && words_[first - 1].mark != U',') --first;
    if (first == begin) return std::nullopt;
    for (const reference& r : references_within(of_.references, first, colon)) {
      const bool named = r.kind == reference_kind::name && !words_[r.last - 1].possessive;
      if (named && next_to_verb(r, first, colon)) return speaker(r, 0.75);
    }
    return std::nullopt;
  }

  // [His] answer: “…”, [her] last words to the court: “…”
  [[nodiscard]] std::optional<resolved_speaker> owner_of_words(std::uint32_t begin,
                                                               std::uint32_t colon) const {
    const auto inside = references_within(of_.references, begin, std::min(colon, begin + 3));
    if (inside.empty() || lead_of(inside.front()) > begin + 1) return std::nullopt;
    const reference& owner = inside.front();
    const bool possessive = words_[owner.first].traits.pronoun == pronoun_class::possessive ||
                            words_[owner.last - 1].possessive;
    if (!possessive) return std::nullopt;
    for (std::uint32_t i = owner.last; i < colon && i < owner.last + 3; ++i) {
      if (words_[i].is(document_noun | utterance)) return speaker(owner, 0.7);
      if (words_[i].is(any_function | person_noun | organisation_noun)) break;
    }
    return std::nullopt;
  }

  // The reference that looks most like the subject of words [first, last): by a reporting verb,
  // else the first person, else the first organisation or group.
  [[nodiscard]] std::optional<resolved_speaker> subject(std::uint32_t first, std::uint32_t last,
                                                        double confidence) const {
    const reference *person = nullptr, *other = nullptr;
    for (const reference& r : references_within(of_.references, first, last)) {
      if (words_[r.first].quoted || words_[r.last - 1].possessive) continue;
      if (words_[r.first].traits.pronoun == pronoun_class::possessive) continue;
      const name_type type = of_.table[r.entity].type;
      if (next_to_verb(r, first, last) && type != name_type::place) return speaker(r, confidence);
      const std::uint32_t lead = lead_of(r);
      const bool preposed = lead > first && words_[lead - 1].is(preposition);
      if (preposed || modifies_noun(r)) continue;
      if (type == name_type::person && person == nullptr) person = &r;
      if ((type == name_type::organisation || type == name_type::group) && other == nullptr) {
        other = &r;
      }
    }
    const reference* chosen = person != nullptr ? person : other;
    return chosen != nullptr ? speaker(*chosen, confidence * 0.9) : std::nullopt;
  }

  // The first word of a reference, with the title before a name.
  [[nodiscard]] std::uint32_t lead_of(const reference& r) const {
    const auto m = std::ranges::lower_bound(of_.mentions, r.first, {}, &mention::first);
    return m != of_.mentions.end() && m->first == r.first ? m->lead : r.first;
  }

  // "the Veldanian president": the name describes the noun after it.
  [[nodiscard]] bool modifies_noun(const reference& r) const {
    return r.kind == reference_kind::name && r.last < words_.size() &&
           words_[r.last].form == shape::lower && words_[r.last].is(any_noun) &&
           !words_[r.last].is(reporting_verb);
  }

  [[nodiscard]] bool next_to_verb(const reference& r, std::uint32_t first,
                                  std::uint32_t last) const {
    const auto verb = [&](std::uint32_t i) {
      return i >= first && i < last && words_[i].form == shape::lower &&
             words_[i].is(reporting_verb) && !words_[i].quoted;
    };
    return verb(r.last) || verb(r.last + 1) || (r.first > 0 && verb(r.first - 1));
  }

  // A reporting verb with a subject in the sentence, outside the quotation.
  [[nodiscard]] std::optional<resolved_speaker> beside_verb(word_range content) const {
    const auto in_sentence = [&](std::uint32_t from, int step) {
      std::uint32_t i = from;
      for (std::uint32_t n = 0; n < reach; ++n) {
        const std::uint32_t next = i + static_cast<std::uint32_t>(step);
        if (next >= words_.size() || words_[next].sentence != words_[from].sentence) break;
        i = next;
      }
      return i;
    };
    const auto with_verb = [&](std::uint32_t first, std::uint32_t last) {
      const bool verb =
          std::any_of(words_.begin() + first, words_.begin() + last, [](const word& w) {
            return w.form == shape::lower && w.is(reporting_verb) && !w.quoted;
          });
      return verb ? subject(first, last, 0.75) : std::nullopt;
    };
    const std::uint32_t tail = content.last - 1;
    if (auto after = with_verb(content.last, in_sentence(tail, 1) + 1)) return after;
    return with_verb(in_sentence(content.first, -1), content.first);
  }

  [[nodiscard]] std::optional<resolved_speaker> as_neighbour(std::size_t at,
                                                             double confidence) const {
    if (speakers_[at].name.empty()) return std::nullopt;
    resolved_speaker same = speakers_[at];
    same.confidence = std::min(same.confidence, confidence);
    same.mention = quoth::no_span;
    return same;
  }

  // “A.” Somebody wrote that “B”: whoever is unnamed speaks not before he is brought up.
  [[nodiscard]] bool is_anybody(const resolved_speaker& said) const {
    if (drops_subject() || said.type != quoth::speaker_type::person || said.entity == nothing) {
      return false;
    }
    const entity& e = of_.table[said.entity];
    return !e.named && e.first + 1 == e.last;
  }

  // A quotation before or after it in the paragraph: “A,” she said. “B.”
  [[nodiscard]] std::optional<resolved_speaker> same_paragraph(std::size_t at) const {
    const std::uint32_t here = paragraph_of(quotes_[at].content.first);
    for (const std::size_t other : {at - 1, at + 1}) {
      if (other >= quotes_.size() || quotes_[other].content.empty()) continue;
      if (paragraph_of(quotes_[other].content.first) != here) continue;
      if (other > at && is_anybody(speakers_[other])) continue;
      if (auto same = as_neighbour(other, 0.7)) return same;
    }
    return std::nullopt;
  }

  // Demirkan lacht, als sie das hört. “…”: the person with whom the sentence before begins, where
  // it holds nothing that somebody else says.
  [[nodiscard]] std::optional<resolved_speaker> actor_before(std::size_t at) const {
    const std::uint32_t sentence = words_[quotes_[at].content.first].sentence;
    if (sentence == 0 || sentence == nothing) return std::nullopt;
    const auto& sentences = of_.from->sentences;
    const std::uint32_t paragraph = paragraph_of(quotes_[at].content.first);
    if (sentences[sentence - 1].paragraph.id != paragraph) return std::nullopt;
    const auto [first, last] = of_.list.within(sentences[sentence - 1].where);
    for (const std::size_t other : {at - 1, at + 1}) {
      if (other >= quotes_.size() || quotes_[other].content.empty()) continue;
      const quote_words& q = quotes_[other];
      if (q.content.first < last && q.content.last > first) return std::nullopt;
      if (!q.cue.empty() && q.cue.first >= first && q.cue.first < last) return std::nullopt;
    }
    for (const reference& r : references_within(of_.references, first, std::min(last, first + 4))) {
      const name_type type = of_.table[r.entity].type;
      const bool person = type == name_type::person ||
                          (type == name_type::unknown && r.kind == reference_kind::name);
      if (words_[r.last - 1].possessive || !person) break;
      if (lead_of(r) == first) return speaker(r, 0.65);
      break;
    }
    return std::nullopt;
  }

  // The subject of the sentence before, in the same paragraph.
  [[nodiscard]] std::optional<resolved_speaker> sentence_before(word_range content) const {
    const std::uint32_t sentence = words_[content.first].sentence;
    if (sentence == 0 || sentence == nothing) return std::nullopt;
    if (of_.from->sentences[sentence - 1].paragraph.id != paragraph_of(content.first)) {
      return std::nullopt;
    }
    return subject_of_sentence(sentence - 1, 0.6);
  }

  [[nodiscard]] std::optional<resolved_speaker> subject_of_sentence(std::uint32_t sentence,
                                                                    double confidence) const {
    const auto [first, last] = of_.list.within(of_.from->sentences[sentence].where);
    return subject(first, std::min(last, first + reach), confidence);
  }

  // A quotation that is a paragraph of its own: the one before goes on, or its answer comes.
  [[nodiscard]] std::optional<resolved_speaker> paragraph_before(std::size_t at) const {
    const std::uint32_t here = paragraph_of(quotes_[at].content.first);
    if (here == nothing || here == 0) return std::nullopt;
    if (at > 0 && !quotes_[at - 1].content.empty()) {
      const std::uint32_t before = paragraph_of(quotes_[at - 1].content.last - 1);
      if (before + 1 == here) {
        if (is_dialogue(at)) return as_neighbour(at - 2, 0.5);
        return as_neighbour(at - 1, 0.55);
      }
    }
    // The last sentence of the paragraph before.
    const auto& sentences = of_.from->sentences;
    const auto first = std::ranges::partition_point(
        sentences, [&](const quoth::sentence& s) { return s.paragraph.id < here; });
    if (first == sentences.begin()) return std::nullopt;
    const auto heading = of_.list.within(std::prev(first)->where);
    const bool closed = heading.second > heading.first && words_[heading.second - 1].mark != 0;
    if (!closed) return std::nullopt;
    return subject_of_sentence(static_cast<std::uint32_t>(first - sentences.begin()) - 1, 0.45);
  }

  // “…” That was the finance minister on Tuesday. “…” This from Inés Calloway-Ruiz.
  [[nodiscard]] std::optional<resolved_speaker> presented_after(word_range content) const {
    const std::uint32_t first = content.last;
    if (first + 2 >= words_.size() || paragraph_of(first) != paragraph_of(content.first)) {
      return std::nullopt;
    }
    const pronoun_class opening = words_[first].traits.pronoun;
    const bool points_back =
        opening == pronoun_class::demonstrative ||
        (opening == pronoun_class::relative_thing && words_[first].is(definite));
    if (!words_[first].first || !points_back) return std::nullopt;
    const bool contracted = words_[first].possessive;  // That’s the mayor for you.
    if (!contracted && !words_[first + 1].is(auxiliary | preposition)) return std::nullopt;
    const std::uint32_t begin = first + (contracted ? 1 : 2);
    std::uint32_t end = begin;
    while (end < words_.size() && end < first + 12 && words_[end].mark == 0 &&
           words_[end].sentence == words_[first].sentence) {
      ++end;
    }
    resolved_speaker found = speaker_of_source(of_, begin, end);
    if (found.name.empty() || found.link == speaker_link::pronoun) return std::nullopt;
    bool person = found.type == quoth::speaker_type::person;
    for (std::uint32_t i = begin; i < end && words_[i].begin < found.mention.end; ++i) {
      const bool last = words_[i].end >= found.mention.end;
      if (last && words_[i].possessive) return std::nullopt;  // That was Olga’s doing.
      person |= words_[i].is(person_noun);                    // the CEO
    }
    if (!person) return std::nullopt;
    found.confidence = std::min(found.confidence, 0.7);
    return found;
  }

  // “…” Ida Roe, ladies and gentlemen. “…” Ida Roe. – a name, and nothing that its bearer does.
  [[nodiscard]] std::optional<resolved_speaker> called_after(word_range content) const {
    constexpr std::uint32_t longest_address = 6;  // words and marks
    const std::uint32_t first = content.last;
    if (first >= words_.size() || !words_[first].first) return std::nullopt;
    if (paragraph_of(first) != paragraph_of(content.first)) return std::nullopt;
    const auto ahead = references_within(of_.references, first, first + longest_address);
    if (ahead.empty() || ahead.front().kind != reference_kind::name) return std::nullopt;
    const reference& called = ahead.front();
    const name_type type = of_.table[called.entity].type;
    const bool whole = called.last - lead_of(called) > 1;
    if (lead_of(called) != first || words_[called.last - 1].possessive) return std::nullopt;
    if (type != name_type::person && !(whole && type == name_type::unknown)) return std::nullopt;
    std::uint32_t end = called.last;
    if (end < words_.size() && words_[end].mark == 0) return std::nullopt;
    while (end < words_.size() && words_[end].sentence == words_[first].sentence) {
      if (words_[end].is(reporting_verb | auxiliary) || end - called.last > longest_address) {
        return std::nullopt;
      }
      ++end;
    }
    return speaker(called, 0.65);
  }

  // “…” That's a promise from Inés Calloway-Ruiz: the first one named after it, in its paragraph.
  [[nodiscard]] std::optional<resolved_speaker> sentence_after(word_range content) const {
    const std::uint32_t here = paragraph_of(content.first);
    for (const reference& r :
         references_within(of_.references, content.last, content.last + reach)) {
      if (paragraph_of(r.first) != here) break;
      if (r.kind == reference_kind::name && of_.table[r.entity].type == name_type::person) {
        return speaker(r, 0.4);
      }
    }
    return std::nullopt;
  }

  // Two people take turns: the two quotations before are whole paragraphs of two speakers.
  [[nodiscard]] bool is_dialogue(std::size_t at) const {
    if (at < 2) return false;
    const resolved_speaker &a = speakers_[at - 2], &b = speakers_[at - 1];
    if (a.name.empty() || b.name.empty() || a.name == b.name) return false;
    const std::uint32_t here = paragraph_of(quotes_[at].content.first);
    return !quotes_[at - 2].content.empty() &&
           paragraph_of(quotes_[at - 2].content.first) + 2 == here;
  }

  reading& of_;
  const std::vector<word>& words_;
  std::span<const quote_words> quotes_;
  std::span<resolved_speaker> speakers_;
  std::optional<resolved_speaker> interviewed_;  // whom the questions of the text are put to
};

}  // namespace

void attribute_unsourced(reading& of, std::span<const quote_words> quotes,
                         std::span<resolved_speaker> speakers) {
  unsourced_reader(of, quotes, speakers).run();
}

}  // namespace quoth::speakers
