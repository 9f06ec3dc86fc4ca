// The speaker attributor as a function: an article in, names and speakers out.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "article.hpp"
#include "headlines.hpp"
#include "labels.hpp"
#include "lexicon.hpp"
#include "sources.hpp"
#include "via.hpp"

namespace quoth::speakers {

struct attribution {
  std::vector<quoth::name> names;        // every mention by name, labels of turns too, in order
  std::vector<quoth::speaker> speakers;  // one a quote, in order of the quotes
};

// Thread rule: one instance a thread; it keeps its memory from article to article.
class attributor {
 public:
  // `languages` must outlive the attributor.
  explicit attributor(const lexicons& languages) : languages_(&languages) {}

  // The result and the texts in it stay valid until the next call. Time is linear in the article.
  const attribution& operator()(const article& from);

 private:
  std::string_view keep(std::string text);
  [[nodiscard]] quoth::span where(word_range words) const;
  void add_names();
  void add_labels(const label_table& labels);
  void add_roles_of_title();
  void add_office_of_title(const std::vector<resolved_speaker>& speakers);
  void add_speaker(std::uint32_t quote, resolved_speaker&& found, std::string&& via);

  const lexicons* languages_;
  reading reading_;
  headline_offices headline_;
  attribution result_;
  std::deque<std::string> strings_;
};

}  // namespace quoth::speakers
