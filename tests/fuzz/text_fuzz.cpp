// Any bytes as a text, through the reader, the segmenter, the extractor and the attributor as they
// ship. The first byte chooses the language. The harness checks every row that a stage writes; a
// stage that fails is a finding, bytes that are no text are not.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../plugins/quotes_and_speakers/read_text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static text_pipeline pipelines[5];  // one a language
  static constexpr const char* languages[] = {"en", "de", "uk", "ru", "sv"};
  if (size < 2) return -1;
  const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  try {
    pipelines[bytes[0] % 5](text, languages[bytes[0] % 5]);
  } catch (const no_text&) {
    return -1;
  }
  return 0;
}
