#include <algorithm>
#include <map>
#include <matcher.hpp>
#include <records.hpp>
#include <thread>

#include "lexicons.hpp"

namespace quoth::matching {
namespace {

using record::entry_bytes;
using record::own_folder;

// A record of a small country's news.
class Matcher : public ::testing::Test {
 protected:
  void SetUp() override {
    record::store made(folder_ / "r");
    made.add(entry_bytes("talk", "2031-06-19",
                         {{"Oskar Draganov", "We have spoken at length about security.", {}, {}, 0},
                          {"Oskar Draganov",
                           "If they fly from fields in third countries, those fields become a "
                           "lawful target.",
                           {},
                           {},
                           0},
                          {"Oskar Draganov", "I would not call it a recession.", {}, {}, 1},
                          {"Oskar Draganov", "I would call it a pause.", {}, {}, 1}},
                         {{"Oskar Draganov", "President of Veldania"}}));
    made.add(entry_bytes("quota", "2031-07-01",
                         {{"Liv Tangen", "Forty-one thousand tonnes and not one tonne more."},
                          {"Liv Tangen", "The northern box stays closed this winter."},
                          {"Petra Vance", "Nobody in Sarn has a missile to spare."}}));
    made.add(entry_bytes("agency", "2031-07-02",
                         {{"Liv Tangen", "Forty-one thousand tonnes and not one tonne more."}}));
    made.add(entry_bytes(
        "denial", "2031-07-03",
        {{"Oskar Draganov", "the strait will be closed to League ships", record::hand::denial},
         {"Oskar Draganov", "think about it until the plums are ripe", record::hand::second,
          "Radio Belmar"}}));
    add_story(made);
    add_filler(made);
    record::entry checked;
    checked.document = {"check", "", "2031-07-04", "", "en", "", "Checkers"};
    checked.reviews.emplace_back().claim =
        "Petra Vance said: If your rations run out, go and chew some moss";
    record::key_maker keys;
    std::string bytes;
    record::append_entry(checked, keys, bytes);
    made.add(bytes);
    made.finish();
    shared_ = std::make_shared<opened_record>(
        opened_record{folder_ / "r", record::catalogue(folder_ / "r"), {}});
    shared_->languages.emplace("en", shipped("en"));
  }

  // One agency story as three outlets print it: as it came, without its end, and with a word put
  // right. Then a speech of the next day, with a word of its own.
  static void add_story(record::store& made) {
    constexpr std::string_view ferry =
        "The ferry to Sarn will sail every morning as long as I hold this chair.";
    constexpr std::string_view corrected =
        "The ferry to Sarn will sail each morning as long as I hold this chair.";
    constexpr std::string_view fares =
        "Fares for islanders will not rise before the bridge at Holm has been paid for.";
    constexpr std::string_view islands =
        "No government before ours has asked the islands what they wanted from it.";
    made.add(
        entry_bytes("herald", "2031-05-02",
                    {{"Petra Vance", ferry}, {"Petra Vance", fares}, {"Petra Vance", islands}}));
    made.add(
        entry_bytes("courier", "2031-05-02", {{"Petra Vance", ferry}, {"Petra Vance", fares}}));
    made.add(entry_bytes(
        "echo", "2031-05-03",
        {{"Petra Vance", corrected}, {"Petra Vance", fares}, {"Petra Vance", islands}}));
    made.add(
        entry_bytes("speech", "2031-05-03",
                    {{"Petra Vance",
                      "The ferry to Sarn will sail every evening as long as I hold this chair.",
                      {},
                      {},
                      0}}));
  }

  // So that rare words are rare.
  static void add_filler(record::store& made) {
    for (int i = 0; i < 60; ++i) {
      const std::string id = "filler" + std::to_string(i);
      const std::string text = "The committee for item " + std::to_string(i) +
                               " has met and will meet again in this winter.";
      made.add(entry_bytes(id, "2031-01-01", {{"Somebody Else", text}}));
    }
  }

  std::vector<found_match> match(std::string_view text, std::string_view speaker,
                                 std::string_view document = "post", manner how = manner::quoted) {
    matcher look(shared_, 10);
    wanted claim;
    claim.text = text;
    claim.lang = "en";
    claim.how = how;
    claim.speaker = shared_->speakers.resolve(speaker, "", "2031-07-05");
    claim.speaker_name = speaker;
    claim.document = document;
    return look.match(claim);
  }

