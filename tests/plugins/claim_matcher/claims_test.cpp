#include <claims.hpp>
#include <quoth/testing.hpp>
#include <records.hpp>

#include "lexicons.hpp"

namespace quoth::matching {
namespace {

using record::entry_bytes;

const record::catalogue* known_speakers = nullptr;  // of the running test
const senses* lexicon = nullptr;                    // likewise
std::vector<made_claim> made;                       // by the last text

// Forms claims as the stage does, and keeps them.
struct claim_former {
  static constexpr auto about =
      stage("quoth.claim-former", "1.0.0", "Forms claims.", reads<document_row>{},
            reads<language>{}, reads<quote>{}, reads<speaker>{}, reads<sentence>{}, reads<name>{});
  static void process(document<claim_former>& doc) {
    made =
        claims_of({doc.text(), doc.read<document_row>(), doc.read<language>(), doc.read<sentence>(),
                   doc.read<name>(), doc.read<quote>(), doc.read<speaker>()},
                  *known_speakers, *lexicon);
    for (made_claim& one : made) one.text = {};  // the document's
  }
};

class Claims : public ::testing::Test {
 protected:
  void SetUp() override {
    record::store store(folder_ / "r");
    store.add(entry_bytes("a", "2031-09-01",
                          {{"Ilmar Dovric", "The sea is not for sale."},
                           {"Kwame Aldous", "I am not retiring."},
                           {"Klaus Merten", "The dyke holds."}},
                          {{"Kwame Aldous", "the coach, you know"},
                           {"Kwame Aldous", "one of the elders"},
                           {"Klaus Merten", "Präsident des Landesamts für Umwelt"}}));
    store.finish();
    speakers_.emplace(folder_ / "r");
    known_speakers = &*speakers_;
    lexicon = &english();
  }

