// error: after the summary, quoth::stage takes
#include <quoth/plugin.hpp>
struct stage {
  static constexpr auto about = quoth::stage("org.example.stage", "1.0.0", "Does nothing.", 7);
  void process(quoth::document<stage>&) {}
};
QUOTH_PLUGIN("org.example", "1.0.0", "A test.", "Apache-2.0", stage)
