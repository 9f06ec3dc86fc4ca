#include <aliases.hpp>
#include <called_speaker.hpp>
#include <listing.hpp>
#include <record/catalogue.hpp>
#include <tool.hpp>

#include "records.hpp"

namespace quoth::record_writing {
namespace {

using record::entry_bytes;
using record::own_folder;

void make_record(const std::filesystem::path& path) {
  record::store made(path);
  made.add(
      entry_bytes("a", "2024-01-01",
                  {{"Maria Lind", "We cut taxes twice."}, {"Jon Berg", "She cut them once."}}));
  made.add(entry_bytes("b", "2024-02-01", {{"Maria Lind", "Taxes were cut by others."}}));
  made.finish();
}

std::string found_in(const std::filesystem::path& path, const search& wanted, layout how) {
  return list_found(path, wanted, how, [](std::string_view why) { FAIL() << why; });
}

// The message of what is not there.
template <class Work>
std::string message_of(Work work) {
  try {
    work();
  } catch (const not_there& why) {
    return why.what();
  }
  return "no failure";
}

TEST(Listing, ShowsWhatTheRecordHolds) {
  const own_folder folder;
  make_record(folder / "r");
  EXPECT_EQ(list_contents(folder / "r", layout::text),
            "record      " + (folder / "r").string() +
                "\n"
                "documents   2, 2024-01-01 to 2024-02-01\n"
                "statements  3, of them 0 second-hand, 0 denials, 0 by unknown speakers\n"
                "reviews     0\n"
                "speakers    2\n"
                "         2  Maria Lind  (2024-01-01 to 2024-02-01)\n"
                "         1  Jon Berg  (2024-01-01)\n");
}

TEST(Listing, OffersWhoeverHasTheLastWordOfAName) {
  const own_folder folder;
  make_record(folder / "r");
  const std::string told =
      message_of([&] { (void)list_coverage(folder / "r", "Mayor Bergh", layout::text); });
  EXPECT_NE(told.find("did you mean Jon Berg? "), std::string::npos) << told;
}

TEST(Listing, ShowsWhatTheRecordHoldsAsJson) {
  const own_folder folder;
  make_record(folder / "r");
  const std::string shown = list_contents(folder / "r", layout::json);
  EXPECT_TRUE(shown.starts_with(R"({"documents":2,"from":"2024-01-01","to":"2024-02-01",)"));
  EXPECT_NE(shown.find(R"({"speaker":"Jon Berg","statements":1,)"), std::string::npos);
}

TEST(Listing, FindsInflectedWordsNewestFirst) {
  const own_folder folder;
  make_record(folder / "r");
  search wanted;
  wanted.words = {"tax", "cutting"};
  const std::string shown = found_in(folder / "r", wanted, layout::text);
  EXPECT_LT(shown.find("[b#s1]"), shown.find("[a#s1]"));
  EXPECT_EQ(shown.find("[a#s2]"), std::string::npos);
}

TEST(Listing, FindsInflectedWordsInEveryLanguageOfTheRecord) {
  const own_folder folder;
  record::store made(folder / "r");
  made.add(
      entry_bytes("f", "2024-01-01", {{"Maria Lind", "Les gouvernements changeront."}}, {}, "fr"));
  made.add(entry_bytes("u", "2024-01-02", {{"Maria Lind", "Nations unclear."}}, {}, ""));
  made.finish();
  search wanted;
  wanted.words = {"gouvernement", "changer"};
  EXPECT_NE(found_in(folder / "r", wanted, layout::text).find("[f#s1]"), std::string::npos);
  wanted.words = {"nations"};
  EXPECT_NE(found_in(folder / "r", wanted, layout::text).find("[u#s1]"), std::string::npos);
}

TEST(Listing, APhraseMustStandAsItIs) {
  const own_folder folder;
  make_record(folder / "r");
  search wanted;
  wanted.words = {"cut taxes"};
  const std::string shown = found_in(folder / "r", wanted, layout::text);
  EXPECT_NE(shown.find("[a#s1]"), std::string::npos);
  EXPECT_EQ(shown.find("[b#s1]"), std::string::npos);
}

TEST(Listing, KeepsToASpeakerAndDays) {
  const own_folder folder;
  make_record(folder / "r");
  search wanted;
  wanted.words = {"cut"};
  wanted.speaker = "Lind";
  wanted.to = "2024-01";
  const std::string shown = found_in(folder / "r", wanted, layout::json);
  EXPECT_EQ(shown, R"({"id":"a#s1","kind":"statement","date":"2024-01-01",)"
                   R"("speaker":"Maria Lind","text":"We cut taxes twice.","outlet":"The Post"})"
                   "\n");
  wanted.speaker = "Nobody Known";
  EXPECT_EQ(message_of([&] { found_in(folder / "r", wanted, layout::text); }),
            "record '" + (folder / "r").string() +
                "' has no speaker 'Nobody Known': 'quoth record info' lists those that it has");
}

TEST(Listing, WarnsWhereTheIndexIsNotOfAllTexts) {
  const own_folder folder;
  make_record(folder / "r");
  {
    record::database db(folder / "r", record::access::write);
    db.run("UPDATE statements SET text = 'We cut the budget twice.' WHERE statement = 1");
  }
  search wanted;
  wanted.words = {"budget"};
  std::string warned;
  EXPECT_EQ(
      list_found(folder / "r", wanted, layout::text, [&](std::string_view why) { warned += why; }),
      "Nothing in the record has all of these words.\n");
  EXPECT_NE(warned.find("was changed by another program or version since it was indexed"),
            std::string::npos);
}

TEST(Listing, CoverageIsOfOneSpeakerWhereTwoAreShownAlike) {
  const own_folder folder;
  {
    record::store made(folder / "r");
    made.add(entry_bytes("a", "2024-01-01", {{"Tangen", "One."}, {"Tangen", "Two."}},
                         {{"Tangen", "chairman"}}));
    made.add(entry_bytes("b", "2024-02-01", {{"Berg", "Three."}}));
    made.finish();
  }
  {
    record::database db(folder / "r", record::access::write);
    db.run("UPDATE speakers SET name = 'Tangen'");  // as two people of one surname are
  }
  const std::string shown = list_coverage(folder / "r", "Berg", layout::text);
  EXPECT_NE(shown.find("statements  1, of them 0 second-hand, in 1 document"), std::string::npos)
      << shown;
  EXPECT_EQ(shown.find("as Tangen"), std::string::npos) << shown;
}

class Aliases : public ::testing::Test {
 protected:
  void SetUp() override {
    record::store made(path_);
    made.add(entry_bytes("a", "2024-01-01",
                         {{"Liv Tangen", "One."},
                          {"Per Tangen", "Two."},
                          {"the minister", "Three."},
                          {"The Fox", "Four."},
                          {"the fox", "Five."},
                          {"die Kanzlerin", "Six."}},
                         {{"Liv Tangen", "Fisheries Minister"}, {"Per Tangen", "Kanzlerin"}}));
    made.finish();
  }
  std::string speaker_of(std::string_view name) {
    const record::catalogue speakers(path_);
    const std::uint32_t found = speakers.resolve(name, {}, {});
    return found == record::no_speaker ? "" : speakers.speakers()[found].name;
  }