  // The text and the sentences that it has, in order.
  void write(std::string text, const std::vector<std::string>& sentences = {}) {
    text_ = std::move(text);
    stage_.text(text_);
    stage_.add(document_row{.id = "post", .date = "2031-09-05"});
    for (const std::string& one : sentences) stage_.add(sentence{span_of(one), {0}});
  }
  void quoted(std::string_view words, quote_status status, std::string_view speaker_name,
              speaker_type type = speaker_type::person) {
    stage_.add(quote{span_of(words), quote_kind::direct, status, words, 1.0});
    speaker by{};
    by.quote = {0};
    by.name = speaker_name;
    by.type = type;
    by.confidence = 1.0;
    stage_.add(by);
  }
  // The same, by a mention without a name.
  void quoted_by(std::string_view mention, speaker_link link, std::string_view words) {
    stage_.add(quote{span_of(words), quote_kind::direct, quote_status::asserted, words, 1.0});
    speaker by{};
    by.mention = span_of(mention);
    by.quote = {0};
    by.link = link;
    by.confidence = 1.0;
    stage_.add(by);
  }
  // A report by a pronoun, which the document takes for a name.
  void reported(std::string_view words, std::string_view mention, std::string_view name) {
    stage_.add(quote{span_of(words), quote_kind::indirect, quote_status::asserted, words, 1.0});
    speaker by{};
    by.quote = {0};
    by.name = name;
    by.mention = span_of(mention);
    by.link = speaker_link::pronoun;
    stage_.add(by);
  }
  // What are claims whatever the record holds.
  std::vector<made_claim> form() {
    made.clear();
    EXPECT_TRUE(stage_.run()) << stage_.error();
    std::vector<made_claim> sure = made;
    std::erase_if(sure, [](const made_claim& one) { return one.named != record::no_speaker; });
    return sure;
  }
  // What are claims if the record has something like them, by whom and of which words.
  std::vector<std::string> form_named() {
    std::vector<std::string> found;
    form();
    for (const made_claim& one : made) {
      if (one.named == record::no_speaker) continue;
      found.push_back(known_speakers->speakers()[one.named].name + ": " + words(one));
    }
    return found;
  }
  span span_of(std::string_view words) const {
    const auto at = static_cast<std::uint32_t>(text_.find(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
  }
  std::string words(const made_claim& one) const { return std::string(one.where.of(text_)); }

  record::own_folder folder_;
  std::optional<record::catalogue> speakers_;
  std::string text_;
  testing::stage_under_test<claim_former> stage_;
};

TEST_F(Claims, WhatAKnownSpeakerWillDoIsAClaimOfAPostWithoutQuotation) {
  write("Dovric will sell water abroad.", {"Dovric will sell water abroad."});
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(words(claims[0]), "will sell water abroad");
  EXPECT_EQ(claims[0].speaker, "Ilmar Dovric");
  EXPECT_FALSE(claims[0].of.exists());
}

TEST_F(Claims, WhatAKnownSpeakerAdvisesOrOrdersIsAClaimOfAPostWithoutQuotation) {
  const auto claim_of = [&](const std::string& text) {
    write(text, {text});
    const auto claims = form();
    return claims.size() == 2 ? words(claims[0]) : std::string("none");
  };
  EXPECT_EQ(claim_of("Dovric advises all parents to boil the water."),
            "advises all parents to boil the water");
  EXPECT_EQ(claim_of("It's done. Dovric has decided that the pumps will go."),
            "has decided that the pumps will go");
  EXPECT_EQ(claim_of("Dovric boils the water for all parents."), "none");
  EXPECT_EQ(claim_of("Dovric on television promised to boil the water."),
            "promised to boil the water");
  EXPECT_EQ(claim_of("Dovric of the harbour sold what the town promised."), "none");
  lexicon = &german();
  EXPECT_EQ(claim_of("Trainer Aldous rät allen Eltern, zu Hause zu bleiben."),
            "rät allen Eltern, zu Hause zu bleiben");
  EXPECT_EQ(claim_of("Trainer Aldous hat allen Eltern geraten, zu Hause zu bleiben."),
            "hat allen Eltern geraten, zu Hause zu bleiben");
}

TEST_F(Claims, AGermanVerbMayStandBeforeWhoActsAndEndTheClause) {
  lexicon = &german();
  const auto claim_of = [&](const std::string& text) {
    write(text, {text});
    const auto claims = form();
    return claims.size() == 2 ? words(claims[0]) : std::string("none");
  };
  EXPECT_EQ(claim_of("Am Sonntag versprach Trainer Aldous neue Netze und Bälle."),
            "neue Netze und Bälle");
  EXPECT_EQ(claim_of("Nach dem Spiel hat Kwame Aldous neue Netze und Bälle versprochen."),
            "neue Netze und Bälle versprochen");
  EXPECT_EQ(claim_of("Aldous hat am Sonntag neue Netze versprochen."),
            "hat am Sonntag neue Netze versprochen");
  EXPECT_EQ(claim_of("Neue Netze verspricht Aldous."), "Neue Netze verspricht Aldous");
  EXPECT_EQ(claim_of("Einen Abschied schließt Aldous für diesen Sommer aus."),
            "Einen Abschied schließt Aldous für diesen Sommer aus");
  EXPECT_EQ(claim_of("Am Sonntag hat Aldous neue Netze gekauft."), "none");
  EXPECT_EQ(claim_of("Was die Fans fordern, hat Aldous längst gesehen."), "none");
}

TEST_F(Claims, AFewQuotedWordsBelongToTheActThatTheyStandIn) {
  const std::string text = "Good news: Dovric plans to open the “old pumps” in May.";
  write(text, {text});
  stage_.add(quote{span_of(text), quote_kind::mixed, quote_status::asserted, text, 1.0});
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(words(claims[0]), "plans to open the “old pumps” in May");
  EXPECT_EQ(claims[0].speaker, "Ilmar Dovric");
  EXPECT_TRUE(claims[0].of.exists());
}

TEST_F(Claims, AFewQuotedWordsBehindACommaBelongToTheActToo) {
  const std::string text = "Tax money: Dovric will replace a third, “capped at ten a yard”.";
  constexpr std::string_view said = "capped at ten a yard";
  write(text, {text});
  stage_.add(quote{span_of(said), quote_kind::direct, quote_status::asserted, said, 1.0});
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(words(claims[0]), "will replace a third, “capped at ten a yard”");
  EXPECT_EQ(claims[0].speaker, "Ilmar Dovric");
}

TEST_F(Claims, WhatAReportByNobodyTellsOfSomebodyIsTheirAct) {
  const std::string text = "URGENT please pass on: Dovric warns of poison in the river!";
  const std::string told = "please pass on: Dovric warns of poison in the river";
  write(text, {text});
  stage_.add(quote{span_of(told), quote_kind::indirect, quote_status::asserted, told, 1.0});
  speaker by{};
  by.quote = {0};
  by.name = "URGENT";
  by.type = speaker_type::organisation;
  by.link = speaker_link::name;
  by.mention = span_of("URGENT");
  by.confidence = 1.0;
  stage_.add(by);
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(words(claims[0]), "warns of poison in the river!");
  EXPECT_EQ(claims[0].speaker, "Ilmar Dovric");
}

TEST_F(Claims, QuotedWordsBeforeAnActAreNoPartOfIt) {
  const std::string text = "“The old pumps” again, and Dovric plans to leave.";
  write(text, {text});
  stage_.add(quote{span_of("“The old pumps”"), quote_kind::mixed, quote_status::asserted,
                   "“The old pumps”", 1.0});
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(words(claims[0]), "“The old pumps”");
}

TEST_F(Claims, WhatASpeakerOfSomeBodyHasDoneIsAnAct) {
  write("Dovric of the Harbour Board has given the new pier a clean bill of health.",
        {"Dovric of the Harbour Board has given the new pier a clean bill of health."});
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(words(claims[0]), "has given the new pier a clean bill of health");
  EXPECT_EQ(claims[0].speaker, "Ilmar Dovric");
}

TEST_F(Claims, WhatAnotherDoesBehindTheSpeakersNameIsNoAct) {
  write("Dovric in Orvia where nobody has promised water.",
        {"Dovric in Orvia where nobody has promised water."});
  EXPECT_EQ(form().size(), 1u);
}

TEST_F(Claims, OnlyTheClaimOverAllOfThePostIsOverTheWholeText) {
  write("Dovric will sell water abroad.", {"Dovric will sell water abroad."});
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_FALSE(claims[0].is_whole_text);
  EXPECT_TRUE(claims[1].is_whole_text);
  EXPECT_EQ(words(claims[1]), text_);
}

TEST_F(Claims, ReportedWordsThatSayNothingAreNoClaim) {
  write("Even Dovric admits it now!", {"Even Dovric admits it now!"});
  stage_.add(quote{span_of("it"), quote_kind::indirect, quote_status::asserted, "it", 1.0});
  const auto claims = form();
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_TRUE(claims[0].is_whole_text);
}

TEST_F(Claims, APronounThatPointsAheadIsNoPartOfTheReport) {
  write("Ilmar Dovric admits it: the sea is for sale.");
  const std::string_view said = "it: the sea is for sale";
  stage_.add(quote{span_of(said), quote_kind::indirect, quote_status::asserted, said, 1.0});
  EXPECT_EQ(words(form().front()), "the sea is for sale");
}

TEST_F(Claims, AReportWithinWhatTheSameSpeakerSaysIsNoClaimOfItsOwn) {
  const std::string outer = "the first unit, they promise, will run in May",
                    inner = "will run in May";
  write("Dovric: " + outer + ".", {"Dovric: " + outer + "."});
  for (std::uint32_t i = 0; const std::string& words : {outer, inner}) {
    stage_.add(quote{span_of(words), quote_kind::indirect, quote_status::asserted, words, 1.0});
    speaker by{};
    by.quote = {i++};
    by.name = "Ilmar Dovric";
    by.confidence = 1.0;
    stage_.add(by);
  }
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(words(claims[0]), outer);
  EXPECT_TRUE(claims[1].is_whole_text);
}

TEST_F(Claims, AReportThatGoesOnInQuotedWordsHasThem) {
  for (const std::string between : {" ", ". "}) {
    const std::string report = "under ten crowns a ton", said = "none of us will sign";
    write("According to Dovric, " + report + between + "“" + said + "”.");
    for (std::uint32_t i = 0; const std::string& words : {report, said}) {
      const quote_kind kind = i == 0 ? quote_kind::indirect : quote_kind::direct;
      stage_.add(quote{span_of(words), kind, quote_status::asserted, words, 1.0});
      speaker by{};
      by.quote = {i++};
      by.name = "Ilmar Dovric";
      by.confidence = 1.0;
      stage_.add(by);
    }
    const auto claims = form();
    ASSERT_EQ(claims.size(), 3u);
    EXPECT_EQ(words(claims[0]), between == " " ? report + " “" + said + "”" : report);
    EXPECT_EQ(words(claims[1]), said);
  }
}

TEST_F(Claims, AWordBeforeTheQuotationDeniesIt) {
  write("Dovric refuses to “sell the sea”. He “wants peace”.",
        {"Dovric refuses to “sell the sea”. ", "He “wants peace”."});
  quoted("sell the sea", quote_status::asserted, "Ilmar Dovric");
  quoted("wants peace", quote_status::asserted, "Ilmar Dovric");
  const auto claims = form();
  ASSERT_EQ(claims.size(), 3u);
  EXPECT_TRUE(claims[0].denied);
  EXPECT_FALSE(claims[1].denied);
}

TEST_F(Claims, LettersOfAnOfficeBesideANameAreNoPartOfIt) {
  for (const char* written : {"Kwame Aldous MP", "MP Aldous", "Aldous MdB"}) {
    write(std::string("“I am not retiring.” – ") + written);
    quoted("I am not retiring.", quote_status::asserted, written);
    const auto claims = form();
    ASSERT_EQ(claims.size(), 2u);
    EXPECT_EQ(claims[0].speaker, "Kwame Aldous") << written;
  }
}

TEST_F(Claims, WhatADocumentDeniesIsNoAct) {
  write("Ilmar Dovric denied that he would sell water abroad.",
        {"Ilmar Dovric denied that he would sell water abroad."});
  quoted("he would sell water abroad", quote_status::denied, "Ilmar Dovric");
  const auto claims = form();
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_TRUE(claims[0].is_whole_text);
}

TEST_F(Claims, AQuestionIsNoAct) {
  write("Dovric will sell water abroad?", {"Dovric will sell water abroad?"});
  const auto claims = form();
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_TRUE(claims[0].is_whole_text);
}

TEST_F(Claims, WhatSomebodyUnknownWillDoIsNoAct) {
  write("Brennan will sell water abroad.", {"Brennan will sell water abroad."});
  EXPECT_EQ(form().size(), 1u);
}

TEST_F(Claims, WhatAMediumPassesOnIsByTheOnlySpeakerWhomThePostNames) {
  write("“I am not retiring,” the Harbour Gazette has Aldous say.");
  quoted("I am not retiring", quote_status::asserted, "Harbour Gazette",
         speaker_type::organisation);
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(words(claims[0]), "I am not retiring");
  EXPECT_EQ(claims[0].speaker, "Kwame Aldous");
  EXPECT_TRUE(claims[0].of.exists());
}

TEST_F(Claims, AnOfficeIsOfTheHouseThatFollowsIt) {
  lexicon = &german();
  const auto speaker_in = [&](const std::string& text) {
    write(text);
    quoted_by("Der Präsident", speaker_link::nominal, "Der Deich hält.");
    const auto claims = form();
    return claims.empty() ? "nobody" : claims[0].speaker;
  };
  EXPECT_EQ(speaker_in("Der Präsident des Landesamts für Umwelt: „Der Deich hält.“"),
            "Klaus Merten");
  EXPECT_EQ(speaker_in("Der Präsident des Landesamts: „Der Deich hält.“"), "Klaus Merten");
  EXPECT_EQ(speaker_in("Der Präsident des Landesamts für Straßenbau: „Der Deich hält.“"), "");
  EXPECT_EQ(speaker_in("Der Präsident des Bundestags: „Der Deich hält.“"), "");
}

TEST_F(Claims, WhatWordsAreAboutIsNotWhoSaysThem) {
  write("Harrierskunst à la Aldous, today: “I am not retiring.”");
  constexpr std::string_view said = "I am not retiring.";
  stage_.add(quote{span_of(said), quote_kind::direct, quote_status::asserted, said, 1.0});
  speaker by{};
  by.quote = {0};
  by.name = "Harrierskunst";
  by.mention = span_of("Harrierskunst");
  by.type = speaker_type::unknown;
  by.link = speaker_link::nominal;
  stage_.add(by);
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].speaker, "Kwame Aldous");
}

TEST_F(Claims, WhatFollowsTheColonBehindAnOfficeIsItsHolders) {
  const auto told = [&](const std::string& text) {
    write(text, {text});
    const auto claims = form();
    return claims.size() == 2 ? claims[0].speaker + ": " + words(claims[0]) : "nothing";
  };
  EXPECT_EQ(told("The coach: nobody retires before Easter."),
            "Kwame Aldous: nobody retires before Easter");
  EXPECT_EQ(told("The physio: nobody retires before Easter."), "nothing");
  EXPECT_EQ(told("The coach resigned: nobody retires before Easter."), "nothing");
  EXPECT_EQ(told("The coach: is nobody to retire?"), "nothing");
  EXPECT_EQ(told("The coach: no."), "nothing");
}

TEST_F(Claims, WhatStandsBesideTheClauseWithTheOnlyNameIsTheirs) {
  const auto told = [&](const std::string& text) {
    write(text, {text});
    const auto claims = form();
    return claims.size() == 2 ? claims[0].speaker + ": " + words(claims[0]) : "nothing";
  };
  EXPECT_EQ(told("The sea is not for sale, in the words of director Dovric."),
            "Ilmar Dovric: The sea is not for sale");
  EXPECT_EQ(told("If nobody had paid, the sea would be for sale – Dovric in the debate."),
            "Ilmar Dovric: If nobody had paid, the sea would be for sale");
  EXPECT_EQ(told("Great line from Ilmar Dovric about water: the sea is not for sale."),
            "Ilmar Dovric: the sea is not for sale");
  EXPECT_EQ(told("The sea is never for sale: harbour chief Dovric on the radio."),
            "Ilmar Dovric: The sea is never for sale");
  EXPECT_EQ(told("Not exactly friendly, this Ilmar Dovric on the radio: the sea is for sale."),
            "Ilmar Dovric: the sea is for sale");
  EXPECT_EQ(told("Much is told, but Dovric never said it: the sea is for sale."), "nothing");
  EXPECT_EQ(told("So Dovric has this to say to everyone who swims: the sea is for sale."),
            "Ilmar Dovric: the sea is for sale");
  EXPECT_EQ(told("ilmar dovric yesterday, on the radio: the sea is not for sale."),
            "Ilmar Dovric: the sea is not for sale");
  EXPECT_EQ(told("we met dovric yesterday: the sea is not for sale."),
            "Ilmar Dovric: the sea is not for sale");
  EXPECT_EQ(told("Dovric has left the hall: the sea is for sale."), "nothing");
  EXPECT_EQ(told("Shame on all who sold the sea, Ilmar Dovric."), "nothing");
  EXPECT_EQ(told("When the sea was for sale, Dovric went home."), "nothing");
  EXPECT_EQ(told("At the end of a long day, Dovric went home."), "nothing");
  EXPECT_EQ(told("The sea is not for sale, Dovric did not say."), "nothing");
  EXPECT_EQ(told("Dovric resigned: the sea is for sale."), "nothing");
  EXPECT_EQ(told("The sea is not for sale, Aldous heard from Dovric."), "nothing");
  EXPECT_EQ(told("The sea, Dovric in the debate."), "nothing");
}

TEST_F(Claims, ASentenceThatSaysWhoseWordsTheyArePointsBack) {
  const auto told = [&](const std::string& first, const std::string& second) {
    write(first + second, {first, second});
    const auto claims = form();
    return claims.size() == 2 && !claims[0].speaker.empty()
               ? std::string(claims[0].speaker) + ": " + words(claims[0])
               : "nothing";
  };
  const std::string said = "The sea is not for sale. ";
  for (const std::string pointer : {
           "Not my words, those of the harbour chief, Ilmar Dovric.",
           "Dovric's words, not mine.",
           "Those are Ilmar Dovric's own words!",
           "Quote by Ilmar Dovric, folks.",
       })
    EXPECT_EQ(told(said, pointer), "Ilmar Dovric: The sea is not for sale") << pointer;
  for (const std::string pointer : {
           "Not the words of Ilmar Dovric.",
           "Never Dovric's words.",
           "Are those Dovric's words?",
           "Dovric went home.",
           "Dovric lost his words at the harbour dinner party yesterday evening.",
       })
    EXPECT_EQ(told(said, pointer), "nothing") << pointer;
}

TEST_F(Claims, WhatAPostTellsThatNamesOneSpeakerMayBeTheirs) {
  write("It is certain now. Dovric dates the harbour to 1700.",
        {"It is certain now. ", "Dovric dates the harbour to 1700."});
  EXPECT_EQ(form_named(),
            (std::vector<std::string>{
                "Ilmar Dovric: Dovric dates the harbour to 1700", "Ilmar Dovric: It is certain now",
                "Ilmar Dovric: It is certain now. Dovric dates the harbour to 1700"}));
  write("Has Dovric dated the harbour to 1700?", {"Has Dovric dated the harbour to 1700?"});
  EXPECT_TRUE(form_named().empty());
  write("Dovric and Aldous date the harbour to 1700.",
        {"Dovric and Aldous date the harbour to 1700."});
  EXPECT_TRUE(form_named().empty());
}

TEST_F(Claims, APronounMeansTheOneWhomThePostNames) {
  write("Two cheques came. Dovric sent them back to Marsh Lane, he says.");
  reported("Dovric sent them back to Marsh Lane", "he says", "Marsh Lane");
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].speaker, "Ilmar Dovric");
}

