#include "claims.hpp"

#include <algorithm>
#include <optional>
#include <record/merge.hpp>
#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/transliterate.hpp>
#include <text/trim.hpp>
#include <text/utf8.hpp>
#include <utility>

#include "name_sides.hpp"
#include "named_speakers.hpp"

namespace quoth::matching {

namespace {

constexpr std::uint32_t none = QUOTH_NO_ROW;

class claim_maker {
 public:
  claim_maker(const document_layers& d, const record::catalogue& speakers, const senses& language)
      : d_(d),
        speakers_(speakers),
        language_(language),
        beside_(d.text, language),
        short_(is_post(d.text)) {
    if (!d.document.empty()) day_ = d.document.front().date.value_or("");
    if (short_) named_.emplace(d.text, language, speakers, day_);
    speaker_of_.assign(d.quotes.size(), none);
    for (std::uint32_t i = 0; i < d.speakers.size(); ++i) {
      const std::uint32_t of = d.speakers.get<&speaker::quote>(i).id;
      if (of < speaker_of_.size() && speaker_of_[of] == none) speaker_of_[of] = i;
    }
    attribution_of_.resize(d.quotes.size());
    for (std::uint32_t i = 0; i < d.parts.size(); ++i) {
      const std::uint32_t of = d.parts.get<&quote_part::quote>(i).id;
      const bool content = d.parts.get<&quote_part::role>(i) == part_role::content;
      if (of < attribution_of_.size() && !content) attribution_of_[of].push_back(i);
    }
  }

  [[nodiscard]] std::vector<made_claim> run() {
    for (std::uint32_t i = 0; i < d_.quotes.size(); ++i) add(i);
    if (short_ && d_.quotes.empty()) add_acts();
    if (short_ && claims_.empty()) add_named();
    if (short_) {
      made_claim whole;
      whole.text = d_.text;
      whole.where = {0, static_cast<std::uint32_t>(d_.text.size())};
      whole.confidence = 0.3;
      whole.is_whole_text = true;
      claims_.push_back(std::move(whole));
    }
    return std::move(claims_);
  }

 private:
  void add(std::uint32_t at) {
    const quote row = d_.quotes[at];
    // What a document denies it does not claim, and the turns of a transcript are its own record.
    if (row.status == quote_status::denied) return;
    if (row.turn && row.turn->exists() && !short_) return;
    if (short_ && (is_label_over_report(at) || add_act_under_label(at))) return;
    if (text::trimmed(row.text).empty()) return;
    made_claim made;
    made.where = row.where;
    made.of = {at};
    made.text = row.text;
    made.confidence = row.confidence;
    made.how = row.kind == quote_kind::direct ? manner::quoted : manner::reported;
    made.denied = is_denied(row.where);
    if (made.how == manner::reported) drop_pointer(made);
    if (made.how == manner::reported && !says_something(made.text)) return;
    described_ = {};
    is_description_ = false;
    if (speaker_of_[at] != none) resolve(d_.speakers[speaker_of_[at]], made);
    if (short_ && made.known == record::no_speaker && speaker_of_[at] != none) {
      resolve_from_mention(d_.speakers[speaker_of_[at]], made);
    }
    if (short_ && made.known == record::no_speaker) {
      if (is_told_around(row, made) && !is_by_name(at) && add_act_around(made)) return;
      if (row.kind == quote_kind::indirect && is_by_nobody(made) && add_act_within(made)) return;
      resolve_from_text(made);
    }
    if (short_ && row.kind != quote_kind::direct && !take_words_beside(at, made)) {
      take_whole_sentence(made);
      take_rest_of_sentence(at, made);
      if (row.kind == quote_kind::indirect) take_beginning_of_sentence(at, made);
    }
    if (short_ && made.how == manner::reported) drop_lead(made);
    if (made.how == manner::reported && is_in_outer(made)) return;
    if (short_ && made.how == manner::quoted) join_report_before(made);
    take_attribution(at, made);
    if (claims_.empty() || made.where.end > claims_[outer_].where.end) outer_ = claims_.size();
    claims_.push_back(std::move(made));
  }

  // [Lorries out, people in:] Ida Roe says families can pass – a label over a report with a source
  // of its own, with which it begins.
  [[nodiscard]] bool is_label_over_report(std::uint32_t at) const {
    const span content = d_.quotes.where(at);
    const bool labelled = d_.text.substr(0, content.begin).ends_with(": ");
    if (d_.quotes.get<&quote::kind>(at) == quote_kind::direct || !labelled) return false;
    for (std::uint32_t i = at + 1; i < d_.quotes.size(); ++i) {
      if (!content.contains(d_.quotes.where(i))) continue;
      for (const std::uint32_t part : attribution_of_[i]) {
        const bool source = d_.parts.get<&quote_part::role>(part) == part_role::source;
        if (source && d_.parts.where(part).begin == content.begin) return true;
      }
    }
    return false;
  }

  // [Surrender in committee:] Ida Roe will apologise – a label that is nobody over what somebody of
  // the record does. Whether it is that.
  bool add_act_under_label(std::uint32_t at) {
    const std::uint32_t by = speaker_of_[at];
    const span content = d_.quotes.where(at);
    const bool labelled = d_.text.substr(0, content.begin).ends_with(": ");
    if (d_.quotes.get<&quote::kind>(at) == quote_kind::direct || !labelled || by == none)
      return false;
    if (d_.speakers.get<&speaker::type>(by) != speaker_type::unknown) return false;
    const bool names = std::ranges::any_of(named_->all(), [&](const named_speaker& one) {
      return one.where.begin == content.begin && one.where.end < content.end;
    });
    return names && add_act(content, {});
  }

