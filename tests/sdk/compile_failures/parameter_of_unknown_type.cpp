// error: a parameter must be bool, an integer, double
#include <quoth/plugin.hpp>
struct stage {
  void* pointer;
  static constexpr auto about =
      quoth::stage("org.example.stage", "1.0.0", "Does nothing.",
                   quoth::param(&stage::pointer, "pointer", quoth::required, "not a parameter"));
  void process(quoth::document<stage>&) {}
};
QUOTH_PLUGIN("org.example", "1.0.0", "A test.", "Apache-2.0", stage)
