// The lexicons that the plugin ships, from the source tree.
#pragma once

#include "lexicon.hpp"

namespace quoth::speakers {

inline const lexicons& shipped_lexicons() {
  static const lexicons loaded =
      lexicons::load(names::resources::in_folder(QUOTH_SPEAKER_RESOURCES));
  return loaded;
}

}  // namespace quoth::speakers
