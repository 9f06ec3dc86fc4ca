#include "places.hpp"

namespace places {

std::string source(std::string_view path) {
  return std::string(QUOTH_SOURCE_DIR).append(path);
}

std::string build(std::string_view path) {
  return std::string(QUOTH_BINARY_DIR).append(path);
}

std::string shared(std::string_view path) {
  return std::string(QUOTH_SOURCE_DIR "/../shared").append(path);
}

std::string plugin(std::string_view name) {
  return std::string(QUOTH_PLUGINS_DIR "/").append(name).append(".so");
}

std::string resources(std::string_view plugin) {
  return std::string(QUOTH_PLUGINS_DIR "/").append(plugin).append(".resources");
}

}  // namespace places
