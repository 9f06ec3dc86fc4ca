// error: must be declared `enum class NAME : std::uint32_t`
#include <quoth/plugin.hpp>
enum class tone { soft, hard };
struct mood {
  quoth::span where;
  tone how;
  static constexpr auto layer =
      quoth::layer("org.example.mood", "A test.", quoth::spanned(&mood::where),
                   quoth::column(&mood::how, "how", "tone", "soft", "hard"));
};
static_assert(quoth::layer_descriptor<mood>.column_count == 1);