TEST_F(Claims, AnActMayBeOfWhoHoldsAnOffice) {
  write("Good news: the coach promises a new pool.", {"Good news: the coach promises a new pool."});
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].speaker, "Kwame Aldous");
  EXPECT_EQ(words(claims[0]), "promises a new pool");
}

TEST_F(Claims, ARoleTellsWhoIsMeantAndAPronounDoesNot) {
  write("The coach said: “I am not retiring.”");
  quoted_by("The coach", speaker_link::nominal, "I am not retiring.");
  const auto described = form();
  ASSERT_EQ(described.size(), 2u);
  EXPECT_EQ(described[0].speaker, "Kwame Aldous");
  write("As you said: “I am not retiring.”");
  quoted_by("you", speaker_link::pronoun, "I am not retiring.");
  const auto pointed = form();
  ASSERT_EQ(pointed.size(), 2u);
  EXPECT_EQ(pointed[0].speaker, "");
  write("“I am not retiring.” Told by one!");
  quoted_by("one", speaker_link::pronoun, "I am not retiring.");
  const auto told = form();
  ASSERT_EQ(told.size(), 2u);
  EXPECT_EQ(told[0].speaker, "");
}

TEST_F(Claims, WhoeverHoldsTheOfficeThatAPostNamesMayBeItsSpeaker) {
  write("The coach of the Harriers after the match: “I am not retiring.” Unbelievable.");
  constexpr std::string_view said = "I am not retiring.";
  stage_.add(quote{span_of(said), quote_kind::direct, quote_status::asserted, said, 1.0});
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].known, record::no_speaker);
  EXPECT_EQ(known_speakers->speakers()[claims[0].holder].name, "Kwame Aldous");
}

