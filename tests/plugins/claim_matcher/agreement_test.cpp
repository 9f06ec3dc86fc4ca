#include <gtest/gtest.h>

#include <agreement.hpp>
#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "lexicons.hpp"

namespace quoth::matching {
namespace {

struct reported_case {
  const char* lang;
  std::string_view claim, said;
  std::string_view cue{};  // by which the claim is reported
};

agreement agreement_on(const reported_case& one, const std::vector<std::string_view>& around = {}) {
  const senses language = shipped(one.lang);
  wording claim, record, cue, other;
  claim.read(one.claim, language);
  cue.read(one.cue, language);
  record.read(one.said, language);
  std::vector<std::uint64_t> setting;
  for (const std::string_view text : around) {
    other.read(text, language);
    for (const unit_of_text& unit : other.units()) setting.push_back(unit.stem);
  }
  std::ranges::sort(setting);
  return agreement_of(claim, record, {.cue = cue.units(), .setting = setting});
}

TEST(Agreement, AnActThatTheSpeakerDeniesIsItsOpposite) {
  for (const reported_case& one : std::vector<reported_case>{
           {"de", "verlangt vom Land 240.000 Euro Ersatz",
            "Das kostet uns 240.000 Euro am Tag. Wir verlangen nicht, dass das Land sie ersetzt. "
            "Wir verlangen Ruhe."},
           {"en", "demands compensation from the city",
            "We do not demand compensation from the city. We demand a date."},
           {"en", "wants a new bridge at Holm", "I don't want a bridge at Holm, I want a ferry."},
           {"uk", "вимагає від міста компенсації",
            "Ми не вимагаємо компенсації від міста. Ми вимагаємо дати."},
       })
    EXPECT_TRUE(agreement_on(one).opposed) << one.claim;
}

TEST(Agreement, AClauseThatDeniesMostOfTheClaimIsItsOpposite) {
  for (const reported_case& one : std::vector<reported_case>{
           {"de", "dass er das Gutachten selbst bestellt hat",
            "Ich habe das Gutachten nicht bestellt, Frau Rohde. Bestellt hat es mein Vorgänger."},
           {"en", "he paid Doyle to paint the pictures",
            "I never paid Mr Doyle to paint anything. I paid him to clean pictures."},
           {"uk", "він замовив експертизу", "Я не замовляв експертизи. Її замовив попередник."},
       })
    EXPECT_TRUE(agreement_on(one).opposed) << one.claim;
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "she never paid Doyle to paint", "I never paid Mr Doyle to paint anything."},
           {"en", "he paid Doyle to clean the pictures",
            "I never paid Mr Doyle to paint anything. I paid him to clean the pictures."},
           {"en", "she refuses to pay Doyle", "I will not pay Mr Doyle a crown."},
       })
    EXPECT_FALSE(agreement_on(one).opposed) << one.claim;
}

TEST(Agreement, AWordThatTheStatementHasOnlyToDenyItIsItsOpposite) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "he can be at the station by the tenth of October",
            "I can be at the ice edge by the tenth of October. At the edge, mind, not at the "
            "station."},
           {"en", "they will paint the bridge in June",
            "We'll paint the tunnel in June, not the bridge."},
           {"en", "the town will get a new school this year",
            "A new school for the town? This year, no. Ask me again in spring."},
           {"de", "dass die Glocken nach Weilheim kommen",
            "Die Glocken kommen nach Kaltenbach, und nicht nach Weilheim."},
           {"de", "der Neubau beginne im Herbst",
            "Der Neubau beginnt im Frühjahr. Im Herbst nicht."},
           {"uk", "місто отримає дев’ять мільйонів ще цього року",
            "Цього року — ні, каса порожня. На наступний я попрошу для міста дев’ять мільйонів."},
           {"uk", "рукописи поїдуть до музею", "Рукописи поїдуть до майстерні, а не до музею."},
       })
    EXPECT_TRUE(agreement_on(one).opposed) << one.claim;
}

