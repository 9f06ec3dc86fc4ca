#include "readers/json_article.hpp"

#include <quoth/plugin.hpp>

#include "readers/claim_review.hpp"

namespace quoth::readers {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

std::string_view kind_of(element v) {
  switch (v.type()) {
    case element_type::ARRAY:
      return "a list";
    case element_type::OBJECT:
      return "an object";
    case element_type::STRING:
      return "a string";
    case element_type::BOOL:
      return "true or false";
    case element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

[[noreturn]] void refuse(std::string_view field, element v, std::string_view wanted) {
  throw error("the field \"" + std::string(field) + "\" is " + std::string(kind_of(v)) +
              "; it must be " + std::string(wanted));
}

// The field's text; nothing for null. Throws where it is neither.
std::optional<std::string_view> text_of(std::string_view field, element v) {
  if (v.is_null()) return std::nullopt;
  if (!v.is_string()) refuse(field, v, "a string");
  return std::string_view(v);
}

// A field that may also be a number, as ids and years often are; its text is kept in `numbers`.
std::optional<std::string_view> label_of(std::string_view field, element v,
                                         std::deque<std::string>& numbers) {
  if (!v.is_number()) return text_of(field, v);
  return numbers.emplace_back(simdjson::minify(v));
}

}  // namespace

const json_article& json_article_parser::read(std::string_view line) {
  article_.id = article_.title = article_.date = article_.url = article_.lang = std::nullopt;
  article_.author = article_.outlet = article_.text = std::nullopt;
  article_.date_value.reset();
  article_.turns.clear();
  article_.review.reset();
  article_.other.clear();
  claim_ = subtitle_ = std::nullopt;
  numbers_.clear();
  if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);  // a byte order mark

  element document;
  if (const auto failed = parser_.parse(line.data(), line.size()).get(document))
    throw error(std::string("the line is not valid JSON: ") + simdjson::error_message(failed));
  if (const auto review = find_claim_review(document)) {
    read_claim_review(*review, article_, numbers_);
    return article_;
  }
  if (!document.is_object()) {
    throw error("the line is " + std::string(kind_of(document)) +
                "; a document is an object such as {\"id\":\"a1\",\"text\":\"…\"}");
  }
  for (const auto field : simdjson::dom::object(document)) read_field(field.key, field.value);
  settle_bare_review();
  return article_;
}

void json_article_parser::read_field(std::string_view key, element v) {
  if (key == "id") {
    article_.id = label_of(key, v, numbers_);
  } else if (key == "text") {
    article_.text = text_of(key, v);
  } else if (key == "turns") {
    if (!v.is_null()) read_turns(v);
  } else if (key == "title") {
    article_.title = text_of(key, v);
  } else if (key == "date") {
    article_.date = label_of(key, v, numbers_);
    article_.date_value = v;
  } else if (key == "url") {
    article_.url = text_of(key, v);
  } else if (key == "lang") {
    article_.lang = text_of(key, v);
  } else if (key == "outlet") {
    article_.outlet = text_of(key, v);
  } else if (key == "author" && v.is_string()) {
    article_.author = std::string_view(v);
  } else if (key == "review" && v.is_object()) {
    read_review(v);
  } else if (key == "claim" && v.is_string()) {
    claim_ = v;
  } else if (key == "subtitle" && v.is_string()) {
    subtitle_ = v;
  } else {
    article_.other.emplace_back(key, simdjson::minify(v));
  }
}

void json_article_parser::read_turns(element turns) {
  if (!turns.is_array()) refuse("turns", turns, "a list of {\"speaker\":\"…\",\"text\":\"…\"}");
  for (const element turn : simdjson::dom::array(turns)) {
    if (!turn.is_object()) refuse("turns[]", turn, "{\"speaker\":\"…\",\"text\":\"…\"}");
    json_article::spoken spoken;
    for (const auto field : simdjson::dom::object(turn)) {
      if (field.key == "speaker")
        spoken.speaker = text_of("turns[].speaker", field.value).value_or("");
      if (field.key == "text") spoken.text = text_of("turns[].text", field.value).value_or("");
    }
    article_.turns.push_back(spoken);
  }
}

void json_article_parser::read_review(simdjson::dom::object review) {
  json_article::fact_check found;
  for (const auto [key, v] : review) {
    if (key == "claim") found.claim = text_of("review.claim", v).value_or("");
    if (key == "claimant") found.claimant = text_of("review.claimant", v);
    if (key == "rating") found.rating = label_of("review.rating", v, numbers_);
    if (key == "url") found.url = text_of("review.url", v);
    if (key == "date") found.date = label_of("review.date", v, numbers_);
    if (key == "title") found.title = text_of("review.title", v);
    if (key == "subtitle") found.subtitle = text_of("review.subtitle", v);
  }
  if (found.claim.empty()) throw error("the field \"review\" has no \"claim\"");
  article_.review = found;
}

// {"id","claim","title","subtitle","author","date"} without a text is a bare review; beside a text
// the same fields are the document's own business.
void json_article_parser::settle_bare_review() {
  if (!article_.text && article_.turns.empty() && !article_.review && claim_) {
    article_.review = json_article::fact_check{.claim = std::string_view(*claim_),
                                               .url = article_.url,
                                               .date = article_.date,
                                               .title = article_.title};
    if (subtitle_) article_.review->subtitle = std::string_view(*subtitle_);
    return;
  }
  if (claim_) article_.other.emplace_back("claim", simdjson::minify(*claim_));
  if (subtitle_) article_.other.emplace_back("subtitle", simdjson::minify(*subtitle_));
}

}  // namespace quoth::readers
