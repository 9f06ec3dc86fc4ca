// Any bytes as a text, through the reader, the segmenter, the extractor and the attributor as they
// ship. The first byte chooses the language and the model. The harness checks every row that a
// stage writes; a stage that fails is a finding, bytes that are no text are not.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "read_as.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size < 2) return -1;
  const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  try {
    read_as(bytes[0], text);
  } catch (const no_text&) {
    return -1;
  }
  return 0;
}
