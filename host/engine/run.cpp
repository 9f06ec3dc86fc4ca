#include "host/engine/run.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <tbb/info.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "host/engine/cutter.hpp"
#include "host/engine/delivery.hpp"
#include "host/engine/flow.hpp"
#include "host/engine/input_list.hpp"
#include "host/engine/interruption.hpp"
#include "host/engine/loaded_pipeline.hpp"
#include "host/engine/manifest.hpp"
#include "host/engine/output_files.hpp"
#include "host/engine/processing.hpp"
#include "host/engine/progress.hpp"
#include "host/engine/quarantine.hpp"
#include "host/log.hpp"

namespace quoth::host {

namespace {

/// `a.jpg` or `a.jpg and 3 more`: the first `shown`, and how many more there are.
std::string first_of(const std::vector<std::string>& paths, std::size_t shown = 1) {
  std::string listed = paths.front();
  for (std::size_t i = 1; i < paths.size() && i < shown; ++i) listed += ", " + paths[i];
  if (paths.size() <= shown) return listed;
  return listed + " and " + std::to_string(paths.size() - shown) + " more";
}

result<input_list> inputs_of(const run_options& options, const std::vector<step_config>& readers) {
  std::vector<reader_offer> offers;
  for (const step_config& reader : readers) {
    const auto& ops = *static_cast<const quoth_reader_ops*>(reader.stage->stage->ops);
    offers.push_back({reader.id, {ops.patterns, ops.patterns + ops.pattern_count}});
  }
  result<input_list> inputs = expand_inputs(options.inputs, offers, options.as);
  if (inputs.ok() && !inputs->passed_by.empty()) {
    log_warning("passed by what no reader accepts: " + first_of(inputs->passed_by));
  }
  return inputs;
}

result<void> make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (!error) return {};
  return failure{exit_code::io,
                 "cannot make the output folder " + folder.string() + ": " + error.message()};
}

/// Keeps other runs out of the output folder while it lives, or until the process ends in whatever
/// way: two of them would write into one file. Leaves nothing behind in the folder.
class folder_lock {
 public:
  explicit folder_lock(const std::filesystem::path& folder)
      : descriptor_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    // Some file systems know no locks: there the run goes on without one.
    taken_ =
        descriptor_ < 0 || ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
  }
  ~folder_lock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  folder_lock(const folder_lock&) = delete;
  folder_lock& operator=(const folder_lock&) = delete;

  [[nodiscard]] bool taken() const { return taken_; }

 private:
  int descriptor_;
  bool taken_;
};

/// The values of OUTPUT parameters: what the plan's writers may write to, or below.
std::vector<std::filesystem::path> outputs_of(const run_plan& plan) {
  std::vector<std::filesystem::path> paths;
  for (const step_config& writer : plan.configured.writers) {
    for (const value& param : writer.params) {
      if (param.type == QUOTH_PARAM_OUTPUT) paths.emplace_back(param.string);
    }
  }
  return paths;
}

/// The files that a plan reads - its inputs, and what FILE parameters name - by what they are on
/// the disk, so that a link or another way of writing the path is the same file.
class files_read {
 public:
  explicit files_read(const run_plan& plan) {
    for (const input_file& input : plan.inputs.files) add(input.path);
    const pipeline& configured = plan.configured;
    for (const auto* steps : {&plan.readers, &configured.steps, &configured.writers}) {
      for (const step_config& step : *steps) {
        for (const value& param : step.params) {
          if (param.type == QUOTH_PARAM_FILE) add(param.string);
        }
      }
    }
  }

  /// The path by which the plan reads the file that `path` names, or nullptr where it does not.
  [[nodiscard]] const std::string* find(const std::filesystem::path& path) const {
    const std::optional<identity> named = identity_of(path.string());
    const auto found = named ? paths_.find(*named) : paths_.end();
    return found == paths_.end() ? nullptr : &found->second;
  }

 private:
  using identity = std::pair<dev_t, ino_t>;

