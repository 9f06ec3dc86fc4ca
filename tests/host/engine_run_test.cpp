#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <places.hpp>

#include "host/engine/run.hpp"
#include "host/pipeline/check.hpp"
#include "plugin_folder.hpp"

namespace quoth::host::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const catalogue& trial_plugins() {
  static const catalogue found =
      look_at(std::filesystem::path(places::build()) / "tests" / "engine_plugins");
  return found;
}

class EngineRun : public ::testing::Test {
 protected:
  [[nodiscard]] std::string at(const std::string& name) const {
    return (folder.path() / name).string();
  }

  /// Runs `steps` over `inputs` into the folder `output`.
  result<run_summary> run_steps(const std::string& steps, std::vector<std::string> inputs,
                                const std::string& output = "out", run_options options = {}) {
    folder.add_file("p.xml",
                    "<pipeline name=\"p\" format=\"1\"><read><org.trial.lines/><org.trial.whole/>"
                    "</read>" +
                        steps + "<write>" + writers + "</write></pipeline>");
    definitions given;
    given.output = at(output);
    const check_result checked = check_pipeline(at("p.xml"), trial_plugins(), given);
    for (const diagnostic& problem : checked.problems) ADD_FAILURE() << to_string(problem);
    if (!checked.ready) return failure{exit_code::config, "not checked"};
    options.output = at(output);
    for (std::string& input : inputs) {
      options.inputs.push_back(input == "-" ? input : at(input));
    }
    return run(*checked.ready, trial_plugins(), options);
  }

  [[nodiscard]] std::string list(const std::string& output = "out") const {
    return folder.bytes_of(output + "/list.txt");
  }
  [[nodiscard]] std::string quarantined(const std::string& output = "out") const {
    return folder.bytes_of(output + "/quarantine.jsonl");
  }

  temporary_folder folder;
  std::string writers = "<org.trial.list file=\"list.txt\"/>";
};

const char* const work = "<steps><org.trial.work/></steps>";

