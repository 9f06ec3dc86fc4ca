// error: add quoth::reads<L>{} to its `about`
#include <quoth/plugin.hpp>
struct stage {
  static constexpr auto about =
      quoth::stage("org.example.stage", "1.0.0", "Does nothing.", quoth::reads<quoth::sentence>{});
  void process(quoth::document<stage>& doc) { (void)doc.read<quoth::token>(); }
};
QUOTH_PLUGIN("org.example", "1.0.0", "A test.", "Apache-2.0", stage)