TEST(Agreement, AWordThatIsDeniedInPartOrSaidElsewhereIsNoOpposite) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "they will paint the tunnel in June",
            "We'll paint the tunnel in June, not the bridge."},
           {"en", "they will paint the tunnel and not the bridge",
            "We'll paint the tunnel, not the bridge."},
           {"en", "the school reopens in May at the earliest",
            "The school reopens, not before May."},
           {"en", "they paint the bridge too", "We paint the tunnel, and not only the bridge."},
           {"en", "the station gets a roof",
            "We give the station a roof. A platform, but not at the station, comes later."},
           {"uk", "вони відкриють музей у травні", "Музей відкриємо, але не до травня."},
           {"de", "der Neubau beginne nächstes Jahr",
            "Dieses Jahr nicht. Wir beginnen den Neubau nächstes Jahr."},
           {"de", "es gehe auch um den Tunnel", "Es geht um die Brücke, nicht nur um den Tunnel."},
           {"uk", "рукописи поїдуть до майстерні", "Рукописи поїдуть до майстерні, а не до музею."},
       })
    EXPECT_FALSE(agreement_on(one).opposed) << one.claim;
}

TEST(Agreement, WhatIsExemptIsNotWhatIsSaidOfTheRest) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "milk and fruit juice will be hit by the levy as well",
            "A levy will be charged on drinks with sugar. Milk and pure fruit juice are exempt."},
           {"de", "Milch und Säfte würden auch besteuert",
            "Besteuert wird Limonade. Milch und Säfte sind ausgenommen."},
       })
    EXPECT_TRUE(agreement_on(one).opposed) << one.claim;
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "milk and juice are exempt", "Milk and pure fruit juice are exempt."},
           {"en", "milk and juice will not be hit", "Milk and pure fruit juice are exempt."},
           {"en", "a levy will be charged on drinks with sugar",
            "A levy will be charged on drinks with sugar. Milk and pure fruit juice are exempt."},
       })
    EXPECT_FALSE(agreement_on(one).opposed) << one.claim;
}

TEST(Agreement, TheDenialOfAnActMayPointBackToWhatItIsOf) {
  for (const reported_case& one : std::vector<reported_case>{
           {"de", "hat die Busspur auf der Uferstraße versprochen",
            "Eine Busspur auf der Uferstraße prüfe ich. Versprechen werde ich sie nicht, denn dort "
            "wohnen Leute."},
           {"en", "promises a bus lane on Quay Street",
            "A bus lane on Quay Street is being looked at. I don't promise it."},
           {"de", "hat eine Brücke über die Aller angekündigt",
            "Wir prüfen eine Brücke über die Aller. Ankündigen kann ich sie nicht."},
           {"en", "guarantees the jobs at the yard",
            "The jobs at the yard? I cannot guarantee them, and nobody can."},
       })
    EXPECT_TRUE(agreement_on(one).opposed) << one.claim;
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "promises a bus lane on Quay Street",
            "There will be a bus lane on Quay Street. I don't promise miracles."},
           {"en", "promises a bus lane on Quay Street",
            "I promise a bus lane on Quay Street. A tunnel I don't promise."},
           {"de", "verlangt eine Busspur auf der Uferstraße",
            "Wir brauchen eine Busspur auf der Uferstraße. Wir verlangen nicht, dass sie schon im "
            "Mai kommt."},
           {"de", "verspricht die Busspur auf der Uferstraße",
            "Die Busspur auf der Uferstraße kommt. Das verspreche ich."},
       })
    EXPECT_FALSE(agreement_on(one).opposed) << one.said;
}

TEST(Agreement, TheActMayBeTheWordThatReports) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "compensation from the city",
            "We are not asking for compensation. We are asking for a date.", "now asks for"},
           {"en", "a toll on the bridge", "We are not planning a toll on the bridge.", "plans"},
           {"en", "that the pool will stay open", "I never promised that the pool will stay open.",
            "has promised"},
           {"de", "die Schule zu erhalten", "Wir versprechen nicht, die Schule zu erhalten.",
            "verspricht"},
       })
    EXPECT_TRUE(agreement_on(one).opposed) << one.claim;
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "a date from the city",
            "We are not asking for compensation. We are asking for a date.", "now asks for"},
           {"en", "no compensation from the city",
            "We are not asking for compensation from the city.", "asks for"},
           {"en", "that the pool will stay open", "The pool will stay open. I am not blind.",
            "has said"},
           {"en", "that the pool stays open", "The pool stays open, and I won't say it twice.",
            "says"},
       })
    EXPECT_FALSE(agreement_on(one).opposed) << one.said;
}

