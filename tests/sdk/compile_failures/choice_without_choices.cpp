// error: give the choices of an enumeration
#include <quoth/plugin.hpp>
enum class how : std::uint32_t { soft, hard };
struct stage {
  how strictly;
  static constexpr auto about =
      quoth::stage("org.example.stage", "1.0.0", "Does nothing.",
                   quoth::param(&stage::strictly, "strictly", how::soft, "how strictly"));
  void process(quoth::document<stage>&) {}
};
QUOTH_PLUGIN("org.example", "1.0.0", "A test.", "Apache-2.0", stage)
