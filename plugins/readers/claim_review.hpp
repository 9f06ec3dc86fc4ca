// Published fact-checks as web pages carry them: schema.org's ClaimReview in JSON-LD, with the dirt
// that is known of it (https://schema.org/ClaimReview).
//
// Where an object is expected a list or its bare name will do, where a text is expected a number,
// {"@value"} or an object with a name; a ClaimReview may stand in a list or an @graph among others.
// Fields that a document of JSON lines has (id, text, …) may stand beside schema.org's; those that
// nothing reads are kept.
#pragma once

#include <simdjson.h>

#include <deque>
#include <optional>
#include <string>

#include "readers/json_article.hpp"

namespace quoth::readers {

// The ClaimReview in a value: itself, the first in a list, the first in an @graph. None: the value
// is something else.
[[nodiscard]] std::optional<simdjson::dom::object> find_claim_review(simdjson::dom::element value);

// Fills the article with the fact-check; texts that are made, not taken, are kept in `made`. Throws
// quoth::error where it says nothing that was claimed.
void read_claim_review(simdjson::dom::object review, json_article& into,
                       std::deque<std::string>& made);

}  // namespace quoth::readers