TEST(Agreement, WhoIsNotBoundToSomethingIsNotBoundToItsOpposite) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "that he has decided not to use his power to call in the deal",
            "I've the power to call this deal in. I have not decided to use it."},
           {"en", "that no church will be sold",
            "I cannot promise that no church will be sold. I do promise that none will be sold "
            "behind your backs.",
            "has promised"},
           {"de", "dass keine Schule schließt",
            "Ich kann nicht versprechen, dass keine Schule schließt.", "hat versprochen"},
           {"de", "hat entschieden, das Bad nicht zu schließen",
            "Wir haben nicht entschieden, das Bad zu schließen. Es wird geprüft."},
           {"uk", "що жодної школи не закриють", "Я не можу обіцяти, що жодної школи не закриють.",
            "пообіцяв"},
       })
    EXPECT_TRUE(agreement_on(one).opposed) << one.claim;
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "has decided not to use his power", "I have decided not to use my power."},
           {"en", "has not decided to use his power", "I have not decided to use my power."},
           {"en", "that no church will be sold", "I promise that no church will be sold.",
            "has promised"},
           {"en", "never to sell the pool", "We promise never to sell the pool.", "promises"},
           {"en", "not planning to sell the pool", "We plan not to sell the pool."},
           {"de", "dass keine Schule schließt", "Ich verspreche, dass keine Schule schließt.",
            "hat versprochen"},
           {"uk", "що жодної школи не закриють", "Обіцяю, що жодної школи не закриють.",
            "пообіцяв"},
       })
    EXPECT_FALSE(agreement_on(one).opposed) << one.said;
}

TEST(Agreement, WhatDeniesIsDeniedWhereItsOwnClauseDeniesIt) {
  EXPECT_FALSE(agreement_on({"en", "he would be surprised, Mike, if they hadn't started",
                             "I would be surprised, Mike, if they haven't started."})
                   .opposed);
}

TEST(Agreement, AnActThatIsToldOrDeniedOfSomethingElseIsNot) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "demands a date from the city",
            "We do not demand compensation. We demand a date from the city."},
           {"en", "wants a ferry to Holm", "I don't want a bridge. I want a ferry to Holm."},
           {"en", "does not want a bridge", "I don't want a bridge."},
           {"en", "wants peace", "I want quiet. I do not want war."},
           {"de", "verlangt eine Ampel am Montag",
            "Wir verlangen keine Brücke. Wir verlangen am Montag eine Ampel."},
       })
    EXPECT_FALSE(agreement_on(one).opposed) << one.claim;
}

TEST(Agreement, ANumberOfOtherUnitsOrInPlaceOfAnotherIsDisplaced) {
  for (const reported_case& one : std::vector<reported_case>{
           {"de", "rechnet für die Messungen mit zehn bis zwölf Monaten",
            "Vor dem Ende der Messungen passiert nichts. Wir rechnen mit zehn bis zwölf Wochen."},
           {"en", "the dam will release ninety litres from August",
            "From August the dam will release forty litres."},
           {"en", "the work will take 5 months", "It is hard work, and it will take five years."},
           {"uk", "доплачуватимуть по дві тисячі гривень", "Доплата становить дві тисячі євро."},
       })
    EXPECT_TRUE(agreement_on(one).displaced) << one.claim;
}

TEST(Agreement, AMonthOrWeekdayInPlaceOfAnotherIsMisplaced) {
  for (const reported_case& one : std::vector<reported_case>{
           {"de", "sie habe im Februar von den Zahlungen erfahren",
            "Sie habe von den Zahlungen erst im Juni erfahren."},
           {"en", "the bridge opens on Monday", "The bridge opens on Friday."},
           {"uk", "міст відкриють у вівторок", "Міст відкриють у понеділок."},
       })
    EXPECT_TRUE(agreement_on(one).misplaced) << one.claim;
  EXPECT_FALSE(
      agreement_on({"en", "the bridge opens in June", "It opens in June, not in May."}).misplaced);
  EXPECT_FALSE(
      agreement_on({"en", "the bridge opens on Monday", "The bridge opens in June."}).misplaced);
  EXPECT_FALSE(agreement_on({"en", "the bridge opens in June", "The bridge opens in May."},
                            {"The opening in June was put off"})
                   .misplaced);
}