  // What reports the quotation, and what of it stands within the claim's own words.
  void take_attribution(std::uint32_t at, made_claim& made) const {
    const bool whole = made.text.data() == d_.text.data() + made.where.begin;
    for (const std::uint32_t part : attribution_of_[at]) {
      const span where = d_.parts.where(part);
      if (d_.parts.get<&quote_part::role>(part) == part_role::cue) made.cue = where.of(d_.text);
      if (!whole || !made.where.contains(where)) continue;
      made.aside.push_back({where.begin - made.where.begin, where.end - made.where.begin});
    }
  }

  // Whether a report stands within what the same speaker is said to have said: Roe: the first unit,
  // they promise, [will run in May]. One claim has both.
  [[nodiscard]] bool is_in_outer(const made_claim& made) const {
    if (claims_.empty() || made.known == record::no_speaker) return false;
    const made_claim& outer = claims_[outer_];
    return outer.known == made.known && outer.where.begin <= made.where.begin &&
           made.where.end <= outer.where.end;
  }

  // A report which goes on in words that are quoted is one claim with them: according to Roe, under
  // ten crowns a ton [“none of us will sign”]. They stay a claim of their own as well.
  void join_report_before(const made_claim& quoted) {
    constexpr std::uint32_t most_between = 16;  // bytes
    if (claims_.empty() || quoted.known == record::no_speaker) return;
    made_claim& report = claims_.back();
    if (report.how != manner::reported || report.known != quoted.known ||
        report.where.end > quoted.where.begin ||
        quoted.where.begin - report.where.end > most_between) {
      return;
    }
    const span between{report.where.end, quoted.where.begin};
    if (between.of(d_.text).find_first_of(".!?:;\n") != std::string_view::npos) return;
    report.where.end = quoted.where.end;
    if (report.where.end < d_.text.size()) {
      const text::code_point mark = text::decode(d_.text, report.where.end);
      if (text::is_quotation_mark(mark.value)) report.where.end += mark.size;
    }
    report.text = report.where.of(d_.text);
  }

  // Where a report has no more behind its cue than whom the speaker told or where, what they said
  // stands beside it: “[Two buyers, and a decision by May] – that is what Roe told the board”,
  // “[A new roof for everybody!] Roe promised it to their faces”, “Roe called the board [“my
  // governess”]”. Whether it does.
  bool take_words_beside(std::uint32_t at, made_claim& made) {
    constexpr std::size_t most = 5;  // words that tell nothing by themselves
    const std::uint32_t by = speaker_of_[at];
    if (by == none || !d_.speakers[by].mention.exists() || !is_phrase(made.text, most)) {
      return false;
    }
    const span source = d_.speakers[by].mention;
    std::uint32_t own = 0;
    while (own < d_.sentences.size() && !d_.sentences.where(own).contains(source)) ++own;
    if (own == d_.sentences.size()) return false;
    const span sentence = d_.sentences.where(own);
    if (!sentence.contains(made.where)) return false;
    span told = no_span;
    if (has_pronoun_before(at, made.where.begin)) {
      if (own > 0) told = d_.sentences.where(own - 1);
    } else if (const words_beside beside = beside_.told_beside(source, sentence);
               beside.where.exists() && beside.where.end < source.begin &&
               has_what({beside.where.end, source.begin})) {
      told = beside.where;
    }
    if (told.exists() && beside_.says_enough(told)) {
      made.where = {told.begin, without_stop(d_.text, told)};
      made.text = made.where.of(d_.text);
      return true;
    }
    const bool last = own + 1 == d_.sentences.size();
    const span quoted =
        words_in_marks({sentence.begin, last ? sentence.end : d_.sentences.where(own + 1).end});
    if (!quoted.exists()) return false;
    made.where = quoted;
    made.text = quoted.of(d_.text);
    made.how = manner::quoted;
    return true;
  }

  // Whether words are a few of which no "that" makes a clause.
  [[nodiscard]] bool is_phrase(std::string_view text, std::size_t most) {
    words_.split(text, language_.lang());
    if (words_.size() > most) return false;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((language_.of(words_.norm(i)).classes & conjoining) != 0) return false;
    }
    return true;
  }

  // Roe promised [it] to their faces.
  [[nodiscard]] bool has_pronoun_before(std::uint32_t at, std::uint32_t content) const {
    std::uint32_t cue_end = 0;
    for (const std::uint32_t part : attribution_of_[at]) {
      const span where = d_.parts.where(part);
      const bool cue = d_.parts.get<&quote_part::role>(part) == part_role::cue;
      if (cue && where.end <= content) cue_end = std::max(cue_end, where.end);
    }
    if (cue_end == 0) return false;
    const std::string_view between = text::trimmed(d_.text.substr(cue_end, content - cue_end));
    return between == "it" || is_pronoun(between);
  }

  // …, that is [what] Roe told the board
  [[nodiscard]] bool has_what(span before) {
    const std::uint32_t what = likes_of("what");
    words_.split(before.of(d_.text), language_.lang());
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (language_.of(words_.norm(i)).like == what) return true;
    }
    return false;
  }

  // The only words in double quotation marks within `where`, if they are few and of no quotation.
  [[nodiscard]] span words_in_marks(span where) const {
    constexpr std::size_t most = 8;  // words
    span found = no_span;
    std::uint32_t opened = QUOTH_NO_ROW;
    for (const auto [value, place, size] : text::code_points(where.of(d_.text))) {
      if (!text::is_double_quotation_mark(value)) continue;
      const std::uint32_t mark = where.begin + static_cast<std::uint32_t>(place);
      if (opened == QUOTH_NO_ROW) {
        opened = mark + static_cast<std::uint32_t>(size);
        continue;
      }
      if (found.exists()) return no_span;
      found = {opened, mark};
      opened = QUOTH_NO_ROW;
    }
    if (!found.exists() || found.empty() || words_in(found.of(d_.text)) > most) return no_span;
    for (std::uint32_t i = 0; i < d_.quotes.size(); ++i) {
      if (d_.quotes.where(i).overlaps(found)) return no_span;
    }
    return found;
  }

