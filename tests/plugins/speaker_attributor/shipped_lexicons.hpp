// The lexicons that the plugin ships, as CMake laid them together in the build tree.
#pragma once

#ifndef QUOTH_SPEAKER_RESOURCES
#  define QUOTH_SPEAKER_RESOURCES QUOTH_BINARY_DIR "/plugins/speaker_attributor/resources"
#endif

#include "lexicon.hpp"

namespace quoth::speakers {

inline const lexicons& shipped_lexicons() {
  static const lexicons loaded =
      lexicons::load(names::resources::in_folder(QUOTH_SPEAKER_RESOURCES));
  return loaded;
}

}  // namespace quoth::speakers