  // A whole post in its own words.
  static wanted post(std::string_view text) {
    wanted claim;
    claim.text = text;
    claim.lang = "en";
    claim.how = manner::reported;
    claim.is_whole_text = true;
    return claim;
  }

  own_folder folder_;
  std::shared_ptr<opened_record> shared_;
};

TEST_F(Matcher, FindsTheWordsOfTheSpeaker) {
  const auto found = match("not one tonne more", "Liv Tangen");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].relation, match_relation::verbatim);
  EXPECT_EQ(found[0].speaker, "Liv Tangen");
  EXPECT_EQ(found[0].date, "2031-07-01");
}

TEST_F(Matcher, AnAgencysStoryInThreeOutletsIsOneMatchThatAppearsThreeTimes) {
  const auto found = match("The ferry to Sarn will sail every morning as long as I hold this chair",
                           "Petra Vance");
  std::map<std::string, std::int64_t> appearances;
  for (const found_match& one : found) {
    if (one.text.starts_with("The ferry to Sarn")) appearances[one.record] = one.appearances;
  }
  EXPECT_EQ(appearances, (std::map<std::string, std::int64_t>{{"herald#s1", 3}, {"speech#s1", 1}}));
}

TEST_F(Matcher, OneStatementInTwoDocumentsIsOneMatchThatAppearsTwice) {
  const auto found = match("Forty-one thousand tonnes and not one tonne more", "Liv Tangen");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].record, "quota#s1");
  EXPECT_EQ(found[0].appearances, 2);
  for (std::size_t i = 1; i < found.size(); ++i) EXPECT_NE(found[i].record, "agency#s1");
}

TEST_F(Matcher, TheSameWordsOfAnotherSurface) {
  const auto found = match("Nobody in Sarn has a missile to spare", "Oskar Draganov");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].record, "quota#s3");
  EXPECT_EQ(found[0].speaker, "Petra Vance");
  EXPECT_EQ(found[0].relation, match_relation::verbatim);
}

TEST_F(Matcher, BothSourcesOfASpliceSurface) {
  const auto found =
      match("We have spoken at length about security, I would call it a pause", "Oskar Draganov");
  ASSERT_GE(found.size(), 2u);
  EXPECT_EQ(found[0].record, "talk#s1");
  EXPECT_EQ(found[1].record, "talk#s4");
}

TEST_F(Matcher, AQuotationOverTheEndOfASentenceIsOnePassage) {
  const auto found =
      match("I would not call it a recession. I would call it a pause.", "Oskar Draganov");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].relation, match_relation::verbatim);
  EXPECT_EQ(found[0].text, "I would not call it a recession. I would call it a pause.");
}

TEST_F(Matcher, ADocumentIsNoEvidenceForItsOwnClaimsButAnotherOfItsIdIs) {
  const auto is_evidence = [&](std::string_view day, std::string_view text) {
    matcher look(shared_, 10);
    wanted claim;
    claim.text = "Nobody in Sarn has a missile to spare";
    claim.lang = "en";
    claim.document = "quota";
    claim.title = "About ";
    claim.url = "https://example.org/";
    claim.document_text = text;
    claim.day = day;
    return std::ranges::any_of(
        look.match(claim), [](const found_match& one) { return one.record.starts_with("quota#"); });
  };
  constexpr std::string_view whole =
      "“Forty-one thousand tonnes and not one tonne more,” said Liv Tangen. “The northern box "
      "stays "
      "closed this winter.” Petra Vance: “Nobody in Sarn has a missile to spare.”";
  EXPECT_FALSE(is_evidence("2031-07-01", whole));
  EXPECT_TRUE(is_evidence("2031-07-02", whole)) << "of another day";
  EXPECT_TRUE(is_evidence("2031-07-01", "“Nobody in Sarn has a missile to spare,” said Vance."))
      << "without the other statements";
}

// Two quotations by one speaker in an article, of which a report tells both.
TEST_F(Matcher, QuotationsThatDoNotFollowOneAnotherAreParted) {
  record::store more(folder_ / "r");
  more.add(entry_bytes(
      "yard", "2031-07-04",
      {{"Liv Tangen", "The brass lamps came from Ostrava."},
       {"Petra Vance", "Plums are ripe."},
       {"Liv Tangen", "Forty barrels of tar burned"},
       {.speaker = "Liv Tangen", .text = "Nine donkeys crossed the orchard", .gap = 22}}));
  more.finish();
  const auto found = match("that forty barrels of tar burned and nine donkeys crossed the orchard",
                           "Liv Tangen", "post", manner::reported);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].text, "Forty barrels of tar burned […] Nine donkeys crossed the orchard");
  EXPECT_EQ(found[0].record, "yard#s3");
}

