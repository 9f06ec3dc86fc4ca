#include "writers/document_json.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <optional>
#include <string>

#include "writers/json_output.hpp"

namespace quoth::writers {
namespace {

using json = rapidjson::Writer<json_output>;

constexpr int decimals = 4;  // of confidences and scores

bool is_output_key(std::string_view key) {
  return key == "quotes" || key == "claims" || key == "lang_detected" || key == "text" ||
         key == "turns";
}

bool is_json(std::string_view text) {
  constexpr unsigned as_it_stands = rapidjson::kParseIterativeFlag |  // however deep
                                    rapidjson::kParseNumbersAsStringsFlag;
  rapidjson::MemoryStream bytes(text.data(), text.size());
  rapidjson::BaseReaderHandler<> ignored;
  return !rapidjson::Reader().Parse<as_it_stands>(bytes, ignored).IsError();
}

// JSON may have line breaks between its values, and a line may not.
std::string on_one_line(std::string_view written) {
  std::string line(written);
  for (char& c : line)
    if (c == '\n' || c == '\r') c = ' ';
  return line;
}

}  // namespace

// Writes the pieces of one line.
class line_writer : json_fields<json> {
 public:
  line_writer(const document_layers& d, document_json& state, std::string& out)
      : json_fields(out), d_(d), s_(state), out_(out) {
    w_.SetMaxDecimalPlaces(decimals);
  }

  void line(const json_options& options) {
    w_.StartObject();
    head();
    if (options.with_text) field("text", d_.text);
    if (!d_.review.empty()) review(d_.review[0]);
    w_.Key("quotes");
    w_.StartArray();
    for (std::uint32_t i = 0; i < d_.quotes.size(); ++i) quote(i);
    w_.EndArray();
    w_.Key("claims");
    w_.StartArray();
    for (std::uint32_t i = 0; i < d_.claims.size(); ++i) claim(i);
    w_.EndArray();
    for (const quoth::metadata m : d_.metadata) {
      if (!is_output_key(m.key)) input_field(m);
    }
    w_.EndObject();
    out_.push_back('\n');
  }

 private:
  using json_fields::field;
  // What a stage wrote there that is no JSON is kept as a string.
  void input_field(const quoth::metadata& m) {
    if (!is_json(m.json)) return field(m.key, m.json);
    const std::string value = on_one_line(m.json);
    key(m.key);
    w_.RawValue(value.data(), value.size(), rapidjson::kObjectType);
  }
  // null where nothing is known
  void field(std::string_view k, const std::optional<std::string_view>& t) {
    key(k);
    t ? text(*t) : void(w_.Null());
  }
  void field_if(std::string_view k, const std::optional<std::string_view>& t) {
    if (t) field(k, *t);
  }
  // JSON has no infinity and nothing that is no number.
  void field(std::string_view k, double v) {
    key(k);
    std::isfinite(v) ? w_.Double(v) : w_.Null();
  }
  void field(std::string_view k, std::int64_t v) {
    key(k);
    w_.Int64(v);
  }
  void id(std::string_view k, char prefix, std::uint32_t row) {
    std::string label(1, prefix);
    label += std::to_string(row + 1);
    field(k, std::string_view(label));
  }
  void span(quoth::span s) {
    w_.StartArray();
    w_.Uint(s_.offsets_(s.begin));
    w_.Uint(s_.offsets_(s.end));
    w_.EndArray();
  }

  void head() {
    const quoth::document_row doc =
        d_.document.empty() ? quoth::document_row{} : d_.document.front();
    field("id", doc.id);
    field_if("title", doc.title);
    field_if("date", doc.date);
    field_if("url", doc.url);
    if (!d_.language.empty()) {
      const quoth::language l = d_.language.front();
      field("lang", l.code);
      if (l.detected) {
        key("lang_detected");
        w_.Bool(true);
      }
    } else {
      field_if("lang", doc.lang);
    }
    field_if("author", doc.author);
    field_if("outlet", doc.outlet);
  }

  void review(const quoth::review& r) {
    key("review");
    w_.StartObject();
    field("claim", r.claim);
    field_if("claimant", r.claimant);
    field_if("rating", r.rating);
    field_if("url", r.url);
    field_if("date", r.date);
    field_if("title", r.title);
    field_if("subtitle", r.subtitle);
    w_.EndObject();
  }

  void pieces(std::string_view k, std::uint32_t quote, quoth::part_role role) {
    key(k);
    w_.StartArray();
    for (const std::uint32_t part : s_.rows_.parts.of(quote))
      if (d_.parts.get<&quoth::quote_part::role>(part) == role) span(d_.parts.where(part));
    w_.EndArray();
  }

  void quote(std::uint32_t i) {
    const quoth::quote q = d_.quotes[i];
    w_.StartObject();
    id("id", 'q', i);
    field("kind", choice<&quoth::quote::kind, quoth::quote>(q.kind));
    field("status", choice<&quoth::quote::status, quoth::quote>(q.status));
    field("text", q.text);
    pieces("parts", i, quoth::part_role::content);
    pieces("cue", i, quoth::part_role::cue);
    pieces("source", i, quoth::part_role::source);
    key("speaker");
    const auto who = s_.rows_.speakers.of(i);
    speaker(who.empty() ? quoth::speaker{.quote = {i},
                                         .type = quoth::speaker_type::unknown,
                                         .link = quoth::speaker_link::none,
                                         .confidence = 0}
                        : d_.speakers[who.front()]);
    field("confidence", q.confidence);
    w_.EndObject();
  }

