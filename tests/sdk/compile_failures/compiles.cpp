// compiles
#include <quoth/plugin.hpp>
struct stage {
  double threshold;
  static constexpr auto about =
      quoth::stage("org.example.stage", "1.0.0", "Does nothing.",
                   quoth::param(&stage::threshold, "threshold", 0.5, "a share", quoth::range{0, 1}),
                   quoth::reads<quoth::sentence>{}, quoth::writes<quoth::name>{});
  void process(quoth::document<stage>& doc) {
    if (!doc.read<quoth::sentence>().empty()) doc.write<quoth::name>();
  }
};
QUOTH_PLUGIN("org.example", "1.0.0", "A test.", "Apache-2.0", stage)