TEST_F(Matcher, APassageIsCitedByTheStatementThatHoldsTheWords) {
  const auto cited = match("not a recession, I would call it a pause", "Oskar Draganov");
  ASSERT_FALSE(cited.empty());
  EXPECT_EQ(cited[0].record, "talk#s4");
}

TEST_F(Matcher, DenialsAndReportsAreToldApart) {
  const auto denied = match("The strait will be closed to League ships", "Oskar Draganov");
  ASSERT_FALSE(denied.empty());
  EXPECT_EQ(denied[0].hand, match_hand::denial);
  const auto reported = match("he would think about it until the plums are ripe", "Oskar Draganov",
                              "post", manner::reported);
  ASSERT_FALSE(reported.empty());
  EXPECT_EQ(reported[0].hand, match_hand::second);
  EXPECT_EQ(reported[0].via, "Radio Belmar");
}

TEST_F(Matcher, WhereNothingFitsTheSpeakersNearestAreListed) {
  const auto found = match("The harbour fields will get a new lighthouse", "Oskar Draganov");
  bool own = false;
  for (const found_match& one : found) {
    EXPECT_EQ(one.relation, match_relation::related) << one.text;
    own |= one.speaker == "Oskar Draganov";
  }
  EXPECT_TRUE(own);
}

TEST_F(Matcher, TheSpeakersOwnComeBeforeOthersWithWordsInCommonByChance) {
  const auto found = match(
      "The committee will build a lighthouse of amber near the old harbour, and "
      "no third of it in summer",
      "Oskar Draganov", "post", manner::reported);
  const auto other = std::ranges::find_if(
      found, [](const found_match& one) { return one.speaker == "Somebody Else"; });
  const auto last_own = std::find_if(found.rbegin(), found.rend(), [](const found_match& one) {
    return one.speaker == "Oskar Draganov";
  });
  ASSERT_NE(other, found.end());
  ASSERT_NE(last_own, found.rend());
  EXPECT_LT(last_own.base() - 1, other);
}

TEST_F(Matcher, AFactCheckOfTheSpeakersWordsNeedsFewerOfThem) {
  constexpr std::string_view told = "that hikers should chew moss if the rations run out";
  const auto score_of = [&](std::string_view speaker) {
    for (const found_match& one : match(told, speaker, "post", manner::reported))
      if (one.kind == match_kind::review) return one.score;
    return 0.0;
  };
  EXPECT_GT(score_of("Petra Vance"), 0.3);
  EXPECT_LT(score_of("Liv Tangen"), 0.3);
}

TEST_F(Matcher, WhoseWordsTheClaimHasIsNotComparedWhereItStandsAmongThem) {
  matcher look(shared_, 10);
  wanted claim;
  claim.text = "Forty-one thousand tonnes, by her own account, and not one tonne more";
  claim.lang = "en";
  claim.how = manner::reported;
  claim.speaker = shared_->speakers.resolve("Liv Tangen", "", "2031-07-05");
  EXPECT_NE(look.match(claim).front().relation, match_relation::verbatim);
  const std::vector<span> aside{{27, 45}};  // by her own account
  claim.aside = aside;
  EXPECT_EQ(look.match(claim).front().relation, match_relation::verbatim);
  std::string spelt;
  for (const owned_difference& row : look.match(claim).front().differences) {
    if (row.op != diff_op::record) spelt += row.text;
  }
  EXPECT_EQ(spelt, claim.text);
}

TEST_F(Matcher, AReportersQuestionComesBehindTheAnswerThatDeniesIt) {
  record::store made(folder_ / "denied");
  made.add(entry_bytes(
      "press", "2031-07-02",
      {{"Reporter", "And compensation for all those decades of tickets sold?", {}, {}, 0},
       {"Liv Tangen", "We are not asking for compensation.", {}, {}, 1},
       {"Liv Tangen", "Not for a crown.", {}, {}, 1}}));
  add_filler(made);
  made.finish();
  shared_ = std::make_shared<opened_record>(
      opened_record{folder_ / "denied", record::catalogue(folder_ / "denied"), {}});
  shared_->languages.emplace("en", shipped("en"));
  matcher finder(shared_, 10);
  wanted claim;
  claim.text = "compensation, for all the decades of tickets sold";
  claim.cue = "now asks for";
  claim.lang = "en";
  claim.how = manner::reported;
  claim.speaker = shared_->speakers.resolve("Liv Tangen", "", "2031-07-05");
  claim.speaker_name = "Liv Tangen";
  const found_match found = finder.match(claim).front();
  EXPECT_EQ(found.speaker, "Liv Tangen");
  EXPECT_EQ(found.relation, match_relation::contradicts);
  claim.text = "compensation";
  EXPECT_EQ(finder.match(claim).front().relation, match_relation::contradicts)
      << "the words are all there, and denied";
}