  void speaker(const quoth::speaker& s) {
    w_.StartObject();
    field("name", s.name);
    key("mention");
    s.mention.exists() ? span(s.mention) : void(w_.Null());
    field("type", choice<&quoth::speaker::type, quoth::speaker>(s.type));
    field("link", choice<&quoth::speaker::link, quoth::speaker>(s.link));
    field("via", s.via);
    field("confidence", s.confidence);
    w_.EndObject();
  }

  void claim(std::uint32_t i) {
    const quoth::claim c = d_.claims[i];
    w_.StartObject();
    id("id", 'c', i);
    if (c.quote && c.quote->exists()) {
      id("quote", 'q', c.quote->id);
    } else {
      key("quote");
      w_.Null();
    }
    field("speaker", c.speaker);
    field("mention", c.mention);
    field("text", c.text);
    field("confidence", c.confidence);
    key("matches");
    w_.StartArray();
    for (const std::uint32_t m : s_.rows_.matches.of(i)) match(m);
    w_.EndArray();
    reviews(i);
    verdict(i);
    w_.EndObject();
  }

  void match(std::uint32_t i) {
    const quoth::match m = d_.matches[i];
    w_.StartObject();
    key("record");
    w_.StartObject();
    field("id", m.record);
    field("url", m.url);
    field("date", m.date);
    field("speaker", m.speaker);
    field("text", m.text);
    field("kind", choice<&quoth::match::kind, quoth::match>(m.kind));
    field("hand", choice<&quoth::match::hand, quoth::match>(m.hand));
    field_if("via", m.via);
    field_if("outlet", m.outlet);
    field_if("title", m.title);
    field_if("rating", m.rating);
    field("appearances", m.appearances);
    w_.EndObject();
    field("relation", choice<&quoth::match::relation, quoth::match>(m.relation));
    field("score", m.score);
    key("diff");
    w_.StartArray();
    for (const std::uint32_t row : s_.rows_.diffs.of(i)) diff(d_.diffs[row]);
    w_.EndArray();
    w_.EndObject();
  }

  // ["same","We will "], and a third entry that names the change where there is one.
  void diff(const quoth::diff& x) {
    w_.StartArray();
    text(choice<&quoth::diff::op, quoth::diff>(x.op));
    text(x.text);
    if (x.change != quoth::diff_change::none)
      text(choice<&quoth::diff::change, quoth::diff>(x.change));
    w_.EndArray();
  }

  // Published fact-checks of what is claimed, beside the verdict on who said it.
  void reviews(std::uint32_t claim_row) {
    bool open = false;
    for (const std::uint32_t row : s_.rows_.matches.of(claim_row)) {
      const quoth::match m = d_.matches[row];
      if (m.kind != quoth::match_kind::review || m.relation == quoth::match_relation::related)
        continue;
      if (!open) {
        key("reviews");
        w_.StartArray();
        open = true;
      }
      w_.StartObject();
      field("id", m.record);
      field("claim", m.text);
      field("claimant", m.speaker);
      field("rating", m.rating);
      field("url", m.url);
      field("date", m.date);
      w_.EndObject();
    }
    if (open) w_.EndArray();
  }

  void verdict(std::uint32_t claim_row) {
    const auto found = s_.rows_.verdicts.of(claim_row);
    if (found.empty()) return;
    const quoth::verdict v = d_.verdicts[found.front()];
    key("verdict");
    w_.StartObject();
    field("rating", choice<&quoth::verdict::rating, quoth::verdict>(v.rating));
    field("label", v.label);
    field("confidence", v.confidence);
    field("summary", v.summary);
    coverage(claim_row);
    key("evidence");
    w_.StartArray();
    for (const std::uint32_t row : s_.rows_.evidence.of(found.front()))
      if (d_.evidence[row].match.exists())
        text(d_.matches.get<&quoth::match::record>(d_.evidence[row].match.id));
    w_.EndArray();
    w_.EndObject();
  }

  void coverage(std::uint32_t claim_row) {
    const auto found = s_.rows_.coverage.of(claim_row);
    const quoth::coverage c = found.empty() ? quoth::coverage{.claim = {claim_row}, .statements = 0}
                                            : d_.coverage[found.front()];
    key("coverage");
    w_.StartObject();
    field("speaker_statements", c.statements);
    field("from", c.from);
    field("to", c.to);
    w_.EndObject();
  }

  const document_layers& d_;
  const document_json& s_;
  std::string& out_;
};

void document_json::render(const document_layers& d, const json_options& options,
                           std::string& out) {
  offsets_.reset(d.text, options.offsets);
  rows_.group(d);
  line_writer(d, *this, out).line(options);
}

}  // namespace quoth::writers
