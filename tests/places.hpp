// Where the tests of this build find things. The paths are kept out of every other source, so that
// a compiler cache serves all clones of the tree.
#pragma once

#include <string>
#include <string_view>

namespace places {

std::string source(std::string_view path = {});  // in the source tree; `path` begins with a slash
std::string build(std::string_view path = {});   // in the build tree
std::string shared(std::string_view path = {});  // in the folder of corpora, which may not exist
std::string plugin(std::string_view name);       // the shared library of a plugin of this build
std::string resources(std::string_view plugin);  // its resources folder

}  // namespace places
