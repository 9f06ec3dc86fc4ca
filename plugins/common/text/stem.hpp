// Word stems by Snowball (libstemmer), as https://snowballstem.org describes them.
//
// A stemmer remembers recent words in a table of fixed size, so that a word in a text costs a
// look-up and no allocation.
//
// Thread rule: a stemmer belongs to one thread; stemmer_for gives each thread its own.
#pragma once

#include <memory>
#include <string_view>

namespace quoth::text {

class stemmer {
 public:
  // `lang` is an ISO 639-1 code. Languages that Snowball lacks (Ukrainian among them) get a
  // stemmer that returns each word unchanged.
  explicit stemmer(std::string_view lang);
  ~stemmer();
  stemmer(stemmer&&) noexcept;
  stemmer& operator=(stemmer&&) noexcept;

  // True when there is an algorithm for the language.
  [[nodiscard]] bool known() const noexcept;

  // The stem of a word in lower case (to_lower or match_key first). The view is valid until the
  // next call on this stemmer, or as long as `word` where the stem is the word itself.
  [[nodiscard]] std::string_view operator()(std::string_view word);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

// This thread's stemmer for `lang`, made on first use and kept until the thread ends.
[[nodiscard]] stemmer& stemmer_for(std::string_view lang);

}  // namespace quoth::text