TEST(Agreement, ANumberToldOfAnotherThingOfItsSentenceIsMisplaced) {
  const std::string_view said = "We have beds for 300 patients and nurses for 180.";
  EXPECT_TRUE(agreement_on({"en", "there are beds for 180 patients", said}).misplaced);
  EXPECT_TRUE(agreement_on({"en", "the hospital has nurses for 300 patients", said}).misplaced);
  EXPECT_FALSE(agreement_on({"en", "there are beds for 300 patients", said}).misplaced);
  EXPECT_FALSE(agreement_on({"en", "there are nurses for 180", said}).misplaced);
  EXPECT_FALSE(agreement_on({"en", "43 patients fell ill since November and five died",
                             "Since the first of November forty-three patients have tested "
                             "positive, and five of them have died."})
                   .misplaced);
}

TEST(Agreement, OneUnitInPlaceOfSeveralIsDisplaced) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "the schools get four million a year",
            "The schools get four million over three years."},
           {"de", "die Schulen bekämen vier Millionen in einem Jahr",
            "Die Schulen bekommen vier Millionen in drei Jahren."},
       })
    EXPECT_TRUE(agreement_on(one).displaced) << one.claim;
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "the schools get four million a year",
            "Four million every year for the schools."},
           {"en", "the schools get four million a year",
            "The schools get four million a year, for three years."},
           {"en", "they get four million this year", "They get four million in one year."},
       })
    EXPECT_FALSE(agreement_on(one).displaced) << one.claim;
}

TEST(Agreement, UnitsAreComparedAcrossLanguages) {
  const auto displaced = [](const char* lang, std::string_view claim) {
    wording claimed, said;
    claimed.read(claim, shipped(lang));
    said.read("First it will rest for six months in the dark.", english());
    return agreement_of(claimed, said, {}).displaced;
  };
  EXPECT_TRUE(displaced("uk", "спершу відпочине шість тижнів"));
  EXPECT_FALSE(displaced("uk", "спершу відпочине шість місяців"));
  EXPECT_TRUE(displaced("de", "ruht erst sechs Wochen"));
  EXPECT_FALSE(displaced("de", "ruht erst sechs Monate"));
  EXPECT_TRUE(displaced("ru", "сначала отдохнёт шесть недель"));
  EXPECT_FALSE(displaced("ru", "сначала отдохнёт шесть месяцев"));
}

TEST(Agreement, ANumberOfWhichTheStatementSaysSomethingElseIsDisplaced) {
  EXPECT_TRUE(agreement_on({"en", "204,000 florins are still missing",
                            "Two hundred and four thousand florins are accounted for. A hundred "
                            "thousand are still missing."})
                  .displaced);
  EXPECT_FALSE(agreement_on({"en", "100,000 florins are still missing",
                             "Two hundred and four thousand florins are accounted for. A hundred "
                             "thousand are still missing."})
                   .displaced);
  EXPECT_FALSE(agreement_on({"en", "six to nine million is what it costs, and the nine are there",
                             "It will cost six to nine million. We have provided for the nine."})
                   .displaced);
}

TEST(Agreement, TheSameNumberInAnotherFormAgrees) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "41,000 tonnes are enough", "Forty-one thousand tonnes are enough."},
           {"en", "around 1,100 operations were called off", "1,140 operations were called off."},
           {"uk", "отримають по 2000 грн", "Доплачуватиме по дві тисячі гривень."},
           {"uk", "шість окладів усім", "Кожен отримає шести окладів."},
           {"de", "240.000 Euro täglich", "Das sind 240.000 Euro am Tag."},
       }) {
    const agreement found = agreement_on(one);
    EXPECT_FALSE(found.displaced) << one.claim;
    EXPECT_FALSE(found.unheard) << one.claim;
  }
}

