#include "writers/claimreview/claim_review.hpp"

#include <rapidjson/prettywriter.h>

#include <optional>

#include "writers/claimreview/file_name.hpp"
#include "writers/json_output.hpp"
#include "writers/web_address.hpp"

namespace quoth::writers {

namespace {

constexpr int best = 5, worst = 1;

// Within strings only: outside of them JSON has none of these characters.
void append_script_safe(std::string& out, std::string_view json) {
  for (const char c : json) {
    switch (c) {
      case '<':
        out += "\\u003c";
        break;
      case '>':
        out += "\\u003e";
        break;
      case '&':
        out += "\\u0026";
        break;
      default:
        out += c;
    }
  }
}

// A slash, so that what follows an address does not become part of its host's name; nothing where
// there is one already, or a query that wants to be followed.
std::string_view border_behind(std::string_view address, std::string_view next) {
  constexpr std::string_view marks = "/?#";
  const bool parted = next.empty() || marks.find(next.front()) != std::string_view::npos;
  if (address.empty() || parted || address.ends_with('/')) return "";
  return address.find_first_of("?#") == std::string_view::npos ? "/" : "";
}

// The page's address; `{name}` for other names stays as it is.
std::string address_of(const claim_review_options& options, std::string_view document,
                       std::uint32_t claim) {
  std::string number = "c";
  number += std::to_string(claim + 1);
  std::string address;
  std::string_view rest = options.page;
  while (!rest.empty()) {
    const auto fill = [&](std::string_view name, const std::string& value) {
      if (!rest.starts_with(name)) return false;
      address += value;
      rest.remove_prefix(name.size());
      return true;
    };
    if (fill("{publisher-url}", options.publisher_url)) {
      address += border_behind(options.publisher_url, rest);
      continue;
    }
    if (fill("{document}", percent_encoded(document)) || fill("{claim}", number)) continue;
    address += rest.front();
    rest.remove_prefix(1);
  }
  return address;
}

// Of an address with a scheme, or of one that begins with "//" and takes that of its page.
std::string_view host_of(std::string_view address) {
  const std::size_t colon = address.find("://");
  const std::size_t slashes = colon != std::string_view::npos ? colon + 1 : 0;
  if (!address.substr(slashes).starts_with("//")) return "";
  address.remove_prefix(slashes + 2);
  return address.substr(0, address.find_first_of("/?#"));
}

}  // namespace

bool has_one_host(const claim_review_options& options) {
  const std::string one = address_of(options, "a", 0), other = address_of(options, "b", 1);
  return host_of(one) == host_of(other);
}

std::optional<int> google_scale(quoth::verdict_rating rating) {
  switch (rating) {
    case quoth::verdict_rating::on_record:
      return 5;
    case quoth::verdict_rating::altered:
    case quoth::verdict_rating::misattributed:
    case quoth::verdict_rating::spliced:
      return 2;
    case quoth::verdict_rating::refuted:
      return 1;
    case quoth::verdict_rating::hearsay:
    case quoth::verdict_rating::unsupported:
    case quoth::verdict_rating::out_of_record:
      break;
  }
  return std::nullopt;
}

// Writes one review.
class review_object : json_fields<rapidjson::PrettyWriter<json_output>> {
 public:
  review_object(const claim_reviews& of, std::uint32_t claim, const quoth::verdict& verdict,
                const claim_review_options& options, const text::phrase_book& say,
                std::string& json)
      : json_fields(json),
        d_(of.d_),
        rows_(of.rows_),
        row_(claim),
        claim_(of.d_.claims[claim]),
        verdict_(verdict),
        options_(options),
        say_(say) {
    w_.SetIndent(' ', 2);
    if (!d_.document.empty()) document_ = d_.document.front();
  }

  void write(bool part) {
    w_.StartObject();
    if (!part) field("@context", "https://schema.org");
    field("@type", "ClaimReview");
    field("url", address_of(options_, document_.id, row_));
    field("claimReviewed", claim_reviewed());
    if (const std::string_view language = language_of(d_); !language.empty())
      field("inLanguage", language);
    field("creativeWorkStatus", "Draft");
    if (!options_.date.empty()) field("datePublished", options_.date);
    if (!options_.publisher.empty()) {
      key("author");
      named("Organization", options_.publisher, options_.publisher_url);
    }
    item_reviewed();
    rating();
    field("reviewBody", verdict_.summary);
    evidence();
    w_.EndObject();
  }

 private:
  void field_if(std::string_view k, const std::optional<std::string_view>& t) {
    if (t && !t->empty()) field(k, *t);
  }
  void link_if(const std::optional<std::string_view>& url) {
    if (url && is_web_address(*url)) field("url", *url);
  }
  void named(std::string_view type, std::string_view name, std::string_view url = {}) {
    w_.StartObject();
    field("@type", type);
    field("name", name);
    if (!url.empty()) field("url", url);
    w_.EndObject();
  }