TEST_F(Claims, AnOfficeElsewhereIsNotTheOneThatTheRecordKnows) {
  write("Dovric again. “I am not retiring”, so the coach The Harriers.");
  quoted_by("the coach", speaker_link::nominal, "I am not retiring");
  const auto elsewhere = form();
  ASSERT_EQ(elsewhere.size(), 2u);
  EXPECT_EQ(elsewhere[0].speaker, "Ilmar Dovric");
  write("Dovric again. “I am not retiring”, so the coach.");
  quoted_by("the coach", speaker_link::nominal, "I am not retiring");
  const auto plain = form();
  ASSERT_EQ(plain.size(), 2u);
  EXPECT_EQ(plain[0].speaker, "Kwame Aldous");
}

TEST_F(Claims, AReportInAPostGoesOnToTheEndOfItsSentence) {
  const auto claim_of = [&](const std::string& report, const std::string& told,
                            quote_kind kind = quote_kind::indirect) {
    write(report + " Well.", {report, "Well."});
    stage_.add(quote{span_of(told), kind, quote_status::asserted, told, 1.0});
    speaker by{};
    by.quote = {0};
    by.name = "Ilmar Dovric";
    by.mention = span_of("Dovric");
    by.confidence = 1.0;
    stage_.add(by);
    const auto claims = form();
    return claims.empty() ? std::string() : words(claims[0]);
  };
  EXPECT_EQ(claim_of("Dovric has ruled out landing a plane before May, but wants a drop by June.",
                     "landing a plane"),
            "landing a plane before May, but wants a drop by June");
  EXPECT_EQ(claim_of("Dovric says that the pump stopped after 41 of 58 seconds.",
                     "that the pump stopped"),
            "that the pump stopped after 41 of 58 seconds");
  EXPECT_EQ(claim_of("Dovric promises bonuses “by July”, all two million of it.",
                     "bonuses “by July”", quote_kind::mixed),
            "bonuses “by July”, all two million of it");
  EXPECT_EQ(claim_of("Dovric promises bonuses “by July”, Aldous claps.", "bonuses “by July”",
                     quote_kind::mixed),
            "bonuses “by July”");
  for (const std::string ending : {" – I don't believe it", ": read on", " (sigh)", "… lovely"}) {
    EXPECT_EQ(claim_of("Dovric says that the pump stopped" + ending + ".", "that the pump stopped"),
              "that the pump stopped")
        << ending;
  }
}

