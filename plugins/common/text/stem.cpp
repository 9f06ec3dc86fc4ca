#include <libstemmer.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <text/stem.hpp>
#include <utility>
#include <vector>

namespace quoth::text {

namespace {

[[nodiscard]] std::size_t hash_word(std::string_view word) noexcept {
  std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
  for (const char letter : word) {
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
  }
  return static_cast<std::size_t>(hash ^ hash >> 32);
}

// One remembered word and its stem; a word that hashes to the same place takes the place.
struct memory {
  static constexpr std::size_t longest = 31;  // bytes; longer words are stemmed each time
  std::array<char, longest> word;
  std::uint8_t word_size = 0;
  std::array<char, longest> stem;
  std::uint8_t stem_size = 0;
};

constexpr std::size_t memories = 4096;  // 256 KiB a language and thread

}  // namespace

struct stemmer::state {
  sb_stemmer* algorithm = nullptr;
  std::vector<memory> remembered;

  explicit state(std::string_view lang) {
    algorithm = sb_stemmer_new(std::string(lang).c_str(), "UTF_8");
    if (algorithm != nullptr) remembered.resize(memories);
  }
  ~state() { sb_stemmer_delete(algorithm); }
  state(const state&) = delete;
  state& operator=(const state&) = delete;

  [[nodiscard]] std::string_view compute(std::string_view word) {
    const auto* stem = sb_stemmer_stem(algorithm, reinterpret_cast<const sb_symbol*>(word.data()),
                                       static_cast<int>(word.size()));
    if (stem == nullptr) return word;  // out of memory
    return {reinterpret_cast<const char*>(stem),
            static_cast<std::size_t>(sb_stemmer_length(algorithm))};
  }
};

stemmer::stemmer(std::string_view lang) : state_(std::make_unique<state>(lang)) {}
stemmer::~stemmer() = default;
stemmer::stemmer(stemmer&&) noexcept = default;
stemmer& stemmer::operator=(stemmer&&) noexcept = default;

bool stemmer::known() const noexcept {
  return state_->algorithm != nullptr;
}

std::string_view stemmer::operator()(std::string_view word) {
  constexpr std::size_t longest_stemmed = 256;  // bytes: no word, but some line of noise
  if (!known() || word.empty() || word.size() > longest_stemmed) return word;
  if (word.size() > memory::longest) return state_->compute(word);
  memory& place = state_->remembered[hash_word(word) % memories];
  if (std::string_view(place.word.data(), place.word_size) != word) {
    const std::string_view stem = state_->compute(word);
    if (stem.size() > memory::longest) return stem;
    std::memcpy(place.word.data(), word.data(), word.size());
    std::memcpy(place.stem.data(), stem.data(), stem.size());
    place.word_size = static_cast<std::uint8_t>(word.size());
    place.stem_size = static_cast<std::uint8_t>(stem.size());
  }
  return {place.stem.data(), place.stem_size};
}

stemmer& stemmer_for(std::string_view lang) {
  thread_local std::vector<std::pair<std::string, std::unique_ptr<stemmer>>> made;
  for (const auto& [name, one] : made) {
    if (name == lang) return *one;
  }
  return *made.emplace_back(std::string(lang), std::make_unique<stemmer>(lang)).second;
}

}  // namespace quoth::text
