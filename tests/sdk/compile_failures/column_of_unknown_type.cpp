// error: a layer's column must be bool
#include <quoth/plugin.hpp>
struct mood {
  int count;
  static constexpr auto layer =
      quoth::layer("org.example.mood", "A test.", quoth::column(&mood::count, "count", "an int"));
};
static_assert(quoth::layer_descriptor<mood>.column_count == 1);