TEST_F(Claims, WhereMoreOfASentenceStandsBeforeAReportItIsReportedToo) {
  const auto claim_of = [&](const std::string& report, const std::string& told,
                            const std::string& cue) {
    write(report + ".", {report + "."});
    stage_.add(quote{span_of(told), quote_kind::indirect, quote_status::asserted, told, 1.0});
    speaker by{};
    by.quote = {0};
    by.name = "Ilmar Dovric";
    by.mention = span_of("Dovric");
    by.confidence = 1.0;
    stage_.add(by);
    stage_.add(quote_part{span_of("Dovric"), {0}, part_role::source});
    stage_.add(quote_part{span_of(cue), {0}, part_role::cue});
    const auto claims = form();
    return claims.empty() ? std::string() : words(claims[0]);
  };
  const std::string all = "Nine tenths of the members pay no tax on it, Dovric reminded the board";
  EXPECT_EQ(claim_of(all, "the board", "reminded"), all);
  EXPECT_EQ(claim_of("On Friday Dovric told us that nine tenths of the members pay no tax",
                     "that nine tenths of the members pay no tax", "told us"),
            "that nine tenths of the members pay no tax");
}

TEST_F(Claims, WhatTheSpeakerSaysFartherOnInTheSentenceIsTheSameClaim) {
  const auto claim_of = [&](const std::string& said, const std::string& by,
                            const std::string& source) {
    const std::string report = "Dovric says that the pump stopped and " + said + ".";
    write(report, {report});
    const auto add = [&](std::uint32_t at, std::string_view told, std::string_view name,
                         std::string_view mention, speaker_link link) {
      stage_.add(quote{span_of(told), quote_kind::indirect, quote_status::asserted, told, 1.0});
      speaker one{};
      one.quote = {at};
      one.name = name;
      one.mention = span_of(mention);
      one.link = link;
      one.confidence = 1.0;
      stage_.add(one);
    };
    add(0, "that the pump stopped", "Ilmar Dovric", "Dovric", speaker_link::name);
    add(1, "no danger", by, source, source == "he" ? speaker_link::pronoun : speaker_link::name);
    const auto claims = form();
    return claims.empty() ? std::string() : words(claims[0]);
  };
  EXPECT_EQ(claim_of("he sees no danger", "Ilmar Dovric", "he"),
            "that the pump stopped and he sees no danger");
  EXPECT_EQ(claim_of("Aldous sees no danger", "Kwame Aldous", "Aldous"), "that the pump stopped");
}

