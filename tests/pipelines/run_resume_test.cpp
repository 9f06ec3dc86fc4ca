// `quoth run` killed, interrupted and resumed: the outputs must have the bytes of an unbroken run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <places.hpp>
#include <program.hpp>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

using quoth::testing_program::killed_by_9;
using quoth::testing_program::signal_after;
using quoth::testing_program::wait_for;
namespace testing_program = quoth::testing_program;

class RunResume : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = fs::temp_directory_path() / "quoth-run-XXXXXX";
    folder = ::mkdtemp(pattern.data());
    std::ofstream(folder / "p.xml")
        << "<pipeline name=\"p\" format=\"1\"><steps>"
           "<org.trial.work pause=\"400\"/></steps>"
           "<write><org.trial.list file=\"list.txt\"/>"
           "<org.trial.list id=\"second\" file=\"second.txt\"/></write></pipeline>";
    write_lines("a.lines", 900);
    write_lines("b.lines", 300);
    std::ofstream(folder / "c.whole") << "a whole file";
    ASSERT_EQ(run("whole", {}), 1) << log();
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }

  void write_lines(const std::string& name, int count) const {
    std::ofstream file(folder / name);
    for (int i = 1; i <= count; ++i) {
      file << "line " << i << (i % 50 == 0 ? " fails" : "") << std::string(i % 90, '.') << '\n';
    }
    file << "unreadable\n";
  }

  /// Starts `quoth run`; its log goes to FOLDER/log.
  [[nodiscard]] pid_t start(const std::string& output, std::vector<std::string> more) const {
    std::vector<std::string> words{places::build("/bin/quoth"),
                                   "--plugins",
                                   places::build("/tests/engine_plugins"),
                                   "run",
                                   folder / "p.xml",
                                   folder / "a.lines",
                                   folder / "b.lines",
                                   folder / "c.whole",
                                   "-o",
                                   folder / output,
                                   "--checkpoint",
                                   "0.03",
                                   "-j2"};
    words.insert(words.end(), more.begin(), more.end());
    return testing_program::start(std::move(words), folder / "log");
  }

  [[nodiscard]] int run(const std::string& output, std::vector<std::string> more) const {
    return wait_for(start(output, std::move(more)));
  }

  [[nodiscard]] int run_and_signal(const std::string& output, std::vector<std::string> more,
                                   std::chrono::microseconds after, int signal) const {
    return signal_after(start(output, std::move(more)), after, signal);
  }

  /// Waits until a running program has made the file; false where it does not within a while.
  [[nodiscard]] static bool see(const fs::path& file) {
    for (int i = 0; i < 20'000; ++i) {
      if (fs::exists(file)) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return false;
  }

  [[nodiscard]] std::string bytes_of(const std::string& name) const {
    std::ifstream file(folder / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  [[nodiscard]] std::string log() const { return bytes_of("log"); }

  void expect_the_bytes_of_an_unbroken_run(const std::string& output) const {
    for (const char* const name : {"/list.txt", "/second.txt", "/quarantine.jsonl"}) {
      ASSERT_EQ(bytes_of(output + name), bytes_of(std::string("whole") + name)) << output << name;
    }
    ASSERT_FALSE(fs::exists(folder / output / ".quoth-journal"));
  }

  fs::path folder;
};

TEST_F(RunResume, KilledAtTwentyRandomPointsItGivesTheSameBytes) {
  const auto seed = std::random_device()();
  std::mt19937 random(seed);
  SCOPED_TRACE("seed " + std::to_string(seed));
  using clock = std::chrono::steady_clock;
  const auto microseconds = [](clock::duration time) {
    return static_cast<unsigned>(
        std::chrono::duration_cast<std::chrono::microseconds>(time).count());
  };
  const auto started = clock::now();
  const pid_t timed = start("timed", {});
  ASSERT_TRUE(see(folder / "timed" / "list.txt.part")) << log();
  const auto first_written = clock::now();
  ASSERT_TRUE(see(folder / "timed" / "list.txt")) << log();
  const auto all_written = clock::now();
  ASSERT_EQ(wait_for(timed), 1);
  int killed = 0, resumed = 0;
  for (int point = 0; point < 20; ++point) {
    const std::string output = "killed-" + std::to_string(point);
    // Most die while they write: what comes before takes longer in some builds than the rest.
    const bool writing = point % 4 != 0;
    const pid_t child = start(output, {});
    if (writing) {
      ASSERT_TRUE(see(folder / output / "list.txt.part")) << log();
    }
    const unsigned span =
        microseconds(writing ? all_written - first_written : all_written - started);
    const int ended =
        signal_after(child, std::chrono::microseconds(random() % (span + 1)), SIGKILL);
    ASSERT_TRUE(ended == killed_by_9 || ended == 1) << log();
    killed += ended == killed_by_9 ? 1 : 0;
    resumed += fs::exists(folder / output / ".quoth-journal") ? 1 : 0;
    ASSERT_EQ(run(output, {"--resume"}), 1) << log();
    expect_the_bytes_of_an_unbroken_run(output);
  }
  EXPECT_GE(killed, 10) << "the machine was too uneven for this test to mean something";
  EXPECT_GE(resumed, 5);
}

TEST_F(RunResume, KilledAgainAndAgainItStillComesToItsEnd) {
  const auto seed = std::random_device()();
  std::mt19937 random(seed);
  SCOPED_TRACE("seed " + std::to_string(seed));
  int runs = 0;
  for (int ended = killed_by_9; ended == killed_by_9 && runs < 200; ++runs) {
    const std::chrono::microseconds after(60'000 + random() % 150'000);
    ended = run_and_signal("killed", {"--resume"}, after, SIGKILL);
    ASSERT_TRUE(ended == 1 || ended == killed_by_9) << log();
  }
  EXPECT_GE(runs, 2);
  expect_the_bytes_of_an_unbroken_run("killed");
}

TEST_F(RunResume, ASignalEndsItSoonWithValidPartsAndSaysHowToGoOn) {
  for (const int signal : {SIGINT, SIGTERM}) {
    const std::string output = "stopped-" + std::to_string(signal);
    const pid_t child = start(output, {});
    ASSERT_TRUE(see(folder / output / "list.txt.part")) << log();
    ASSERT_EQ(signal_after(child, std::chrono::milliseconds(50), signal), 128 + signal) << log();
    EXPECT_THAT(log(), HasSubstr("--resume goes on from here"));
    EXPECT_FALSE(fs::exists(folder / output / "list.txt"));
    const std::string part = bytes_of(output + "/list.txt.part");
    EXPECT_EQ(bytes_of("whole/list.txt").substr(0, part.size()), part);
    EXPECT_TRUE(part.empty() || part.ends_with('\n'));
    ASSERT_EQ(run(output, {"--resume"}), 1) << log();
    expect_the_bytes_of_an_unbroken_run(output);
    EXPECT_THAT(bytes_of(output + "/run.json"), HasSubstr("\"resumptions\": 1"));
  }
}

}  // namespace