  own_folder folder_;
  std::filesystem::path path_ = folder_ / "r";
};

TEST_F(Aliases, AreNotNeededForANameThatCyrillicWritesByEar) {
  EXPECT_EQ(speaker_of("Лів Танген"), "Liv Tangen");
  EXPECT_EQ(speaker_of("Пер Танген"), "Per Tangen");
  EXPECT_EQ(speaker_of("Танген"), "") << "two have the surname";
  EXPECT_EQ(speaker_of("Ліза Танген"), "");
}

TEST_F(Aliases, OfTwoNamesOfOneSoundTheVowelsOfTheSurnameTell) {
  record::store made(folder_ / "sound");
  made.add(
      entry_bytes("a", "2024-01-01", {{"Vladimir Putin", "One."}, {"Vladimir Potanin", "Two."}}));
  made.finish();
  const record::catalogue speakers(folder_ / "sound");
  const auto named = [&](std::string_view name) {
    const std::uint32_t found = speakers.resolve(name, {}, {});
    return found == record::no_speaker ? "" : speakers.speakers()[found].name;
  };
  EXPECT_EQ(named("Володимир Путін"), "Vladimir Putin");
  EXPECT_EQ(named("Володимир Потанін"), "Vladimir Potanin");
}

TEST_F(Aliases, SayWhichNamesTheyJoin) {
  EXPECT_EQ(add_alias(path_, "The Fox", "liv tangen"),
            "The Fox is Liv Tangen\n         1  as The Fox\n");
  EXPECT_EQ(speaker_of("The Fox"), "Liv Tangen");
  EXPECT_EQ(speaker_of("the fox"), "the fox");
  EXPECT_EQ(add_alias(path_, "Tangen", "Liv Tangen"),
            "Tangen is Liv Tangen\n            no statement was under another speaker's name\n");
}

TEST_F(Aliases, NeedOneSpeakerWhomTheyMean) {
  EXPECT_EQ(message_of([&] { (void)add_alias(path_, "The Fox", "Tangen"); }),
            "'Tangen' may be Liv Tangen, Per Tangen: give one of these");
  EXPECT_NE(message_of([&] {
              (void)add_alias(path_, "The Fox", "Jon Berg");
            }).find("has no speaker 'Jon Berg': 'quoth record info' lists"),
            std::string::npos);
  EXPECT_EQ(list_aliases(path_, layout::text), "The record has no aliases.\n");
}

TEST_F(Aliases, AreNoDescriptionsOfWhoeverHoldsAnOffice) {
  for (const char* described : {"the minister", "die Kanzlerin", "Minister", "the fox"}) {
    EXPECT_NE(message_of([&] {
                (void)add_alias(path_, described, "Liv Tangen");
              }).find("is a description, which means another person in another document"),
              std::string::npos)
        << described;
  }
}

TEST_F(Aliases, AreNamesThoughTheyAreOfficesAndPlacesToo) {
  record::store made(path_);
  made.add(entry_bytes("b", "2024-01-02",
                       {{"Angus King", "One."}, {"John Major", "Two."}, {"Britain", "Three."}},
                       {{"Per Tangen", "King of the North"},
                        {"Per Tangen", "Major"},
                        {"Per Tangen", "Minister of the United Kingdom"}}));
  made.finish();
  for (const auto& [name, speaker] :
       {std::pair("King", "Angus King"), {"Major", "John Major"}, {"United Kingdom", "Britain"}}) {
    (void)add_alias(path_, name, speaker);
    EXPECT_EQ(speaker_of(name), speaker);
  }
  EXPECT_NE(message_of([&] {
              (void)add_alias(path_, "Major", "Liv Tangen");
            }).find("'Major' is a description"),
            std::string::npos);
}

TEST_F(Aliases, BehindAGermanArticleAreNicknamesOfMoreThanANoun) {
  const auto message = [&](const char* name) {
    return message_of([&] { (void)add_alias(path_, name, "Liv Tangen"); });
  };
  for (const char* noun : {"die Leiterin", "Die Leiterin", "der Alte", "die kluge Leiterin"}) {
    EXPECT_NE(message(noun).find("is a description"), std::string::npos) << noun;
  }
  EXPECT_EQ(message("Die Eiserne Lady"), "no failure");
  EXPECT_EQ(message("Die Tangen"), "no failure") << "a name of hers";
}

TEST_F(Aliases, AreOfWhomTheRecordShowsByASingleName) {
  record::store made(path_);
  made.add(entry_bytes("b", "2024-01-02", {{"Tangen", "One."}}));
  made.finish();
  EXPECT_EQ(message_of([&] { (void)add_alias(path_, "The Fox", "tangen"); }), "no failure");
  EXPECT_EQ(speaker_of("The Fox"), "Tangen");
  EXPECT_NE(list_coverage(path_, "Tangen", layout::text).find("as The Fox"), std::string::npos);
}

TEST(Listing, TellsPeopleOfOneSingleNameApartByTheirRoles) {
  const own_folder folder;
  const auto path = folder / "r";
  {
    record::store made(path);
    made.add(entry_bytes("a", "2024-01-01",
                         {{"Tangen", "One.", record::hand::first, {}, record::no_turn, "chairman"}},
                         {{"Tangen", "chairman"}}));
    made.add(entry_bytes("b", "2024-01-02",
                         {{"Tangen", "Two.", record::hand::first, {}, record::no_turn, "minister"}},
                         {{"Tangen", "minister"}}));
    made.add(entry_bytes("c", "2024-01-03", {{"The Fox", "Three."}}));
    made.finish();
  }
  const std::string told =
      "'Tangen' may be 'Tangen, chairman', 'Tangen, minister': give one of these";
  EXPECT_EQ(message_of([&] { (void)list_coverage(path, "Tangen", layout::text); }), told);
  EXPECT_NE(list_coverage(path, "Tangen, minister", layout::text).find("2024-01-02"),
            std::string::npos);
  EXPECT_EQ(message_of([&] { (void)add_alias(path, "The Fox", "Tangen"); }), told);
  EXPECT_EQ(add_alias(path, "The Fox", "Tangen, minister"),
            "The Fox is Tangen, minister\n         1  as The Fox\n");
  EXPECT_NE(list_coverage(path, "The Fox", layout::text).find("2024-01-02 to 2024-01-03"),
            std::string::npos);
}

TEST(Listing, NamesThoseWhoHoldARole) {
  const own_folder folder;
  const auto path = folder / "r";
  {
    record::store made(path);
    made.add(entry_bytes("a", "2024-01-01", {{"Liv Tangen", "One."}, {"Jon Berg", "Two."}},
                         {{"Liv Tangen", "Fisheries Minister"}, {"Jon Berg", "Trade Minister"}}));
    made.finish();
  }
  EXPECT_EQ(message_of([&] { (void)list_coverage(path, "the minister", layout::text); }),
            "'the minister' is a role of Jon Berg, Liv Tangen: give one of these");
  EXPECT_EQ(list_coverage(path, "the fisheries minister", layout::text),
            list_coverage(path, "Liv Tangen", layout::text));
  EXPECT_EQ(message_of([&] { (void)add_alias(path, "The Fox", "fisheries minister"); }),
            "'fisheries minister' is a role of Liv Tangen: give one of these");
}

TEST_F(Aliases, OfOneNameInTwoSpellingsTheLastCounts) {
  (void)add_alias(path_, "Tangen", "Liv Tangen");
  (void)add_alias(path_, "TANGEN", "Per Tangen");
  EXPECT_EQ(list_aliases(path_, layout::text), "TANGEN is Per Tangen\n");
  EXPECT_EQ(speaker_of("Tangen"), "Per Tangen");
  EXPECT_EQ(speaker_of("Liv Tangen"), "Liv Tangen");
}

TEST_F(Aliases, AreTakenBackInAnySpelling) {
  (void)add_alias(path_, "The Fox", "Liv Tangen");
  EXPECT_EQ(remove_alias(path_, "the Fox"), "the Fox is no alias any more\n");
  EXPECT_EQ(speaker_of("The Fox"), "The Fox");
  EXPECT_NE(
      message_of([&] { (void)remove_alias(path_, "The Fox"); }).find("has no alias 'The Fox'"),
      std::string::npos);
}

TEST(Listing, ShowsAStatementAmongItsNeighbours) {
  const own_folder folder;
  make_record(folder / "r");
  EXPECT_EQ(list_context(folder / "r", "a#s2"),
            "About , 2024-01-01, The Post, https://example.org/\n"
            "  Maria Lind: We cut taxes twice.\n"
            "> Jon Berg: She cut them once.\n");
  EXPECT_EQ(list_context(folder / "r", "zz#s1"), "The record has no statement 'zz#s1'.\n");
}

// A host that keeps what is reported to it.
std::string reported;

const void* service(const quoth_host*, const char* id) {
  static constexpr quoth_error_1 errors{
      sizeof(quoth_error_1), [](const quoth_host*, quoth_status status, quoth_string message,
                                std::uint32_t, std::uint32_t) {
        reported.assign(message.data, message.size);
        return status;
      }};
  return std::string_view(id) == QUOTH_ERROR_1 ? &errors : nullptr;
}

TEST(Tool, TellsOfItsVerbsWhereItDoesNotKnowOne) {
  const quoth_host host{sizeof(quoth_host), QUOTH_ABI_MAJOR, QUOTH_ABI_MINOR, service};
  for (const std::string_view verb : {"help", "drop"}) {
    reported.clear();
    EXPECT_EQ(tool_table.run(&host, {verb.data(), verb.size()}, nullptr, 0, nullptr), QUOTH_MISUSE);
    EXPECT_TRUE(reported.starts_with("no verb '" + std::string(verb) + "'")) << reported;
    EXPECT_NE(reported.find("search RECORD [--speaker NAME]"), std::string::npos) << reported;
  }
}

}  // namespace
}  // namespace quoth::record_writing