TEST_F(Matcher, ReportedWordsMayTakeFromTheQuestionWhatTheAnswerLeavesOut) {
  record::store made(folder_ / "asked");
  made.add(entry_bytes("press", "2031-07-02",
                       {{"Reporter", "What will the harbour bridge at Sarn cost?", {}, {}, 0},
                        {"Liv Tangen", "Forty million crowns, from next winter.", {}, {}, 1},
                        {"Reporter", "And the lighthouse?", {}, {}, 2},
                        {"Liv Tangen", "The lighthouse keeper stays.", {}, {}, 3}}));
  add_filler(made);
  made.finish();
  shared_ = std::make_shared<opened_record>(
      opened_record{folder_ / "asked", record::catalogue(folder_ / "asked"), {}});
  shared_->languages.emplace("en", shipped("en"));
  const auto best = [&](std::string_view text) {
    return match(text, "Liv Tangen", "post", manner::reported).front();
  };
  const auto is_changed = [](const found_match& found) {
    return std::ranges::any_of(found.differences, [](const owned_difference& one) {
      return one.change == diff_change::number;
    });
  };
  const found_match same = best("the harbour bridge at Sarn costs 40 million crowns");
  EXPECT_NE(same.relation, match_relation::related);
  EXPECT_FALSE(is_changed(same));
  const found_match changed = best("the harbour bridge at Sarn costs 60 million crowns");
  EXPECT_NE(changed.relation, match_relation::related);
  EXPECT_TRUE(is_changed(changed));
  EXPECT_EQ(best("the lighthouse at Holm costs 40 million crowns").relation,
            match_relation::related);
}

TEST_F(Matcher, WhatIsToldInOtherWordsIsFoundByItsConcepts) {
  record::store made(folder_ / "retold");
  made.add(entry_bytes("radio", "2031-07-02",
                       {{"Liv Tangen", "The harbour must be closed at once.", {}, {}, 0},
                        {"Liv Tangen", "Nobody asked the fishermen.", {}, {}, 1}}));
  add_filler(made);
  made.finish();
  shared_ = std::make_shared<opened_record>(
      opened_record{folder_ / "retold", record::catalogue(folder_ / "retold"), {}});
  for (const char* lang : {"en", "uk"}) shared_->languages.emplace(lang, shipped(lang));
  shared_->in_record = {"en"};
  const auto first = [&](std::string_view text, std::string_view lang, manner how) {
    matcher look(shared_, 10);
    wanted claim;
    claim.text = text;
    claim.lang = lang;
    claim.how = how;
    claim.speaker = shared_->speakers.resolve("Liv Tangen", "", "2031-07-05");
    claim.speaker_name = "Liv Tangen";
    claim.document = "post";
    const auto& found = look.match(claim);
    return found.empty() ? std::string("nothing") : found.front().record;
  };
  EXPECT_EQ(first("the port has to shut immediately", "en", manner::reported), "radio#s1");
  EXPECT_EQ(first("гавань треба негайно закрити", "uk", manner::reported), "radio#s1");
  EXPECT_EQ(first("гавань треба негайно закрити", "uk", manner::quoted), "radio#s1")
      << "a translation has other words";
  EXPECT_EQ(first("shut immediately", "en", manner::quoted), "nothing")
      << "a quotation is looked for by its words";
}

TEST_F(Matcher, InASmallRecordAllThatTheSpeakerSaidIsLookedAt) {
  bool found = false;
  for (const found_match& one : match("zebras", "Oskar Draganov", "post", manner::reported))
    found |= one.record == "talk#s4";
  EXPECT_TRUE(found) << "though no word is shared";
  EXPECT_TRUE(match("zebras", "Oskar Draganov").empty()) << "a quotation is its words";
}