std::string many_lines(int count) {
  std::string text;
  for (int i = 1; i <= count; ++i) {
    text += "line " + std::to_string(i);
    text.append(i % 100 == 0 ? 20'000 : i % 7, '.').append("\n");
  }
  return text;
}

TEST_F(EngineRun, WritesDocumentsInInputOrder) {
  folder.add_file("a.lines", "one\n\ntwo\nthree");
  folder.add_file("b.whole", "all\nof it\n");
  const auto done = run_steps(work, {"a.lines", "b.whole"});
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(done->code, exit_code::ok);
  EXPECT_EQ(done->counts.documents, 4u);
  EXPECT_EQ(done->counts.bytes, 14u + 10u);
  EXPECT_EQ(list(), "a:1 3 1 one\na:3 3 1 two\na:4 5 1 three\nb 10 1 all\nof it\n\n");
  EXPECT_FALSE(fs::exists(at("out/quarantine.jsonl")));
  EXPECT_FALSE(fs::exists(at("out/.quoth-journal")));
  EXPECT_FALSE(fs::exists(at("out/list.txt.part")));
}

TEST_F(EngineRun, GivesTheSameBytesForAnyNumberOfThreads) {
  folder.add_file("a.lines", many_lines(3000) + "this fails\nunreadable\n" + many_lines(100));
  const std::string serial = "<steps><org.trial.work/><org.trial.count/></steps>";
  for (const std::string& steps : {std::string(work), serial}) {
    run_options options;
    options.jobs = 1;
    const auto first = run_steps(steps, {"a.lines"}, "one", options);
    ASSERT_TRUE(first) << first.error().message;
    EXPECT_EQ(first->counts.documents, 3100u);
    for (const unsigned jobs : {2u, 8u}) {
      options.jobs = jobs;
      ASSERT_TRUE(run_steps(steps, {"a.lines"}, "more", options));
      EXPECT_EQ(list("more"), list("one"));
      EXPECT_EQ(quarantined("more"), quarantined("one"));
    }
  }
}

TEST_F(EngineRun, SerialStagesSeeTheDocumentsInInputOrder) {
  folder.add_file("a.lines", "x\ny\nz\n");
  ASSERT_TRUE(run_steps("<steps><org.trial.count/></steps>", {"a.lines"}));
  EXPECT_EQ(list(), "a:1 1 0 1 x\na:2 1 0 2 y\na:3 1 0 3 z\n");
}

TEST_F(EngineRun, QuarantinesWhatFailsAndDoesTheRest) {
  folder.add_file("a.lines", "one\nthis fails\nunreadable\nfour\n");
  const auto done = run_steps(work, {"a.lines"});
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(done->code, exit_code::quarantined);
  EXPECT_EQ(done->counts.quarantined, 2u);
  EXPECT_EQ(list(), "a:1 3 1 one\na:4 4 1 four\n");
  EXPECT_EQ(quarantined(),
            "{\"id\":\"a:2\",\"input\":\"" + at("a.lines") +
                "\",\"item\":1,\"line\":2,\"step\":\"org.trial.work\",\"message\":\"the text says "
                "so\",\"span\":[0,1]}\n"
                "{\"id\":\"a:3\",\"input\":\"" +
                at("a.lines") +
                "\",\"item\":2,\"line\":3,\"step\":\"org.trial.lines\",\"message\":\"this line is "
                "unreadable\",\"span\":null}\n");
}

TEST_F(EngineRun, WhatWasQuarantinedCanBeRunAgain) {
  folder.add_file("a.lines", "one\nthis fails\nthree\n");
  folder.add_file("b.lines", "four\nthis fails too\n");
  ASSERT_TRUE(run_steps(work, {"a.lines", "b.lines"}));
  run_options options;
  options.retry = at("out/quarantine.jsonl");
  const auto again = run_steps("", {"a.lines", "b.lines"}, "again", options);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(list("again"), "a:2 10 0 this fails\nb:2 14 0 this fails too\n");
}

TEST_F(EngineRun, AQuarantineOfAnEarlierRunDoesNotStay) {
  folder.add_file("a.lines", "this fails\n");
  ASSERT_TRUE(run_steps(work, {"a.lines"}));
  ASSERT_TRUE(fs::exists(at("out/quarantine.jsonl")));
  const auto done = run_steps("", {"a.lines"});
  ASSERT_TRUE(done);
  EXPECT_EQ(done->code, exit_code::ok);
  EXPECT_FALSE(fs::exists(at("out/quarantine.jsonl")));
}

TEST_F(EngineRun, SkipStepGoesOnWithoutTheRowsOfTheFailedStep) {
  folder.add_file("a.lines", "one\nthis fails\n");
  const auto done =
      run_steps("<steps on-error=\"skip-step\"><org.trial.work/></steps>", {"a.lines"});
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(done->code, exit_code::ok);
  EXPECT_EQ(done->counts.skipped, std::vector<std::uint64_t>{1});
  EXPECT_EQ(list(), "a:1 3 1 one\na:2 10 0 this fails\n");
  EXPECT_THAT(folder.bytes_of("out/run.json"), HasSubstr("\"skipped\": 1"));
}

TEST_F(EngineRun, StopKeepsWhatCameBeforeForAResumedRunAndNamesTheDocument) {
  folder.add_file("a.lines", many_lines(50) + "this fails\n" + many_lines(50));
  const auto done = run_steps("<steps on-error=\"stop\"><org.trial.work/></steps>", {"a.lines"});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "step org.trial.work: the text says so (document a:51)");
  EXPECT_EQ(done.error().code, exit_code::internal);
  EXPECT_FALSE(fs::exists(at("out/list.txt")));
  EXPECT_TRUE(fs::exists(at("out/.quoth-journal")));
  EXPECT_THAT(folder.bytes_of("out/list.txt.part"), HasSubstr("a:50 "));
}

TEST_F(EngineRun, AFatalStepStopsTheRunInOrder) {
  folder.add_file("a.lines", "one\nthis is fatal\nthree\n");
  const auto done = run_steps(work, {"a.lines"});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, exit_code::internal);
  EXPECT_EQ(done.error().message, "step org.trial.work: no way on");
  EXPECT_EQ(folder.bytes_of("out/list.txt.part"), "a:1 3 1 one\n");
}