TEST_F(Claims, WhatLeadsToTheSentenceWithTheSpeakerIsNoPartOfTheClaim) {
  const auto claim_of = [&](const std::string& text, const std::string& told) {
    write(text, {text});
    stage_.add(quote{span_of(told), quote_kind::indirect, quote_status::asserted, told, 1.0});
    const auto claims = form();
    return claims.empty() ? std::string() : words(claims[0]);
  };
  EXPECT_EQ(claim_of("It is official: Ilmar Dovric sells the old pumps.",
                     "is official: Ilmar Dovric sells the old pumps"),
            "Ilmar Dovric sells the old pumps");
  EXPECT_EQ(claim_of("Ilmar Dovric is clear: the old pumps must go.",
                     "Ilmar Dovric is clear: the old pumps must go"),
            "the old pumps must go");
  EXPECT_EQ(claim_of("Windfall: Ilmar Dovric pays two crowns a unit.",
                     "Windfall: Ilmar Dovric pays two crowns a unit"),
            "Ilmar Dovric pays two crowns a unit");
}

TEST_F(Claims, WhomAReportNamesIsNotWhoMakesIt) {
  write("Next from Ilmar Dovric: he says he will sue Kwame Aldous.");
  quoted_by("he", speaker_link::pronoun, "he will sue Kwame Aldous");
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].speaker, "Ilmar Dovric");
}

