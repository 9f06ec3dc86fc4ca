// Claims and their draft verdicts as schema.org ClaimReview, in JSON-LD: see
// https://schema.org/ClaimReview and Google's guide to fact check structured data.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <text/phrase_book.hpp>
#include <vector>

#include "writers/document_layers.hpp"

namespace quoth::writers {

// Whom `itemReviewed` names as the author of the claim.
enum class claim_author : std::uint32_t { speaker, document };

struct claim_review_options {
  std::string publisher, publisher_url;  // empty: left out
  std::string page;                      // with {publisher-url}, {document}, {claim}
  std::string date;                      // of publication, ISO 8601; empty: left out
  claim_author author = claim_author::speaker;
};

// Whether all pages stand on one host, whatever the ids of documents and claims.
[[nodiscard]] bool has_one_host(const claim_review_options& options);

// Renders reviews. One instance a thread: it keeps its memory between documents.
class claim_reviews {
 public:
  // The document whose claims follow; its layers must live until then.
  void begin(const document_layers& d);

  // The verdict over a claim, or nothing.
  [[nodiscard]] std::optional<quoth::verdict> verdict_of(std::uint32_t claim) const;

  // Appends the JSON-LD object of a claim that has a verdict, over several lines, without
  // `@context` where `part` is set. It may stand inside a <script>: neither '<' nor '>' nor '&' is
  // in it.
  void render(std::uint32_t claim, const claim_review_options& options,
              const text::phrase_book& say, bool part, std::string& out);

 private:
  document_layers d_;
  row_groups rows_;
  std::string json_;

  friend class review_object;
};

// The rating on Google's scale from 1 (false) to 5 (true), or nothing where the record decides
// neither way.
[[nodiscard]] std::optional<int> google_scale(quoth::verdict_rating rating);

}  // namespace quoth::writers