TEST(Agreement, ANumberThatTheStatementLacksIsUnheardUnlessItsSettingHasIt) {
  const reported_case one{"en", "none of the twelve will be suspended", "Nobody is suspended."};
  EXPECT_TRUE(agreement_on(one).unheard);
  EXPECT_FALSE(agreement_on(one, {"Will you suspend the twelve?"}).unheard);
  EXPECT_FALSE(
      agreement_on({"en", "nobody is suspended on 5 June", "Nobody is suspended."}).unheard)
      << "a day is compared as a day";
}

TEST(Agreement, ALeastNumberIsNoMostNumber) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "at least 60 bridges will be repaired", "At most 60 bridges will be repaired."},
           {"en", "more than 60 bridges fell", "No more than 60 bridges fell."},
           {"de", "mindestens 60 Brücken", "Es sind höchstens 60 Brücken."},
       })
    EXPECT_TRUE(agreement_on(one).displaced) << one.claim;
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "more than 60 bridges fell", "At least 60 bridges fell."},
           {"en", "60 bridges fell", "At least 60 bridges fell."},
       })
    EXPECT_FALSE(agreement_on(one).displaced) << one.claim;
}

TEST(Agreement, ANumberOfAnotherThingOrOneThatIsDeniedIsDisplaced) {
  EXPECT_TRUE(agreement_on({"en", "the wards take patients after three days",
                            "We closed three wards, and they stay closed until seven days passed."})
                  .displaced);
  EXPECT_TRUE(agreement_on({"en", "the state pays a third of the ship",
                            "The state pays for the ship, not a third of it but a good half."})
                  .displaced);
}

TEST(Agreement, ANumberForEachOfOthersIsDisplaced) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "20,000 crowns for each resident, paid from March",
            "Each household can claim up to 20,000 crowns."},
           {"de", "500 Euro für jedes Kind", "Jeder Verein bekommt 500 Euro."},
           {"uk", "по 500 гривень кожному учневі", "Кожна школа отримає 500 гривень."},
       })
    EXPECT_TRUE(agreement_on(one).displaced) << one.claim;
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "20,000 crowns for every household", "Each household gets 20,000 crowns."},
           {"en", "20,000 crowns for all", "Each household gets 20,000 crowns."},
           {"en", "20,000 crowns each month", "Each household gets 20,000 crowns."},
           {"en", "20,000 crowns for each flooded house", "Each household gets 20,000 crowns."},
       })
    EXPECT_FALSE(agreement_on(one).displaced) << one.claim;
}

TEST(Agreement, ANumberThatTheClaimDeniesNeedNotAgree) {
  EXPECT_FALSE(agreement_on({"en", "she needs six hours, not three, to clear the villages",
                             "I need six hours to clear the villages. It can't be done in three."})
                   .displaced);
}

TEST(Agreement, NumbersAgreeWhereEachIsHeardAndOneIsThere) {
  EXPECT_TRUE(agreement_on({"de", "Eintritt bis Ende 2034 weiter 14 Euro",
                            "Bis Ende 2034 bleibt es bei vierzehn Euro."})
                  .numbers_agree());
  EXPECT_FALSE(agreement_on({"en", "the ferry stays", "The ferry stays."}).numbers_agree());
  EXPECT_FALSE(agreement_on({"en", "14 ferries stay until 2034", "We keep fourteen ferries."})
                   .numbers_agree());
}

TEST(Agreement, AConditionOfTheStatementThatTheClaimLacksIsLost) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "work on the yard begins in June",
            "If the survey finds no metals, we begin work on the yard in June."},
           {"en", "the night crew will be back in June",
            "There is a review. Should it show a failure, the night crew comes back in June."},
           {"en", "Veskan boats may come as near as six miles",
            "I could live with Veskan boats six miles off, so long as each carries an observer."},
           {"en", "the wards reopen on Monday",
            "The wards reopen on Monday, provided that nobody else falls ill."},
           {"de", "dass ihre Partei die Regierung verlässt",
            "Wird das Wärmegeld gestrichen, dann verlässt meine Partei diese Regierung."},
           {"de", "er setze den Deckel am nächsten Tag um",
            "Beschließt ihn das Land, setze ich den Deckel um, und zwar am Tag danach."},
           {"de", "die Linie fährt wieder ab Mai",
            "Kommt das Geld, dann fährt die Linie ab Mai wieder."},
           {"de", "gehe sie noch am selben Tag",
            "Sollte ich eine Warnung übersehen haben, gehe ich noch am selben Tag."},
           {"uk", "мамонт залишиться в Крутоярах",
            "Якщо до вересня матимемо залу, мамонт залишиться в Крутоярах."},
       })
    EXPECT_TRUE(agreement_on(one).unconditional) << one.claim;
}

