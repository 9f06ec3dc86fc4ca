// A plain text read by the plugins as they ship, from bytes to speakers: reader, segmenter,
// extractor, attributor, each under the SDK's harness.
#pragma once

#include <dlfcn.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <ostream>
#include <places.hpp>
#include <quoth/testing.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

struct spoken {
  std::string speaker;  // "nobody" where unknown
  std::string words;    // the quote's text
  quoth::quote_kind kind = quoth::quote_kind::indirect;

  friend bool operator==(const spoken&, const spoken&) = default;
};

inline constexpr auto direct = quoth::quote_kind::direct;
inline constexpr auto mixed = quoth::quote_kind::mixed;
inline constexpr auto indirect = quoth::quote_kind::indirect;

inline std::ostream& operator<<(std::ostream& out, const spoken& s) {
  static constexpr const char* kinds[] = {"direct", "mixed", "indirect"};
  return out << s.speaker << " (" << kinds[static_cast<std::size_t>(s.kind)] << "): " << s.words;
}

// Bytes that the reader refuses.
struct no_text : std::runtime_error {
  using std::runtime_error::runtime_error;
};

inline const quoth_stage& stage_of(const std::string& plugin, std::string_view id) {
  void* library = dlopen(places::plugin(plugin).c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) throw std::runtime_error(dlerror());
  const auto* found = static_cast<const quoth_plugin*>(dlsym(library, "quoth_plugin_v1"));
  for (std::uint32_t i = 0; i < found->stage_count; ++i) {
    if (found->stages[i]->id == id) return *found->stages[i];
  }
  throw std::runtime_error(plugin + " has no stage " + std::string(id));
}

inline double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

class text_pipeline {
 public:
  // Processor seconds that the stages took for the last text.
  struct times {
    double segmenter = 0, extractor = 0, attributor = 0;

    [[nodiscard]] times least(const times& other) const {
      return {std::min(segmenter, other.segmenter), std::min(extractor, other.extractor),
              std::min(attributor, other.attributor)};
    }
  };

  struct folders {
    std::filesystem::path segmenter = places::source("/plugins/text_segmenter/resources");
    std::filesystem::path extractor = places::source("/plugins/quote_extractor/resources");
    std::filesystem::path attributor = places::resources("speaker_attributor");
  };

  text_pipeline() : text_pipeline(folders{}) {}
  // `model`: that of the extractor; by rules alone where none is given.
  explicit text_pipeline(const folders& resources, const std::string& model = "none") {
    extractor_.set("model", model);
    segmenter_.resources(resources.segmenter);
    extractor_.resources(resources.extractor);
    attributor_.resources(resources.attributor);
  }

  // The quotes of a text in the language `code` ("": detected). Throws where a stage fails.
  std::vector<spoken> operator()(std::string_view text, const std::string& code = "en") {
    if (!reader_.parse(text)) throw no_text(reader_.error());
    if (code != code_) segmenter_.set("lang", code);  // loads the stage anew
    code_ = code;
    copy<quoth::document_row, quoth::turn>(reader_, segmenter_);
    taken_.segmenter = run(segmenter_);
    copy<quoth::document_row, quoth::turn, quoth::language, quoth::paragraph, quoth::sentence,
         quoth::token>(segmenter_, extractor_);
    taken_.extractor = run(extractor_);
    copy<quoth::document_row, quoth::turn, quoth::language, quoth::paragraph, quoth::sentence,
         quoth::token, quoth::quote, quoth::quote_part>(extractor_, attributor_);
    taken_.attributor = run(attributor_);
    return result();
  }

  [[nodiscard]] const times& taken() const { return taken_; }

 private:
  static void require(bool done, const quoth::testing::harness& stage) {
    if (!done) throw std::runtime_error(stage.error());
  }

  static double run(quoth::testing::harness& stage) {
    const double start = processor_seconds();
    require(stage.run(), stage);
    return processor_seconds() - start;
  }

  template <class... Layers>
  static void copy(quoth::testing::harness& from, quoth::testing::harness& to) {
    to.text(from.text());
    (copy_rows<Layers>(from, to), ...);
  }
  template <class L>
  static void copy_rows(quoth::testing::harness& from, quoth::testing::harness& to) {
    for (const auto& row : from.written<L>()) to.add(row);
  }

  std::vector<spoken> result() {
    std::vector<spoken> found;
    const auto quotes = attributor_.written<quoth::quote>();
    for (const quoth::speaker& s : attributor_.written<quoth::speaker>()) {
      const quoth::quote said = quotes[s.quote.id];
      found.push_back({std::string(s.name.value_or("nobody")), std::string(said.text), said.kind});
    }
    return found;
  }

  times taken_;
  std::string code_;
  quoth::testing::harness reader_{stage_of("readers", "quoth.text-reader")};
  quoth::testing::harness segmenter_{stage_of("text_segmenter", "quoth.text-segmenter")};
  quoth::testing::harness extractor_{stage_of("quote_extractor", "quoth.quote-extractor")};
  quoth::testing::harness attributor_{stage_of("speaker_attributor", "quoth.speaker-attributor")};
};

inline std::vector<spoken> read_text(std::string_view text, const std::string& code = "en") {
  static text_pipeline pipeline;
  return pipeline(text, code);
}
