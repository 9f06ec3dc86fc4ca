// Keys under which a text is found: one for each different word, and some for its word sequences.
//
// A word's key is its stem. A sequence's key is a fingerprint of three consecutive words; of every
// four neighbouring fingerprints the least is kept (winnowing: Schleimer, Wilkerson and Aiken,
// SIGMOD 2003), so that two texts with six consecutive words in common always share one, at two
// keys for five words. A query uses all fingerprints of its words.
//
// The index holds hashes of word keys (hash_of) and fingerprints. Changing how they are made makes
// every index out of date, as does a change of resources/LANG/forms.tsv: raise keys_version.
#pragma once

#include <array>
#include <cstdint>
#include <record/words.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::text {
class stemmer;
}

namespace quoth::record {

// Of a fingerprint: in a record of three million statements one look-up in six gives a row too
// many, which costs less than longer fingerprints would.
inline constexpr unsigned fingerprint_bits = 26;

inline constexpr int keys_version = 4;

// Makes keys. Belongs to one thread; keeps its memory between texts.
class key_maker {
 public:
  // Appends the hashes of the word keys of `text`, each once, to `out`.
  void index_words(std::string_view text, std::string_view lang, std::vector<std::uint64_t>& out);

  // Appends the fingerprints to be kept of the text that index_words saw last.
  void index_sequences(std::vector<std::uint32_t>& out);

  // The stem under which a word of `list` is indexed; valid until the next call.
  struct key {
    std::string_view text;
    std::uint64_t hash;  // hash_of(text)
  };
  [[nodiscard]] key word_key(const word_list& list, const word& one, std::string_view lang);

  // Appends the fingerprints of all sequences of three words, in order, repetitions included.
  static void fingerprints(std::span<const word> words, std::vector<std::uint32_t>& out);

 private:
  // A word met before and its stem; a word that falls on the same place takes it.
  struct memory {
    static constexpr std::size_t longest = 38;  // bytes
    std::uint64_t word = 0;                     // hash of the word, language included
    std::uint64_t stem = 0;                     // hash of the stem
    std::uint8_t size = 0;
    std::array<char, longest> letters;
  };

  [[nodiscard]] bool first_time(std::uint64_t hash);
  [[nodiscard]] std::string_view stem(std::string_view norm, std::string_view lang);

  word_list words_;
  std::vector<std::uint32_t> prints_;
  std::vector<std::uint64_t> seen_;  // open addressing over this text's keys
  std::vector<memory> memories_;
  std::string stem_, form_;
};

}  // namespace quoth::record