TEST(Agreement, AConditionIsNotLostWhereTheClaimTellsItOrItIsOfOtherWords) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "work begins in June unless metals are found",
            "If the survey finds no metals, we begin work in June."},
           {"en", "after a clean survey work on the yard begins in June",
            "If the survey finds no metals, we begin work on the yard in June."},
           {"en", "the recall costs nine million crowns",
            "The recall will cost nine million crowns. If it comes in at six, you'll see me "
            "smile."},
           {"de", "die Linie fährt wieder ab Mai",
            "Heute zählen wir nach, dann fährt die Linie ab Mai wieder."},
           {"de", "die Linie fährt wieder ab Mai",
            "Das Geld ist da, die Linie fährt ab Mai wieder."},
           {"de", "die Linie fährt ab Mai, wenn Geld kommt",
            "Kommt das Geld, dann fährt die Linie ab Mai wieder."},
           {"de", "die Linie fährt wieder ab Mai", "Im Mai, denke ich, fährt die Linie wieder."},
           {"en", "we should close the yard", "We should close the yard."},
           {"en", "the yard closes", "The yard closes. Come if you like."},
       })
    EXPECT_FALSE(agreement_on(one).unconditional) << one.claim;
}

TEST(Agreement, WhatTheStatementOnlySupposesIsNotSaid) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "that it was her company's pump",
            "If it was our pump, I will say so on the beach, with a megaphone."},
           {"en", "that it was her company's pump",
            "My company built the engine. […] If it was our pump"},
           {"de", "dass ihr Seil gerissen ist",
            "Wenn unser Seil gerissen ist, sage ich es selbst."},
           {"uk", "що двигун був несправний", "Якщо двигун був несправний, я скажу про це сам."},
       })
    EXPECT_TRUE(agreement_on(one).unconditional) << one.claim;
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "that it was her company's pump",
            "It was our pump. If the pump was cheap, that is no excuse."},
           {"en", "in frost the bridge stays shut", "If there is frost, the bridge stays shut."},
           {"en", "she will say so if it was the pump", "If it was our pump, I will say so."},
           {"de", "bei Frost bleibt die Brücke zu", "Wenn Frost kommt, bleibt die Brücke zu."},
           {"uk", "двигун був несправний", "Двигун був несправний. Якщо хтось питає, так і є."},
       })
    EXPECT_FALSE(agreement_on(one).unconditional) << one.claim;
}

TEST(Agreement, AClaimIsSurerThanAStatementThatLeavesItOpen) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "it was the pump", "It may have been the pump. We tested it."},
           {"en", "the bank cuts rates in May", "Perhaps the bank cuts rates in May."},
           {"en", "the line will reopen in June", "The line might reopen in June.", "promised"},
           {"de", "die Brücke wird im Mai gesperrt", "Vielleicht sperren wir die Brücke im Mai."},
           {"de", "die Brücke bricht", "Die Brücke könnte brechen. Wir wissen es nicht."},
           {"uk", "міст закриють у травні", "Можливо, міст закриють у травні."},
       })
    EXPECT_TRUE(agreement_on(one).surer) << one.claim;
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "it was the pump", "It was the pump. Perhaps I should have said so."},
           {"en", "the bank may cut rates in May", "Perhaps the bank cuts rates in May."},
           {"en", "the bank cuts rates in May", "Perhaps the bank cuts rates in May.", "thinks"},
           {"en", "the bank cuts rates in May", "Perhaps the bank cuts rates in May.", "fears"},
           {"en", "pupils use their phones in the break",
            "Pupils may use their phones in the break."},
           {"en", "vanity in a dealer is no fraud", "A dealer may be vain. That is no fraud."},
           {"de", "hält eine Sperrung der Brücke für möglich",
            "Vielleicht sperren wir die Brücke."},
           {"de", "hofft auf Schnee im Mai", "Vielleicht kommt im Mai noch Schnee."},
           {"uk", "міст, можливо, закриють", "Можливо, міст закриють у травні."},
       })
    EXPECT_FALSE(agreement_on(one).surer) << one.claim;
}

