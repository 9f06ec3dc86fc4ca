#include "host/pipeline/layer_flow.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/pipeline/grammar.hpp"

namespace quoth::host {

namespace {

// A layer, or one column of it where `column` is not empty.
struct need {
  std::string_view layer, column;
  friend auto operator<=>(const need&, const need&) = default;
};

// Columns of the layer's owner come with its rows; a prefixed column needs the step that fills it.
bool is_foreign(std::string_view column) {
  return column.find('.') != std::string_view::npos;
}

template <class Visit>
void each_need(const quoth_use& use, Visit visit) {
  if (use.access != QUOTH_EXTEND) visit(need{use.layer, {}});
  for (std::uint32_t i = 0; i < use.column_count; ++i)
    if (is_foreign(use.columns[i])) visit(need{use.layer, use.columns[i]});
}

bool writes(const quoth_stage& stage, const need& wanted) {
  bool found = false;
  for (std::uint32_t i = 0; i < stage.use_count; ++i)
    if (stage.uses[i]->access != QUOTH_READ)
      each_need(*stage.uses[i], [&](const need& written) { found |= written == wanted; });
  return found;
}

std::string name_of(const need& wanted) {
  if (wanted.column.empty()) return "the layer \"" + std::string(wanted.layer) + '"';
  return "the column \"" + std::string(wanted.column) + "\" of the layer \"" +
         std::string(wanted.layer) + '"';
}

// `the layer "a"`, `the layers "a", "b" and "c"`; columns by name_of.
std::string names_of(const std::vector<need>& needs) {
  const bool plain =
      needs.size() > 1 && std::ranges::all_of(needs, &std::string_view::empty, &need::column);
  std::string all = plain ? "the layers " : "";
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (i > 0) all += i + 1 == needs.size() ? " and " : ", ";
    all += plain ? '"' + std::string(needs[i].layer) + '"' : name_of(needs[i]);
  }
  return all;
}

class flow_check {
 public:
  flow_check(std::span<const placed_stage> steps, const catalogue& installed,
             problem_list& problems)
      : steps_(steps), installed_(installed), problems_(problems) {}

  void provide(const quoth_stage& stage) {
    for (std::uint32_t i = 0; i < stage.use_count; ++i)
      if (stage.uses[i]->access != QUOTH_READ)
        each_need(*stage.uses[i], [&](const need& written) { provided_.insert(written); });
  }

  // What an unknown stage writes is not known: from here on no layer is missed.
  void provide_anything() { anything_ = true; }

  void demand(const placed_stage& place) {
    const quoth_stage& stage = *place.stage->stage;
    missed_.clear();
    for (std::uint32_t i = 0; i < stage.use_count; ++i) {
      const quoth_use& use = *stage.uses[i];
      if ((use.flags & QUOTH_USE_OPTIONAL) != 0) continue;
      if (use.access == QUOTH_READ)
        each_need(use, [&](const need& wanted) { demand(place, wanted); });
      else if (use.access == QUOTH_EXTEND)
        demand(place, {use.layer, {}});
    }
    for (const auto& [remedy, needs] : missed_) report(place, needs, remedy);
  }

 private:
  void demand(const placed_stage& place, const need& wanted) {
    if (anything_ || !provided_.insert(wanted).second) return;  // one report is enough
    const std::string what = remedy(*place.stage->stage, wanted);
    auto cause = std::ranges::find(missed_, what, &missing::remedy);
    if (cause == missed_.end()) cause = missed_.insert(cause, {what, {}});
    cause->needs.push_back(wanted);
  }

  void report(const placed_stage& place, const std::vector<need>& needs,
              const std::string& remedy) {
    const quoth_stage& stage = *place.stage->stage;
    const std::string reader = "<" + std::string(stage.id) + ">";
    const std::string message =
        stage.kind == QUOTH_WRITER
            ? "the writer " + reader + " has no input: it reads " + names_of(needs) +
                  ", which no step writes"
            : reader + " reads " + names_of(needs) + ", which nothing before it writes";
    problems_.add(place.where, message + remedy);
  }

  [[nodiscard]] std::string remedy(const quoth_stage& needy, const need& wanted) const {
    for (const placed_stage& step : steps_) {
      if (step.stage == nullptr || step.stage->stage == &needy ||
          !writes(*step.stage->stage, wanted))
        continue;
      const int line = problems_.source().position(step.where.begin).line;
      return "; move <" + std::string(step.stage->stage->id) + "> in line " + std::to_string(line) +
             " before it";
    }
    constexpr std::size_t most = 3;
    std::vector<std::string> names;
    for (const stage_entry& entry : installed_.stages())
      if (entry.stage != &needy && names.size() < most && writes(*entry.stage, wanted))
        names.push_back("<" + std::string(entry.stage->id) + "/> in <" +
                        std::string(kind_section(entry.stage->kind)) + ">");
    if (names.empty()) return "; no installed stage does";
    std::string listed;
    for (std::size_t i = 0; i < names.size(); ++i)
      listed += (i == 0 ? "; " : i + 1 == names.size() ? " or " : ", ") + names[i];
    return listed + " would";
  }

  std::span<const placed_stage> steps_;
  const catalogue& installed_;
  problem_list& problems_;
  // Needs of one stage that one remedy would fill: one cause.
  struct missing {
    std::string remedy;
    std::vector<need> needs;
  };

  std::set<need> provided_;
  std::vector<missing> missed_;  // of the stage at hand
  bool anything_ = false;
};

}  // namespace

void check_layer_flow(std::span<const placed_stage> readers, std::span<const placed_stage> steps,
                      std::span<const placed_stage> writers, const catalogue& installed,
                      problem_list& problems) {
  flow_check flow(steps, installed, problems);
  const auto provide = [&flow](const placed_stage& place) {
    if (place.stage == nullptr) flow.provide_anything();
    if (place.stage != nullptr) flow.provide(*place.stage->stage);
  };
  for (const placed_stage& reader : readers) provide(reader);
  if (readers.empty())
    for (const stage_entry& entry : installed.stages())
      if (entry.stage->kind == QUOTH_READER) flow.provide(*entry.stage);
  for (const placed_stage& step : steps) {
    if (step.stage != nullptr) flow.demand(step);
    provide(step);
  }
  for (const placed_stage& writer : writers)
    if (writer.stage != nullptr) flow.demand(writer);
}

}  // namespace quoth::host
