// Built as two plugins that offer one stage: no pipeline can use it.
#include <quoth/plugin.hpp>

namespace {

struct twice {
  static constexpr auto about =
      quoth::stage("test.twice", "1.0.0", "Is offered by two files.", quoth::reads<quoth::quote>{});
  void process(quoth::document<twice>&) {}
};

}  // namespace

QUOTH_PLUGIN("test", "1.0.0", "A stage that two files offer.", "Apache-2.0", twice)