TEST_F(EngineRun, ADamagedFileOfAStepStopsTheRunInOrder) {
  folder.add_file("a.lines", "one\nthis is unusable\nthree\n");
  const auto done = run_steps(work, {"a.lines"});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, exit_code::input);
  EXPECT_EQ(done.error().message, "step org.trial.work: the lexicon is damaged");
  EXPECT_EQ(folder.bytes_of("out/list.txt.part"), "a:1 3 1 one\n");
}

TEST_F(EngineRun, AnInputThatTurnsUnusableDoesNotTakeTheNextOneWithIt) {
  folder.add_file("a.lines", "one\nBROKEN\nthree\n");
  folder.add_file("b.lines", "four\n");
  const auto done = run_steps(work, {"a.lines", "b.lines"});
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(done->code, exit_code::quarantined);
  EXPECT_EQ(done->counts.unusable_inputs, 1u);
  EXPECT_EQ(list(), "a:1 3 1 one\nb:1 4 1 four\n");
  EXPECT_EQ(quarantined(), "{\"id\":\"a\",\"input\":\"" + at("a.lines") +
                               "\",\"item\":null,\"line\":null,\"step\":\"org.trial.lines\","
                               "\"message\":\"the rest makes no sense\",\"span\":null}\n");
}

TEST_F(EngineRun, ATruncatedInputGivesItsWholeItemsAndThenAFault) {
  folder.add_file("a.lines.gz", std::string("\x1F\x8B\x08\0\0\0\0\0\0\3", 10));
  folder.add_file("b.whole.gz", std::string("\x1F\x8B\x08\0\0\0\0\0\0\3", 10));
  folder.add_file("c.lines", "fine\n");
  const auto done = run_steps(work, {"a.lines.gz", "b.whole.gz", "c.lines"});
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(done->code, exit_code::quarantined);
  EXPECT_EQ(list(), "c:1 4 1 fine\n");
  EXPECT_THAT(quarantined(), AllOf(HasSubstr("a.lines.gz is cut off: its packed bytes end too"),
                                   HasSubstr("b.whole.gz is cut off"), HasSubstr("\"step\":null")));
}

TEST_F(EngineRun, NothingUsableAtAllIsAnInputError) {
  folder.add_file("a.lines", "BROKEN\n");
  const auto done = run_steps(work, {"a.lines"});
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(done->code, exit_code::input);
  EXPECT_EQ(list(), "");
}

TEST_F(EngineRun, AFileThatCannotBeOpenedIsNamedAndTheOthersAreRead) {
  fs::create_directory(at("in"));
  folder.add_file("in/b.lines", "fine\n");
  fs::create_symlink("nowhere", at("in/a.lines"));
  const auto done = run_steps(work, {"in"});
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(done->code, exit_code::quarantined);
  EXPECT_EQ(list(), "b:1 4 1 fine\n");
  EXPECT_THAT(quarantined(),
              HasSubstr("cannot open " + at("in/a.lines") + ": No such file or directory"));
}

TEST_F(EngineRun, EmptyInputsGiveEmptyOutputs) {
  folder.add_file("a.lines", "");
  folder.add_file("b.whole", "");
  const auto done = run_steps(work, {"a.lines", "b.whole"});
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(done->code, exit_code::ok);
  EXPECT_TRUE(fs::exists(at("out/list.txt")));
  EXPECT_EQ(list(), "");
}

TEST_F(EngineRun, LimitStopsAfterThatManyDocuments) {
  folder.add_file("a.lines", many_lines(100));
  folder.add_file("b.lines", "b\n");
  run_options options;
  options.limit = 3;
  const auto done = run_steps(work, {"a.lines", "b.lines"}, "out", options);
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(done->counts.documents, 3u);
  EXPECT_THAT(list(), AllOf(StartsWith("a:1 "), HasSubstr("a:3 ")));
}

TEST_F(EngineRun, ADocumentOfOneFiftyMegabyteLineIsOneDocument) {
  folder.add_file("a.lines", "first\n" + std::string(50 << 20, 'x') + "\nlast\n");
  const auto done = run_steps(work, {"a.lines"});
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(list(), "a:1 5 1 first\na:2 52428800 1 " + std::string(40, 'x') + "\na:3 4 1 last\n");
}

