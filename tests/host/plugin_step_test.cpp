#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstring>
#include <thread>

#include "host/plugin/call.hpp"
#include "host/plugin/step.hpp"
#include "plugin_folder.hpp"

namespace quoth::host {
namespace {

using testing::test_plugins;

/// The good and the misbehaving test plugin; loaded once.
const catalogue& installed() {
  static const testing::temporary_folder folder;
  static const catalogue found = [] {
    folder.add_plugin("misbehaving");
    folder.add_plugin("plain_c");
    std::filesystem::copy(test_plugins() / "plain_c.resources", folder.path() / "plain_c.resources",
                          std::filesystem::copy_options::recursive);
    return testing::look_at(folder.path());
  }();
  return found;
}

std::vector<std::string> logged;
void keep_log(std::uint32_t, std::string_view id, std::string_view message) {
  logged.push_back(std::string(id) + ": " + std::string(message));
}

std::unique_ptr<step> make_step(const char* stage_id, std::vector<value> params,
                                step_options options = {}) {
  options.params = std::move(params);
  options.log = keep_log;
  result<std::unique_ptr<step>> made =
      step::make(*installed().stage(stage_id), installed().layers(), std::move(options));
  EXPECT_TRUE(made.ok()) << made.error().message;
  return std::move(*made);
}

/// A loaded annotator that misbehaves as `act` says.
std::unique_ptr<step> annotator(const char* act, step_options options = {}) {
  auto made = make_step("org.misbehaving.annotator", {value::of_string(act)}, std::move(options));
  EXPECT_TRUE(made->load().ok());
  return made;
}

/// What one document makes of it: "kept N" paragraphs, or the failure.
std::string process(step& with, document& doc) {
  result<worker> hands = with.begin();
  if (!hands.ok()) return hands.error().message;
  const step_outcome failed = with.process(*hands, doc);
  if (failed) return std::to_string(failed->status) + " " + failed->message;
  return "kept " + std::to_string(doc.layer("paragraph")->rows());
}

std::string process(const char* act, std::string_view text = "Some text.") {
  document doc(installed().layers());
  EXPECT_TRUE(doc.set_text(text).ok());
  const auto made = annotator(act);
  std::string outcome = process(*made, doc);
  if (!outcome.starts_with("kept")) {
    EXPECT_EQ(doc.layer("paragraph")->rows(), 0u) << "rows are left of " << act;
  }
  return outcome;
}

std::string thrown_by(const std::string& callback, const std::string& stage,
                      const std::string& what) {
  return "plugin org.misbehaving (" + installed().stage("org.misbehaving.reader")->file.string() +
         ") let an exception leave org.misbehaving." + stage + "'s " + callback +
         ", which is a fault of the plugin: " + what;
}

// ---- A plugin in plain C --------------------------------------------------------------------

TEST(plugin_step, runs_a_plugin_in_plain_c) {
  const auto mark = make_step("org.example.c.mark", {value::of_string("s"), value::of_int(100)},
                              {.id = "mark-s", .index = 4});
  const auto share = make_step("org.example.c.share", {});
  ASSERT_TRUE(mark->load().ok());
  ASSERT_TRUE(share->load().ok());
  document doc(installed().layers());
  ASSERT_TRUE(doc.set_text("So it is, she says.").ok());
  result<worker> marking = mark->begin(), sharing = share->begin();
  ASSERT_FALSE(mark->process(*marking, doc));
  ASSERT_FALSE(share->process(*sharing, doc));
  const table& marks = *doc.layer("org.example.c.mark");
  ASSERT_EQ(marks.rows(), 5u);
  EXPECT_EQ(marks.span(1).begin, 7u);
  EXPECT_EQ(doc.cell("org.example.c.mark", "upper", 0), "true");
  EXPECT_EQ(doc.cell("org.example.c.mark", "upper", 1), "false");
  EXPECT_EQ(doc.cell("org.example.c.mark", "org.example.c.share", 4), "1");
  EXPECT_EQ(doc.writer_of(doc.layers().position("org.example.c.mark"), 2), 4u);
  EXPECT_EQ(mark->id(), "mark-s");
  EXPECT_EQ(share->id(), "org.example.c.share");
}

TEST(plugin_step, drops_the_rows_of_a_document_that_fails_and_goes_on) {
  const auto mark = make_step("org.example.c.mark", {value::of_string("s"), value::of_int(2)});
  ASSERT_TRUE(mark->load().ok());
  result<worker> hands = mark->begin();
  document doc(installed().layers());
  ASSERT_TRUE(doc.set_text("sssss").ok());
  const step_outcome failed = mark->process(*hands, doc);
  ASSERT_TRUE(failed);
  EXPECT_EQ(failed->message, "too many marks");
  EXPECT_EQ(doc.layer("org.example.c.mark")->rows(), 0u);
  doc.clear();
  ASSERT_TRUE(doc.set_text("ss").ok());
  EXPECT_FALSE(mark->process(*hands, doc));
  EXPECT_EQ(doc.layer("org.example.c.mark")->rows(), 2u);
}

/// Runs stages of a test plugin on a document, in order; the first failure, or "".
std::string run_stages(const std::string& plugin, std::string_view text,
                       const std::vector<const char*>& stage_ids, std::uint32_t& rows,
                       const char* layer) {
  const testing::temporary_folder folder;
  folder.add_plugin(plugin);
  const catalogue found = testing::look_at(folder.path());
  if (!found.refused().empty()) return found.refused()[0].reason;
  document doc(found.layers());
  if (!doc.set_text(text).ok()) return "no text";
  for (const char* const id : stage_ids) {
    const stage_entry& entry = *found.stage(id);
    std::vector<value> presets;
    for (std::uint32_t i = 0; i < entry.stage->param_count; ++i) {
      presets.push_back(value::from(*entry.stage->params[i]->preset));
    }
    result<std::unique_ptr<step>> made = step::make(entry, found.layers(), {.params = presets});
    if (!made.ok()) return made.error().message;
    result<void> loaded = (*made)->load();
    if (!loaded.ok()) return loaded.error().message;
    result<worker> hands = (*made)->begin();
    const step_outcome failed = (*made)->process(*hands, doc);
    if (failed) return failed->message;
  }
  rows = doc.layer(layer)->rows();
  return "";
}

TEST(plugin_step, runs_a_plugin_built_from_the_header_of_abi_1_0) {
  std::uint32_t rows = 0;
  EXPECT_EQ(run_stages("frozen_1_0", "We went where we were.",
                       {"org.example.c.mark", "org.example.c.share"}, rows, "org.example.c.mark"),
            "");
  EXPECT_EQ(rows, 7u);
}

TEST(plugin_step, runs_a_plugin_built_by_another_compiler) {
  if (!std::filesystem::exists(test_plugins() / "other_compiler.so")) {
    GTEST_SKIP() << "no second C++ compiler was found when the tests were configured";
  }
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "ab ";
  std::uint32_t rows = 0;
  EXPECT_EQ(run_stages("other_compiler", text,
                       {"org.bench.arrays", "org.bench.rows", "org.bench.strings",
                        "org.bench.read-rows", "org.bench.read-columns"},
                       rows, "token"),
            "");
  EXPECT_EQ(rows, 40'000u);
}

// ---- load and begin ---------------------------------------------------------------------------

std::string load(const char* act, exit_code expected) {
  const auto made = make_step("org.misbehaving.annotator", {value::of_string(act)}, {.id = "s1"});
  result<void> loaded = made->load();
  if (loaded.ok()) return "loaded";
  EXPECT_EQ(loaded.error().code, expected) << act;
  return loaded.error().message;
}

TEST(plugin_step_load, tells_what_the_stage_reports) {
  EXPECT_EQ(load("load-fails", exit_code::config), "step s1: load failed on purpose");
  EXPECT_EQ(load("load-fails-silently", exit_code::config),
            "step s1: load failed without saying why (status 1)");
  EXPECT_EQ(load("load-is-fatal", exit_code::internal), "step s1: load cannot go on");
  EXPECT_EQ(load("load-has-no-memory", exit_code::internal), "step s1: out of memory");
  EXPECT_EQ(load("load-has-io-error", exit_code::io), "step s1: /no/such/file cannot be read");
  EXPECT_EQ(load("load-throws", exit_code::config),
            "step s1: " + thrown_by("load", "annotator", "thrown on purpose"));
}

TEST(plugin_step_load, is_not_followed_by_unload_where_it_fails) {
  // unload would use what load never made.
  {
    const auto made = make_step("org.misbehaving.annotator", {value::of_string("load-fails")});
    EXPECT_FALSE(made->load().ok());
  }
  SUCCEED();
}

TEST(plugin_step_load, failing_in_begin_is_told_too) {
  const auto made =
      make_step("org.misbehaving.annotator", {value::of_string("begin-fails")}, {.id = "s1"});
  ASSERT_TRUE(made->load().ok());
  const result<worker> hands = made->begin();
  ASSERT_FALSE(hands.ok());
  EXPECT_EQ(hands.error().code, exit_code::internal);
  EXPECT_EQ(hands.error().message, "step s1: begin failed on purpose");
}

TEST(plugin_step_load, gives_defaults_that_the_options_leave_out_as_not_given) {
  const auto made = make_step("org.misbehaving.annotator", {});
  EXPECT_TRUE(made->load().ok());
}

TEST(plugin_step_life, survives_exceptions_of_end_and_unload_and_logs_them) {
  logged.clear();
  {
    const auto made = annotator("end-throws");
    const result<worker> hands = made->begin();
  }
  { const auto made = annotator("unload-throws"); }
  EXPECT_THAT(
      logged,
      ::testing::ElementsAre(
          "org.misbehaving.annotator: " + thrown_by("end", "annotator", "thrown on purpose"),
          "org.misbehaving.annotator: " + thrown_by("unload", "annotator", "thrown on purpose")));
}

TEST(plugin_step_life, gives_serial_stages_one_worker_for_all) {
  const auto made = make_step("org.misbehaving.serial", {value::of_string("")});
  ASSERT_TRUE(made->load().ok());
  document doc(installed().layers());
  ASSERT_TRUE(doc.set_text("text").ok());
  result<worker> one = made->begin(), two = made->begin();
  ASSERT_TRUE(one.ok() && two.ok());
  EXPECT_FALSE(made->process(*one, doc));
  { const worker gone = std::move(*one); }
  EXPECT_FALSE(made->process(*two, doc));
}

// ---- process ------------------------------------------------------------------------------------

TEST(plugin_step_process, keeps_rows_where_all_is_well) {
  EXPECT_EQ(process(""), "kept 1");
}

TEST(plugin_step_process, tells_why_a_document_failed) {
  EXPECT_EQ(process("process-fails"), "1 process failed on purpose");
  EXPECT_EQ(process("process-fails-silently"), "1 process failed without saying why (status 1)");
  EXPECT_EQ(process("process-has-no-memory"), "1 out of memory");
  EXPECT_EQ(process("process-is-fatal"), "2 process cannot go on");
  EXPECT_EQ(process("process-has-io-error"), "5 /no/such/file cannot be read");
  EXPECT_EQ(process("process-returns-nonsense"),
            "1 process failed without saying why (status 4711)");
  EXPECT_EQ(process("process-says-cancelled"),
            "1 process says that it was cancelled, but nobody asked for it");
}

TEST(plugin_step_process, tells_where_in_the_text_it_failed) {
  document doc(installed().layers());
  ASSERT_TRUE(doc.set_text("text").ok());
  const auto made = annotator("process-fails");
  result<worker> hands = made->begin();
  const step_outcome failed = made->process(*hands, doc);
  ASSERT_TRUE(failed);
  EXPECT_EQ(failed->begin, 1u);
  EXPECT_EQ(failed->end, 3u);
}

TEST(plugin_step_process, catches_what_must_not_be_thrown) {
  EXPECT_EQ(process("process-throws"),
            "1 " + thrown_by("process", "annotator", "thrown on purpose"));
  EXPECT_EQ(process("process-throws-int"),
            "1 " + thrown_by("process", "annotator", "an exception of its own type"));
}

TEST(plugin_step_process, forgets_the_report_of_the_document_before) {
  document doc(installed().layers());
  const auto made = annotator("fails-on-x");
  ASSERT_TRUE(doc.set_text("an x").ok());
  EXPECT_EQ(process(*made, doc), "1 the text has an x in it");
  doc.clear();
  ASSERT_TRUE(doc.set_text("none").ok());
  EXPECT_EQ(process(*made, doc), "kept 1");
}

TEST(plugin_step_process, fails_where_a_refused_append_was_ignored) {
  EXPECT_EQ(process("ignores-a-refused-append"),
            "1 the span [0, 4000000) of row 1 of layer paragraph is wrong: offset 4000000 is "
            "behind the text's end, 10");
}

TEST(plugin_step_process, lets_a_stage_touch_only_what_it_declares) {
  EXPECT_EQ(process("appends-to-what-it-reads"),
            "1 the stage's use number 1, of layer sentence, has access READ, not APPEND");
  EXPECT_EQ(process("reads-what-it-appends-to"),
            "1 the stage's use number 0, of layer paragraph, has access APPEND, not READ");
  EXPECT_EQ(process("uses-what-it-does-not-declare"),
            "1 the stage asked for its use number 9, but it declares 2 uses");
  EXPECT_EQ(process("sets-the-text"),
            "1 a document's text can be set only by the reader that makes it");
}

TEST(plugin_step_process, ends_at_the_timeout) {
  document doc(installed().layers());
  ASSERT_TRUE(doc.set_text("text").ok());
  const auto made = annotator("never-ends", {.timeout = std::chrono::milliseconds(30)});
  EXPECT_EQ(process(*made, doc), "1 took longer than its timeout, 30ms");
  EXPECT_EQ(doc.layer("paragraph")->rows(), 0u);
}

TEST(plugin_step_process, ends_when_the_run_is_stopped_without_blaming_the_document) {
  std::atomic<bool> stop = false;
  document doc(installed().layers());
  ASSERT_TRUE(doc.set_text("text").ok());
  const auto made = annotator("never-ends", {.stop = &stop});
  std::thread stopper([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    stop = true;
  });
  EXPECT_EQ(process(*made, doc), "3 stopped");
  stopper.join();
}

TEST(plugin_step_process, keeps_reports_of_threads_apart) {
  const auto made = annotator("fails-on-x");
  const auto work = [&](const char* text, const char* expected, int& wrong) {
    document doc(installed().layers());
    for (int i = 0; i < 500; ++i) {
      doc.clear();
      if (!doc.set_text(text).ok() || process(*made, doc) != expected) ++wrong;
    }
  };
  int wrong_here = 0, wrong_there = 0;
  std::thread other([&] { work("an x", "1 the text has an x in it", wrong_there); });
  work("none", "kept 1", wrong_here);
  other.join();
  EXPECT_EQ(wrong_here + wrong_there, 0);
}

// ---- Readers ----------------------------------------------------------------------------------

class plugin_step_reader : public ::testing::Test {
 protected:
  void use(const char* act) {
    reader = make_step("org.misbehaving.reader", {value::of_string(act)});
    ASSERT_TRUE(reader->load().ok());
    step_outcome failed = reader->open(input, &cursor);
    opened = failed ? failed->message : "opened";
  }
  std::string next(std::string_view window, bool last) {
    quoth_cut cut{};
    const next_outcome outcome = reader->next(cursor, window, last, cut);
    if (outcome.failed) return outcome.failed->message;
    if (outcome.need_more) return "more";
    return std::to_string(cut.begin) + "-" + std::to_string(cut.end);
  }
  std::string parse(std::string_view bytes) {
    result<worker> hands = reader->begin();
    const quoth_item item{sizeof(quoth_item), &input, {bytes.data(), bytes.size()}, 1, 0};
    document doc(installed().layers());
    const step_outcome failed = reader->parse(*hands, item, doc);
    return failed ? failed->message : std::string(doc.id()) + ": " + std::string(doc.text());
  }
  const quoth_input input{sizeof(quoth_input), {"a/b.txt", 7}, {"a/b", 3}};
  std::unique_ptr<step> reader;
  void* cursor = nullptr;
  std::string opened;
};

TEST_F(plugin_step_reader, makes_documents_of_items) {
  use("");
  EXPECT_EQ(next("some", false), "more");
  EXPECT_EQ(next("some text", true), "0-9");
  EXPECT_EQ(parse("some text"), "a/b: some text");
  reader->close(cursor);
}

TEST_F(plugin_step_reader, tells_what_is_wrong_with_an_item) {
  use("");
  EXPECT_EQ(parse("not \xFF UTF-8"), "the text is not UTF-8: the first wrong byte is at offset 4");
  use("parse-throws");
  EXPECT_EQ(parse("text"), thrown_by("parse", "reader", "thrown on purpose"));
  use("parse-fails");
  EXPECT_EQ(parse("text"), "parse failed on purpose");
}

TEST_F(plugin_step_reader, wants_a_text_and_an_id) {
  use("parse-gives-no-text");
  EXPECT_EQ(parse("text"), "the reader gave the document no text");
  use("parse-gives-no-id");
  EXPECT_EQ(parse("text"), "the reader gave the document no id");
}

TEST_F(plugin_step_reader, does_not_let_next_run_in_circles_or_beyond_its_window) {
  use("next-stands-still");
  EXPECT_EQ(next("some", false), "next makes no progress");
  EXPECT_EQ(next("some", true), "0-0");  // at the end of the input: nothing more to be had
  use("next-cuts-too-much");
  EXPECT_EQ(next("some", true), "next cut [0, 5) and 5 consumed bytes off a window of 4");
  use("next-wants-more-at-the-end");
  EXPECT_EQ(next("some", true), "next asks for more of an input that is at its end");
}

TEST_F(plugin_step_reader, catches_exceptions_of_its_callbacks) {
  use("open-throws");
  EXPECT_EQ(opened, thrown_by("open", "reader", "thrown on purpose"));
  use("next-throws");
  EXPECT_EQ(next("some", true), thrown_by("next", "reader", "thrown on purpose"));
  logged.clear();
  use("close-throws");
  reader->close(cursor);
  EXPECT_EQ(logged.size(), 1u);
}

// ---- Writers ----------------------------------------------------------------------------------

TEST(plugin_step_writer, renders_and_keeps_what_was_there_on_failure) {
  document doc(installed().layers());
  ASSERT_TRUE(doc.set_text("text").ok());
  const auto render = [&](const char* act, std::string& out) {
    const auto writer = make_step("org.misbehaving.writer", {value::of_string(act)});
    EXPECT_TRUE(writer->load().ok());
    result<worker> hands = writer->begin();
    const step_outcome failed = writer->render(*hands, doc, out);
    return failed ? failed->message : "rendered";
  };
  std::string out = "before ";
  EXPECT_EQ(render("", out), "rendered");
  EXPECT_EQ(out, "before text");
  EXPECT_EQ(render("render-fails", out), "render failed on purpose");
  EXPECT_EQ(out, "before text");
  EXPECT_EQ(render("render-throws", out), thrown_by("render", "writer", "thrown on purpose"));
}

TEST(plugin_step_writer, stops_the_run_where_its_serial_callbacks_fail) {
  const auto outcome = [](const std::string& callback, const std::string& how) {
    const auto writer = make_step("org.misbehaving.writer", {value::of_string(callback + how)});
    EXPECT_TRUE(writer->load().ok());
    std::string state = "old";
    step_outcome failed = callback == "start"        ? writer->start()
                          : callback == "reopen"     ? writer->reopen("state")
                          : callback == "write"      ? writer->write("bytes")
                          : callback == "checkpoint" ? writer->checkpoint(state)
                                                     : writer->finish();
    if (callback == "checkpoint") {
      EXPECT_EQ(state, "state");
    }
    return failed ? std::to_string(failed->status) + " " + failed->message : "went well";
  };
  for (const std::string callback : {"start", "reopen", "write", "checkpoint", "finish"}) {
    EXPECT_EQ(outcome(callback, "-not"), "went well");
    EXPECT_EQ(outcome(callback, "-fails"), "2 " + callback + " failed on purpose");
    EXPECT_EQ(outcome(callback, "-has-io-error"), "5 /no/such/file cannot be read");
    EXPECT_EQ(outcome(callback, "-throws"),
              "2 " + thrown_by(callback, "writer", "thrown on purpose"));
  }
}

// ---- Services ---------------------------------------------------------------------------------

struct counter_service {
  quoth_status (*count_down)(const quoth_host*);
};

TEST(plugin_step_services, come_from_other_rooms_too) {
  int left = 1;
  const counter_service table{[](const quoth_host* host) {
    int& context = *static_cast<int*>(step::of(host).context());
    return context-- > 0 ? quoth_status{QUOTH_OK}
                         : step::report(QUOTH_IO, "counted down to the end");
  }};
  const auto made =
      annotator("counts-down", {.services = {{"org.counter/1", &table}}, .context = &left});
  document doc(installed().layers());
  ASSERT_TRUE(doc.set_text("text").ok());
  EXPECT_EQ(process(*made, doc), "kept 1");
  EXPECT_EQ(process(*made, doc), "5 counted down to the end");
}

TEST(plugin_step_services, are_absent_where_nobody_provides_them) {
  EXPECT_EQ(process("counts-down"), "1 process failed without saying why (status 1)");
}

}  // namespace
}  // namespace quoth::host