TEST_F(Matcher, ARetellingWithTheVeryNumbersNeedsFewerWords) {
  record::store made(folder_ / "numbers");
  made.add(entry_bytes("zoo", "2031-07-02",
                       {{"Liv Tangen", "Until the end of 2034 it stays at fourteen crowns."}}));
  add_filler(made);
  made.finish();
  shared_ = std::make_shared<opened_record>(
      opened_record{folder_ / "numbers", record::catalogue(folder_ / "numbers"), {}});
  shared_->languages.emplace("en", shipped("en"));
  const auto relation = [&](std::string_view text) {
    return match(text, "Liv Tangen", "post", manner::reported).front().relation;
  };
  EXPECT_EQ(relation("the gate price of 14 crowns stays until late 2034"),
            match_relation::paraphrase);
  EXPECT_NE(relation("the gate price of 16 crowns stays until late 2034"),
            match_relation::paraphrase);
  EXPECT_EQ(relation("the gate price of the zoo stays until late autumn"), match_relation::related);
}

TEST_F(Matcher, ANumberWithItsUnitAloneIsNoParaphrase) {
  EXPECT_EQ(match("41,000 tonnes were thrown into the sea", "Liv Tangen", "post", manner::reported)
                .front()
                .relation,
            match_relation::related);
}

TEST_F(Matcher, ScoresFallFromTheBestDown) {
  const auto found = match("Forty-one thousand tonnes and the box stays closed", "Liv Tangen");
  ASSERT_GE(found.size(), 2u);
  for (std::size_t i = 1; i < found.size(); ++i) EXPECT_LE(found[i].score, found[i - 1].score);
}

TEST_F(Matcher, ManyThreadsFindTheSame) {
  const auto expected = match("not one tonne more", "Liv Tangen");
  ASSERT_FALSE(expected.empty());
  std::vector<std::thread> threads;
  std::vector<int> different(4);
  for (std::size_t t = 0; t < different.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 20; ++i) {
        const auto found = match("not one tonne more", "Liv Tangen");
        different[t] += found.size() != expected.size() || found[0].record != expected[0].record;
      }
    });
  }
  for (std::thread& one : threads) one.join();
  for (const int count : different) EXPECT_EQ(count, 0);
}

TEST_F(Matcher, EmptyAndHostileClaimsHaveNoMatches) {
  EXPECT_TRUE(match("", "").empty());
  EXPECT_TRUE(match("… – “”", "").empty());
  EXPECT_TRUE(match("https://example.org/not/one/tonne", "").empty());
  (void)match(std::string("not \0 one \xff\xfe tonne", 18), "");
  (void)match(std::string(300'000, 'a') + " tonne", "");
}

// A post in its own words takes in both sentences that it puts together.
TEST_F(Matcher, APostIsMatchedWithAllSentencesOfATurnThatItHas) {
  matcher look(shared_, 10);
  const auto found = look.match(post("Draganov: no recession, just a pause"));
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].text, "I would not call it a recession. I would call it a pause.");
}

// The second statement has only words of the post that the first has as well.
TEST_F(Matcher, PassagesOfAPostThatOverlapAreOneMatch) {
  record::store more(folder_ / "r");
  more.add(entry_bytes("yard", "2031-07-04",
                       {{"Liv Tangen", "Pilots, brass lamps, tar and cranes cost more.", {}, {}, 0},
                        {"Liv Tangen", "Ask the pilots.", {}, {}, 0}}));
  more.finish();
  matcher look(shared_, 10);
  std::vector<std::string> passages;
  for (const found_match& one :
       look.match(post("Why cranes, tar, lamps of brass and the pilots got dearer"))) {
    if (one.record.starts_with("yard#")) passages.push_back(one.text);
  }
  EXPECT_EQ(passages, std::vector<std::string>{
                          "Pilots, brass lamps, tar and cranes cost more. Ask the pilots."});
}

// The statements stand alternately in what was said; a report may pass over each second one.
TEST_F(Matcher, APassageHasAtMostFiveStatements) {
  record::store more(folder_ / "r");
  const std::vector<std::string> parts{
      "the ferry to Belmar", "the pilots of Sarn",  "two cranes at Ostrava", "an orchard of plums",
      "nine lamps of brass", "a chapel with bells", "forty barrels of tar",  "one stubborn donkey"};
  std::vector<record::said> turn;
  for (const std::string& one : parts) turn.push_back({"Liv Tangen", one, {}, {}, 0});
  more.add(entry_bytes("list", "2031-07-04", turn));
  more.finish();
  std::string all;
  for (const std::size_t i : {0, 1, 2, 3, 5, 7}) all += parts[i] + " and ";
  const auto found = match(all, "Liv Tangen", "post", manner::reported);
  std::ptrdiff_t most = 0;
  for (const found_match& one : found) {
    most = std::max(most, std::ranges::count_if(parts, [&](const std::string& part) {
                      return one.text.find(part) != one.text.npos;
                    }));
  }
  EXPECT_EQ(most, 5);
}

