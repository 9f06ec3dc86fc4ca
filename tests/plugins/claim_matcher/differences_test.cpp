#include <gtest/gtest.h>

#include <algorithm>
#include <differences.hpp>
#include <random>
#include <string>
#include <vector>

#include "lexicons.hpp"

namespace quoth::matching {
namespace {

struct compared {
  wording claim, record;
  comparer by;
  resemblance alike;
  std::vector<difference> rows;

  compared(std::string_view claim_text, std::string_view record_text, manner how = manner::quoted,
           const senses& language = english()) {
    claim.read(claim_text, language);
    record.read(record_text, language);
    alike = by.compare(claim, record, how);
    rows = by.rows();
  }
  // The changes other than edits, each once, in order; of texts that have words.
  [[nodiscard]] std::vector<diff_change> changes() const {
    EXPECT_FALSE(rows.empty()) << claim.text();
    std::vector<diff_change> found;
    for (const difference& row : rows) {
      if (row.change == diff_change::none || row.change == diff_change::edit) continue;
      if (found.empty() || found.back() != row.change) found.push_back(row.change);
    }
    return found;
  }
};

using changes = std::vector<diff_change>;

TEST(Differences, FaithfulEditsAreNoChange) {
  const std::string_view said =
      "However, we will not accept this proposal, because our people have paid more than enough.";
  for (const std::string_view claim : {
           "However, we will not accept this proposal, because our people have paid more than "
           "enough.",
           "we won't accept this proposal",
           "However we will not accept this [sic] proposal",
           "WE WILL NOT ACCEPT THIS PROPOSAL",
           "we will not accept this proposal … have paid more than enough",
           "[The government] will not accept this proposal",
       }) {
    const compared found(claim, said);
    EXPECT_EQ(found.changes(), changes{}) << claim;
    EXPECT_TRUE(found.alike.faithful) << claim;
  }
}

TEST(Differences, ARetellingMayDenyInAnotherPlaceThanTheStatement) {
  const auto denies = [](std::string_view claim, std::string_view said) {
    const compared found(claim, said, manner::reported);
    return std::ranges::any_of(
        found.rows, [](const difference& d) { return d.change == diff_change::negation; });
  };
  EXPECT_FALSE(denies("she needs six hours, not three, to clear the villages",
                      "I need six hours to empty the villages. It can't be done in three."));
  EXPECT_FALSE(denies("she would do it tomorrow, were it not that the House won't allow it",
                      "I would do so tomorrow if this House let me. The House won't."));
  EXPECT_TRUE(denies("she will not clear the villages today", "I will clear the villages today."));
  EXPECT_TRUE(denies("she will not clear the villages, no matter what",
                     "I will clear the villages, no matter what."))
      << "all but the denial is the same";
}

TEST(Differences, InARetellingANumberInAnotherPlaceIsNoOtherNumber) {
  const auto tells_number = [](std::string_view claim, std::string_view said) {
    const compared found(claim, said, manner::reported);
    return std::ranges::any_of(found.rows,
                               [](const difference& d) { return d.change == diff_change::number; });
  };
  EXPECT_FALSE(tells_number("the sample sat in one of the vans for three days",
                            "It spent three days in the back of one of our vans."));
  EXPECT_TRUE(tells_number("the sample sat in one of the vans for four days",
                           "It spent three days in the back of one of our vans."));
  EXPECT_TRUE(tells_number("it is 8,400 this autumn and 8,400 in 2028",
                           "For this autumn it stays at 8,400. What they pay in 2028 is open."))
      << "the statement has it once";
  const auto is_faithful = [](std::string_view claim) {
    return compared(claim, "We sent the warning at noon on Monday. The train left at eleven.",
                    manner::reported)
        .changes();
  };
  EXPECT_EQ(
      is_faithful("the warning went out at noon on Monday, eleven hours before the train left"),
      changes{diff_change::words});
  EXPECT_NE(is_faithful("the warning went out at noon on Monday, nine hours before the train left"),
            changes{diff_change::words});
}

TEST(Differences, ANumberThatOnlyTheSurroundingsHaveIsNoChange) {
  const auto is_changed = [](std::string_view claim, std::string_view said) {
    wording claimed, recorded, headline;
    claimed.read(claim, english());
    recorded.read(said, english());
    headline.read("After game seven", english());
    std::vector<std::uint64_t> setting;
    for (const unit_of_text& unit : headline.units()) setting.push_back(unit.stem);
    std::ranges::sort(setting);
    comparer by;
    (void)by.compare(claimed, recorded, manner::reported, {.setting = setting});
    const std::vector<difference> rows = by.rows();
    return std::ranges::any_of(rows, [](const difference& d) {
      return d.change == diff_change::number || d.change == diff_change::date;
    });
  };
  constexpr std::string_view said = "I'd replay it tomorrow, if the arbiters allow it.";
  EXPECT_FALSE(is_changed("he'd play game seven again tomorrow if the arbiters let him", said));
  EXPECT_TRUE(is_changed("he'd play game six again tomorrow if the arbiters let him", said));
  EXPECT_TRUE(is_changed("he'd replay it in seven days if the arbiters allow it", said));
}

TEST(Differences, ReportedWordsThatDenyWhatTheStatementDoesNotAreItsOpposite) {
  const auto is_opposed = [](std::string_view claim, std::string_view said) {
    return compared(claim, said, manner::reported, german()).alike.agrees.opposed;
  };
  EXPECT_TRUE(is_opposed("schließt höhere Mieten auch nächstes Jahr aus",
                         "Nächstes Jahr kann ich höhere Mieten leider nicht ausschließen."));
  EXPECT_TRUE(is_opposed("schließt höhere Mieten nicht aus",
                         "Ich habe höhere Mieten immer ausgeschlossen."));
  EXPECT_FALSE(is_opposed("schließt höhere Mieten aus",
                          "Nicht jeder glaubt es, aber höhere Mieten sind ausgeschlossen."));
  EXPECT_FALSE(
      is_opposed("schließt höhere Mieten nicht aus", "Höhere Mieten kann ich nicht ausschließen."));
  EXPECT_FALSE(is_opposed("verspricht höhere Mieten", "Ich verspreche nicht, dass es hilft."));
}

TEST(Differences, AWordBesideTheClaimsWordsThatDeniesThemIsANegation) {
  for (const auto& [claim, said] : {
           std::pair("libraries in Fenside will close",
                     "I say that no libraries in Fenside will close."),
           std::pair("single lenders will need help",
                     "I cannot rule out that single lenders will need help."),
           std::pair("expects a recession", "that she did not expect a recession"),
           std::pair("the tunnel, the bridge and the harbour will close",
                     "It is not true, whatever the Herald prints, that the tunnel, the bridge and "
                     "the harbour will close."),
           std::pair("she will sell the harbour tunnel",
                     "Never, under any circumstances, will I sell the harbour tunnel."),
       }) {
    const compared found(claim, said, manner::reported);
    EXPECT_TRUE(found.alike.negated) << claim;
    EXPECT_FALSE(found.alike.faithful) << claim;
  }
  const compared behind("Ein Verbot brauchen wir", "Ein Verbot brauchen wir nicht, das regeln wir.",
                        manner::quoted, german());
  EXPECT_EQ(behind.changes(), changes{diff_change::negation});
  EXPECT_EQ(behind.rows.back().text, "nicht");
}

TEST(Differences, ADenialInAnotherClauseOrOfAnotherDenialChangesNothing) {
  for (const auto& [claim, said] : {
           std::pair("the harbour stays open", "That is not new: the harbour stays open."),
           std::pair("the harbour stays open", "We have not signed, the harbour stays open."),
           std::pair("the harbour stays open",
                     "We have not signed, I say, the harbour stays open."),
           std::pair("the harbour stays open", "No, as I told you, the harbour stays open."),
           std::pair("the harbour stays open",
                     "It is true, I never lie, that the harbour stays open."),
           std::pair("the harbour stays open", "We did not sign because the harbour stays open."),
           std::pair("the harbour stays open", "There is no doubt that the harbour stays open."),
           std::pair("the harbour stays open", "We cannot win. The harbour stays open."),
           std::pair("the harbour stays open", "It is not only the harbour stays open."),
           std::pair("ashamed of it or hide it", "We should not feel ashamed of it or hide it."),
       }) {
    EXPECT_EQ(compared(claim, said).changes(), changes{}) << said;
  }
}

TEST(Differences, ARetellingMayDenyWithinWhatTheStatementDeniesBefore) {
  for (const auto& [claim, said] : {
           std::pair("sie werde den alten Hafentunnel niemals verkaufen",
                     "Niemals, solange ich lebe, verkaufe ich den alten Hafentunnel."),
           std::pair("der Hafen werde nicht verkauft",
                     "Ich glaube nicht, dass der Hafen verkauft wird."),
       }) {
    EXPECT_FALSE(compared(claim, said, manner::reported, german()).alike.negated) << claim;
  }
  EXPECT_TRUE(compared("sie verkaufe den Hafen",
                       "Niemals, solange ich lebe, verkaufe ich den Hafen.", manner::reported,
                       german())
                  .alike.negated);
}

TEST(Differences, RussianHasItsNegationsAndNumbersToo) {
  static const senses russian = shipped("ru");
  EXPECT_TRUE(compared("Мы отказывались от диалога", "Мы никогда не отказывались от диалога.",
                       manner::quoted, russian)
                  .alike.changed);
  EXPECT_EQ(
      compared("потеряли 30 тысяч рублей", "потеряли 20 тысяч рублей", manner::quoted, russian)
          .changes(),
      changes{diff_change::number});
}

TEST(Differences, TwoPeopleWhoChangedPlacesAreAChangeOfPerson) {
  for (const auto& [claim, said] : {
           std::pair("Then Merrow praised Caldrin for it", "Then Caldrin praised Merrow for it."),
           std::pair("Merrow praised Caldrin for it", "Caldrin praised Merrow for it."),
       }) {
    EXPECT_EQ(compared(claim, said).changes(), changes{diff_change::person}) << claim;
  }
}

TEST(Differences, WordsThatTheDocumentDeniesItselfAreNotDeniedAgain) {
  wording claim, record;
  claim.read("write a blank cheque", english());
  record.read("I will not write a blank cheque.", english());
  comparer by;
  EXPECT_TRUE(by.compare(claim, record, manner::quoted).negated);
  EXPECT_FALSE(by.compare(claim, record, manner::quoted, {.denied = true}).negated);
}

TEST(Differences, ANoBreakSpaceIsASpace) {
  const compared found("the\u00a0harbour stays", "the harbour stays");
  ASSERT_FALSE(found.rows.empty());
  for (const difference& row : found.rows) {
    EXPECT_EQ(row.op, diff_op::same) << row.text;
  }
}

TEST(Differences, NumbersInAnotherFormAreNoChange) {
  EXPECT_TRUE(
      compared("We accept forty-one thousand tonnes", "We accept 41,000 tonnes").changes().empty());
  EXPECT_TRUE(compared("It costs 5 per cent", "It costs five percent").changes().empty());
}

TEST(Differences, NameWhatChangesTheMeaning) {
  struct sample {
    std::string_view claim, record;
    diff_change change;
  };
  const sample samples[] = {
      {"We will not leave the city", "We will leave the city", diff_change::negation},
      {"There is not a surge in births", "There is a surge in births", diff_change::negation},
      {"We built 600 schools", "We built 300 schools", diff_change::number},
      {"They paid 41 million for it", "They paid 41 thousand for it", diff_change::number},
      {"They will pay by 30 July at the latest", "They will pay by 30 June at the latest",
       diff_change::date},
      {"The crisis in Israel goes on", "The crisis in Ukraine goes on", diff_change::country},
      {"It costs four dollars a day", "It costs four euros a day", diff_change::unit},
      {"I told Lavrov about the plan", "I told Shoigu about the plan", diff_change::person},
      {"They left the harbour", "We left the harbour", diff_change::person},
      {"She will step aside during the audit", "She may step aside during the audit",
       diff_change::certainty},
      {"All ministers agreed to it", "Some ministers agreed to it", diff_change::quantifier},
      {"We close the plant tomorrow", "We close the plant if they fail tomorrow",
       diff_change::condition},
      {"The road was repaired in spring", "The road was inspected in spring", diff_change::words},
  };
  for (const sample& one : samples) {
    EXPECT_EQ(compared(one.claim, one.record).changes(), changes{one.change}) << one.claim;
  }
}

TEST(Differences, NameWhatChangesTheMeaningInGerman) {
  static const senses german = shipped("de");
  struct sample {
    std::string_view claim, record;
    diff_change change;
  };
  const sample samples[] = {
      {"Wir werden die Stadt nicht verlassen", "Wir werden die Stadt verlassen",
       diff_change::negation},
      {"Wir wollen ein Verbot", "Wir wollen kein Verbot", diff_change::negation},
      {"Wir haben 600 Schulen gebaut", "Wir haben 300 Schulen gebaut", diff_change::number},
      {"Es kostet vier Dollar am Tag", "Es kostet vier Euro am Tag", diff_change::unit},
      {"Wir zahlen bis zum 30. Juli", "Wir zahlen bis zum 30. Juni", diff_change::date},
      {"Der Tarif gilt bis zum Winter", "Der Tarif gilt bis zum Herbst", diff_change::date},
      {"Sie haben den Hafen verlassen", "Wir haben den Hafen verlassen", diff_change::person},
      {"Die Lage in Israel bleibt ernst", "Die Lage in Frankreich bleibt ernst",
       diff_change::country},
      {"Wir schließen das Werk", "Wir schließen vielleicht das Werk", diff_change::certainty},
      {"Alle Minister haben zugestimmt", "Einige Minister haben zugestimmt",
       diff_change::quantifier},
      {"Wir schließen morgen das Werk", "Wir schließen morgen das Werk, falls sie scheitern",
       diff_change::none},
      {"Wir schließen das Werk morgen", "Wir schließen das Werk, falls sie scheitern, morgen",
       diff_change::condition},
  };
  for (const sample& one : samples) {
    const auto found = compared(one.claim, one.record, manner::quoted, german).changes();
    EXPECT_EQ(found, one.change == diff_change::none ? changes{} : changes{one.change})
        << one.claim;
  }
}

TEST(Differences, NameWhatChangesTheMeaningInUkrainian) {
  static const senses ukrainian = shipped("uk");
  EXPECT_EQ(compared("тариф для населення цього року не зміниться",
                     "Тариф для населення до осені не зміниться", manner::reported, ukrainian)
                .changes(),
            changes{diff_change::date});
  EXPECT_EQ(
      compared("Ми покинемо місто", "Ми не покинемо місто", manner::quoted, ukrainian).changes(),
      changes{diff_change::negation});
}

TEST(Differences, ANotInAClauseOfWhichTheClaimHasNothingNegatesNothing) {
  const auto made = compared("break-ins nine per cent down, bike theft up by thirty-one",
                             "Burglary is down nine per cent, and nobody stops me to say thank "
                             "you […] Bike theft is up by thirty-one.",
                             manner::reported, english());
  EXPECT_EQ(std::ranges::count(made.changes(), diff_change::negation), 0);
}

TEST(Differences, AWordInPlaceOfItsOppositeNegatesInReportedSpeechToo) {
  static const senses german = shipped("de");
  static const senses ukrainian = shipped("uk");
  struct sample {
    std::string_view claim, record;
    const senses& language;
  };
  const sample samples[] = {
      {"Her group will vote for any toll", "Her group will vote against any toll", english()},
      {"The ward gets beds before the election", "The ward gets beds after the election",
       english()},
      {"They move jobs from the harbour", "They move jobs to the harbour", english()},
      {"that fares would fall in May", "that fares would rise in May", english()},
      {"den Tunnel nach den Ferien zu öffnen", "den Tunnel vor den Ferien zu öffnen", german},
      {"Sie stimmen für die Maut", "Sie stimmen gegen die Maut", german},
      {"Вони голосують за тариф", "Вони голосують проти тарифу", ukrainian},
      {"Міст закриють після свят", "Міст закриють до свят", ukrainian},
  };
  for (const sample& one : samples) {
    for (const manner how : {manner::quoted, manner::reported}) {
      EXPECT_EQ(compared(one.claim, one.record, how, one.language).changes(),
                changes{diff_change::negation})
          << one.claim;
    }
  }
  EXPECT_EQ(compared("He drove through the tunnel", "He drove in the tunnel").changes(), changes{});
}

TEST(Differences, AWordThatTellsInPlaceOfAnotherIsReplacedInARetelling) {
  static const senses german = shipped("de");
  static const senses ukrainian = shipped("uk");
  const auto replaces = [](std::string_view claim, std::string_view record,
                           const senses& language = english()) {
    return compared(claim, record, manner::reported, language).alike.replaced;
  };
  EXPECT_TRUE(replaces("58 percent of members oppose the compromise",
                       "58 percent of members support the compromise"));
  EXPECT_TRUE(replaces("58 percent of voters support the compromise",
                       "58 percent of members support the compromise"));
  EXPECT_TRUE(replaces("the city had spent 12 million crowns on the harbour",
                       "that the city had spent 12 million crowns on consultants alone"));
  EXPECT_TRUE(replaces("58 Prozent der Mitglieder fordern den Vergleich",
                       "58 Prozent der Mitglieder begrüßen den Vergleich.", german));
  EXPECT_TRUE(replaces("що бюджет треба скасувати вже в травні",
                       "Бюджет треба переглянути вже в травні.", ukrainian));
  // Words of one meaning, names, one word more, and a retelling that is free elsewhere too
  EXPECT_FALSE(
      replaces("the council will shut the pool in May", "The council will close the pool in May."));
  EXPECT_FALSE(replaces("that Ida Roe has signed the contract with the port",
                        "that Roe has signed the contract with the port"));
  EXPECT_FALSE(replaces("58 percent of the members firmly support the compromise",
                        "58 percent of members support the compromise"));
  EXPECT_FALSE(replaces("the town hall blew 12 million crowns on the harbour",
                        "that the city had spent 12 million crowns on consultants alone"));
}

TEST(Differences, TwoWordsThatChangePlacesAroundWhatIsSaidOfThemNegate) {
  for (const manner how : {manner::quoted, manner::reported}) {
    EXPECT_EQ(compared("that prices had risen faster than wages",
                       "that wages had risen faster than prices", how)
                  .changes(),
              changes{diff_change::negation});
  }
  const auto is_negated = [](std::string_view claim, std::string_view record) {
    return compared(claim, record, manner::reported).alike.negated;
  };
  EXPECT_FALSE(is_negated("nurses and doctors want beds", "doctors and nurses want beds"));
  EXPECT_FALSE(is_negated("the visitors were bitten by the dogs", "the dogs bit the visitors"));
  EXPECT_FALSE(
      is_negated("prices had risen faster than rents", "wages had risen faster than prices"));
}

TEST(Differences, BothInPlaceOfEitherIsAnotherQuantity) {
  EXPECT_EQ(
      compared("they get the fee back and a free place", "They get the fee back or a free place")
          .changes(),
      changes{diff_change::quantifier});
  EXPECT_EQ(compared("half of the fee and a free place", "half of the fee or a free place",
                     manner::reported)
                .changes(),
            changes{diff_change::quantifier});
  EXPECT_EQ(compared("das Geld oder einen Platz", "das Geld und einen Platz", manner::quoted,
                     shipped("de"))
                .changes(),
            changes{diff_change::quantifier});
  EXPECT_EQ(compared("гроші і місце", "гроші або місце", manner::quoted, shipped("uk")).changes(),
            changes{diff_change::quantifier});
  EXPECT_EQ(compared("no taxes and fees", "no taxes or fees").changes(), changes{})
      << "denied, both are one";
  EXPECT_EQ(compared("гроші та місце", "гроші й місце", manner::quoted, shipped("uk")).changes(),
            changes{});
}

TEST(Differences, OneUnitInPlaceOfSeveralIsAnotherNumber) {
  EXPECT_EQ(compared("four million a year on poetry", "four million over three years on poetry")
                .changes(),
            changes{diff_change::number});
  EXPECT_EQ(compared("vier Millionen im Jahr", "vier Millionen in drei Jahren", manner::quoted,
                     shipped("de"))
                .changes(),
            changes{diff_change::number});
  EXPECT_EQ(compared("three years on poetry", "three years, on poetry").changes(), changes{});
}

TEST(Differences, AnInitialInBracketsIsOfItsWord) {
  const compared found("[N]obody has a figure, and [w]e have none",
                       "But nobody has a figure, and we have none");
  EXPECT_EQ(found.changes(), changes{});
  EXPECT_TRUE(found.alike.faithful);
}

TEST(Differences, ReportedSpeechMayChangePersonAndTense) {
  EXPECT_TRUE(compared("he would step aside while the audit ran",
                       "I will step aside while the audit runs", manner::reported)
                  .changes()
                  .empty());
  EXPECT_EQ(compared("she will step aside while the audit runs",
                     "I may step aside while the audit runs", manner::reported)
                .changes(),
            changes{diff_change::certainty});
}

TEST(Differences, AnotherValueAtAnEndIsOneInPlaceOfTheOther) {
  EXPECT_EQ(compared("Stocks last until August", "Stocks last until May").alike.open, 0.0);
  EXPECT_EQ(compared("12 crews will go to Sarn", "9 crews will go to Sarn").alike.open, 0.0);
  EXPECT_GT(compared("Stocks last until somebody counts them", "Stocks last until May").alike.open,
            0.3);
}

TEST(Differences, AUnitInPlaceOfAnotherIsAChangeWhateverFollowsIt) {
  const auto found =
      compared("it will take five to six days, nobody leaves earlier",
               "Nobody leaves. It will take five to six hours. No later.", manner::reported)
          .changes();
  EXPECT_NE(std::find(found.begin(), found.end(), diff_change::unit), found.end());
}

TEST(Differences, ADayWrittenTheOtherWayRoundIsNoOtherDay) {
  EXPECT_EQ(compared("the gate shuts for good on 1 December",
                     "the gate shuts for good on December "
                     "1, I hear",
                     manner::reported)
                .changes(),
            changes{diff_change::words});
}

TEST(Differences, ARoughFigureAgreesWithTheExactOne) {
  EXPECT_TRUE(compared("more than 1,100 operations called off", "1,140 operations called off",
                       manner::reported)
                  .changes()
                  .empty());
}

TEST(Differences, AnEllipsisDoesNotExcuseANot) {
  EXPECT_EQ(compared("We will … leave the city", "We will not leave the city").changes(),
            changes{diff_change::negation});
}

TEST(Differences, RowsSpellTheClaimAndStandInTheStatement) {
  std::mt19937 random(9);
  const std::vector<std::string> words{"We",   "we", "will",  "won't",    "not",  "“leave”",
                                       "the",  "…",  "[sic]", "41,000",   "tax,", "taxes.",
                                       "it's", "–",  "may",   "Veldania", "über"};
  for (int round = 0; round < 2000; ++round) {
    const auto text = [&] {
      std::string made;
      const std::size_t count = random() % 12;
      for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) made += ' ';
        made += words[random() % words.size()];
      }
      return made;
    };
    const std::string claim = text();
    const std::string record = text();
    const compared found(claim, record);
    std::string spelled;
    std::size_t at = 0;
    for (const difference& row : found.rows) {
      ASSERT_FALSE(row.text.empty());
      if (row.op != diff_op::record) spelled += row.text;
      if (row.op == diff_op::claimed) continue;
      const auto from = row.text.find_first_not_of(' ');
      if (from == std::string_view::npos) continue;
      const auto to = row.text.find_last_not_of(' ');
      const std::size_t here = record.find(row.text.substr(from, to - from + 1), at);
      ASSERT_NE(here, std::string::npos) << claim << " / " << record << " / " << row.text;
      at = here + (to - from + 1);
    }
    if (found.claim.size() > 0) {
      EXPECT_EQ(spelled, claim);
    }
  }
}

}  // namespace
}  // namespace quoth::matching