TEST_F(EngineRun, ManyLargeDocumentsAreWorkedOnInOrderThoughFewMayWait) {
  std::string text;
  for (int i = 0; i < 20; ++i) text += std::to_string(i) + std::string(3 << 20, '.') + "\n";
  folder.add_file("a.lines", text);
  run_options options;
  options.jobs = 4;
  const auto done = run_steps(work, {"a.lines"}, "out", options);
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(done->counts.documents, 20u);
  EXPECT_THAT(list(), StartsWith("a:1 3145729 1 0..."));
}

TEST_F(EngineRun, AnOutputFolderThatCannotBeMadeIsNamed) {
  folder.add_file("a.lines", "one\n");
  folder.add_file("file", "");
  const auto done = run_steps(work, {"a.lines"}, "file/out");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, exit_code::io);
  EXPECT_EQ(done.error().message,
            "cannot make the output folder " + at("file/out") + ": Not a directory");
}

TEST_F(EngineRun, AQuarantineOfOtherInputsIsNotPassedOverInSilence) {
  folder.add_file("a.lines", "this fails\n");
  folder.add_file("b.lines", "one\n");
  ASSERT_TRUE(run_steps(work, {"a.lines"}));
  run_options options;
  options.retry = at("out/quarantine.jsonl");
  const auto other = run_steps("", {"b.lines"}, "again", options);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, exit_code::usage);
  EXPECT_EQ(other.error().message, at("out/quarantine.jsonl") + " names items of " + at("a.lines") +
                                       ", which is not among the inputs; give them as that run "
                                       "did");
}

TEST_F(EngineRun, TwoRunsDoNotWriteToOneFolderAtOnce) {
  folder.add_file("a.lines", "one\n");
  fs::create_directory(at("out"));
  const int other = ::open(at("out").c_str(), O_RDONLY | O_DIRECTORY);
  ASSERT_EQ(::flock(other, LOCK_EX), 0);
  const auto refused = run_steps(work, {"a.lines"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, exit_code::io);
  EXPECT_EQ(refused.error().message, "another run is writing to " + at("out") +
                                         ": wait for its end, or give another folder with -o");
  ::close(other);
  const auto done = run_steps(work, {"a.lines"});
  ASSERT_TRUE(done) << done.error().message;
  ASSERT_TRUE(run_steps(work, {"a.lines"}));
}

TEST_F(EngineRun, AnInputThatItWouldWriteOverIsNamedAndStaysAsItWas) {
  fs::create_directory(at("out"));
  folder.add_file("out/list.txt", "one\n");
  fs::create_symlink("out/list.txt", at("a.lines"));
  const auto done = run_steps(work, {"a.lines"});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, exit_code::usage);
  EXPECT_EQ(done.error().message, "the run reads " + at("a.lines") +
                                      " and would write over it as " + at("out/list.txt") +
                                      "; give another folder with -o");
  EXPECT_EQ(list(), "one\n");
}

TEST_F(EngineRun, AnEarlierOutputThatItReadsIsNotRemovedAsStale) {
  fs::create_directory(at("out"));
  folder.add_file("out/a.lines", "one\n");
  folder.add_file("out/b.lines", "two\n");
  folder.add_file("out/run.json",
                  R"({"outputs":["a.lines","b.lines"],"counts":{"documents":1,"quarantined":0,)"
                  R"("unusable_inputs":0,"bytes":4}})");
  ASSERT_TRUE(run_steps(work, {"out/a.lines"}));
  EXPECT_TRUE(fs::exists(at("out/a.lines")));
  EXPECT_FALSE(fs::exists(at("out/b.lines")));
}

TEST_F(EngineRun, ARunThatCannotBeginLeavesAStoppedOneToBeResumed) {
  folder.add_file("a.lines", "one\nthis is fatal\n");
  ASSERT_FALSE(run_steps(work, {"a.lines"}));
  ASSERT_TRUE(fs::exists(at("out/.quoth-journal")));
  folder.add_file("no-quarantine", "{}\n");
  run_options options;
  options.retry = at("no-quarantine");
  ASSERT_FALSE(run_steps(work, {"a.lines"}, "out", options));
  EXPECT_TRUE(fs::exists(at("out/.quoth-journal")));
}

