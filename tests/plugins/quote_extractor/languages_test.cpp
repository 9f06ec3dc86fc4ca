// German, Ukrainian and Russian quotations.
#include <gtest/gtest.h>

#include "extracted.hpp"

namespace quoth::quotes {
namespace {

readable_quote only(std::string_view text, const char* language) {
  const auto quotes = quotes_in(text, language);
  EXPECT_EQ(quotes.size(), 1u) << text;
  return quotes.empty() ? readable_quote{} : quotes.front();
}

TEST(German, AQuotationBeforeAndBehindItsSpeaker) {
  EXPECT_EQ(only("„Wir haben die Steuern gesenkt“, sagte Anna Roe.", "de").source, "Anna Roe");
  EXPECT_EQ(only("Anna Roe sagte: „Wir haben die Steuern gesenkt.“", "de").source, "Anna Roe");
  EXPECT_EQ(only("»Wir haben die Steuern gesenkt«, erklärte die Ministerin.", "de").source,
            "die Ministerin");
}

TEST(German, WhoIsToldIsNoPartOfTheSpeaker) {
  EXPECT_EQ(only("„Wir bleiben“, sagte Brandt dem Kurier am Montag.", "de").source, "Brandt");
  EXPECT_EQ(only("„Wir bleiben“, sagte Otto Kranz der Deutschen Presse-Agentur.", "de").source,
            "Otto Kranz");
  EXPECT_EQ(only("„Wir bleiben“, sagte Otto Kranz einem Reporter.", "de").source, "Otto Kranz");
  EXPECT_EQ(only("„Wir bleiben“, sagte der Schäfer Enno Brack der Zeitung.", "de").source,
            "der Schäfer Enno Brack");
  EXPECT_EQ(only("„Wir bleiben“, sagte ein Sprecher der Polizei.", "de").source,
            "ein Sprecher der Polizei");
}

TEST(German, ASingleNameIsToldFromWhomItTells) {
  EXPECT_EQ(only("„Wir bleiben“, sagte Brandt der Deutschen Presse-Agentur.", "de").source,
            "Brandt");
  EXPECT_EQ(only("Nach Angaben der Polizei kamen drei Menschen ums Leben.", "de").source,
            "Angaben der Polizei");
  EXPECT_EQ(only("„Wir bleiben“, sagte Regierungssprecherin der Koalition.", "de").source,
            "Regierungssprecherin der Koalition");
}

TEST(German, AnyVerbBehindAQuotationAndItsCommaReportsIt) {
  const auto q = only("„Das war Arbeitsverweigerung“, polterte Trainer Udo Brandt.", "de");
  EXPECT_EQ(q.source, "Trainer Udo Brandt");
  EXPECT_EQ(q.cue, "polterte");
}

TEST(German, AnAttributionWithinAReportedClauseLeavesBothItsParts) {
  EXPECT_EQ(only("Man werde, so Brandt, die Zeugin noch einmal laden.", "de").content,
            "Man werde | die Zeugin noch einmal laden");
  EXPECT_EQ(only("Der Markt habe, schrieb er in einer Studie, die Warnung bemerkt.", "de").content,
            "Der Markt habe | die Warnung bemerkt");
}

TEST(German, ADescriptionBetweenCommasPartsTheSubjectFromItsVerb) {
  const auto quotes = quotes_in(
      "Brandt, der den Zeugen befragt hatte, nannte die Aussage eine „Zumutung für das Haus“.",
      "de");
  ASSERT_EQ(quotes.size(), 1u);
  EXPECT_EQ(quotes[0].source, "Brandt");
}

TEST(German, DasTeilteWerMitReportsTheSentenceBefore) {
  const auto q = only("Drei Menschen kamen ums Leben. Das teilte die Polizei am Montag mit.", "de");
  EXPECT_EQ(q.source, "die Polizei");
  EXPECT_EQ(q.content, "Drei Menschen kamen ums Leben");
}

TEST(German, AnInfinitiveIsReportedAsAWhole) {
  EXPECT_EQ(only("Roe wirft ihm vor, im August die Scheune angezündet zu haben.", "de").content,
            "im August die Scheune angezündet zu haben");
}

TEST(German, AColonBeforeTheReportedMoodBeginsTheReport) {
  EXPECT_EQ(
      only("Roe warnte vor Hoffnungen: Ein Verein könne kein Becken abdichten.", "de").content,
      "Ein Verein könne kein Becken abdichten");
}

TEST(German, ANameInMarksBelongsToTheSpeaker) {
  EXPECT_EQ(only("Wie die „Ulmer Warte“ berichtet, soll das Werk schließen.", "de").source,
            "die „Ulmer Warte“");
}

TEST(German, WhatSomebodyLetsSayIsReported) {
  const auto q = only("Roes Anwalt ließ mitteilen, sein Mandant sei krank.", "de");
  EXPECT_EQ(q.cue, "ließ mitteilen");
  EXPECT_EQ(q.content, "sein Mandant sei krank");
}

TEST(German, AQuotationBehindAColonIsNotOfTheSentenceThatFollows) {
  const auto quotes =
      quotes_in("Richterin Roe hakte nach: „Nachts um drei?“ Darauf antwortete er nicht.", "de");
  ASSERT_FALSE(quotes.empty());
  EXPECT_EQ(quotes[0].source, "Richterin Roe");
  EXPECT_EQ(quotes[0].content, "„Nachts um drei?“");
}

TEST(German, NoSpeakerInCompoundsAndDescriptionsOfQuotedWords) {
  EXPECT_TRUE(quotes_in("Die Fans feierten ihn mit „Fußballgott“-Rufen in Ulm.", "de").empty());
  for (const auto& q : quotes_in("Roe sah eine „Hexenjagd“ – ein Wort, das bleibt.", "de")) {
    EXPECT_NE(q.source, "ein Wort");
  }
}

TEST(German, ANounThatReportsTakesNoWordsTwice) {
  EXPECT_EQ(quotes_in("Roe nannte die Äußerung „einen Skandal ohne Beispiel“.", "de").size(), 1u);
}

TEST(German, ASpeakerBehindSo) {
  const auto q = only("„Der Bär ist zu einem Problem geworden“, so Anna Roe.", "de");
  EXPECT_EQ(q.source, "Anna Roe");
  EXPECT_EQ(q.cue, "so");
}

TEST(German, ReportedClausesWithAndWithoutDass) {
  EXPECT_EQ(only("Roe sagte am Montag, dass die Fabrik schließe.", "de").content,
            "dass die Fabrik schließe");
  EXPECT_EQ(only("Am Montag sagte Roe, die Fabrik werde schließen.", "de").source, "Roe");
}

TEST(German, AccordingToIsLautNachZufolge) {
  EXPECT_EQ(only("Laut Polizei kamen drei Menschen ums Leben.", "de").source, "Polizei");
  EXPECT_EQ(only("Nach Angaben der Polizei kamen drei Menschen ums Leben.", "de").source,
            "Angaben der Polizei");
  EXPECT_EQ(only("Medienberichten zufolge kamen drei Menschen ums Leben.", "de").source,
            "Medienberichten");
}

TEST(German, NachWithoutAnAccountIsAPlaceOrATime) {
  EXPECT_TRUE(quotes_in("Nach dem Regen fuhr der Zug nach Berlin.", "de").empty());
}

TEST(German, TheMoodOfTheVerbContinuesAReport) {
  const auto quotes = quotes_in(
      "Ein Sprecher sagte, die Maschine müsse umkehren. Er wisse auch nicht, warum. Die Sperre sei "
      "aber inzwischen aufgehoben worden.",
      "de");
  ASSERT_EQ(quotes.size(), 2u);
  EXPECT_EQ(quotes[1].source, "Ein Sprecher");
  EXPECT_EQ(quotes[1].content,
            "Er wisse auch nicht, warum. Die Sperre sei aber inzwischen aufgehoben worden.");
}

TEST(German, AFragmentOfOneWordIsAQuoteWhereItIsNoNoun) {
  const auto judged = quotes_in("Roe sagte, das Gesetz sei „überflüssig“ und werde bleiben.", "de");
  ASSERT_EQ(judged.size(), 2u);
  EXPECT_EQ(judged[1].content, "„überflüssig“");
  EXPECT_EQ(judged[1].source, "Roe");
  EXPECT_EQ(quotes_in("Roe sagte, die Zeitschrift „Zeitgeist“ werde bleiben.", "de").size(), 1u);
}

TEST(Ukrainian, TheSubjectStandsBehindWhenItWasSaid) {
  EXPECT_EQ(only("Як заявив у середу міністр транспорту, порт закриють у травні.", "uk").source,
            "міністр транспорту");
  EXPECT_EQ(only("Порт закриють у травні, повідомив учора міський голова.", "uk").source,
            "міський голова");
  EXPECT_EQ(only("Порт закроют в мае, сообщил вчера мэр Петр Ланг.", "ru").source, "мэр Петр Ланг");
  EXPECT_EQ(only("Як повідомили вчора, порт закриють у травні.", "uk").source, "");
}

TEST(Ukrainian, AsSomebodyReportedTheVerbFirst) {
  const auto q = only("Як повідомив міністр Остап Гринюк, бюджет ухвалено.", "uk");
  EXPECT_EQ(q.source, "міністр Остап Гринюк");
  EXPECT_EQ(q.content, "бюджет ухвалено");
}

TEST(Ukrainian, AnAttributionBetweenDashes) {
  const auto q = only(
      "«Греблі нічого не загрожує, — заявила міністерка Олена Карвацька. — Загрожує графікам».",
      "uk");
  EXPECT_EQ(q.kind, "direct");
  EXPECT_EQ(q.source, "міністерка Олена Карвацька");
  EXPECT_EQ(q.content, "«Греблі нічого не загрожує, | Загрожує графікам»");
  EXPECT_EQ(q.text, "Греблі нічого не загрожує, Загрожує графікам");
}

TEST(Ukrainian, AQuotationBehindAColonAndAClauseBehindThat) {
  EXPECT_EQ(only("Карвацька сказала: «Гребля стоїть, бо її будували люди».", "uk").source,
            "Карвацька");
  EXPECT_EQ(only("Мостель пообіцяв, що тариф цього року не зміниться.", "uk").content,
            "що тариф цього року не зміниться");
}

TEST(Ukrainian, AVerbOfTheStreetReportsAsWell) {
  EXPECT_EQ(only("Бевзюк бовкнув, що фермери самі винні.", "uk").content, "що фермери самі винні");
  EXPECT_EQ(only("Ірина Голуб присягається, що мито не зросте.", "uk").source, "Ірина Голуб");
  EXPECT_EQ(only("Горехов сболтнул, что город готов к зиме.", "ru").content,
            "что город готов к зиме");
}

TEST(Ukrainian, ANounBehindTheNameOfABodyIsNoVerb) {
  EXPECT_EQ(only("«Ми не просимо дотацій», — голова Зернової спілки вчора.", "uk").cue, "");
}

TEST(Ukrainian, AboutThisSomebodyReportedIsOfTheSentenceBefore) {
  const auto q = only("Двоє людей загинули. Про це повідомила прес-служба управління.", "uk");
  EXPECT_EQ(q.source, "прес-служба управління");
  EXPECT_EQ(q.content, "Двоє людей загинули");
}

TEST(Ukrainian, AnyVerbBehindAQuotationAndItsDashReportsIt) {
  EXPECT_EQ(only("«Куди я поїду від цієї яблуні?» — питає жінка.", "uk").source, "жінка");
  const auto q = only("«Я вже святкував, — усміхнувся Терещук. — А він показав інше».", "uk");
  EXPECT_EQ(q.source, "Терещук");
  EXPECT_EQ(q.cue, "усміхнувся");
  EXPECT_EQ(only("«Є два випадки, — повідомив у понеділок лікар міста Микола Гресь. — Джерела не "
                 "знаємо».",
                 "uk")
                .source,
            "лікар міста Микола Гресь");
}

TEST(Ukrainian, WhoIsDescribedBetweenCommasIsNoPartOfTheReport) {
  EXPECT_EQ(only("За словами Гринюка, який прибув учора, документ підпишуть.", "uk").content,
            "документ підпишуть");
}

TEST(Russian, ALateAttributionNeedsNoVerbThatTheLexiconKnows) {
  const auto q = only("Жителей посёлка эвакуируют, сообщили в управлении.", "ru");
  EXPECT_EQ(q.source, "в управлении");
  EXPECT_EQ(q.content, "Жителей посёлка эвакуируют");
  EXPECT_EQ(only("Сокол подал протест, сообщает пресс-служба клуба.", "ru").source,
            "пресс-служба клуба");
}

TEST(Russian, WhoIsToldIsNoPartOfTheReport) {
  EXPECT_EQ(only("Роу рассказал суду, что дом сгорел.", "ru").content, "что дом сгорел");
  EXPECT_EQ(only("«Писем не было», — заявил «Вестнику» источник.", "ru").source, "источник");
}

TEST(Russian, AReportIsTakenOnce) {
  EXPECT_EQ(only("На вопрос, читал ли он книгу, Палей ответил, что нет.", "ru").content, "что нет");
}

TEST(Ukrainian, WhatOneTalksOfIsNotWhoTalks) {
  EXPECT_EQ(only("Про Верхньоозерську говорить, що вона стоїть міцно.", "uk").source, "");
}

TEST(Russian, AnAttributionBehindTheQuotation) {
  const auto q = only("«Договор подписан сегодня утром», — сказал президент Иван Роу.", "ru");
  EXPECT_EQ(q.source, "президент Иван Роу");
  EXPECT_EQ(q.cue, "сказал");
}

TEST(Russian, AParagraphThatBeginsWithADashIsSpeech) {
  const auto q = only("— Договор подписан, — сообщил Иван Роу. — Больше новостей нет.", "ru");
  EXPECT_EQ(q.kind, "direct");
  EXPECT_EQ(q.source, "Иван Роу");
}

TEST(Russian, PoSlovamNamesTheSource) {
  EXPECT_EQ(only("По словам спасателей, уровень воды падает.", "ru").source, "словам спасателей");
}

// Swedish, say: the verb stands second, and nouns have no capitals.
TEST(VerbSecond, TheSubjectBehindTheVerbNeedsNoCapitals) {
  const lexicon facts = lexicon::read({.words = "adverb\tockså\ndeterminer\tden\n",
                                       .cues = "*\t0\nsade\t40\n",
                                       .grammar = "verb-second\tyes\nnouns-in-capitals\tno\n"},
                                      "sv");
  const std::string text = "“Vi har sänkt skatterna”, sade också Anna Roe.";
  segmented_text segmented("sv");
  extractor extract;
  extraction found;
  extract.run(segmented.segment(text), {}, &facts, {}, found);
  ASSERT_EQ(found.quotes.size(), 1u);
  EXPECT_EQ(pieces_of(text, found.pieces_of(found.quotes[0]), quoth::part_role::source),
            "Anna Roe");
}

TEST(German, AClauseInTheReportedMoodIsOfTheSubjectBeforeIt) {
  const auto q = only("Der Städtetag dagegen begrüßte, dass sich das Land bewegt habe.", "de");
  EXPECT_EQ(q.source, "Der Städtetag");
  EXPECT_EQ(q.cue, "begrüßte");
  EXPECT_EQ(q.content, "dass sich das Land bewegt habe");
}

TEST(German, AVerbOfWhatIsReportedReportsNothingBefore) {
  for (const auto& q : quotes_in("Kämmerin Roe sagte, man befinde sich in Gesprächen.", "de")) {
    EXPECT_EQ(q.source, "Kämmerin Roe");
  }
}

TEST(German, AVerbBeforeNachAngabenIsNoPartOfTheCue) {
  const auto q = only("Im Osten sind nach Angaben der Polizei 40 Menschen getötet worden.", "de");
  EXPECT_EQ(q.cue, "nach");
  EXPECT_EQ(q.content, "Im Osten sind | 40 Menschen getötet worden");
}

TEST(German, SpokeOfWithWordsInMarksQuotes) {
  const auto quotes = quotes_in("Die Landtags-Grünen sprachen von einer „vertanen Chance“.", "de");
  ASSERT_FALSE(quotes.empty());
  EXPECT_EQ(quotes[0].source, "Die Landtags-Grünen");
}

TEST(German, AVerbOfNamingThatIsNotCountedTakesWordsInMarks) {
  const auto q =
      only("Richterin Ida Roe nennt die Anklage einen „schlechten Witz“ – im Saal.", "de");
  EXPECT_EQ(q.source, "Richterin Ida Roe");
  EXPECT_EQ(q.cue, "nennt");
}

TEST(German, AParticleWithinANameDoesNotEndIt) {
  EXPECT_EQ(only("Laut Konzernchef Maurits van Deelen werden die Kuchen teurer.", "de").source,
            "Konzernchef Maurits van Deelen");
}

TEST(German, AnObjectBeforeTheVerbDoesNotSpeak) {
  EXPECT_EQ(only("Dem widersprach ein Sprecher: „Das ist falsch.“", "de").source, "ein Sprecher");
}

TEST(Ukrainian, AnObjectBeforeTheVerbDoesNotSpeak) {
  EXPECT_EQ(only("Крутько це заперечив: «Військових об’єктів тут немає».", "uk").source, "Крутько");
  EXPECT_TRUE(quotes_in("Про наслідки атаки повідомляє також Нацполіція.", "uk").empty());
}

TEST(Russian, ACommonNounSpeaksBetweenDashes) {
  const auto q = only("«Мы вышли в халатах, — смеётся женщина. — Они испугались».", "ru");
  EXPECT_EQ(q.source, "женщина");
  EXPECT_EQ(q.content, "«Мы вышли в халатах, | Они испугались»");
}

TEST(Russian, ANameInMarksBelongsToWhoSpeaksAndWhoIsTold) {
  EXPECT_EQ(only("Пресс-служба «Банка» сообщила, что деньги защищены.", "ru").source,
            "Пресс-служба «Банка»");
  EXPECT_EQ(only("Дёмин заявил корреспонденту «Города», что всё готово.", "ru").content,
            "что всё готово");
}

TEST(German, ANameInMarksDoesNotPartAVerb) {
  const auto q = only("Zuvor hatte die „Ulmer Warte“ gemeldet, es werde ermittelt.", "de");
  EXPECT_EQ(q.content, "es werde ermittelt");
}

TEST(German, ADescriptionOfAPaperIsNoPartOfWhatItSays) {
  EXPECT_EQ(
      only("Laut einem Papier, das der Zeitung vorliegt, scheitert die Reform.", "de").content,
      "scheitert die Reform");
}

TEST(German, AVerbBehindANameEndsTheSpeakerBeforeAColon) {
  EXPECT_EQ(only("Sein Kollege Udo Roe (Grüne) gab sich gelassen: „Das wird schon.“", "de").source,
            "Sein Kollege Udo Roe");
}

TEST(Ukrainian, ANameInMarksStandsBetweenTheRoleAndTheName) {
  EXPECT_EQ(only("«Це система», — переконана голова фракції «Дія» Ганна Береза.", "uk").source,
            "голова фракції «Дія» Ганна Береза");
}

TEST(German, APaperThatIsToldSomethingIsNotWhatIsSaid) {
  const auto quotes = quotes_in(
      "Roe sagte der „Neuen Ulmer Warte“ (Dienstag), die Regierung habe „jedes Maß verloren“.",
      "de");
  ASSERT_FALSE(quotes.empty());
  EXPECT_EQ(quotes[0].content, "die Regierung habe „jedes Maß verloren“");
}

TEST(German, AMainClauseBehindTheSpeakerGoesOnWithWhatWasSaid) {
  for (const std::string begin :
       {"Die Warnung kam zwei Stunden vor dem Wasser", "Die Brücke war zu"}) {
    const auto quotes =
        quotes_in(begin + ", sagt Bürgermeisterin Ida Roe, der Verkehr floss über das Dorf.", "de");
    ASSERT_EQ(quotes.size(), 1u) << begin;
    EXPECT_EQ(quotes[0].content, begin + " | der Verkehr floss über das Dorf");
    EXPECT_EQ(quotes[0].source, "Bürgermeisterin Ida Roe");
  }
}

TEST(German, AllThatStandsBehindTheColonOfAReportIsReported) {
  struct row {
    std::string text, content;
  };
  for (const auto& [text, content] : std::vector<row>{
           {"Bürgermeister Roe verspricht: Wer entlassen wird, bekommt eine Stelle beim Bauhof.",
            "Wer entlassen wird, bekommt eine Stelle beim Bauhof"},
           {"Roe sagte am Abend weiter: Die Brücke bleibt zu, und niemand weiß, wie lange.",
            "Die Brücke bleibt zu, und niemand weiß, wie lange"},
           {"Der Bürgermeister kündigte an: Ab Mai fahren die Busse öfter.",
            "Ab Mai fahren die Busse öfter"}}) {
    const auto quotes = quotes_in(text, "de");
    ASSERT_FALSE(quotes.empty()) << text;
    EXPECT_EQ(quotes[0].content, content);
  }
}

TEST(Ukrainian, WhatStandsBeforeADashIsWhatTheWordBehindItPointsTo) {
  EXPECT_EQ(only("Порт закриють у травні — це заявив мер Петро Ланг.", "uk").content,
            "Порт закриють у травні");
  EXPECT_EQ(only("Порт закриють у травні — це заявив мер Петро Ланг.", "uk").source,
            "мер Петро Ланг");
  for (const std::string_view text :
       {"Порт закриють у травні — так Петро Ланг відповів депутатам ще влітку.",
        "Порт закриють у травні — так, виявляється, Петро Ланг відповів депутатам."}) {
    EXPECT_EQ(only(text, "uk").content, "Порт закриють у травні") << text;
    EXPECT_EQ(only(text, "uk").source, "Петро Ланг") << text;
  }
}

TEST(Russian, WhatStandsBeforeADashIsWhatTheWordBehindItPointsTo) {
  EXPECT_EQ(only("Мост закроют в мае — это заявила мэр Юлия Ситник.", "ru").content,
            "Мост закроют в мае");
}

TEST(German, SoSchriebWerInterruptsAReport) {
  const auto quotes = quotes_in(
      "Roes „Faust“ sei, so schrieb Noll in der „Badischen Warte“, „ein Abend ohne Ende“.", "de");
  ASSERT_FALSE(quotes.empty());
  for (const auto& q : quotes) {
    EXPECT_EQ(q.source, "Noll") << q.content;
    EXPECT_EQ(q.cue, "schrieb") << q.content;
  }
}

}  // namespace
}  // namespace quoth::quotes
