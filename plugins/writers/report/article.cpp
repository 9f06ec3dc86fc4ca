#include "writers/report/article.hpp"

#include <algorithm>
#include <cmath>
#include <text/utf8.hpp>
#include <unordered_map>
#include <utility>

#include "writers/report/comparison.hpp"
#include "writers/report/html.hpp"
#include "writers/report/voice.hpp"
#include "writers/web_address.hpp"

namespace quoth::writers {

namespace {

constexpr std::size_t longest_title = 70;     // code points of a title made of the text
constexpr std::size_t longest_row = 280;      // code points of a claim in the list
constexpr std::size_t longest_change = 60;    // of one side of a change in the list
constexpr std::size_t most_changes = 3;       // in the list
constexpr std::size_t longest_context = 400;  // of what stands around a compared piece
constexpr std::uint32_t around = 600;         // bytes of text around a quotation, if text is cut
constexpr std::size_t speaker_colours = 6;

// What code may stand in a lang attribute.
bool is_language_tag(std::string_view code) {
  return !code.empty() && code.size() <= 35 && std::ranges::all_of(code, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

// The last `most` code points of `text`, and "…" before them where some were cut.
std::string clipped_front(std::string_view text, std::size_t most) {
  std::size_t at = text.size();
  for (std::size_t count = 0; at > 0 && count < most; ++count)
    at -= text::decode_before(text, at).size;
  std::string cut = at == 0 ? "" : "…";
  return cut.append(text.substr(at));
}

std::string keyed(std::string_view kind, std::string_view name) {
  return std::string(kind).append(name);
}

// How evidence is shown beside a claim.
enum class shown_as { words, pieces, changes };

shown_as evidence_shown_as(const entry& e) {
  switch (e.verdict->rating) {
    case quoth::verdict_rating::unsupported:
    case quoth::verdict_rating::out_of_record:
      return shown_as::words;  // differences from what is merely near say nothing
    case quoth::verdict_rating::spliced:
      return shown_as::pieces;
    default:
      return shown_as::changes;
  }
}

}  // namespace

// Writes one article.
class article_markup {
 public:
  article_markup(const article& of, const interface_languages& languages, std::size_t written_in,
                 const article_options& options, std::string& out)
      : d_(of.d_),
        rows_(of.rows_),
        entries_(of.entries_),
        say_(languages.at(written_in)),
        interface_(languages.codes()[written_in]),
        options_(options),
        html_(out) {
    if (!d_.document.empty()) document_ = d_.document.front();
    const std::string_view language = language_of(d_);
    if (is_language_tag(language) && language != interface_) language_ = language;
    const std::string_view summary = languages.codes()[languages.position(language)];
    if (summary != interface_) summary_language_ = summary;
    group_speakers();
  }

  void write() {
    html_.raw("<article class=\"doc\"").own_attribute("id", anchor()).attribute("lang", interface_);
    html_.own_attribute("aria-labelledby", anchor() + "t");
    claims();
    html_.raw(">\n");
    heading();
    brief();
    html_.raw("<noscript><div class=\"sheet\">\n");
    text();
    verdicts();
    html_.raw("</div></noscript>\n</article>\n");
  }

 private:
  static std::string anchor() { return {'d', document_number}; }
  static std::string anchor(const entry& e) { return anchor() + e.id(); }
  static std::string link_to(std::string_view id) { return std::string("#").append(id); }
  html& phrase(std::string_view key) { return html_.text(say_.text_of(key)); }

  // A block of the document's own words: its language and its direction.
  void open_words(std::string_view tag) {
    html_.raw("<").raw(tag).raw(" dir=\"auto\"");
    if (!language_.empty()) html_.attribute("lang", language_);
    html_.raw(">");
  }

  [[nodiscard]] std::string_view name_of(const entry& e) const {
    return e.speaker ? *e.speaker : say_.text_of("speaker.unknown");
  }
  [[nodiscard]] std::size_t colour_of(const entry& e) const {
    return speaker_of_[static_cast<std::size_t>(&e - entries_.data())] % speaker_colours;
  }

  void group_speakers() {
    std::unordered_map<std::string_view, std::size_t> known;
    for (const entry& e : entries_) {
      const auto [at, added] = known.try_emplace(name_of(e), speakers_.size());
      if (added) speakers_.push_back({name_of(e), {}});
      speaker_of_.push_back(at->second);
      speakers_[at->second].entries.push_back(&e);
    }
  }

  // The document's own title, or its first words, or its id.
  [[nodiscard]] std::string title() const {
    if (document_.title && !trimmed(*document_.title).empty()) return std::string(*document_.title);
    const std::string_view text = trimmed(d_.text);
    const std::string_view line = text.substr(0, text.find('\n'));
    return line.empty() ? std::string(document_.id) : clipped(line, longest_title);
  }

  void heading() {
    const std::string title = this->title();
    html_.raw("<header><h2").own_attribute("id", anchor() + "t").raw("><a");
    html_.own_attribute("href", link_to(anchor())).raw(" dir=\"auto\"");
    if (!language_.empty()) html_.attribute("lang", language_);
    html_.raw(">").text(title).raw("</a></h2>\n<p class=\"by\">");
    bool first = true;
    const auto part = [&] { html_.raw(std::exchange(first, false) ? "" : " · "); };
    if (document_.date) part(), time(*document_.date);
    if (document_.outlet) part(), html_.element("bdi", *document_.outlet);
    if (document_.author) part(), html_.element("bdi", *document_.author);
    if (title != document_.id) part(), html_.element("bdi class=\"id\"", document_.id);
    if (document_.url && is_web_address(*document_.url)) {
      part();
      link(*document_.url, "document.source");
    }
    html_.raw("</p></header>\n");
  }

  void time(std::string_view iso) {
    html_.raw("<time").attribute("datetime", iso).raw(">").text(day_of(say_, iso)).raw("</time>");
  }
  void link(std::string_view url, std::string_view key) {
    html_.raw("<a class=\"out\"").attribute("href", url).raw(">");
    phrase(key).raw("</a>");
  }

  // What the page's filters need of the claims: a line each, `RATING CONFIDENCE SPEAKER`.
  void claims() {
    if (entries_.empty()) return;
    html_.raw(" data-claims=\"");
    for (const entry& e : entries_) {
      if (&e != &entries_.front()) html_.raw("\n");
      html_.raw(e.rating()).raw(" ");
      e.verdict ? html_.number(hundredths(e.verdict->confidence)) : html_.raw("-");
      html_.raw(" ").text(on_one_line(name_of(e)));
    }
    html_.raw("\"");
  }

  // ---- the claims in brief

  void brief() {
    if (entries_.empty()) {
      html_.raw("<p class=\"none\">");
      phrase("document.none").raw("</p>\n");
      return;
    }
    html_.raw("<noscript><ol class=\"brief\">\n");
    for (const entry& e : entries_) brief(e);
    html_.raw("</ol></noscript>\n");
  }

  void brief(const entry& e) {
    html_.raw("<li").attribute("data-r", e.rating());
    html_.raw("><a").own_attribute("href", link_to(anchor(e))).raw(">");
    stamp("span", e);
    open_words("q");
    html_.text(clipped(trimmed(e.words), longest_row)).raw("</q> ");
    html_.element("bdi class=\"who\"", name_of(e)).raw("</a>");
    if (e.verdict) confidence(e);
    finding(e);
    html_.raw("</li>\n");
  }

  void stamp(std::string_view tag, const entry& e, std::string_view id = {}) {
    html_.raw("<").raw(tag).raw(" class=\"stamp\"");
    if (!id.empty()) html_.own_attribute("id", id);
    html_.raw(">");
    const bool own = e.verdict && !e.verdict->label.empty() && language_.empty();
    html_.text(own ? e.verdict->label : say_.text_of(keyed("rating.", known_rating(e))));
    html_.raw("</").raw(tag).raw("> ");
  }

  // A rating of a newer plugin has no name here.
  static std::string_view known_rating(const entry& e) {
    return e.rating() == "unknown" ? "unrated" : e.rating();
  }

  void confidence(const entry& e) {
    const std::string share = percent(say_, e.verdict->confidence);
    html_.raw("<span class=\"sure\"><span class=\"vh\">");
    phrase("confidence").raw(" </span>").text(share).raw("</span>");
  }

  // What is wrong, in one line.
  void finding(const entry& e) {
    if (!e.verdict) return;
    const bool altered = e.verdict->rating == quoth::verdict_rating::altered;
    const std::string found = finding_of(say_, d_, rows_, e);
    if (altered) {
      changes(e);
    } else if (!found.empty()) {
      html_.raw("<p class=\"finding\">").text(found).raw("</p>\n");
    }
  }

  void changes(const entry& e) {
    if (e.evidence.empty()) return;
    std::vector<named_change> changed = changes_of(d_, rows_, e.evidence.front());
    if (changed.empty()) return;
    if (changed.size() > most_changes) changed.resize(most_changes);
    html_.raw("<p class=\"finding\">");
    for (const named_change& c : changed) {
      html_.raw("<span class=\"change\">");
      change_side("del", "verdict.claimed", c.claimed);
      html_.raw("<span class=\"to\" aria-hidden=\"true\"></span>");
      change_side("ins", "verdict.record", c.record);
      change_name(c.change);
      html_.raw("</span> ");
    }
    html_.raw("</p>\n");
  }
  void change_side(std::string_view tag, std::string_view key, std::string_view words) {
    html_.raw("<span class=\"vh\">");
    phrase(key).raw(": </span>");
    open_words(tag);
    const std::string_view some = trimmed(words);
    html_.text(some.empty() ? "—" : clipped(some, longest_change));
    html_.raw("</").raw(tag).raw(">");
  }
  void change_name(quoth::diff_change change) {
    const std::string_view name = choice<&quoth::diff::change, quoth::diff>(change);
    if (name == "none" || name == "unknown") return;
    html_.raw("&nbsp;<small>").text(say_.text_of(keyed("change.", name))).raw("</small>");
  }

  // ---- the text

  void text() {
    html_.raw("<section class=\"text\"")
        .own_attribute("aria-labelledby", anchor() + "x")
        .raw("><h3");
    html_.own_attribute("id", anchor() + "x").raw(">");
    phrase("document.text").raw("</h3>\n");
    legend();
    const std::vector<marked_span> marks = marks_of(d_, rows_, entries_);
    const auto pieces = stretches(static_cast<std::uint32_t>(d_.text.size()), marks);
    last_of_.assign(entries_.size(), 0);
    for (const marked_span& m : pieces)
      if (m.owner != no_owner) last_of_[m.owner] = m.where.end;
    const auto shown = passages(d_.text, marks, options_.longest_text, around);
    std::uint32_t at = 0;
    auto piece = pieces.begin();
    for (const quoth::span passage : shown) {
      left_out(at, passage.begin);
      at = passage.end;
      while (piece != pieces.end() && piece->where.end <= passage.begin) ++piece;
      this->passage(passage, piece, pieces.end());
    }
    left_out(at, static_cast<std::uint32_t>(d_.text.size()));
    html_.raw("</section>\n");
  }

  void legend() {
    if (entries_.empty()) return;
    html_.raw("<ul class=\"speakers\"").attribute("aria-label", say_.text_of("document.speakers"));
    html_.raw(">");
    for (std::size_t s = 0; s < speakers_.size(); ++s) {
      html_.raw("<li data-s=\"").number(s % speaker_colours).raw("\">");
      html_.element("bdi", speakers_[s].name);
      for (const entry* e : speakers_[s].entries) reference(*e);
      html_.raw("</li>");
    }
    html_.raw("</ul>\n");
  }

  void left_out(std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return;
    const std::size_t count = text::count_code_points(d_.text.substr(begin, end - begin));
    html_.raw("<p class=\"left-out\">");
    html_.text(say_("document.left-out", {{"count", std::to_string(count)}})).raw("</p>\n");
  }

  // One passage: a paragraph a line, the marks closed and opened again between them.
  template <class Iterator>
  void passage(quoth::span shown, Iterator piece, Iterator end) {
    bool open = false;
    for (; piece != end && piece->where.begin < shown.end; ++piece) {
      const std::uint32_t from = std::max(piece->where.begin, shown.begin);
      const std::uint32_t to = std::min(piece->where.end, shown.end);
      std::string_view rest = d_.text.substr(from, to - from);
      while (!rest.empty()) {
        const std::size_t line = std::min(rest.find('\n'), rest.size());
        if (line > 0 && !std::exchange(open, true)) open_words("p");
        if (line > 0) stretch(rest.substr(0, line), piece->owner);
        if (line == rest.size()) break;
        if (std::exchange(open, false)) html_.raw("</p>\n");
        rest.remove_prefix(line + 1);
      }
      if (piece->owner != no_owner && to == last_of_[piece->owner])
        reference(entries_[piece->owner]);
    }
    if (open) html_.raw("</p>\n");
  }

  void stretch(std::string_view words, std::uint32_t owner) {
    if (owner == no_owner) {
      html_.text(words);
      return;
    }
    const entry& e = entries_[owner];
    html_.raw("<mark").attribute("data-r", e.rating()).raw(" data-s=\"").number(colour_of(e));
    html_.raw("\"").own_attribute("data-to", anchor(e)).raw(">").text(words).raw("</mark>");
  }

  // The number of an entry, as a link to its verdict.
  void reference(const entry& e) {
    html_.raw("<a class=\"ref\"")
        .attribute("data-r", e.rating())
        .own_attribute("href", link_to(anchor(e)));
    html_.raw("><span class=\"vh\">").text(say_.text_of(keyed("rating.", known_rating(e))));
    html_.raw(" </span>").text(e.id()).raw("</a>");
  }

  // ---- the verdicts

  void verdicts() {
    if (entries_.empty()) return;
    html_.raw("<div class=\"verdicts\">\n");
    for (const entry& e : entries_) verdict(e);
    html_.raw("</div>\n");
  }

  void verdict(const entry& e) {
    html_.raw("<section class=\"card\"")
        .own_attribute("id", anchor(e))
        .attribute("data-r", e.rating());
    html_.raw(" tabindex=\"-1\"").own_attribute("aria-labelledby", anchor(e) + "h").raw(">\n");
    html_.raw("<header>");
    stamp("h3", e, anchor(e) + "h");
    if (e.verdict) gauge(e);
    html_.raw("</header>\n");
    finding(e);
    open_words("blockquote");
    html_.raw("<p>").text(say_.quoted(trimmed(e.words))).raw("</p></blockquote>\n");
    speaker(e);
    if (e.verdict) {
      html_.raw("<p class=\"summary\"");
      if (!summary_language_.empty()) html_.attribute("lang", summary_language_);
      html_.raw(">").text(e.verdict->summary).raw("</p>\n");
      evidence(e);
    }
    reviews(e);
    coverage(e);
    html_.raw("<p class=\"foot\"><span class=\"id\">").text(document_.id).raw("#").text(e.id());
    html_.raw("</span></p>\n</section>\n");
  }

  // A verdict's summary says it already.
  void coverage(const entry& e) {
    const std::string held = e.verdict ? "" : coverage_of(say_, d_, rows_, e);
    if (!held.empty()) html_.raw("<p class=\"coverage\">").text(held).raw("</p>\n");
  }

  void gauge(const entry& e) {
    html_.raw("<p class=\"gauge\"><span>");
    phrase("confidence").raw("</span> <svg viewBox=\"0 0 100 8\" aria-hidden=\"true\">");
    html_.raw("<rect height=\"8\" width=\"");
    html_.number(hundredths(e.verdict->confidence)).raw("\"/></svg> <b>");
    html_.text(percent(say_, e.verdict->confidence)).raw("</b></p>");
  }

  void speaker(const entry& e) {
    html_.raw("<p class=\"who\" data-s=\"").number(colour_of(e)).raw("\">");
    html_.element("bdi", name_of(e));
    if (!e.mention.empty() && e.mention != name_of(e)) {
      const std::string words = say_.quoted(e.mention);
      html_.raw(" <span>").text(say_("speaker.mention", {{"words", words}})).raw("</span>");
    }
    if (e.quote != no_row) reported(e.quote);
    html_.raw("</p>\n");
  }

  void reported(std::uint32_t quote) {
    const auto status = d_.quotes.get<&quoth::quote::status>(quote);
    if (status == quoth::quote_status::alleged || status == quoth::quote_status::denied) {
      html_.raw(" <em>");
      phrase(status == quoth::quote_status::denied ? "status.denied" : "status.alleged");
      html_.raw("</em>");
    }
    const auto who = rows_.speakers.of(quote);
    if (who.empty()) return;
    const auto via = d_.speakers.get<&quoth::speaker::via>(who.front());
    if (via) html_.raw(" <span>").text(say_("speaker.via", {{"name", *via}})).raw("</span>");
  }

  void evidence(const entry& e) {
    const bool said_already = e.verdict->rating == quoth::verdict_rating::out_of_record;
    if (e.evidence.empty() && said_already) return;
    if (e.evidence.empty()) {
      html_.raw("<p class=\"no-evidence\">");
      phrase("verdict.no-evidence").raw("</p>\n");
      return;
    }
    const shown_as how = evidence_shown_as(e);
    html_.raw("<h4>");
    phrase(how == shown_as::words ? "verdict.nearest" : "verdict.evidence").raw("</h4>\n");
    html_.raw("<ol class=\"evidence\">\n");
    for (const std::uint32_t row : e.evidence) {
      const quoth::match m = d_.matches[row];
      html_.raw("<li>");
      source(m);
      how == shown_as::words ? statement(m) : sides(row, m, how);
      html_.raw("</li>\n");
    }
    html_.raw("</ol>\n");
  }

  // Who, when, where, at which hand.
  void source(const quoth::match& m) {
    html_.raw("<p class=\"src\">");
    if (m.speaker) html_.element("bdi class=\"by\"", *m.speaker).raw(" · ");
    if (m.date) time(*m.date), html_.raw(" · ");
    if (m.outlet && !m.outlet->empty()) html_.element("bdi", *m.outlet).raw(" · ");
    const bool review = m.kind == quoth::match_kind::review;
    html_.raw("<span class=\"tag\">");
    phrase(review ? "hand.review" : hand_key(m.hand)).raw("</span>");
    if (review && m.rating)
      html_.raw(" <b>")
          .text(say_("verdict.rated", {{"rating", say_.quoted(*m.rating)}}))
          .raw("</b>");
    if (m.via) html_.raw(" · ").text(say_("speaker.via", {{"name", *m.via}}));
    if (m.appearances > 1)
      html_.raw(" · ").text(say_("appearances", {{"count", std::to_string(m.appearances)}}));
    html_.raw("<br>");
    if (m.title && !m.title->empty()) html_.element("cite", *m.title).raw(" ");
    html_.element("bdi class=\"id\"", m.record);
    if (m.url && is_web_address(*m.url)) html_.raw(" "), link(*m.url, "verdict.source");
    html_.raw("</p>\n");
  }
  static std::string_view hand_key(quoth::match_hand hand) {
    switch (hand) {
      case quoth::match_hand::second:
        return "hand.second";
      case quoth::match_hand::denial:
        return "hand.denial";
      default:
        return "hand.first";
    }
  }

  void statement(const quoth::match& m) {
    html_.raw("<blockquote dir=\"auto\"><p>").text(say_.quoted(trimmed(m.text)));
    html_.raw("</p></blockquote>\n");
  }

  void sides(std::uint32_t row, const quoth::match& m, shown_as how) {
    const comparison both = compare(d_, rows_, row);
    if (both.claimed.empty()) {
      statement(m);
      return;
    }
    html_.raw("<div class=\"sides\">\n<div class=\"claimed\"><h5>");
    phrase("verdict.claimed").raw("</h5><p dir=\"auto\">");
    for (const side_piece& p : both.claimed) piece(p, how);
    html_.raw("</p></div>\n<div class=\"recorded\"><h5>");
    phrase(record_title(m)).raw("</h5><p dir=\"auto\">");
    for (std::size_t i = 0; i < both.record.size(); ++i) {
      side_piece p = both.record[i];
      if (p.stand == side_words::around) {
        around_piece(p.words, i == 0, i + 1 == both.record.size());
      } else {
        piece(p, how);
      }
    }
    html_.raw("</p>");
    html_.raw("</div>\n</div>\n");
  }
  static std::string_view record_title(const quoth::match& m) {
    if (m.kind == quoth::match_kind::review) return "verdict.checked";
    return m.hand == quoth::match_hand::denial ? "verdict.denied" : "verdict.record";
  }
  // What stands before the compared words, between them, behind them.
  void around_piece(std::string_view words, bool first, bool last) {
    html_.element("span class=\"context\"", first  ? clipped_front(words, longest_context)
                                            : last ? clipped(words, longest_context)
                                                   : std::string(words));
  }

  // White space at the ends stays outside of what is marked.
  void piece(const side_piece& p, shown_as how) {
    const std::string_view core = trimmed(p.words);
    const auto lead = static_cast<std::size_t>(core.empty() ? 0 : core.data() - p.words.data());
    if (core.empty()) {
      html_.text(p.words);
      return;
    }
    html_.text(p.words.substr(0, lead));
    if (how == shown_as::pieces) {
      p.stand == side_words::shared ? html_.element("mark class=\"piece\"", core)
                                    : html_.element("span class=\"context\"", core);
    } else if (p.stand == side_words::shared) {
      html_.text(core);
    } else if (p.stand == side_words::edited) {
      html_.element("span class=\"edit\"", core);
    } else {
      html_.raw("<mark class=\"changed\">").text(core);
      change_name(p.change);
      html_.raw("</mark>");
    }
    html_.text(p.words.substr(lead + core.size()));
  }

  void reviews(const entry& e) {
    if (e.reviews.empty()) return;
    html_.raw("<h4>");
    phrase("verdict.reviews").raw("</h4>\n<ol class=\"evidence\">\n");
    for (const std::uint32_t row : e.reviews) {
      const quoth::match m = d_.matches[row];
      html_.raw("<li>");
      source(m);
      statement(m);
      html_.raw("</li>\n");
    }
    html_.raw("</ol>\n");
  }

  const document_layers& d_;
  const row_groups& rows_;
  const std::vector<entry>& entries_;
  const text::phrase_book& say_;
  std::string_view interface_;
  // Of the document and of the verdicts' summaries, where they are other languages.
  std::string_view language_, summary_language_;
  const article_options& options_;
  html html_;
  quoth::document_row document_{};
  struct named_speaker {
    std::string_view name;
    std::vector<const entry*> entries;
  };
  std::vector<named_speaker> speakers_;  // in order of appearance
  std::vector<std::size_t> speaker_of_;  // by entry: position in speakers_
  std::vector<std::uint32_t> last_of_;   // by entry: where its last stretch ends
};

void article::begin(const document_layers& d) {
  d_ = d;
  rows_.group(d);
  entries_ = entries_of(d, rows_);
}

void article::render(const interface_languages& languages, std::size_t language,
                     const article_options& options, std::string& out) const {
  article_markup(*this, languages, language, options, out).write();
}

}  // namespace quoth::writers
