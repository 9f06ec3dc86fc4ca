// What a published fact-check says: of the attribution (that someone said it) or of the content
// (that it is so), and which way.
#pragma once

#include <optional>
#include <quoth/layers.hpp>
#include <string>
#include <string_view>
#include <text/lexicon.hpp>
#include <vector>

namespace quoth::verdicts {

enum class review_subject { attribution, content };
enum class review_finding { refutes, confirms, mixed, silent };  // silent: no rating that is known

struct review_reading {
  review_subject subject = review_subject::content;
  review_finding finding = review_finding::silent;
};

// The words in which fact-checkers rate, of one language or several: they rate in their own, not
// in that of the document that is checked.
class review_words {
 public:
  // Lines `CLASS<TAB>words`, CLASS one of
  //   refutes, mixed, confirms   ratings: the words stand in the rating
  //   attribution                the words say that the question is whether it was said; they
  //                              stand in the rating or the headline
  //   denies                     the same, and that it was not: in a headline or a statement
  //   said                       reporting verbs: a reviewed claim "NAME said …" is an attribution
  //   article                    begins what describes a speaker without a name: "the minister"
  //   nameless                   speakers who are nobody that could be found again: "people"
  //   you                        whom a statement speaks to
  // Throws text::lexicon_error for any other class.
  void add(const text::lexicon& entries);

  // `speaker` is the claim's; empty where it is unknown.
  [[nodiscard]] review_reading read(const match& review, std::string_view speaker) const;

  // Whether the words describe a speaker and name nobody: "The head of the hospital trust".
  [[nodiscard]] bool is_nameless(std::string_view speaker) const;

  // Whether the text speaks to somebody: "And you signed it."
  [[nodiscard]] bool address(std::string_view text) const;

  // Whether the text says that somebody did not say something.
  [[nodiscard]] bool deny(std::string_view text) const;

 private:
  [[nodiscard]] review_finding finding_of(const std::string& rating) const;
  [[nodiscard]] bool is_of_attribution(const match& review, std::string_view speaker,
                                       const std::string& rating) const;

  // Match keys.
  std::vector<std::string> refutes_, mixed_, confirms_, attribution_, denies_, said_, articles_,
      nameless_, you_;
};

}  // namespace quoth::verdicts