// One speaker says the same at three meetings; a post means what was said lately.
TEST_F(Matcher, APostMeansWhatWasSaidAboutItsDay) {
  record::store more(folder_ / "r");
  for (const std::string_view date : {"2031-03-01", "2031-08-01", "2031-11-01"}) {
    more.add(entry_bytes("tolls " + std::string(date), date,
                         {{"Liv Tangen", "Bridge tolls will go by " + std::string(date) + "."}}));
  }
  more.finish();
  matcher look(shared_, 10);
  wanted claim = post("Tangen: bridge tolls will go");
  claim.url = "https://a.example/2031/aug/02/tolls";
  const auto found = look.match(claim);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].date, "2031-08-01");
  claim.day = "2031-10-31";  // the document's own goes before its address
  const auto dated = look.match(claim);
  ASSERT_FALSE(dated.empty());
  EXPECT_EQ(dated[0].date, "2031-11-01");
}

// Earlier rows have the post's words as well, of another day; its headline has none of them.
TEST_F(Matcher, AStatementOfAPostsDayIsFoundByThePostsWordsWhateverItsHeadline) {
  record::store more(folder_ / "r");
  for (int i = 0; i < 200; ++i) {
    more.add(entry_bytes("tolls " + std::to_string(i), "2031-03-01",
                         {{"Somebody Else", "Bridge tolls, item " + std::to_string(i) + "."}}));
  }
  more.add(entry_bytes("budget", "2031-08-01", {{"Liv Tangen", "Bridge tolls will go."}}));
  more.finish();
  matcher look(shared_, 10);
  wanted claim = post("Tangen on bridge tolls");
  claim.day = "2031-08-01";
  for (const std::string_view title : {"", "Breaking news"}) {
    claim.title = title;
    const auto found = look.match(claim);
    EXPECT_TRUE(std::ranges::any_of(found, [](const found_match& one) {
      return one.record == "budget#s1";
    })) << title;
  }
}

// Whether a post names a speaker is found out anew for each post.
TEST_F(Matcher, APostThatNamesTheSpeakerMeansHerWords) {
  matcher look(shared_, 10);
  std::vector<double> scores;
  for (const char* text : {"Somebody: northern box", "Tangen: northern box", "Vance: northern box"})
    for (const found_match& one : look.match(post(text)))
      if (one.record == "quota#s2") scores.push_back(one.score);
  ASSERT_EQ(scores.size(), 3u);
  EXPECT_GT(scores[1], scores[0]);
  EXPECT_GT(scores[1], scores[2]);
}

TEST_F(Matcher, AFewWordsOfAPostTellLess) {
  matcher look(shared_, 10);
  wanted claim = post("this winter");
  claim.is_whole_text = false;
  const auto alone = look.match(claim);
  claim.in_post = true;
  const auto in_post = look.match(claim);
  ASSERT_FALSE(alone.empty());
  ASSERT_FALSE(in_post.empty());
  EXPECT_GT(in_post[0].score, 0.0);
  EXPECT_LT(in_post[0].score, 0.6 * alone[0].score);
}

TEST_F(Matcher, AHeadlineMayHaveLostTheApostropheOfAGenitive) {
  matcher look(shared_, 10);
  std::vector<double> scores;
  for (const char* text :
       {"Tangen’s northern box", "Tangens northern box", "Tangenes northern box"}) {
    const auto found = look.match(post(text));
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].text, "The northern box stays closed this winter.");
    scores.push_back(found[0].score);
  }
  EXPECT_LT(scores[2], scores[0]);
  EXPECT_LT(scores[2], scores[1]);
}

TEST_F(Matcher, TheHeadlineOfAPostIsThePostInOtherWords) {
  matcher look(shared_, 10);
  wanted claim = post("Fishing for votes?");
  claim.title = "Tangen keeps the northern box closed for the winter";
  const auto found = look.match(claim);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].text, "The northern box stays closed this winter.");
}

}  // namespace
}  // namespace quoth::matching