  // What a post reports with its source set into it is the whole of its sentence: „[Ein Drittel
  // gibt es laut Ida Roe zurück, solange der Tunnel dicht ist]“, „Ida Roe, die Wirtin, [mag nach
  // eigenen Worten keine Gäste, die rauchen]“.
  void take_whole_sentence(made_claim& made) {
    const std::uint32_t by = speaker_of_[made.of.id];
    const span source = by == none ? no_span : d_.speakers[by].mention;
    if (!source.exists() || !made.where.contains(source)) return;
    span whole = made.where;
    for (std::uint32_t i = 0; i < d_.sentences.size(); ++i) {
      const span sentence = d_.sentences.where(i);
      if (sentence.contains(made.where))
        whole.end = without_stop(d_.text, {whole.begin, sentence.end});
    }
    if (source.begin == whole.begin) {
      whole.begin = behind_apposition(source.end, made.where.end);
    } else if (const auto colon = d_.text.find(": ", whole.begin); colon < source.begin) {
      whole.begin = static_cast<std::uint32_t>(colon) + 2;  // Für alle, die pendeln:
    }
    if (whole.begin >= whole.end) return;
    made.where = whole;
    made.text = whole.of(d_.text);
  }

  // What a post reports goes on to the end of its sentence, unless something else begins there: Roe
  // has ruled out [a landing], [before May, but wants a drop].
  void take_rest_of_sentence(std::uint32_t at, made_claim& made) const {
    span rest{made.where.end, made.where.end};
    for (std::uint32_t i = 0; i < d_.sentences.size(); ++i) {
      const span sentence = d_.sentences.where(i);
      if (sentence.begin < rest.begin && rest.begin < sentence.end)
        rest.end = without_stop(d_.text, sentence);
    }
    if (rest.end <= rest.begin) return;
    const std::string_view text = rest.of(d_.text);
    for (const auto [value, place, size] : text::code_points(text)) {
      const bool parts = value == U':' || value == U';' || value == U'(' || value == U'?' ||
                         value == U'…' || value == U'\n' || text::is_dash(value) ||
                         text::is_double_quotation_mark(value);
      const bool inner = text::is_dash(value) && place > 0 && text[place - 1] != ' ';
      if (parts && !inner) return;
    }
    const auto behind = [&](std::uint32_t part) { return d_.parts.where(part).end > rest.begin; };
    if (std::ranges::any_of(attribution_of_[at], behind)) return;
    const std::uint32_t by = speaker_of_[at];
    if (by != none && d_.speakers[by].mention.exists() &&
        d_.speakers[by].mention.end > rest.begin) {
      return;
    }
    for (std::uint32_t i = 0; i < d_.quotes.size(); ++i) {
      if (i != at && d_.quotes.where(i).overlaps(rest) && !goes_on(at, i)) return;
    }
    // “The old pumps” again, and Roe plans to leave.
    const auto tells_of = [&](const named_speaker& one) { return rest.contains(one.where); };
    if (d_.quotes[at].kind == quote_kind::mixed && std::ranges::any_of(named_->all(), tells_of)) {
      return;
    }
    made.where.end = rest.end;
    made.text = made.where.of(d_.text);
  }

  // [Nine tenths of them pay no tax on it], Roe reminded the board; according to Roe [it was the
  // town that offered six trains], and the union never replied: where more of the sentence than
  // what was taken for reported stands before it, and is neither its source nor its cue.
  void take_beginning_of_sentence(std::uint32_t at, made_claim& made) const {
    constexpr std::size_t least_left_over = 5;  // words
    span before = no_span;
    for (std::uint32_t i = 0; i < d_.sentences.size(); ++i) {
      const span sentence = d_.sentences.where(i);
      if (sentence.contains(made.where)) before = {sentence.begin, made.where.begin};
    }
    if (!before.exists()) return;
    const std::string_view text = before.of(d_.text);
    for (const auto [value, place, size] : text::code_points(text)) {
      const bool inner = place > 0 && text[place - 1] != ' ';
      if (value == U':' || value == U';' || value == U'?' || value == U'…' ||
          (text::is_dash(value) && !inner) || text::is_double_quotation_mark(value)) {
        return;
      }
    }
    for (std::uint32_t i = 0; i < d_.quotes.size(); ++i) {
      if (i != at && d_.quotes.where(i).overlaps({before.begin, made.where.end})) return;
    }
    std::size_t left_over = words_in(text);
    for (const std::uint32_t part : attribution_of_[at]) {
      const span where = d_.parts.where(part);
      if (before.contains(where)) left_over -= std::min(left_over, words_in(where.of(d_.text)));
    }
    if (left_over < least_left_over || left_over <= words_in(made.text)) return;
    made.where.begin = before.begin;
    made.text = made.where.of(d_.text);
  }