TEST_F(Claims, AReportWithItsSourceSetIntoItIsItsWholeSentence) {
  const auto claim_of = [&](const std::string& report, const std::string& source,
                            const std::string& told) {
    write(report + " Well.", {report, "Well."});
    stage_.add(quote{span_of(told), quote_kind::indirect, quote_status::asserted, told, 1.0});
    speaker by{};
    by.quote = {0};
    by.name = "Ilmar Dovric";
    by.mention = span_of(source);
    by.confidence = 1.0;
    stage_.add(by);
    const auto claims = form();
    return claims.empty() ? std::string() : words(claims[0]);
  };
  EXPECT_EQ(
      claim_of("For commuters: a third comes back according to Dovric, while the pier is shut.",
               "Dovric", "For commuters: a third comes back according to Dovric"),
      "a third comes back according to Dovric, while the pier is shut");
  EXPECT_EQ(claim_of("Dovric, a host, has in his own words no guests, whatever they pay.", "Dovric",
                     "Dovric, a host, has in his own words no guests"),
            "has in his own words no guests, whatever they pay");
  EXPECT_EQ(claim_of("A third comes back, Dovric says, while the pier is shut.", "Dovric",
                     "A third comes back"),
            "A third comes back");
}

TEST_F(Claims, ThreeReportedWordsAreNoClaimBesideOthers) {
  write("Dovric: “The sea is not for sale.” Dovric should apologise or pack.");
  quoted("The sea is not for sale.", quote_status::asserted, "Ilmar Dovric");
  const auto report = [&] {
    stage_.add(
        quote{span_of("or pack"), quote_kind::indirect, quote_status::asserted, "or pack", 1.0});
  };
  report();
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(words(claims[0]), "The sea is not for sale.");
  write("Dovric should apologise or pack.");
  report();
  const auto alone = form();
  ASSERT_EQ(alone.size(), 2u);
  EXPECT_EQ(words(alone[0]), "or pack");
}

TEST_F(Claims, WhatThePosterWantsIsNoClaimAboutAnybodysWords) {
  write("Kwame Aldous has time. I want to love my job like that.",
        {"Kwame Aldous has time.", "I want to love my job like that."});
  reported("to love my job like that", "I want", "author");
  const auto claims = form();
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_TRUE(claims[0].is_whole_text);
}

TEST_F(Claims, APersonWhoIsNotInTheRecordStaysTheSpeaker) {
  write("“I am not retiring,” said Paula Brennan of Aldous.");
  quoted("I am not retiring", quote_status::asserted, "Paula Brennan");
  const auto claims = form();
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].speaker, "Paula Brennan");
  EXPECT_EQ(claims[0].known, record::no_speaker);
}

TEST_F(Claims, ATextOfManyBytesIsNoPostHoweverFewItsWords) {
  std::string text;
  while (text.size() <= post_bytes) text += "Dovric,";
  write(text);
  EXPECT_TRUE(form().empty());
}

}  // namespace
}  // namespace quoth::matching
