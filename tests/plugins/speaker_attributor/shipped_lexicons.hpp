// The lexicons that the plugin ships, as CMake laid them together in the build tree.
#pragma once

#include <places.hpp>

#include "lexicon.hpp"

namespace quoth::speakers {

inline const lexicons& shipped_lexicons() {
  static const lexicons loaded =
      lexicons::load(names::resources::in_folder(places::resources("speaker_attributor")));
  return loaded;
}

}  // namespace quoth::speakers
