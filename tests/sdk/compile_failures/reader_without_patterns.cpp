// error: a reader says quoth::accepts
#include <quoth/plugin.hpp>
struct stage {
  static constexpr auto about = quoth::stage("org.example.stage", "1.0.0", "Does nothing.");
  struct cursor {
    explicit cursor(const quoth::input&) {}
  };
  static quoth::cut next(cursor&, std::string_view, bool) { return {}; }
  void parse(const quoth::item&, quoth::document<stage>&) {}
};
QUOTH_PLUGIN("org.example", "1.0.0", "A test.", "Apache-2.0", stage)
