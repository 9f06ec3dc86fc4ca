#include "readers/claim_review.hpp"

#include <quoth/plugin.hpp>

namespace quoth::readers {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;
using text = std::optional<std::string_view>;

[[nodiscard]] std::optional<element> field(object in, std::string_view key) {
  element found;
  if (in.at_key(key).get(found) != simdjson::SUCCESS || found.is_null()) return std::nullopt;
  return found;
}

// The value, or the first that is not null where it is a list, however deep.
[[nodiscard]] std::optional<element> first_of(std::optional<element> value) {
  for (int depth = 0; value && value->is_array() && depth < 16; ++depth) {
    std::optional<element> first;
    for (const element one : simdjson::dom::array(*value)) {
      if (one.is_null()) continue;
      first = one;
      break;
    }
    value = first;
  }
  return value;
}

[[nodiscard]] std::optional<object> object_of(std::optional<element> value) {
  value = first_of(value);
  if (!value || !value->is_object()) return std::nullopt;
  return object(*value);
}

[[nodiscard]] text not_empty(std::string_view words) {
  return words.find_first_not_of(" \t\r\n") == std::string_view::npos ? text() : text(words);
}

// The words of a text, number, {"@value"}, or of an object that is called by them.
[[nodiscard]] text text_of(std::optional<element> value, std::deque<std::string>& made) {
  value = first_of(value);
  if (!value) return std::nullopt;
  if (value->is_string()) return not_empty(std::string_view(*value));
  if (value->is_number()) return made.emplace_back(simdjson::minify(*value));
  if (!value->is_object()) return std::nullopt;
  for (const char* key : {"@value", "name", "url", "@id"}) {
    if (const text words = text_of(field(object(*value), key), made)) return words;
  }
  return std::nullopt;
}

[[nodiscard]] text text_at(object in, std::string_view key, std::deque<std::string>& made) {
  return text_of(field(in, key), made);
}

// Whether "@type" is or has the type, with or without schema.org's address before it.
[[nodiscard]] bool is_a(object node, std::string_view type) {
  const auto given = field(node, "@type");
  if (!given) return false;
  const auto is = [&](element one) {
    return one.is_string() && std::string_view(one).ends_with(type);
  };
  if (!given->is_array()) return is(*given);
  for (const element one : simdjson::dom::array(*given)) {
    if (is(one)) return true;
  }
  return false;
}

// The label where there is one; else the number, with the scale it is on.
[[nodiscard]] text rating_of(std::optional<element> given, std::deque<std::string>& made) {
  const auto rating = object_of(given);
  if (!rating) return text_of(given, made);  // "reviewRating": "False"
  for (const char* key : {"alternateName", "name"}) {
    if (const text label = text_at(*rating, key, made)) return label;
  }
  const text value = text_at(*rating, "ratingValue", made);
  const text best = text_at(*rating, "bestRating", made);
  if (!value || *value == "-1") return std::nullopt;  // a common way to say "not rated"
  if (!best || *best == "-1") return value;
  std::string& scale = made.emplace_back(*value);
  scale.append(" on a scale of ");
  scale.append(text_at(*rating, "worstRating", made).value_or("1")).append(" to ").append(*best);
  return scale;
}

}  // namespace

std::optional<object> find_claim_review(element value) {
  if (value.is_array()) {
    for (const element one : simdjson::dom::array(value)) {
      if (!one.is_object() && !one.is_array()) continue;
      if (const auto found = find_claim_review(one)) return found;
    }
    return std::nullopt;
  }
  if (!value.is_object()) return std::nullopt;
  const object node(value);
  if (is_a(node, "ClaimReview")) return node;
  const auto graph = field(node, "@graph");
  return graph ? find_claim_review(*graph) : std::nullopt;
}

void read_claim_review(object review, json_article& into, std::deque<std::string>& made) {
  const auto reviewed = first_of(field(review, "itemReviewed"));
  const auto item = object_of(reviewed);
  json_article::fact_check found;
  text claim = text_at(review, "claimReviewed", made);
  if (!claim && item) claim = text_at(*item, "name", made);
  if (!claim && reviewed && reviewed->is_string()) claim = text_of(reviewed, made);
  if (!claim) throw error("the ClaimReview has no \"claimReviewed\"");
  found.claim = *claim;
  if (item) {
    found.claimant = text_at(*item, "author", made);
    for (const char* key : {"appearance", "firstAppearance"}) {
      if (const auto where = field(*item, key)) {
        into.other.emplace_back(key, simdjson::minify(*where));
      }
    }
  }
  found.rating = rating_of(field(review, "reviewRating"), made);
  found.url = text_at(review, "url", made);
  found.date = text_at(review, "datePublished", made);
  for (const char* key : {"headline", "name"}) {
    if (!found.title) found.title = text_at(review, key, made);
  }
  into.id = text_at(review, "@id", made);
  if (!into.id) into.id = found.url;
  into.url = found.url;
  into.date = found.date;
  into.title = found.title;
  into.lang = text_at(review, "inLanguage", made);
  into.outlet = text_at(review, "author", made);
  if (!into.outlet) into.outlet = text_at(review, "publisher", made);
  into.text = text_at(review, "reviewBody", made);
  into.review = found;
}

}  // namespace quoth::readers