  // What is rated is who said it, so the claim names the speaker: "on record" must not read as
  // "true". Without a speaker the content is rated.
  std::string claim_reviewed() const {
    if (!claim_.speaker) return std::string(claim_.text);
    const bool direct =
        claim_.quote && claim_.quote->id < d_.quotes.size() &&
        d_.quotes.get<&quoth::quote::kind>(claim_.quote->id) == quoth::quote_kind::direct;
    std::string_view said = claim_.text;
    if (said.ends_with(',')) said.remove_suffix(1);  // before "he said"
    const std::string words = direct ? say_.quoted(said) : std::string(said);
    return say_(direct ? "said.direct" : "said.reported",
                {{"speaker", *claim_.speaker}, {"words", words}});
  }

  void item_reviewed() {
    key("itemReviewed");
    w_.StartObject();
    field("@type", "Claim");
    claim_author();
    field_if("datePublished", document_.date);
    appearance();
    w_.EndObject();
  }

  void claim_author() {
    if (options_.author == writers::claim_author::speaker) {
      if (claim_.speaker) {
        key("author");
        named(speaker_is_person() ? "Person" : "Organization", *claim_.speaker);
      }
    } else if (document_.author && !document_.author->empty()) {
      key("author");
      named("Person", *document_.author);
    } else if (document_.outlet && !document_.outlet->empty()) {
      key("author");
      named("Organization", *document_.outlet);
    }
  }

  bool speaker_is_person() const {
    if (!claim_.quote || claim_.quote->id >= d_.quotes.size()) return true;
    const auto who = rows_.speakers.of(claim_.quote->id);
    if (who.empty()) return true;
    const auto type = d_.speakers.get<&quoth::speaker::type>(who.front());
    return type != quoth::speaker_type::organisation && type != quoth::speaker_type::group;
  }

  // The document that makes the claim.
  void appearance() {
    key("appearance");
    w_.StartObject();
    field("@type", "CreativeWork");
    field("identifier", document_.id);
    link_if(document_.url);
    field_if("headline", document_.title);
    field_if("datePublished", document_.date);
    if (document_.author && !document_.author->empty()) {
      key("author");
      named("Person", *document_.author);
    }
    if (document_.outlet && !document_.outlet->empty()) {
      key("publisher");
      named("Organization", *document_.outlet);
    }
    w_.EndObject();
  }

  void rating() {
    key("reviewRating");
    w_.StartObject();
    field("@type", "Rating");
    if (const std::optional<int> value = google_scale(verdict_.rating))
      number("ratingValue", *value);
    number("bestRating", best);
    number("worstRating", worst);
    field("alternateName", verdict_.label);
    w_.EndObject();
  }

  void number(std::string_view k, int value) {
    key(k);
    w_.Int(value);
  }

  // What the verdict rests on.
  void evidence() {
    const auto verdicts = rows_.verdicts.of(row_);
    const auto held = rows_.evidence.of(verdicts.front());
    bool open = false;
    for (const std::uint32_t row : held) {
      const quoth::row<quoth::match> match = d_.evidence[row].match;
      if (match.id >= d_.matches.size()) continue;
      if (!open) {
        key("citation");
        w_.StartArray();
        open = true;
      }
      citation(d_.matches[match]);
    }
    if (open) w_.EndArray();
  }

  void citation(const quoth::match& m) {
    w_.StartObject();
    field("@type", "CreativeWork");
    field("identifier", m.record);
    link_if(m.url);
    field_if("headline", m.title);
    field_if("datePublished", m.date);
    if (m.outlet && !m.outlet->empty()) {
      key("publisher");
      named("Organization", *m.outlet);
    }
    field("text", m.text);
    w_.EndObject();
  }

  const document_layers& d_;
  const row_groups& rows_;
  std::uint32_t row_;
  quoth::claim claim_;
  quoth::document_row document_{};
  quoth::verdict verdict_;
  const claim_review_options& options_;
  const text::phrase_book& say_;
};

void claim_reviews::begin(const document_layers& d) {
  d_ = d;
  rows_.group(d);
}

std::optional<quoth::verdict> claim_reviews::verdict_of(std::uint32_t claim) const {
  const auto found = rows_.verdicts.of(claim);
  if (found.empty()) return std::nullopt;
  return d_.verdicts[found.front()];
}

void claim_reviews::render(std::uint32_t claim, const claim_review_options& options,
                           const text::phrase_book& say, bool part, std::string& out) {
  const std::optional<quoth::verdict> verdict = verdict_of(claim);
  if (!verdict) return;
  json_.clear();
  review_object(*this, claim, *verdict, options, say, json_).write(part);
  append_script_safe(out, json_);
}

}  // namespace quoth::writers
