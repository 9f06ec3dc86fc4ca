#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <random>
#include <record/catalogue.hpp>
#include <record/lookup.hpp>
#include <thread>

#include "records.hpp"

namespace quoth::record {
namespace {

std::int64_t count(const std::filesystem::path& path, const char* table) {
  database db(path, access::read);
  return db.number(("SELECT count(*) FROM " + std::string(table)).c_str());
}

std::vector<std::uint32_t> rows_with(lookup& book, std::string_view key, std::size_t most = 100) {
  std::vector<std::uint32_t> rows;
  book.rows_with(shelf::statements, key, most, rows);
  return rows;
}

TEST(Store, SkipsWhatIsThereAndReplacesWhatChanged) {
  const own_folder folder;
  const auto path = folder / "r";
  const std::string one = entry_bytes("a", "2024-01-01", {{"Maria Lind", "We cut taxes twice."}});
  const std::string two =
      entry_bytes("b", "2024-01-02", {{"Jon Berg", "Nobody asked the miners."}});
  {
    store made(path);
    made.add(one);
    made.add(two);
    made.finish();
    EXPECT_EQ(made.so_far().added, 2u);
  }
  {
    store again(path);
    again.add(one);
    again.add(entry_bytes("b", "2024-01-02", {{"Jon Berg", "Nobody asked the fishermen."}}));
    again.finish();
    EXPECT_EQ(again.so_far().skipped, 1u);
    EXPECT_EQ(again.so_far().replaced, 1u);
    EXPECT_EQ(again.so_far().added, 0u);
  }
  EXPECT_EQ(count(path, "documents"), 2);
  EXPECT_EQ(count(path, "statements"), 2);
  lookup book(path);
  EXPECT_TRUE(rows_with(book, "miner").empty());
  EXPECT_EQ(rows_with(book, "fishermen").size(), 1u);
  const catalogue speakers(path);
  for (const known_speaker& speaker : speakers.speakers()) EXPECT_EQ(speaker.statements, 1);
}

TEST(Store, ADocumentTwiceInOneRunIsReplaced) {
  const own_folder folder;
  store made(folder / "r");
  made.add(entry_bytes("a", "2024-01-01", {{"Maria Lind", "First version."}}));
  made.add(entry_bytes("a", "2024-01-01", {{"Maria Lind", "Second version."}, {"", "More."}}));
  made.finish();
  EXPECT_EQ(count(folder / "r", "statements"), 2);
  EXPECT_EQ(made.so_far().replaced, 1u);
}

TEST(Store, WithoutADocumentItIsAsIfThatHadNeverBeenAdded) {
  const own_folder folder;
  const std::string kept = entry_bytes("a", "2024-01-01", {{"Maria Lind", "We cut taxes twice."}});
  const std::string retracted =
      entry_bytes("b", "2024-02-02", {{"Eva Lind", "Taxes fell."}, {"Maria Lind", "No miners."}});
  {
    store made(folder / "never");
    made.add(kept);
    made.finish();
  }
  store made(folder / "r");
  made.add(kept);
  made.add(retracted);
  made.commit();
  EXPECT_TRUE(made.remove_document("b"));
  EXPECT_FALSE(made.remove_document("b"));
  EXPECT_EQ(made.so_far().removed, 1u);
  made.finish();
  for (const char* table : {"documents", "statements", "passages", "names", "speakers"}) {
    EXPECT_EQ(count(folder / "r", table), count(folder / "never", table)) << table;
  }
  const catalogue speakers(folder / "r");
  ASSERT_EQ(speakers.speakers().size(), 1u);
  EXPECT_EQ(speakers.speakers()[0].statements, 1);
  EXPECT_EQ(speakers.speakers()[0].last, "2024-01-01");
  EXPECT_EQ(speakers.resolve("Lind", {}, {}), 0u);  // Eva Lind is nobody again
  lookup book(folder / "r");
  EXPECT_TRUE(book.is_indexed());
  EXPECT_TRUE(rows_with(book, "miner").empty());
  EXPECT_EQ(rows_with(book, "tax").size(), 1u);
}

TEST(Store, WhatIsTakenOutAndNotCommittedIsStillThere) {
  const own_folder folder;
  {
    store made(folder / "r");
    made.add(entry_bytes("a", "2024-01-01", {{"Maria Lind", "We cut taxes twice."}}));
    made.finish();
  }
  {
    store again(folder / "r");
    EXPECT_TRUE(again.remove_document("a"));
  }
  lookup book(folder / "r");
  EXPECT_TRUE(book.is_indexed());
  EXPECT_EQ(rows_with(book, "tax").size(), 1u);
}

TEST(Store, ADocumentTakenOutCanBeAddedAgain) {
  const own_folder folder;
  const std::string one = entry_bytes("a", "2024-01-01", {{"Maria Lind", "We cut taxes twice."}});
  store made(folder / "r");
  made.add(one);
  made.commit();
  EXPECT_TRUE(made.remove_document("a"));
  made.commit();
  made.add(one);
  made.finish();
  EXPECT_EQ(made.so_far().added, 2u);
  lookup book(folder / "r");
  EXPECT_EQ(rows_with(book, "tax").size(), 1u);
  EXPECT_EQ(catalogue(folder / "r").speakers().size(), 1u);
}

TEST(Store, ReadersSeeOnlyWhatIsCommitted) {
  const own_folder folder;
  const auto path = folder / "r";
  store made(path);
  made.add(entry_bytes("a", "2024-01-01", {{"Maria Lind", "We cut taxes twice."}}));
  made.commit();
  lookup book(path);
  EXPECT_EQ(rows_with(book, "tax").size(), 1u);
  made.add(entry_bytes("b", "2024-01-02", {{"Maria Lind", "Taxes will rise."}}));
  EXPECT_EQ(rows_with(book, "tax").size(), 1u);
  made.commit();
  EXPECT_EQ(rows_with(book, "tax").size(), 1u) << "a look-up keeps its view until refresh";
  book.refresh();
  EXPECT_EQ(rows_with(book, "tax").size(), 2u);
}

TEST(Store, LeavesOneFile) {
  const own_folder folder;
  const auto path = folder / "r";
  store made(path);
  made.add(entry_bytes("a", "2024-01-01", {{"Maria Lind", "We cut taxes twice."}}));
  made.finish();
  EXPECT_FALSE(std::filesystem::exists(path.string() + "-wal"));
}

TEST(Store, MakesTheFolderOfItsFile) {
  const own_folder folder;
  const auto path = folder / "new" / "deep" / "r";
  store made(path);
  made.add(entry_bytes("a", "2024-01-01", {{"Maria Lind", "We cut taxes twice."}}));
  made.finish();
  EXPECT_EQ(count(path, "statements"), 1);
}

TEST(Store, ASecondWriterIsToldThatTheRecordIsBusy) {
  const own_folder folder;
  store first(folder / "r");
  try {
    store second(folder / "r", std::chrono::milliseconds(20));
    FAIL() << "two writers at once";
  } catch (const failure& why) {
    EXPECT_EQ(why.kind(), fault::busy);
    EXPECT_NE(std::string(why.what()).find("is being written by another program"),
              std::string::npos);
  }
}

TEST(Store, SeveralReadersSeeWholeDocumentsWhileOneWrites) {
  const own_folder folder;
  const auto path = folder / "r";
  {
    store made(path);
    made.finish();
  }
  std::atomic<bool> done{false};
  std::vector<std::thread> readers;
  std::vector<std::string> wrong(3);
  for (std::string& complaint : wrong) {
    readers.emplace_back([&] {
      try {
        std::size_t seen = 0;
        while (!done) {
          lookup book(path);
          const std::size_t now = rows_with(book, "statement", 100'000).size();
          const std::size_t answers = rows_with(book, "answer", 100'000).size();
          if (now < seen) complaint = "statements went away";
          if (now != answers) complaint = "half a document was seen";
          seen = now;
        }
      } catch (const failure& why) {
        complaint = why.what();
      }
    });
  }
  store made(path);
  for (int i = 0; i < 60; ++i) {
    made.add(entry_bytes("doc" + std::to_string(i), "2024-01-01",
                         {{"Maria Lind", "Statement number " + std::to_string(i) + " was made."},
                          {"Jon Berg", "And an answer to it."}}));
    made.commit();
  }
  made.finish();
  done = true;
  for (std::thread& one : readers) one.join();
  for (const std::string& complaint : wrong) EXPECT_EQ(complaint, "");
  lookup book(path);
  EXPECT_EQ(rows_with(book, "answer", 100'000).size(), 60u);
}

TEST(Store, AnAbandonedRunLeavesTheLastCommit) {
  const own_folder folder;
  {
    store made(folder / "r");
    made.add(entry_bytes("a", "2024-01-01", {{"Maria Lind", "We cut taxes twice."}}));
    made.commit();
    made.add(entry_bytes("b", "2024-01-01", {{"Maria Lind", "Never committed."}}));
  }
  EXPECT_EQ(count(folder / "r", "documents"), 1);
}

TEST(Store, CountsOfSpeakersFollowTheStatements) {
  const own_folder folder;
  store made(folder / "r");
  made.add(entry_bytes("a", "2024-03-01", {{"Maria Lind", "One."}, {"Lind", "Two."}}));
  made.commit();
  made.add(entry_bytes("b", "2023-01-05", {{"Maria Lind", "Three."}}));
  made.finish();
  const catalogue speakers(folder / "r");
  ASSERT_EQ(speakers.speakers().size(), 1u);
  EXPECT_EQ(speakers.speakers()[0].statements, 3);
  EXPECT_EQ(speakers.speakers()[0].first, "2023-01-05");
  EXPECT_EQ(speakers.speakers()[0].last, "2024-03-01");
}

// Writes documents 0, 1, 2, … with a commit after each, until it is killed.
[[noreturn]] void write_for_ever(const std::filesystem::path& path) {
  store made(path);
  for (int i = 0;; ++i) {
    made.add(entry_bytes("doc" + std::to_string(i), "2024-01-01",
                         {{"Maria Lind", "Statement number " + std::to_string(i) + " was made."},
                          {"Jon Berg", "And an answer to it."}}));
    made.commit();
  }
}

TEST(Store, KilledAtAnyMomentItHoldsWholeDocuments) {
  std::mt19937 random(11);
  for (int round = 0; round < 12; ++round) {
    const own_folder folder;
    const auto path = folder / "r";
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) write_for_ever(path);
    std::this_thread::sleep_for(std::chrono::milliseconds(15 + random() % 80));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    if (!std::filesystem::exists(path) || std::filesystem::file_size(path) == 0) continue;
    store again(path);
    again.add(entry_bytes("last", "2024-01-01", {{"Maria Lind", "Afterwards."}}));
    again.finish();
    database db(path, access::read);
    query whole(db, "PRAGMA integrity_check");
    ASSERT_TRUE(whole.step());
    EXPECT_EQ(whole.text(0), "ok");
    const std::int64_t documents = count(path, "documents");
    EXPECT_EQ(count(path, "statements"), 2 * documents - 1);
    EXPECT_EQ(db.number("SELECT sum(statements) FROM speakers"), 2 * documents - 1);
  }
}

TEST(Store, AStatementThatNoPassageHasIsNobodys) {
  const own_folder folder;
  const auto path = folder / "r";
  {
    store made(path);
    made.add(entry_bytes("a", "2024-01-01", {{"Maria Lind", "We cut taxes."}}));
    made.add(entry_bytes("b", "2024-01-02", {{"Jon Berg", "The harbour stays open."}}));
    made.finish();
  }
  {
    database db(path, access::write);
    db.run("DELETE FROM passages WHERE first = 2");
  }
  lookup book(path);
  EXPECT_FALSE(book.is_indexed());
  found_statement one;
  ASSERT_TRUE(book.statement(1, one));
  EXPECT_EQ(one.text, "We cut taxes.");
  EXPECT_FALSE(book.statement(2, one))
      << "given to speaker " << one.name << " of the passage before";
  EXPECT_FALSE(book.statement(0, one));
}

TEST(Store, WhateverAnotherProgramChangesOfWhatIsIndexedIsNoticed) {
  const own_folder folder;
  {
    store made(folder / "whole");
    made.add(entry_bytes("a", "2024-01-01", {{"Maria Lind", "We cut taxes."}}));
    made.finish();
    database(folder / "whole", access::write)
        .run(
            "INSERT INTO reviews (document, claim) VALUES (1, 'Taxes were cut.'); "
            "UPDATE meta SET value = 2 WHERE key = 'next-review'");
  }
  ASSERT_TRUE(lookup(folder / "whole").is_indexed());
  for (const char* change : {"UPDATE statements SET text = 'No.'", "DELETE FROM statements",
                             "UPDATE passages SET statements = 7", "DELETE FROM passages",
                             "UPDATE reviews SET claim = 'No.'", "DELETE FROM reviews"}) {
    std::filesystem::copy_file(folder / "whole", folder / "r",
                               std::filesystem::copy_options::overwrite_existing);
    database(folder / "r", access::write).run(change);
    EXPECT_FALSE(lookup(folder / "r").is_indexed()) << change;
  }
}

TEST(Store, ALongTurnIsCutIntoPassagesAndKeepsItsPlaces) {
  const own_folder folder;
  const auto path = folder / "r";
  std::vector<std::string> texts;
  for (int i = 0; i < 700; ++i) texts.push_back("Sentence " + std::to_string(i) + '.');
  std::vector<said> turn;
  for (const std::string& text : texts) turn.push_back({"Maria Lind", text, hand::first, {}, 0});
  {
    store made(path);
    made.add(entry_bytes("a", "2024-01-01", turn));
    made.finish();
  }
  database db(path, access::read);
  EXPECT_EQ(db.number("SELECT max(statements) FROM passages"), 256);
  query places(db, "SELECT id, text, begin, \"end\" FROM said ORDER BY begin");
  std::int64_t at = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    ASSERT_TRUE(places.step());
    EXPECT_EQ(places.text(0), "a#s" + std::to_string(i + 1));
    EXPECT_EQ(places.text(1), texts[i]);
    EXPECT_EQ(places.integer(2), at);
    EXPECT_EQ(places.integer(3), at + static_cast<std::int64_t>(texts[i].size()));
    at += static_cast<std::int64_t>(texts[i].size()) + 1;
  }
}

// An agency's story as outlets print it, and what is none of it.
class Stories : public ::testing::Test {
 protected:
  static constexpr std::string_view harbour =
      "The northern harbour will stay open through the whole winter, whatever the League decides.";
  static constexpr std::string_view boats =
      "We have counted ninety-four boats at the quay and not one of them has paid its dues.";
  static constexpr std::string_view quota =
      "Forty-one thousand tonnes is what the sea can give us, and we shall not ask for more.";
  static constexpr std::string_view corrected =
      "Forty-one thousand tons is what the sea can give us, and we shall not ask for more.";
  static constexpr std::string_view close =
      "My successor may see it in another way, but until then this is how it will be.";

  void add(std::string_view id, std::string_view day, const std::vector<said>& statements) {
    made_.add(entry_bytes(id, day, statements));
  }
  std::int64_t story(const char* id) {
    made_.commit();
    database db(path_, access::read);
    query ask(db, "SELECT ifnull(story, 0) FROM documents WHERE id = ?");
    ask.bind(1, std::string_view(id));
    return ask.step() ? ask.integer(0) : -1;
  }

  own_folder folder_;
  std::filesystem::path path_ = folder_ / "r";
  store made_{path_};
};

TEST_F(Stories, AnAgencysStoryIsOneThatIsCutAndCorrected) {
  add("agency", "2031-07-01",
      {{"Liv Tangen", harbour}, {"Liv Tangen", boats}, {"Liv Tangen", quota}, {"", close}});
  add("cut", "2031-07-01", {{"Liv Tangen", harbour}, {"Liv Tangen", boats}, {"Tangen", quota}});
  add("corrected", "2031-07-02",
      {{"Liv Tangen", harbour}, {"Liv Tangen", corrected}, {"Liv Tangen", close}});
  EXPECT_NE(story("agency"), 0);
  EXPECT_EQ(story("cut"), story("agency"));
  EXPECT_EQ(story("corrected"), story("agency"));
}

TEST_F(Stories, AnotherReportOfTheSameTalkIsAnotherStory) {
  add("one", "2031-07-01", {{"Liv Tangen", harbour}, {"Liv Tangen", boats}, {"Liv Tangen", close}});
  add("other", "2031-07-01", {{"Liv Tangen", boats}, {"Liv Tangen", quota}});
  EXPECT_NE(story("other"), story("one"));
}

TEST_F(Stories, TwoSpeechesAreNoStoryHoweverMuchTheyShare) {
  for (const char* id : {"monday", "tuesday"}) {
    add(id, "2031-07-01",
        {{"Liv Tangen", harbour, hand::first, {}, 0}, {"Liv Tangen", boats, hand::first, {}, 0}});
    EXPECT_EQ(story(id), 0);
  }
}

TEST_F(Stories, WhatIsToldAgainLongAfterIsAnotherStory) {
  add("then", "2031-07-01", {{"Liv Tangen", harbour}, {"Liv Tangen", boats}});
  add("later", "2032-07-01", {{"Liv Tangen", harbour}, {"Liv Tangen", boats}});
  EXPECT_NE(story("later"), story("then"));
}

TEST_F(Stories, AStoryOutlivesItsFirstArticle) {
  add("agency", "2031-07-01", {{"Liv Tangen", harbour}, {"Liv Tangen", boats}});
  add("copy", "2031-07-01", {{"Liv Tangen", harbour}, {"Liv Tangen", boats}});
  add("agency", "2031-07-01", {{"Liv Tangen", "Nothing of this was said."}});
  add("late", "2031-07-02", {{"Liv Tangen", harbour}, {"Liv Tangen", boats}});
  EXPECT_EQ(story("late"), story("copy"));
  EXPECT_NE(story("agency"), story("copy"));
}

TEST_F(Stories, WhatQuotesManyTimesAsMuchIsAnotherStory) {
  const std::string once = std::string(harbour) + ' ' + std::string(boats);
  std::string again;
  for (int i = 0; i < 12; ++i) again.append(once) += ' ';
  add("long", "2031-07-01", {{"Liv Tangen", again}});
  add("short", "2031-07-01", {{"Liv Tangen", once}});
  EXPECT_NE(story("long"), 0);
  EXPECT_NE(story("short"), story("long"));
}

TEST_F(Stories, TakenOutLeaveNothingBehind) {
  add("agency", "2031-07-01", {{"Liv Tangen", harbour}, {"Liv Tangen", boats}});
  EXPECT_NE(story("agency"), 0);
  EXPECT_EQ(count(path_, "sketches"), 8);
  add("agency", "2031-07-01", {{"Liv Tangen", "Nothing of this was said."}});
  EXPECT_EQ(story("agency"), 0);
  EXPECT_EQ(count(path_, "sketches"), 0);
}

TEST_F(Stories, TakenOutTakeNoOthersPlace) {
  const std::vector<std::string> months{"2031-01-01", "2031-02-01", "2031-03-01", "2031-04-01",
                                        "2031-05-01"};
  for (const std::string& day : months) {
    add(day, day, {{"Liv Tangen", harbour}, {"Liv Tangen", boats}});
  }
  add("agency", "2031-07-01", {{"Liv Tangen", harbour}, {"Liv Tangen", boats}});
  for (const std::string& day : months) add(day, day, {{"Liv Tangen", "Nothing was said."}});
  add("copy", "2031-07-02", {{"Liv Tangen", harbour}, {"Liv Tangen", boats}});
  EXPECT_NE(story("copy"), 0);
  EXPECT_EQ(story("copy"), story("agency"));
}

TEST(Store, AnIndexMadeAgainFindsTheStories) {
  const own_folder folder;
  const auto path = folder / "r";
  const std::string_view said =
      "We have counted ninety-four boats at the quay and not one of them has paid its dues, nor "
      "will we let them leave before the last of them has done so.";
  {
    store made(path);
    made.add(entry_bytes("agency", "2031-07-01", {{"Liv Tangen", said}}));
    made.finish();
  }
  // As another version leaves it that made other fingerprints.
  database(path, access::write)
      .run(
          "UPDATE sketches SET print = print + 1; "
          "UPDATE meta SET value = 'keys 1, layout 1' WHERE key = 'index-version'");
  store again(path);
  again.add(entry_bytes("copy", "2031-07-01", {{"Liv Tangen", said}}));
  again.finish();
  database db(path, access::read);
  EXPECT_EQ(db.number("SELECT count(DISTINCT story) FROM documents WHERE story IS NOT NULL"), 1);
  EXPECT_EQ(count(path, "sketches"), 8);
}

TEST(Catalogue, ResolvesSurnamesRolesAndSpellings) {
  const own_folder folder;
  {
    store made(folder / "r");
    made.add(entry_bytes("a", "2024-03-01",
                         {{"Oskar Draganov", "One."}, {"Liv Tangen", "Two."}, {"Per Tangen", "3."}},
                         {{"Oskar Draganov", "Veldanian President"},
                          {"Liv Tangen", "Fisheries Minister"},
                          {"Per Tangen", "chairman of the Fishermen's League"}}));
    made.finish();
  }
  const catalogue speakers(folder / "r");
  const auto who = [&](std::string_view name, std::string_view description) -> std::string {
    const std::uint32_t found = speakers.resolve(name, description, "2024-03-05");
    return found == no_speaker ? "" : speakers.speakers()[found].name;
  };
  EXPECT_EQ(who("Draganov", ""), "Oskar Draganov");
  EXPECT_EQ(who("Boris Draganov", ""), "");
  EXPECT_EQ(who("", "the Veldanian president"), "Oskar Draganov");
  EXPECT_EQ(who("", "the president of Tovria"), "");
  EXPECT_EQ(who("Tangen", ""), "");
  EXPECT_EQ(who("Tangen", "the minister"), "Liv Tangen");
  EXPECT_EQ(who("Tangen", "chairman"), "Per Tangen");
  EXPECT_EQ(who("Драганов", ""), "Oskar Draganov");
}

TEST(Catalogue, ATitleThatNoListHasIsNoPartOfAName) {
  const own_folder folder;
  {
    store made(folder / "r");
    made.add(entry_bytes("a", "2024-03-01",
                         {{"Davit Karum", "One."}, {"the zoo", "Two."}, {"Maria Sand", "Three."}}));
    made.finish();
  }
  const catalogue speakers(folder / "r");
  const auto who = [&](std::string_view name) -> std::string {
    const std::uint32_t found = speakers.resolve(name, {}, "2024-03-05");
    return found == no_speaker ? "" : speakers.speakers()[found].name;
  };
  EXPECT_EQ(who("Grandmaster Davit Karum"), "Davit Karum");
  EXPECT_EQ(who("Davit Karum Sand"), "");
  EXPECT_EQ(who("Nona Karum"), "");
  EXPECT_EQ(who("the director of Pellworth Zoo"), "");
  EXPECT_EQ(who("the Zoo"), "the zoo");
}

TEST(Catalogue, NamesAreSpelledAsTheTextIs) {
  const own_folder folder;
  {
    store made(folder / "r");
    made.add(
        entry_bytes("a", "2024-03-01",
                    {{"Panas Dziuba", "One."}, {"Panas Dziuba", "Two."}, {"Liv Tangen", "3."}}));
    made.add(entry_bytes("b", "2024-03-02", {{"Панас Дзюба", "Три."}, {"Тасманич", "Чотири."}}, {},
                         "uk"));
    made.finish();
  }
  const catalogue speakers(folder / "r");
  const auto named = [&](std::string_view name, bool cyrillic) {
    return speakers.name_in(speakers.resolve(name, {}, "2024-03-05"), cyrillic);
  };
  EXPECT_EQ(named("Dziuba", true), "Панас Дзюба");
  EXPECT_EQ(named("Дзюба", false), "Panas Dziuba");
  EXPECT_EQ(named("Liv Tangen", true), "Liv Tangen");
  EXPECT_EQ(named("Тасманич", false), "Тасманич");
}

TEST(Catalogue, ATitleStandsForAGivenNameThatNobodyKnows) {
  const own_folder folder;
  {
    store made(folder / "r");
    made.add(entry_bytes("a", "2024-03-01",
                         {{"Penhallow", "One.", hand::first, {}, no_turn, "Lord"},
                          {"Ida Astor", "Two."},
                          {"Holt", "Three.", hand::first, {}, no_turn, "Mr"}},
                         {{"Penhallow", "Lord"}, {"Ida Astor", "Lady"}, {"Holt", "Mr"}}));
    made.finish();
  }
  const catalogue speakers(folder / "r");
  const auto named = [&](std::string_view name, std::string_view role) {
    return speakers.name_in(speakers.resolve(name, role, "2024-03-05"), false);
  };
  EXPECT_EQ(named("Penhallow", "Lord"), "Lord Penhallow");
  EXPECT_EQ(named("Astor", ""), "Ida Astor");
  EXPECT_EQ(named("Holt", "Mr"), "Holt");
}

TEST(Catalogue, AnOfficeIsWhoseItIsAtThatTimeAndNobodysLongBeforeOrAfter) {
  const own_folder folder;
  {
    store made(folder / "r");
    made.add(entry_bytes("a", "2014-03-01", {{"Liv Tangen", "One."}}, {{"Liv Tangen", "mayor"}}));
    made.add(entry_bytes("b", "2024-03-01", {{"Per Holt", "Two."}, {"Ada Brun", "Three."}},
                         {{"Per Holt", "mayor"}, {"Ada Brun", "former mayor"}}));
    made.finish();
  }
  const catalogue speakers(folder / "r");
  const auto who = [&](std::string_view description, std::string_view day) -> std::string {
    const std::uint32_t found = speakers.resolve({}, description, day);
    return found == no_speaker ? "" : speakers.speakers()[found].name;
  };
  EXPECT_EQ(who("the mayor", "2014-06-01"), "Liv Tangen");
  EXPECT_EQ(who("the mayor", "2024-03-01"), "Per Holt");
  EXPECT_EQ(who("the mayor", "2019-03-01"), "");
  EXPECT_EQ(who("the former mayor", "2024-03-01"), "Ada Brun");
}

TEST(Catalogue, WhoHadAnOfficeBeforeIsNotWhoHasItWhateverElseTheRoleSays) {
  const own_folder folder;
  {
    store made(folder / "r");
    made.add(entry_bytes("a", "2024-03-01",
                         {{"Olga Reed", "One."}, {"Emil Varga", "Two."}, {"Jon Berg", "Three."}},
                         {{"Olga Reed", "former transport minister"},
                          {"Emil Varga", "Tovria's transport minister"},
                          {"Jon Berg", "director"}}));
    made.finish();
  }
  const catalogue speakers(folder / "r");
  const auto who = [&](std::string_view description) -> std::string {
    const std::uint32_t found = speakers.resolve({}, description, "2024-03-01");
    return found == no_speaker ? "" : speakers.speakers()[found].name;
  };
  EXPECT_EQ(who("The transport minister"), "Emil Varga");
  EXPECT_EQ(who("Tovria’s transport minister"), "Emil Varga");
  EXPECT_EQ(who("the former minister"), "Olga Reed");
  EXPECT_EQ(who("the former director"), "Jon Berg");
}

TEST(Catalogue, ANameGivenWithAnothersRoleIsTheirsWhateverAnAliasSays) {
  const own_folder folder;
  {
    store made(folder / "r");
    made.add(entry_bytes("a", "2024-03-01", {{"Liv Tangen", "One."}, {"Per Tangen", "Two."}},
                         {{"Liv Tangen", "chairman of the Fishermen's League"},
                          {"Per Tangen", "Fisheries Minister"}}));
    made.add(entry_bytes("b", "2024-03-01", {{"Jon Berg", "Three."}}, {{"Jon Berg", "chairman"}}));
    made.set_alias("Tangen", "Per Tangen");
    made.finish();
  }
  const catalogue speakers(folder / "r");
  const auto who = [&](std::string_view description) {
    return speakers.speakers().at(speakers.resolve("Tangen", description, "2024-03-05")).name;
  };
  EXPECT_EQ(who("chairman"), "Liv Tangen");
  EXPECT_EQ(who("the minister"), "Per Tangen");
  EXPECT_EQ(who("the singer"), "Per Tangen");
  EXPECT_EQ(who(""), "Per Tangen");
}

}  // namespace
}  // namespace quoth::record