  static std::optional<identity> identity_of(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return identity{status.st_dev, status.st_ino};
  }
  void add(const std::string& path) {
    if (const std::optional<identity> named = identity_of(path)) paths_.emplace(*named, path);
  }

  std::map<identity, std::string> paths_;
};

/// A run that wrote over what it reads would lose it.
result<void> check_outputs(const run_plan& plan, const files_read& reads) {
  for (const std::filesystem::path& output : outputs_of(plan)) {
    if (const std::string* const input = reads.find(output)) {
      return failure{exit_code::usage, "the run reads " + *input + " and would write over it as " +
                                           output.string() + "; give another folder with -o"};
    }
  }
  return {};
}

bool is_below(const std::filesystem::path& path, const std::filesystem::path& folder) {
  const std::filesystem::path inside = path.lexically_relative(folder);
  return !inside.empty() && *inside.begin() != "..";
}

/// Whether the run takes all of its inputs, and takes the same ones when it is run again.
bool is_whole(const run_options& options, const input_list& inputs) {
  return !options.limit && options.retry.empty() &&
         std::ranges::none_of(inputs.files, &input_file::is_stdin);
}

exit_code code_of(const run_counts& counts) {
  if (counts.quarantined == 0 && counts.unusable_inputs == 0) return exit_code::ok;
  const bool nothing = counts.documents == 0 && counts.quarantined == 0;
  return nothing ? exit_code::input : exit_code::quarantined;
}

/// The run that the folder holds, where it is complete and this one would be the same.
std::optional<run_summary> complete_run(const run_options& options, const run_plan& plan) {
  std::error_code error;
  if (!options.resume || std::filesystem::exists(journal_path(options.output), error)) return {};
  const std::optional<run_traces> earlier = traces_of_earlier_run(options.output);
  if (!earlier || !earlier->fingerprint || !is_whole(options, plan.inputs)) return {};
  const std::string changed = earlier->fingerprint->differences(fingerprint_of(plan));
  if (!changed.empty()) {
    log_info("the run in " + options.output.string() + " is complete, but " + changed +
             " changed since");
    return {};
  }
  for (const std::filesystem::path& output : outputs_of(plan)) {
    if (!std::filesystem::exists(output, error)) return {};
  }
  run_summary summary;
  summary.counts = earlier->counts;
  summary.was_complete = true;
  summary.code = code_of(summary.counts);
  return summary;
}

/// The journal to go on from, or a fresh one; `resumed` says which.
result<journal> journal_of(const run_options& options, const run_plan& plan, bool& resumed) {
  journal fresh;
  fresh.fingerprint = fingerprint_of(plan);
  resumed = false;
  if (!options.resume) return fresh;
  result<std::optional<journal>> found = load_journal(options.output);
  if (!found.ok()) return std::move(found.error());
  if (!*found) {
    log_info("no stopped run in " + options.output.string() + ": beginning at the start");
    return fresh;
  }
  const std::string changed = (**found).fingerprint.differences(fresh.fingerprint);
  if (!changed.empty()) {
    return failure{exit_code::config, "cannot resume the run in " + options.output.string() + ": " +
                                          changed + " changed since it was stopped; run " +
                                          "without --resume to begin again"};
  }
  resumed = true;
  ++(**found).resumptions;
  return std::move(**found);
}

/// One run, from its plan to its manifest.
class running {
 public:
  running(const run_plan& plan, const files_read& reads, const run_options& options, journal from,
          bool resumed)
      : plan_(plan),
        reads_(reads),
        options_(options),
        journal_(std::move(from)),
        resumed_(resumed),
        jobs_(options.jobs > 0 ? options.jobs
                               : static_cast<unsigned>(tbb::info::default_concurrency())),
        files_(outputs_path(options.output)) {}