  // Words parted by white space.
  [[nodiscard]] static std::size_t words_in(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
      const bool space = c == ' ' || c == '\n' || c == '\t';
      words += !space && !inside ? 1 : 0;
      inside = !space;
    }
    return words;
  }

  // She says her people got forty out[, and she sees no reason to believe that anybody is left]:
  // whether another report is of what the same speaker says as "he", "she" or without a subject.
  [[nodiscard]] bool goes_on(std::uint32_t at, std::uint32_t other) const {
    if (d_.quotes.get<&quote::kind>(other) != quote_kind::indirect) return false;
    if (speaker_of_[at] == none || speaker_of_[other] == none) return false;
    const speaker here = d_.speakers[speaker_of_[at]];
    const speaker there = d_.speakers[speaker_of_[other]];
    const bool pronoun =
        there.link == speaker_link::pronoun || there.mention.begin == here.mention.begin;
    return pronoun && here.name && there.name && *here.name == *there.name;
  }

  // What leads to what somebody says, or follows it, is nothing that they say: „Es [ist
  // entschieden:] Ida Roe sperrt die Brücke“, “[Ida Roe is not giving up:] the show goes on”,
  // “[Windfall:] two crowns a unit”, “It was a B flat[: piano tuner Ida Roe on her catch]”.
  void drop_lead(made_claim& made) {
    constexpr std::size_t longest_label = 3;  // words
    const std::size_t colon = d_.text.find(": ", made.where.begin);
    if (made.known == record::no_speaker || colon >= made.where.end) return;
    const span lead{made.where.begin, static_cast<std::uint32_t>(colon)};
    const span rest{lead.end + 2, made.where.end};
    const auto names = [&](span where) {
      return std::ranges::any_of(named_->all(),
                                 [&](const auto& one) { return where.contains(one.where); });
    };
    const bool sourced = made.of.exists() && !attribution_of_[made.of.id].empty();
    const bool label =
        words_in(lead.of(d_.text)) <= longest_label && words_in(rest.of(d_.text)) > longest_label;
    if (names(lead) ? sourced : !names(rest) && !label) return;
    if (is_denied_lead(lead)) return;  // not true: the tunnel will be sold
    if (names(lead) && names(rest)) return;
    made.where = rest;
    made.text = rest.of(d_.text);
  }

  [[nodiscard]] bool is_denied_lead(span lead) {
    words_.split(lead.of(d_.text), language_.lang());
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((language_.of(words_.norm(i)).classes & (negation | negative)) != 0) return true;
    }
    return false;
  }

  // Where the clause goes on behind a name that ends at `at`: Ida Roe[, die Wirtin,] mag.
  [[nodiscard]] std::uint32_t behind_apposition(std::uint32_t at, std::uint32_t end) const {
    if (d_.text.substr(at, 2) == ", ") {
      const std::size_t closing = d_.text.find(", ", at + 2);
      if (closing < end) at = static_cast<std::uint32_t>(closing) + 1;
    }
    while (at < end && d_.text[at] == ' ') ++at;
    return at;
  }

  // The head of the board admits [it:] the gates were late.
  void drop_pointer(made_claim& made) const {
    constexpr std::size_t longest = 12;  // bytes
    const std::size_t colon = made.text.find(": ");
    if (colon > longest || made.where.of(d_.text) != made.text) return;
    if (!is_pronoun(made.text.substr(0, colon)) && made.text.substr(0, colon) != "it") return;
    made.where.begin += static_cast<std::uint32_t>(colon) + 2;
    made.text.remove_prefix(colon + 2);
  }

  // Whether reported words can be looked for: "admits it", "couldn't agree more" cannot.
  [[nodiscard]] bool says_something(std::string_view text) {
    words_.split(text, language_.lang());
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const std::uint32_t classes = language_.of(words_.norm(at)).classes;
      if ((classes & (function_word | pronoun | quantifier)) == 0) return true;
    }
    return false;
  }

  // Whether a word before the quotation, in its sentence, denies what it says.
  [[nodiscard]] bool is_denied(span where) {
    std::uint32_t low = 0;
    std::uint32_t high = d_.sentences.size();
    while (low < high) {  // to the first sentence that begins behind it
      const std::uint32_t middle = low + (high - low) / 2;
      const bool behind = d_.sentences.where(middle).begin > where.begin;
      (behind ? high : low) = behind ? middle : middle + 1;
    }
    if (low == 0) return false;
    const std::uint32_t from = d_.sentences.where(low - 1).begin;
    constexpr std::uint32_t most_before = 400;  // bytes
    if (where.begin - from > most_before) return false;
    words_.split(d_.text.substr(from, where.begin - from), language_.lang());
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if ((language_.of(words_.norm(at)).classes & (negation | negative)) != 0) return true;
    }
    return false;
  }

  // [Alban] von Tressow: whom the record knows by the full name at the mention. A pronoun means the
  // one whom the post names, whatever else it might.
  void resolve_from_mention(const speaker& said, made_claim& made) {
    if (said.link == speaker_link::pronoun) {
      made.known = named_->only();
    } else if (said.mention.exists()) {
      for (const named_speaker& one : named_->all()) {
        const bool full = one.where.of(d_.text).find(' ') != std::string_view::npos;
        // „[Wortlaut Roe] von gestern: …“
        const bool last = said.link == speaker_link::nominal && one.where.end == said.mention.end;
        if ((full || last) && one.meant.size() == 1 && one.where.overlaps(said.mention)) {
          made.known = one.meant.front();
        }
      }
    }
    if (made.known != record::no_speaker) made.speaker = name_of(made);
  }

  // Whom a post means that gives a shared surname, a name nobody in the record has, or none.
  void resolve_from_text(made_claim& made) {
    const bool is_name = record::is_like_name(made.speaker) && !is_description_;
    if (is_name) made.known = named_->meant_by(made.speaker);
    if (is_name && made.known == record::no_speaker) {  // The health minister … Roe: “…”
      const std::uint32_t holder = named_->holder();
      const auto& people = speakers_.called(made.speaker);
      if (std::ranges::find(people, holder) != people.end()) made.known = holder;
    }
    if (is_name && made.known == record::no_speaker) take_namesakes(made);
    if (made.known == record::no_speaker && (!is_name || is_medium(made))) {
      made.known = named_->only(made.where);
      made.confidence *= 0.8;
    }
    if (made.known != record::no_speaker) {
      made.speaker = name_of(made);
    } else if (!is_name) {
      const std::uint32_t holder = named_->holder();
      const bool agrees =
          holder != record::no_speaker && !speakers_.is_of_other_house(holder, described_);
      if (agrees) made.holder = holder;
    }
  }

  // [Dame] Philippa
  [[nodiscard]] std::uint32_t called_by_title(const made_claim& made) const {
    if (made.mention.empty() || made.mention.data() < d_.text.data()) return record::no_speaker;
    const auto at = static_cast<std::size_t>(made.mention.data() - d_.text.data());
    const std::string_view given = made.mention;
    const std::size_t own = given.find(' ');  // the mention has the title
    if (own != given.npos) {
      return speakers_.called_by_title(given.substr(0, own), given.substr(own + 1));
    }
    const std::string_view before = text::trimmed(d_.text.substr(0, at));
    const std::size_t space = before.find_last_of(" \n");
    return speakers_.called_by_title(before.substr(space == before.npos ? 0 : space + 1), given);
  }

  [[nodiscard]] bool has_said(std::uint32_t one) const {
    return speakers_.speakers()[one].statements > 0;
  }

  // Those who share a surname that nothing in the post tells apart: the words may.
  void take_namesakes(made_claim& made) const {
    constexpr std::size_t most = 4;
    std::vector<std::uint32_t> people = speakers_.called(made.speaker);
    std::erase_if(people, [&](std::uint32_t one) { return !has_said(one); });
    if (people.size() <= most) made.namesakes = std::move(people);
  }

  [[nodiscard]] bool is_by_name(std::uint32_t at) const {
    return speaker_of_[at] != none &&
           d_.speakers.get<&speaker::link>(speaker_of_[at]) == speaker_link::name;
  }

  // A name that is no person's, of whom the record holds nothing: who passed the words on, or what
  // they are about: [Deichpolitik] à la Roe: “…”.
  [[nodiscard]] bool is_medium(const made_claim& made) const {
    if (!made.of.exists() || speaker_of_[made.of.id] == none) return false;
    const std::uint32_t by = speaker_of_[made.of.id];
    const speaker_type type = d_.speakers.get<&speaker::type>(by);
    const bool thing = type == speaker_type::unknown &&
                       d_.speakers.get<&speaker::link>(by) == speaker_link::nominal;
    return (type == speaker_type::organisation || thing) && speakers_.called(made.speaker).empty();
  }

  // What a post tells that names one speaker of the record, or an office, and nobody else: beside
  // the clause with the name it is theirs; else the sentence with it, the one before, or all may
  // be, as the record will show.
  void add_named() {
    const named_speaker one = named_->alone();
    if (!one.where.exists()) return;
    span own = no_span;
    span before = no_span;
    for (std::uint32_t i = 0; i < d_.sentences.size(); ++i) {
      const span sentence = d_.sentences.where(i);
      if (sentence.begin > one.where.begin) break;
      // [The pool is shut.] Not my words. Ida Roe's, to the board.
      if (!own.exists() || !beside_.disowns(own)) before = own;
      own = sentence;
    }
    if (!own.exists()) return;
    const bool denies = has_denial();
    if (!denies) {
      words_beside told = beside_.told_beside(one.where, own);
      const bool disowned = before.exists() && beside_.disowns({before.end, own.begin});
      if (before.exists() && beside_.says_enough(before) &&
          (disowned || beside_.points_back(one.where, own))) {
        told = {before, true};
      }
      if (told.where.exists()) add_named(one, told.where);
      if (told.where.exists() && told.sure) {
        made_claim& made = claims_.back();
        made.known = std::exchange(made.named, record::no_speaker);
        made.speaker = name_of(made);
        return;
      }
    }
    if (beside_.says_enough(own)) add_named(one, own);
    if (before.exists() && beside_.says_enough(before)) add_named(one, before);
    if (d_.sentences.size() > 1) add_named(one, {0, static_cast<std::uint32_t>(d_.text.size())});
  }

  [[nodiscard]] bool has_denial() const {
    for (const quote row : d_.quotes) {
      if (row.status == quote_status::denied) return true;
    }
    return false;
  }

  void add_named(const named_speaker& one, span where) {
    made_claim made;
    made.where = {where.begin, without_stop(d_.text, where)};
    made.text = made.where.of(d_.text);
    made.mention = one.where.of(d_.text);
    if (where.contains(one.where)) {
      made.aside.push_back({one.where.begin - where.begin, one.where.end - where.begin});
    }
    made.confidence = 0.3;
    made.named = one.meant.front();
    made.of_denial = has_denial();
    claims_.push_back(std::move(made));
  }

  // Sentences that tell what somebody known to the record wants, promises or rules out.
  void add_acts() {
    for (std::uint32_t i = 0; i < d_.sentences.size(); ++i) {
      if (!add_told_by_office(d_.sentences.where(i))) add_act(d_.sentences.where(i), {});
    }
  }

  // Transport minister: The ferry sails again in May – where one person of the record has the
  // office that the words before the colon are, and no more.
  bool add_told_by_office(span sentence) {
    constexpr std::size_t longest = 80;  // bytes of an office
    constexpr std::size_t fewest = 3;    // words that it tells
    const std::string_view text = sentence.of(d_.text);
    const std::size_t colon = text.find(": ");
    if (colon == text.npos) return false;
    const std::size_t before = text.substr(0, colon).find_last_of(".!?");
    const std::string_view office =
        text::trimmed(text.substr(0, colon).substr(before == text.npos ? 0 : before + 1));
    const std::string_view told = text::trimmed(text.substr(colon + 2));
    if (office.size() > longest || told.ends_with('?')) return false;
    words_.split(told, language_.lang());
    if (words_.size() < fewest) return false;
    made_claim made;
    made.known = speakers_.resolve({}, office, day_);
    if (made.known == record::no_speaker) return false;
    made.text = told;
    while (made.text.ends_with('.') || made.text.ends_with('!')) made.text.remove_suffix(1);
    made.where.begin = static_cast<std::uint32_t>(made.text.data() - d_.text.data());
    made.where.end = made.where.begin + static_cast<std::uint32_t>(made.text.size());
    made.mention = office;
    made.speaker = speakers_.speakers()[made.known].name;
    made.confidence = 0.5;
    claims_.push_back(std::move(made));
    return true;
  }

  // A few quoted words in a sentence that tells by itself whose they are: what it says that Roe
  // „plant, die “alten Hallen” zu räumen“ is one claim. Whether it is.
  bool add_act_around(const made_claim& quoted) {
    for (std::uint32_t i = 0; i < d_.sentences.size(); ++i) {
      if (d_.sentences.where(i).overlaps(quoted.where))
        return add_act(d_.sentences.where(i), quoted);
    }
    return false;
  }

  // A few words in quotation marks that end a clause: will replace a third, „capped at [ten]“.
  [[nodiscard]] bool is_told_around(const quote& row, const made_claim& quoted) const {
    if (row.kind == quote_kind::mixed) return true;
    if (row.kind != quote_kind::direct || quoted.where.begin == 0) return false;
    const std::string_view plain = text::trimmed(quoted.text);
    if (plain.empty() || !text::is_lower(text::decode(plain, 0).value)) return false;
    const std::string_view before = d_.text.substr(0, quoted.where.begin);
    return before.find_last_not_of(" \n") != before.npos &&
           before[before.find_last_not_of(" \n")] != ':';
  }

  // Whether a report is by no name, or by one of whom the record holds nothing: IMPORTANT please
  // pass on.
  [[nodiscard]] bool is_by_nobody(const made_claim& made) const {
    return !record::is_like_name(made.speaker) || is_description_ || is_medium(made);
  }

  // What the report of such a one tells of somebody else.
  bool add_act_within(const made_claim& made) {
    for (const named_speaker& one : named_->all()) {
      if (!made.where.contains(one.where)) continue;
      for (std::uint32_t i = 0; i < d_.sentences.size(); ++i) {
        if (d_.sentences.where(i).contains(one.where)) return add_act(d_.sentences.where(i), {});
      }
    }
    return false;
  }

  // The act of the first whom the sentence names, around the end of a quotation where there is one.
  bool add_act(span sentence, const made_claim& quoted) {
    for (const named_speaker& one : named_->all()) {
      if (!sentence.contains(one.where)) continue;
      return one.meant.size() == 1 && add_act_of(one, sentence, quoted);
    }
    if (!named_->all().empty()) return false;
    const named_speaker office = named_->office();
    return office.where.exists() && sentence.contains(office.where) &&
           !speakers_.is_of_other_house(office.meant.front(),
                                        with_purpose(office.where.of(d_.text))) &&
           add_act_of(office, sentence, quoted);
  }

  // Whether the clause that goes on at a word begins or ends with an act: has [promised …], „hat
  // [neue Boote versprochen], …“.
  [[nodiscard]] bool act_closes(std::size_t at) const {
    const auto is_act = [&](std::size_t i) {
      return (language_.of(words_.norm(i)).classes & act) != 0;
    };
    if (is_act(at)) return true;
    std::size_t last = at;
    while (last + 1 < words_.size() && (words_[last + 1].flags & record::clause_start) == 0) ++last;
    return is_act(last) && (language_.of(words_.norm(at)).classes & bound) == 0;
  }

  // The verb before a name that begins at word `first` and ends before `last`, where the name is
  // its subject and something else opens the sentence: „Am Montag [versprach] die Ministerin Ida
  // Roe …“, „… [hat] Ida Roe … versprochen“; the number of words where there is none.
  [[nodiscard]] std::size_t verb_before(std::size_t first, std::size_t last) const {
    constexpr std::size_t most_between = 3;  // words: the minister
    const auto classes = [&](std::size_t i) { return language_.of(words_.norm(i)).classes; };
    for (std::size_t i = first; i-- > 1 && first - i <= most_between + 1;) {
      if ((classes(i) & act) != 0) return i;
      if ((classes(i) & auxiliary) != 0) {
        return last < words_.size() && act_closes(last) ? i : words_.size();
      }
      const bool part =
          (words_[i].flags & (record::capital | record::clause_start)) == record::capital ||
          (classes(i) & article) != 0;
      if (!part) break;
    }
    return words_.size();
  }

  // Where the claim begins of a sentence whose subject stands behind the verb: behind the subject;
  // with the sentence where too little follows there, or the verb denies: „Neue Boote verspricht
  // Ida Roe“.
  [[nodiscard]] std::size_t begin_behind(std::size_t subject_end, std::size_t verb) const {
    constexpr std::size_t least = 2;  // words
    const auto classes = [&](std::size_t i) { return language_.of(words_.norm(i)).classes; };
    std::size_t said = 0;
    for (std::size_t i = subject_end; i < words_.size(); ++i) {
      if ((classes(i) & negative) != 0) return 0;
      said += (classes(i) & (function_word | pronoun | act)) == 0;
    }
    return said < least || (classes(verb) & negative) != 0 ? 0 : subject_end;
  }

  // The act that follows a name which ends before word `at`, with its auxiliary: Ida Roe [wants],
  // Ida Roe of the Harbour Board [has promised]; the number of words where there is none.
  [[nodiscard]] std::size_t verb_behind(std::size_t at) const {
    constexpr std::size_t most_between = 6;  // words
    const auto classes = [&](std::size_t i) { return language_.of(words_.norm(i)).classes; };
    const auto is_act = [&](std::size_t i) { return (classes(i) & act) != 0; };
    const std::size_t end = std::min(words_.size(), at + most_between + 1);
    for (std::size_t i = at; i < end; ++i) {
      if (is_act(i)) return i;
      const bool helped = (classes(i) & auxiliary) != 0;
      if (helped) return i + 1 < words_.size() && act_closes(i + 1) ? i : words_.size();
      // of the Harbour Board, on the radio: nothing else stands between
      const bool joins = i > at || (classes(i) & (function_word | auxiliary)) == function_word;
      const bool in_phrase = i > at && (classes(i - 1) & function_word) != 0 &&
                             (words_[i].flags & record::clause_start) == 0;
      const bool part = in_phrase || (words_[i].flags & record::capital) != 0 ||
                        (classes(i) & function_word) != 0;
      if (!joins || !part || (classes(i) & (pronoun | bound | negation)) != 0) break;
    }
    return words_.size();
  }

  bool add_act_of(const named_speaker& subject, span sentence, const made_claim& quoted) {
    constexpr std::size_t most_before = 12;  // words: "the head of the agency, Prof. …"
    constexpr std::size_t most_to_colon = 4;
    words_.split(sentence.of(d_.text), language_.lang());
    std::size_t first = 0;
    while (first < words_.size() && sentence.begin + words_[first].begin < subject.where.begin) {
      ++first;
    }
    std::size_t behind = first;
    while (behind < words_.size() && sentence.begin + words_[behind].begin < subject.where.end) {
      ++behind;
    }
    if (behind > most_before) return false;
    std::size_t verb = verb_behind(behind);
    if (verb == words_.size()) {
      verb = verb_before(first, behind);
      if (verb < words_.size()) verb = begin_behind(behind, verb);
    }
    if (verb == words_.size()) return false;
    const std::uint32_t acts_at = sentence.begin + words_[verb].begin;
    const bool several = std::ranges::any_of(named_->all(), [&](const named_speaker& other) {
      const bool full = other.where.of(d_.text).find(' ') != std::string_view::npos;
      return full && subject.where.end < other.where.begin && other.where.begin < acts_at;
    });
    if (several) return false;  // Ida Roe and Tom Vane have promised
    std::uint32_t begin = sentence.begin + words_[verb].begin;
    const std::size_t colon = d_.text.find(": ", begin);
    if (colon < sentence.end && verb + most_to_colon < words_.size() &&
        colon < sentence.begin + words_[verb + most_to_colon].begin) {
      begin = static_cast<std::uint32_t>(colon) + 2;
    }
    const std::uint32_t end = without_stop(d_.text, {begin, sentence.end});
    if (end <= begin || text::decode_before(d_.text, end).value == U'?') return false;
    if (quoted.of.exists() && quoted.where.end <= begin) return false;
    made_claim made;
    made.where = {begin, end};
    made.text = made.where.of(d_.text);
    made.mention = subject.where.of(d_.text);
    made.known = subject.meant.front();
    made.speaker = name_of(made);
    made.confidence = 0.5;
    made.of = quoted.of;
    claims_.push_back(std::move(made));
    return true;
  }

  void resolve(const speaker& said, made_claim& made) {
    if (said.mention.exists()) made.mention = said.mention.of(d_.text);
    std::string_view name = said.name.value_or("");
    // Whoever posted it is nobody to be found in the record; [nobody] puts it like Ida Roe.
    if (name == "author" || is_negation(name)) name = {};
    made.confidence *= 0.5 + 0.5 * said.confidence;
    const std::string_view role = role_of(said);
    const bool nominal = said.link == speaker_link::nominal;  // Gesundheitsministerin: …
    if (!name.empty() || !nominal) made.known = speakers_.resolve(name, role, day_);
    // Dame Philippa, Dr Asante: a bare name of which the record has no word
    if (short_ && (made.known == record::no_speaker || !has_said(made.known))) {
      const std::uint32_t titled = called_by_title(made);
      const auto& people = speakers_.called(name);
      const bool others = std::ranges::any_of(people, [&](auto one) { return has_said(one); });
      if (titled != record::no_speaker || others) made.known = titled;
    }
    // Board president [Krebs]: before who has most statements of that name
    if (short_ && record::is_like_name(name) && speakers_.called(name).size() > 1) {
      const std::uint32_t hinted = named_->meant_by(name);
      if (hinted != record::no_speaker) made.known = hinted;
    }
    bool by_office = false;
    if (made.known == record::no_speaker && (nominal || !record::is_like_name(name))) {
      // "The minister" is a role, "you" is none.
      const bool described =
          name.empty() && said.link != speaker_link::pronoun && !is_pronoun(made.mention);
      // „Die Chefin der Werft“: hardly of another house than the one that the post names.
      is_description_ = nominal && said.mention.exists() && name != made.mention &&
                        name.starts_with(made.mention);
      const bool as_written =
          said.mention.exists() &&
          (described || name == made.mention ||
           (is_description_ && name == with_genitive(said.mention).of(d_.text)));
      const std::string_view office = as_written ? with_genitive(said.mention).of(d_.text) : name;
      made.known = speakers_.resolve({}, office, day_);
      if (made.known != record::no_speaker && as_written &&
          speakers_.is_of_other_house(made.known, with_purpose(office))) {
        made.known = record::no_speaker;
      }
      by_office = made.known != record::no_speaker;
      if (!name.empty() || described) described_ = as_written ? with_purpose(office) : office;
      if (short_ && !speakers_.is_office(office)) made.office = office;
    }
    made.speaker = name;
    if (const auto bare = without_letters(name);
        made.known == record::no_speaker && !bare.empty()) {
      name = bare;
      made.known = speakers_.resolve(name, role, day_);
    }
    if (short_ && made.known == record::no_speaker && said.mention.exists()) {
      const std::string_view office = office_of_place(said.mention);
      if (!office.empty()) made.known = speakers_.resolve({}, office, day_);
      if (!office.empty() && made.known == record::no_speaker) {
        made.known = speakers_.resolve({}, office.substr(0, office.rfind(' ')), day_);
      }
      by_office = made.known != record::no_speaker;
    }
    if (made.known == record::no_speaker) return;
    // The record may have a name in other letters only, or the surname alone.
    const std::string& known = speakers_.speakers()[made.known].name;
    const bool fuller = !by_office && record::is_like_name(name) &&
                        record::name_words(name).size() > 1 &&
                        (record::name_words(known).size() == 1 ||
                         text::has_cyrillic(name) != text::has_cyrillic(name_of(made)));
    if (!fuller) made.speaker = name_of(made);
  }

  // What the record calls the speaker, in the letters in which the document does.
  [[nodiscard]] std::string name_of(const made_claim& made) const {
    const std::string_view like = made.mention.empty() ? d_.text : made.mention;
    return speakers_.name_in(made.known, text::has_cyrillic(like));
  }

  // A name without the letters of an office beside it: "Sunil Raman MP", "MP Eismann", "Maria Berg
  // MdB". Nothing where there are none, or nothing but such.
  [[nodiscard]] static std::string_view without_letters(std::string_view name) {
    const auto are_letters = [](std::string_view word) {
      const auto capitals =
          std::ranges::count_if(word, [](char c) { return c >= 'A' && c <= 'Z'; });
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
  [[nodiscard]] std::string_view office_of_place(span mention) const {
    constexpr int most_before = 3;  // words: Міністр інфраструктури [Ардонії]
    const std::string_view place = mention.of(d_.text);
    if (!text::has_cyrillic(place) || place.find(' ') != place.npos) return {};
    std::size_t begin = mention.begin;
    for (int words = 0; words < most_before; ++words) {
      const std::string_view before = d_.text.substr(0, begin);
      if (!before.ends_with(' ')) return {};
      const std::string_view ahead = text::trimmed(before);
      const std::size_t space = ahead.find_last_of(" \n");
      begin = space == ahead.npos ? 0 : space + 1;
      if (ahead.empty() || !text::is_letter(text::decode_before(ahead, ahead.size()).value))
        return {};
      if (record::has_office_word(ahead.substr(begin))) {
        return d_.text.substr(begin, mention.end - begin);
      }
    }
    return {};
  }

  // A description with the noun in the genitive, and the names after it, that follow: „die Chefin“,
  // where „die Chefin der Werft Holm“ stands.
  [[nodiscard]] span with_genitive(span mention) {
    constexpr std::size_t most_ahead = 100;  // bytes
    const std::string_view ahead = d_.text.substr(mention.end, most_ahead);
    words_.split(ahead, language_.lang());
    const auto follows = [&](std::size_t at) {
      const std::uint32_t from = at == 0 ? 0 : words_[at - 1].end;
      return text::trimmed(ahead.substr(from, words_[at].begin - from)).empty();
    };
    const bool article_ahead =
        words_.size() > 1 && follows(0) && (language_.of(words_.norm(0)).classes & article) != 0;
    if (!article_ahead) return mention;
    std::size_t end = 1;
    while (end < words_.size() && follows(end) && (words_[end].flags & record::capital) != 0) ++end;
    if (end > 1) mention.end += words_[end - 1].end;
    return mention;
  }

  // A description in the document with what its house is for: „Präsident des Landesamts“, where
  // „Präsident des Landesamts für Umwelt“ stands.
  [[nodiscard]] std::string_view with_purpose(std::string_view office) {
    constexpr std::size_t most_ahead = 60;  // bytes
    const auto at = static_cast<std::size_t>(office.data() - d_.text.data());
    const std::string_view ahead = d_.text.substr(at + office.size(), most_ahead);
    words_.split(ahead, language_.lang());
    const bool follows =
        words_.size() > 1 && text::trimmed(ahead.substr(0, words_[0].begin)).empty() &&
        (language_.of(words_.norm(0)).classes & (function_word | favour)) ==
            (function_word | favour) &&
        (words_[1].flags & (record::capital | record::clause_start)) == record::capital;
    return follows ? d_.text.substr(at, office.size() + words_[1].end) : office;
  }

  [[nodiscard]] bool is_negation(std::string_view word) const {
    return (language_.of(text::match_key(word)).classes & negation) != 0;
  }

  [[nodiscard]] bool is_pronoun(std::string_view mention) const {
    return (language_.of(text::match_key(mention)).classes & pronoun) != 0;
  }

  // The role that the document gives with the name at the mention, or with the name elsewhere; for
  // a description, the words of the mention.
  [[nodiscard]] std::string_view role_of(const speaker& said) {
    std::string_view role;
    for (std::uint32_t i = 0; i < d_.names.size(); ++i) {
      const auto given = d_.names.get<&name::role>(i);
      if (!given || given->empty()) continue;
      if (said.mention.exists() && d_.names.where(i).overlaps(said.mention)) return *given;
      if (said.name && d_.names.get<&name::canonical>(i) == *said.name) role = *given;
    }
    if (role.empty() && said.link == speaker_link::nominal && said.mention.exists()) {
      return with_genitive(said.mention).of(d_.text);
    }
    return role;
  }

  const document_layers& d_;
  const record::catalogue& speakers_;
  const senses& language_;
  name_sides beside_;
  bool short_;
  std::optional<named_speakers> named_;  // of a short text
  record::word_list words_;
  std::string_view day_;
  std::string_view described_;  // the speaker of the claim in hand, by an office; empty: by a name
  bool is_description_ = false;  // „Die Direktorin der Kunsthalle“: no name, for all its capitals
  std::vector<std::uint32_t> speaker_of_;
  std::vector<std::vector<std::uint32_t>> attribution_of_;  // cues and sources of each quotation
  std::vector<made_claim> claims_;
  std::size_t outer_ = 0;  // the claim among them that ends last
};

}  // namespace

// Words are runs of characters between white space.
bool is_post(std::string_view text) noexcept {
  if (text.size() > post_bytes) return false;
  std::size_t words = 0;
  bool inside = false;
  for (const auto [value, at, size] : text::code_points(text)) {
    const bool space = text::is_space(value);
    if (!space && !inside && ++words == post_words) return false;
    inside = !space;
  }
  return words > 0;
}

std::vector<made_claim> claims_of(const document_layers& document,
                                  const record::catalogue& speakers, const senses& language) {
  return claim_maker(document, speakers, language).run();
}

}  // namespace quoth::matching
