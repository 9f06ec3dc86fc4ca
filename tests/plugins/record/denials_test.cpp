#include <gtest/gtest.h>

#include <chrono>
#include <denials.hpp>
#include <fstream>
#include <iterator>
#include <places.hpp>
#include <string>

namespace quoth::record_writing {
namespace {

reporting_words shipped(const std::string& lang) {
  const std::string path =
      places::source("/plugins/record_writer/resources/") + lang + "/reporting.tsv";
  std::ifstream file(path);
  return reporting_words(
      text::lexicon::parse(std::string(std::istreambuf_iterator<char>(file), {}), path, {2, 2}));
}

struct parted {
  bool any = false, own = false, refers = false;
  std::string subject, content;
};

parted denial_in(std::string_view sentence, const std::string& lang = "en") {
  denial_finder finder;
  denial found;
  parted made;
  made.any = finder.find(sentence, {0, static_cast<std::uint32_t>(sentence.size())}, lang,
                         shipped(lang), found);
  if (!made.any) return made;
  made.own = found.own;
  made.refers = found.refers;
  made.subject = found.subject.of(sentence);
  made.content = found.content.of(sentence);
  return made;
}

TEST(Denials, PartWhoFromWhatWasNotSaid) {
  const parted found = denial_in(
      "The president did not say in Miren, or anywhere else, that the strait would be closed.");
  EXPECT_TRUE(found.any);
  EXPECT_EQ(found.subject, "The president");
  EXPECT_EQ(found.content, "the strait would be closed");
}

TEST(Denials, MayBeOfWhatSomebodyToldOthers) {
  const parted found = denial_in(
      "Mara Lund has not told the staff, or anyone, that the pool will close if it leaks.");
  EXPECT_EQ(found.subject, "Mara Lund");
  EXPECT_EQ(found.content, "the pool will close if it leaks");
  EXPECT_FALSE(denial_in("Mara Lund has not told the staff.").any);
  EXPECT_FALSE(denial_in("Mara Lund, told of it at noon, did not laugh.").any);
}

TEST(Denials, AreNotMadeByARelativeClauseBesideAReport) {
  EXPECT_FALSE(denial_in("Mara Lund, who did not attend, said that the pool would close.").any);
  EXPECT_FALSE(
      denial_in("Mara Lund, die nicht dabei war, sagte, dass das Bad schließe.", "de").any);
  EXPECT_FALSE(denial_in("Віра Лунд, яка не була там, сказала, що басейн закриють.", "uk").any);
  EXPECT_TRUE(
      denial_in("Mara Lund did not, in Miren or elsewhere, say that the pool would close.").any);
  EXPECT_EQ(denial_in("Mara Lund, who never said that the pool would close, left.").content,
            "the pool would close, left");
}

TEST(Denials, MayReferToWhatWasToldBefore) {
  EXPECT_TRUE(
      denial_in("Mara Lund hat sich weder dort noch bei anderer Gelegenheit so geäußert.", "de")
          .refers);
  EXPECT_FALSE(denial_in("So leise hat Mara Lund nie gesagt, dass sie geht.", "de").refers);
  EXPECT_TRUE(denial_in("Mara Lund never said such a thing, here or elsewhere.").refers);
  EXPECT_EQ(denial_in("Mara Lund never said this.").subject, "Mara Lund");
  EXPECT_TRUE(denial_in("Diesen Satz hat Mara Lund nie gesagt.", "de").refers);
  EXPECT_TRUE(
      denial_in("Mara Lund hat dieses Wort nie gesagt, weder hier noch dort.", "de").refers);
  EXPECT_TRUE(denial_in("Diesen Satz hat Mara Lund weder im Rat noch vor dem Ausschuss oder danach "
                        "gesagt.",
                        "de")
                  .refers);
  EXPECT_TRUE(denial_in("Віра Лунд ніколи не казала такого, ні там, ні тут.", "uk").refers);
  const parted stated = denial_in("Wir stellen fest: Mara Lund hat diesen Satz nie gesagt.", "de");
  EXPECT_TRUE(stated.refers);
  EXPECT_FALSE(stated.own);
  EXPECT_FALSE(denial_in("Mara Lund never said this bridge would have to close.").any);
  EXPECT_FALSE(denial_in("Mara Lund never said a word.").any);
}

TEST(Denials, MayPointBackWithAWordThatIsAnArticleElsewhere) {
  const parted found =
      denial_in("Nochmals: Die Rektorin hat das nicht gesagt, weder da noch hier.", "de");
  EXPECT_TRUE(found.refers);
  EXPECT_EQ(found.subject, "Die Rektorin");
  EXPECT_EQ(denial_in("Das hat die Rektorin nie gesagt.", "de").subject, "die Rektorin");
  EXPECT_FALSE(denial_in("Das Ministerium hat nie gesagt, wann gebaut wird.", "de").refers);
  EXPECT_FALSE(denial_in("Lund hat das Wort nicht ergriffen.", "de").any);
}

TEST(Denials, MayBeOfAllThatWasTold) {
  const parted found = denial_in("The head teacher said nothing of the kind, then or since.");
  EXPECT_TRUE(found.refers);
  EXPECT_EQ(found.subject, "The head teacher");
  EXPECT_TRUE(denial_in("Die Rektorin hat nichts dergleichen gesagt.", "de").refers);
  EXPECT_TRUE(denial_in("Директорка нічого подібного не казала.", "uk").refers);
  EXPECT_FALSE(denial_in("There is nothing of the kind in the shop.").any);
}

TEST(Denials, OneVerbMayDeny) {
  const parted found = denial_in("The ministry denied that the plant would close.");
  EXPECT_EQ(found.subject, "The ministry");
  EXPECT_EQ(found.content, "the plant would close");
}

TEST(Denials, AreReadInGermanAndUkrainian) {
  EXPECT_EQ(denial_in("Die Ministerin hat zu keinem Zeitpunkt erklärt, Lehrkräfte dürften Handys "
                      "durchsuchen.",
                      "de")
                .content,
            "Lehrkräfte dürften Handys durchsuchen");
  EXPECT_EQ(
      denial_in("Олена Карвацька ніколи не казала, що доведеться топити кізяком.", "uk").subject,
      "Олена Карвацька");
}

TEST(Denials, InTheFirstPersonNeedNoContent) {
  const parted found = denial_in("No, I never said that.");
  EXPECT_TRUE(found.any);
  EXPECT_TRUE(found.own);
}

parted unannounced_in(std::string_view sentence, const std::string& lang = "en") {
  denial_finder finder;
  denial found;
  parted made;
  made.any = finder.find_unannounced(sentence, {0, static_cast<std::uint32_t>(sentence.size())},
                                     lang, shipped(lang), found);
  if (!made.any) return made;
  made.own = found.own;
  made.subject = found.subject.of(sentence);
  made.content = found.content.of(sentence);
  return made;
}

TEST(Denials, MayBeOfWhatSomebodyHasNotAnnounced) {
  const parted english = unannounced_in(
      "Premier Mara Lund has not announced a bridge toll, here or "
      "elsewhere.");
  EXPECT_EQ(english.subject, "Premier Mara Lund");
  EXPECT_EQ(english.content, "announced a bridge toll");
  EXPECT_EQ(unannounced_in("Mara Lund never promised a second bridge.").content,
            "promised a second bridge");
  EXPECT_EQ(unannounced_in("Mara Lund hasn't signed the order.").subject, "Mara Lund");
  EXPECT_TRUE(unannounced_in("I did not approve the sale.").own);
  const parted german = unannounced_in(
      "Ministerin Mara Lund hat keine Maut für die Brücke angekündigt, weder da noch dort.", "de");
  EXPECT_EQ(german.subject, "Ministerin Mara Lund");
  EXPECT_EQ(german.content, "Maut für die Brücke angekündigt");
  EXPECT_EQ(unannounced_in("Mara Lund hat nie eine zweite Brücke versprochen.", "de").content,
            "eine zweite Brücke versprochen");
  EXPECT_EQ(unannounced_in("Віра Лунд не обіцяла нового мосту.", "uk").content,
            "обіцяла нового мосту");
  EXPECT_EQ(
      unannounced_in("Ich habe weder vor dem Wasser gewarnt noch das Wort benutzt.", "de").content,
      "vor dem Wasser gewarnt");
}

TEST(Denials, OfAPartOrForNowAreNoneOfAnAnnouncement) {
  EXPECT_FALSE(unannounced_in("Mara Lund has not yet announced a date.").any);
  EXPECT_FALSE(unannounced_in("Mara Lund not only promised a bridge, she built it.").any);
  EXPECT_FALSE(unannounced_in("Has Mara Lund not announced a toll?").any);
  EXPECT_FALSE(unannounced_in("Mara Lund announced that there would be no toll.").any);
  EXPECT_FALSE(unannounced_in("It is not far, and Mara Lund promised a bridge.").any);
  EXPECT_FALSE(unannounced_in("Mara Lund hat noch keine Maut angekündigt.", "de").any);
  EXPECT_FALSE(unannounced_in("Mara Lund hat nicht nur eine Maut angekündigt.", "de").any);
  EXPECT_FALSE(unannounced_in("Niemand war da. Mara Lund hat eine Maut angekündigt.", "de").any);
  EXPECT_FALSE(unannounced_in("Віра Лунд ще не обіцяла мосту.", "uk").any);
}

TEST(Denials, OfRemarksAreOfWhatTheyAreToldToSay) {
  EXPECT_EQ(denial_in("Ada Quill denied remarks that have been attributed to her, according to "
                      "which she mimed the second act.")
                .content,
            "she mimed the second act");
  EXPECT_EQ(
      denial_in("Edda Rolf bestreitet Berichte, wonach sie die Sternwarte schließe.", "de").content,
      "sie die Sternwarte schließe");
}

TEST(Denials, ReferBackWithItAndDoNotReachIntoAnotherClause) {
  EXPECT_TRUE(denial_in("Mara Lund did not say it.").refers);
  EXPECT_FALSE(denial_in("Mara Lund did not say it would close.").refers);
  EXPECT_TRUE(
      denial_in("Pavel Orsk has never said this, nor anything that sounds like it.").refers);
  EXPECT_FALSE(
      denial_in("Another heard nothing of the kind, though he sat, he says, at the back.").any);
  EXPECT_FALSE(
      denial_in("The nurse was not on duty but says that a driver had told the truth.").any);
  EXPECT_FALSE(denial_in("She does not deny that the dam leaked.").any);
}

TEST(Denials, OfWhatWasNeverAskedForAreStrongerThanNotAsking) {
  const parted never = unannounced_in(
      "The bishop, Tomas Reed, has at no time asked the city, or anybody else, for a palace.");
  EXPECT_EQ(never.subject, "The bishop, Tomas Reed");
  EXPECT_EQ(never.content, "asked the city, or anybody else, for a palace");
  EXPECT_FALSE(unannounced_in("Tomas Reed has not asked the city for a palace.").any);
}

TEST(Denials, AWordMayBeOfSeveralClasses) {
  const auto classes = shipped("de").classes_of("habe");
  EXPECT_NE(classes & reporting_words::passes_on, 0U);
  EXPECT_NE(classes & reporting_words::between, 0U);
}

TEST(Denials, MayBeOfWordsThatNobodyMade) {
  for (const auto& [lang, sentence] : std::vector<std::pair<std::string, std::string_view>>{
           {"en", "Professor Hale did not make this remark, in the meeting or anywhere else."},
           {"en", "She has never used those words."},
           {"en", "Mara Lund made no such statement."},
           {"en", "The quotation is invented."},
           {"de", "Diese Äußerung hat die Rektorin nie getätigt."},
           {"de", "Das Zitat sei frei erfunden, teilte die Stadt mit."},
           {"uk", "Цих слів директорка не вимовляла."},
           {"uk", "Ця цитата вигадана, кажуть у мерії."},
       }) {
    EXPECT_TRUE(denial_in(sentence, lang).refers) << sentence;
  }
  for (const auto& [lang, sentence] : std::vector<std::pair<std::string, std::string_view>>{
           {"en", "Professor Hale did not make a speech."},
           {"en", "She has never regretted those words."},
           {"en", "Those remarks made the mayor laugh."},
           {"en", "The quotation is not invented."},
           {"en", "The invented lake has no name, and the words on its sign are blue."},
           {"de", "Zu dieser Äußerung hat die Rektorin nie Stellung genommen."},
           {"uk", "Ці слова вимовила директорка."},
       }) {
    EXPECT_FALSE(denial_in(sentence, lang).refers) << sentence;
  }
}

TEST(Denials, MayBeOfAdviceOrAPromiseThatNobodyGave) {
  for (const auto& [lang, sentence] : std::vector<std::pair<std::string, std::string_view>>{
           {"en", "Ms Starling has made no such admission, to employees or to anybody else."},
           {"en", "The minister never gave such a promise."},
           {"de", "Der Minister hat einen solchen Rat weder dort noch sonst irgendwo gegeben."},
           {"uk", "Такої обіцянки директорка не давала."},
       }) {
    EXPECT_TRUE(denial_in(sentence, lang).refers) << sentence;
  }
  for (const auto& [lang, sentence] : std::vector<std::pair<std::string, std::string_view>>{
           {"en", "The minister made a promise and did not keep it."},
           {"en", "No offer has been made for the yard."},
           {"de", "Der Rat hat kein Geld gegeben."},
       }) {
    EXPECT_FALSE(denial_in(sentence, lang).refers) << sentence;
  }
}

TEST(Denials, MaySayOfAllThatWasToldThatItIsNotTrue) {
  const auto is_untrue = [](std::string_view sentence, const std::string& lang) {
    denial_finder finder;
    denial found;
    const span all{0, static_cast<std::uint32_t>(sentence.size())};
    return finder.find(sentence, all, lang, shipped(lang), found) && found.untrue;
  };
  EXPECT_TRUE(is_untrue("This is not true, a spokesman said.", "en"));
  EXPECT_TRUE(is_untrue("None of this is true.", "en"));
  EXPECT_TRUE(is_untrue("Das trifft nicht zu.", "de"));
  EXPECT_TRUE(is_untrue("Це не відповідає дійсності.", "uk"));
  EXPECT_FALSE(is_untrue("It is not true that the president said so.", "en"));
  EXPECT_FALSE(is_untrue("Es trifft nicht zu, dass der Minister das gesagt hat.", "de"));
  EXPECT_FALSE(is_untrue("They asked whether this is not true.", "en"));
}

TEST(Denials, AreNotSeenInPlainNegations) {
  EXPECT_FALSE(denial_in("The president did not travel to Miren.").any);
  EXPECT_FALSE(denial_in("She said that the plant would not close.").any);
  EXPECT_FALSE(denial_in("The law does not apply to small firms in the north, she said, so that "
                         "nothing would change.")
                   .any);
  EXPECT_FALSE(denial_in("").any);
}

TEST(Denials, AnUnknownClassInALexiconIsNamedWithItsLine) {
  try {
    const reporting_words made(text::lexicon::parse("not\tnever\nsays\tsaid\n", "words", {2, 2}));
    FAIL() << "accepted";
  } catch (const text::lexicon_error& why) {
    EXPECT_EQ(std::string(why.what()).substr(0, 32), "words:2: unknown class 'says': w");
  }
}

bool is_rumour(std::string_view frame, const std::string& lang) {
  record::word_list words;
  words.split(frame, lang);
  return shipped(lang).tell_rumour(words);
}

TEST(Rumours, AreToldByTheWordsAroundAQuotation) {
  EXPECT_TRUE(is_rumour("The chancellor, so the story goes, promised to", "en"));
  EXPECT_TRUE(is_rumour("It is being said that the coach told his staff:", "en"));
  EXPECT_TRUE(is_rumour(", people familiar with the discussion said", "en"));
  EXPECT_TRUE(is_rumour(", soll sie in der Fraktion gesagt haben", "de"));
  EXPECT_TRUE(is_rumour("Dem Vernehmen nach sagte der Minister", "de"));
  EXPECT_TRUE(is_rumour("In der Kantine erzählt man sich, der Chef habe gerufen:", "de"));
  EXPECT_TRUE(is_rumour("A cook says that a waiter told him what the director had said:", "en"));
  EXPECT_TRUE(is_rumour("За чутками, міністр сказав:", "uk"));
  EXPECT_TRUE(is_rumour("Тренер, переказують на трибунах, крикнув:", "uk"));
  EXPECT_TRUE(is_rumour("Прем'єр нібито заявив:", "uk"));
}

TEST(Rumours, MayHaveOtherWordsInsideThemAndBegunTwice) {
  EXPECT_TRUE(is_rumour(", soll er gesagt, nein, gerufen und gesagt haben", "de"));
  EXPECT_FALSE(is_rumour(", hat er gesagt, dass sie soll", "de"));
}

TEST(Rumours, AreLookedForInTimeThatGrowsWithTheText) {
  std::string frame;
  for (int i = 0; i < 200'000; ++i) frame += "soll ";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_FALSE(is_rumour(frame, "de"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(Rumours, PlainReportingIsNone) {
  EXPECT_FALSE(is_rumour("The chancellor told reporters after the talks:", "en"));
  EXPECT_FALSE(is_rumour("Das Kabinett soll am Montag entscheiden, sagte die Ministerin", "de"));
  EXPECT_FALSE(is_rumour("Про це заявив прем'єр у четвер", "uk"));
}

}  // namespace
}  // namespace quoth::record_writing