  result<run_summary> run() {
    const interruption handlers;
    const std::string started = utc_now();
    if (result<void> named = name_selection(); !named.ok()) return std::move(named.error());
    files_.resume_finished = journal_.complete;
    if (resumed_) files_.recall();
    result<loaded_pipeline> loaded =
        loaded_pipeline::load(plan_.configured, plan_.installed, plan_.readers, wanted_readers(),
                              interruption::requested(), files_);
    if (!loaded.ok()) return std::move(loaded.error());
    if (!resumed_) remove_journal(options_.output);  // from here on the outputs are made afresh
    delivery delivers(*loaded, plan_.inputs.files, journal_,
                      {options_.output, options_.checkpoint_every});
    if (result<void> opened = delivers.open(resumed_); !opened.ok()) {
      return std::move(opened.error());
    }
    if (!journal_.complete) {
      if (std::optional<failure> why = pass(*loaded, delivers)) return std::move(*why);
      if (interruption::requested()) return stopped_by_signal(delivers);
    }
    return finished(delivers, started);
  }

 private:
  result<void> name_selection() {
    if (options_.retry.empty()) return {};
    result<item_selection> selection = read_quarantine(options_.retry);
    if (!selection.ok()) return std::move(selection.error());
    selection_ = std::move(*selection);
    std::set<std::string_view> paths;
    for (const input_file& input : plan_.inputs.files) paths.insert(input.path);
    const bool among_inputs = std::ranges::any_of(
        *selection_, [&](const auto& item) { return paths.contains(item.first); });
    if (selection_->empty() || among_inputs) return {};
    return failure{exit_code::usage,
                   options_.retry.string() + " names items of " + selection_->begin()->first +
                       ", which is not among the inputs; give them as that " + "run did"};
  }

  [[nodiscard]] std::vector<bool> wanted_readers() const {
    std::vector<bool> wanted(plan_.readers.size());
    for (const input_file& input : plan_.inputs.files) wanted[input.reader] = true;
    return wanted;
  }

  /// Takes all items through the pipeline; why the run had to stop, where it had to.
  std::optional<failure> pass(loaded_pipeline& loaded, delivery& delivers) {
    const run_counts& counts = journal_.counts;
    cutter_options cutting{journal_.position, options_.limit, jobs_,
                           selection_ ? &*selection_ : nullptr};
    const std::uint64_t items_before = counts.documents + counts.quarantined;
    if (cutting.limit) *cutting.limit -= std::min(*cutting.limit, items_before);
    cutter cuts(plan_.inputs.files, loaded.readers, interruption::requested(), cutting);
    processing works(loaded, plan_.installed.layers(), cuts, interruption::requested());
    std::uint64_t done_before = 0;  // bytes of inputs that are not opened again
    for (std::uint64_t i = 0; i < journal_.position.input; ++i)
      done_before += plan_.inputs.files[i].size;
    progress_bar bar(options_.progress, plan_.inputs.size_known ? plan_.inputs.size : 0,
                     done_before);
    flow through(cuts, works, delivers, bar);
    through.run(jobs_);
    std::vector<std::string> empty;
    for (const std::size_t input : cuts.empty_inputs()) {
      empty.push_back(plan_.inputs.files[input].path);
    }
    if (!empty.empty()) log_warning("without any document: " + first_of(empty));
    std::optional<failure> why = through.broken() ? through.broken() : delivers.stopped();
    if (!why) return why;
    // After a failed write the last checkpoint stands; else what was done so far is kept.
    if (why->code != exit_code::io && !through.broken()) {
      if (result<void> kept = delivers.checkpoint(); !kept.ok()) log_error(kept.error().message);
    }
    delivers.abandon();
    return why;
  }

  result<run_summary> stopped_by_signal(delivery& delivers) {
    result<void> kept = delivers.checkpoint();
    delivers.abandon();
    if (!kept.ok()) return std::move(kept.error());
    run_summary summary = summary_of(delivers);
    summary.signal = interruption::signal_number();
    return summary;
  }