TEST_F(EngineRun, AFullDiskStopsTheRunWithThePathAndLeavesTheFormerOutput) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "there is no /dev/full";
  folder.add_file("a.lines", many_lines(5000));
  fs::create_directory(at("out"));
  folder.add_file("out/list.txt", "former\n");
  fs::create_symlink("/dev/full", at("out/list.txt.part"));
  const auto done = run_steps(work, {"a.lines"});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, exit_code::io);
  EXPECT_EQ(done.error().message, "step org.trial.list: cannot write to " +
                                      at("out/list.txt.part") + ": No space left on device");
  EXPECT_EQ(list(), "former\n");
}

TEST_F(EngineRun, AStoppedRunGoesOnOnlyWithTheSamePipelineAndInputs) {
  folder.add_file("a.lines", "one\nthis is fatal\n");
  ASSERT_FALSE(run_steps(work, {"a.lines"}));
  run_options options;
  options.resume = true;
  const auto other = run_steps("", {"a.lines"}, "out", options);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, exit_code::config);
  EXPECT_THAT(other.error().message, HasSubstr("the pipeline changed since it was stopped"));
  folder.add_file("a.lines", "one\ntwo\nthree\n");
  const auto changed = run_steps(work, {"a.lines"}, "out", options);
  ASSERT_FALSE(changed);
  EXPECT_THAT(changed.error().message, HasSubstr("the inputs changed since it was stopped"));
}

TEST_F(EngineRun, ResumeWithoutAStoppedRunBeginsAtTheStart) {
  folder.add_file("a.lines", "one\n");
  run_options options;
  options.resume = true;
  const auto done = run_steps(work, {"a.lines"}, "out", options);
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(list(), "a:1 3 1 one\n");
}

TEST_F(EngineRun, ARunThatFailsWhileItsOutputsGetTheirNamesCanBeResumed) {
  folder.add_file("a.lines", "one\nthis fails\n");
  fs::create_directories(at("out/run.json"));  // nothing can be renamed to that
  const auto failed = run_steps(work, {"a.lines"});
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, exit_code::io);
  EXPECT_TRUE(fs::exists(at("out/list.txt")));
  fs::remove(at("out/run.json"));
  run_options options;
  options.resume = true;
  const auto done = run_steps(work, {"a.lines"}, "out", options);
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(done->counts.documents, 1u);
  EXPECT_EQ(list(), "a:1 3 1 one\n");
  EXPECT_THAT(quarantined(), HasSubstr("\"id\":\"a:2\""));
  EXPECT_FALSE(fs::exists(at("out/.quoth-journal")));
}

TEST_F(EngineRun, AResumedRunListsWhatItCompletedBeforeItWasStopped) {
  writers += "<org.trial.each/>";
  folder.add_file("a.lines", "one\ntwo\n");
  fs::create_directories(at("out/run.json"));  // nothing can be renamed to that
  ASSERT_FALSE(run_steps(work, {"a.lines"}));
  fs::remove(at("out/run.json"));
  run_options options;
  options.resume = true;
  ASSERT_TRUE(run_steps(work, {"a.lines"}, "out", options));
  EXPECT_THAT(folder.bytes_of("out/run.json"),
              HasSubstr("[\n    \"each/1\",\n    \"each/2\",\n    \"list.txt\"\n  ]"));
  EXPECT_FALSE(fs::exists(at("out/.quoth-outputs")));
}

TEST_F(EngineRun, TheManifestTellsTwoRunsApartOnlyInItsTimes) {
  folder.add_file("a.lines", "one\n");
  ASSERT_TRUE(run_steps(work, {"a.lines"}));
  const std::string first = folder.bytes_of("out/run.json");
  ASSERT_TRUE(run_steps(work, {"a.lines"}));
  const std::string second = folder.bytes_of("out/run.json");
  const auto without_times = [](const std::string& text) {
    return text.substr(0, text.find("\"times\""));
  };
  EXPECT_EQ(without_times(first), without_times(second));
  EXPECT_THAT(first, AllOf(HasSubstr("\"pipeline\": \"p\""), HasSubstr("\"pause\": \"0\""),
                           HasSubstr("\"path\": \"" + at("a.lines") + "\""),
                           HasSubstr("\"documents\": 1"), HasSubstr("\"hash\": \"")));
}

}  // namespace
}  // namespace quoth::host::testing
