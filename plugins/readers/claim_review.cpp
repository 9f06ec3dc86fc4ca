#include "readers/claim_review.hpp"

#include <algorithm>
#include <initializer_list>
#include <quoth/plugin.hpp>
#include <vector>

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

// The label where there is one; else the number, with the scale it is on: in words where the review
// is in English or does not say.
[[nodiscard]] text rating_of(std::optional<element> given, text lang,
                             std::deque<std::string>& made) {
  const auto rating = object_of(given);
  if (!rating) return text_of(given, made);  // "reviewRating": "False"
  for (const char* key : {"alternateName", "name"}) {
    if (const text label = text_at(*rating, key, made)) return label;
  }
  const text value = text_at(*rating, "ratingValue", made);
  const text best = text_at(*rating, "bestRating", made);
  if (!value || *value == "-1") return std::nullopt;  // a common way to say "not rated"
  if (!best || *best == "-1") return value;
  const bool english = !lang || lang->starts_with("en");
  const std::string_view worst = text_at(*rating, "worstRating", made).value_or("1");
  std::string& scale = made.emplace_back(*value);
  scale.append(english ? " on a scale of " : " (").append(worst);
  scale.append(english ? " to " : "–").append(*best).append(english ? "" : ")");
  return scale;
}

// An object, and which of its fields have been read: what nothing reads is kept.
class source_object {
 public:
  source_object(object from, std::deque<std::string>& made) : from_(from), made_(made) {}

  [[nodiscard]] std::optional<element> take(std::string_view key) {
    taken_.push_back(key);
    return field(from_, key);
  }
  // The first of the keys that has words; what the others have is kept.
  [[nodiscard]] text take_text(std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
      const text words = text_at(from_, key, made_);
      if (!words) continue;
      taken_.push_back(key);
      return words;
    }
    return std::nullopt;
  }
  void keep_others(std::string_view prefix, json_article& into) {
    for (const auto [key, value] : from_) {
      if (key == "@context" || key == "@type" || value.is_null()) continue;
      if (std::ranges::find(taken_, key) != taken_.end()) continue;
      std::string_view name = key;
      if (!prefix.empty() && key != "appearance" && key != "firstAppearance") {
        name = made_.emplace_back(prefix).append(key);
      }
      into.other.emplace_back(name, simdjson::minify(value));
    }
  }

 private:
  object from_;
  std::deque<std::string>& made_;
  std::vector<std::string_view> taken_;
};

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
  source_object source(review, made);
  const auto reviewed = first_of(source.take("itemReviewed"));
  json_article::fact_check found;
  text claim = source.take_text({"claimReviewed"});
  if (const auto item = object_of(reviewed)) {
    source_object claimed(*item, made);
    if (!claim) claim = claimed.take_text({"name"});
    found.claimant = claimed.take_text({"author"});
    claimed.keep_others("itemReviewed.", into);
  } else if (!claim) {
    claim = text_of(reviewed, made);
  }
  if (!claim) throw error("the ClaimReview has no \"claimReviewed\"");
  found.claim = *claim;
  into.lang = source.take_text({"inLanguage", "lang"});
  found.rating = rating_of(source.take("reviewRating"), into.lang, made);
  found.url = into.url = source.take_text({"url"});
  found.date = into.date = source.take_text({"datePublished", "date"});
  found.title = into.title = source.take_text({"headline", "name", "title"});
  into.id = source.take_text({"id", "@id"});
  if (!into.id) into.id = found.url;
  into.outlet = source.take_text({"author", "publisher", "outlet"});
  into.text = source.take_text({"text", "reviewBody"});
  into.review = found;
  source.keep_others("", into);
}

}  // namespace quoth::readers