  result<run_summary> finished(delivery& delivers, const std::string& started) {
    if (result<void> done = delivers.finish(); !done.ok()) return std::move(done.error());
    remove_stale_outputs();
    run_summary summary = summary_of(delivers);
    const run_times times{started, utc_now(), summary.seconds, journal_.resumptions, jobs_};
    result<void> written =
        write_whole(options_.output / "run.json", manifest_text(plan_, traces(), times));
    if (!written.ok()) return std::move(written.error());
    remove_journal(options_.output);
    summary.code = code_of(journal_.counts);
    return summary;
  }

  [[nodiscard]] run_traces traces() const {
    run_traces left;
    const std::filesystem::path folder = whole_folder();
    for (const std::filesystem::path& path : files_.completed()) {
      if (is_below(path, folder)) left.outputs.push_back(path.lexically_relative(folder).string());
    }
    if (is_whole(options_, plan_.inputs)) left.fingerprint = journal_.fingerprint;
    left.counts = journal_.counts;
    return left;
  }

  /// Removes what the folder's earlier run wrote and no writer of this one answers for, so that no
  /// result of that run stands beside those of this one. What this one read stays.
  void remove_stale_outputs() const {
    const std::optional<run_traces> earlier = traces_of_earlier_run(options_.output);
    if (!earlier) return;
    const std::filesystem::path folder = whole_folder();
    const std::vector<std::filesystem::path> mine = outputs_of(plan_);
    std::vector<std::string> removed;
    for (const std::string& output : earlier->outputs) {
      const std::filesystem::path path = (folder / output).lexically_normal();
      const bool kept = !is_below(path, folder) || reads_.find(path) != nullptr ||
                        std::ranges::any_of(mine, [&](const std::filesystem::path& own) {
                          return is_below(path, own);
                        });
      std::error_code error;
      if (kept || std::filesystem::is_directory(path, error)) continue;
      if (!std::filesystem::remove(path, error)) continue;
      removed.push_back((options_.output / output).string());
      for (auto above = path.parent_path();
           above != folder && is_below(above, folder) && std::filesystem::remove(above, error);) {
        above = above.parent_path();  // folders that are empty now
      }
    }
    if (removed.empty()) return;
    log_warning("removed what the earlier run left and this one does not make: " +
                first_of(removed, 5));
  }

  /// The output folder, absolute, without a slash at its end.
  [[nodiscard]] std::filesystem::path whole_folder() const {
    std::error_code error;
    const auto folder = std::filesystem::absolute(options_.output, error).lexically_normal();
    return folder.has_filename() ? folder : folder.parent_path();
  }

  [[nodiscard]] run_summary summary_of(const delivery& delivers) const {
    run_summary summary;
    summary.counts = journal_.counts;
    summary.seconds = delivers.seconds();
    summary.bytes_now = delivers.bytes_now();
    summary.seconds_now = delivers.seconds_now();
    return summary;
  }

  const run_plan& plan_;
  const files_read& reads_;
  const run_options& options_;
  journal journal_;
  const bool resumed_;
  const unsigned jobs_;
  output_files files_;
  std::optional<item_selection> selection_;
};

}  // namespace

result<run_summary> run(const pipeline& configured, const catalogue& installed,
                        const run_options& options) {
  std::vector<step_config> readers = readers_of(configured, installed);
  const result<input_list> inputs = inputs_of(options, readers);
  if (!inputs.ok()) return inputs.error();
  if (result<void> made = make_folder(options.output); !made.ok()) return std::move(made.error());
  const folder_lock lock(options.output);
  if (!lock.taken()) {
    return failure{exit_code::io, "another run is writing to " + options.output.string() +
                                      ": wait for its end, or give another folder with -o"};
  }
  const run_plan plan{configured, std::move(readers), installed, *inputs};
  const files_read reads(plan);
  if (result<void> apart = check_outputs(plan, reads); !apart.ok()) return std::move(apart.error());
  if (std::optional<run_summary> done = complete_run(options, plan)) return std::move(*done);
  bool resumed = false;
  result<journal> from = journal_of(options, plan, resumed);
  if (!from.ok()) return std::move(from.error());
  return running(plan, reads, options, std::move(*from), resumed).run();
}

}  // namespace quoth::host