TEST(Agreement, AClaimOfAllOrBothGoesFartherThanAStatementOfOne) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "both tours are off", "The winter tour is off. In spring we go."},
           {"en", "every operation is off this week", "We have postponed 120 hip operations."},
           {"de", "dass beide Werke bleiben", "Das Werk Brauningen bleibt."},
           {"uk", "усі школи закриють", "Школу в Загаті закриють."},
       })
    EXPECT_TRUE(agreement_on(one).widened) << one.claim;
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "everyone on the course can finish it", "Anyone who is enrolled will finish."},
           {"en", "they get their money back for both days", "Those two days will be refunded."},
           {"en", "all brewers can keep their labels", "No brewery will have to change a label."},
           {"de", "alle mit Monatskarte bekommen Geld zurück",
            "Wer eine Monatskarte hat, bekommt Geld zurück."},
           {"en", "the tours are off", "The winter tour is off."},
       })
    EXPECT_FALSE(agreement_on(one).widened) << one.claim;
}

TEST(Agreement, ForeverGoesFartherThanAStatementWithoutABound) {
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "four farms and not one more, ever",
            "We are culling on four farms. I'd need better evidence to go to a fifth."},
           {"en", "the library is closed forever", "The library is closed while we count."},
           {"uk", "бібліотеку закрили назавжди", "Бібліотеку закрили."},
           {"de", "einer Erhöhung des Beitrags wird er niemals zustimmen",
            "Einer Erhöhung des Beitrags stimme ich in diesem Jahr nicht zu."},
       })
    EXPECT_TRUE(agreement_on(one).widened) << one.claim;
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "the best season ever", "That was the best season."},
           {"en", "they will not sell the farm, ever", "We will never sell the farm."},
           {"en", "the library is closed forever", "The library will not open again."},
           {"en", "the library is closed", "The library is closed while we count."},
       })
    EXPECT_FALSE(agreement_on(one).widened) << one.claim;
}

TEST(Agreement, TenTimesANumberIsThatNumberWithItsCommaOutOfPlace) {
  EXPECT_TRUE(agreement_on({"en", "they found 12 million in jewels on a farm",
                            "We recovered jewellery worth 1.2 million crowns from a farm."})
                  .displaced);
  EXPECT_FALSE(agreement_on({"en", "they found 13 million in jewels on a farm",
                             "We recovered jewellery worth 1.2 million crowns from a farm."})
                   .displaced);
}

TEST(Agreement, BeforeSomethingIsTheOppositeOfAfterIt) {
  for (const reported_case& one : std::vector<reported_case>{
           {"uk", "квиток коштуватиме вісім, навіть після відкриття лінії",
            "До відкриття лінії квиток коштуватиме вісім. Після відкриття рахуватимемо разом."},
           {"en", "the fares stay as they are after the election",
            "Before the election the fares will stay. After that we count."},
           {"de", "nach der Wahl bleibt die Maut", "Vor der Wahl bleibt die Maut."},
       })
    EXPECT_TRUE(agreement_on(one).opposed) << one.claim;
  for (const reported_case& one : std::vector<reported_case>{
           {"en", "the fares stay as they are before the election",
            "Before the election the fares will stay. After the election we count."},
           {"en", "the fares stay before and after the election",
            "Before the election the fares stay, and after the election they stay."},
           {"en", "the fares rise after the holidays", "Before the election the fares rise."},
           {"uk", "до лінії додадуть зупинку після мосту", "Додамо зупинку до лінії за мостом."},
       })
    EXPECT_FALSE(agreement_on(one).opposed) << one.claim;
}

TEST(Agreement, LongTextsTakeNoLongerThanTheirProduct) {
  std::string text;
  for (int i = 2; i < 1200; ++i) text += std::to_string(i) + " sheep. ";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_FALSE(agreement_on({"en", text, text}).displaced);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

}  // namespace
}  // namespace quoth::matching
