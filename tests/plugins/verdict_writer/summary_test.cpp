#include "summary.hpp"

#include <gtest/gtest.h>

#include "cases.hpp"

namespace quoth::verdicts {
namespace {

using namespace testing;
using enum match_relation;

TEST(Summary, words_on_record_come_with_day_outlet_and_coverage) {
  written_case claim("Ilmar Dovric", "The tea is getting cold.");
  claim.holds("Ilmar Dovric", "The tea is getting cold.", verbatim, 1.0);
  EXPECT_EQ(claim.in("en").summary,
            "Ilmar Dovric said this word for word on 9 June 2037 (ANS). Whether what was said "
            "is true was not examined. The record holds 12 statements by Ilmar Dovric, from 14 "
            "March 2037 to 16 June 2037.");
  EXPECT_EQ(claim.in("de").summary,
            "Ilmar Dovric hat das am 9. Juni 2037 (ANS) wörtlich gesagt. Ob das Gesagte "
            "zutrifft, wurde nicht geprüft. Das Archiv enthält 12 Äußerungen von Ilmar Dovric, "
            "vom 14. März 2037 bis zum 16. Juni 2037.");
  EXPECT_EQ(claim.in("uk").summary,
            "Ці слова є в архіві дослівно, автор – Ilmar Dovric (ANS, 9 червня 2037 року). Чи "
            "відповідає сказане дійсності, не перевірялося. Висловлювань цієї особи в архіві "
            "(Ilmar Dovric): 12, період 14 березня 2037 року – 16 червня 2037 року.");
}

TEST(Summary, a_review_of_the_content_is_told_beside_words_on_record) {
  written_case claim("Ilmar Dovric", "not one drop has been sold", quote_kind::indirect);
  claim.holds("Ilmar Dovric", "Not one drop has ever been sold.", paraphrase, 0.8)
      .reviewed("Not one drop was sold.", "Ilmar Dovric", "False");
  EXPECT_EQ(claim.in("en").summary,
            "Ilmar Dovric said this in substance on 9 June 2037 (ANS). The record has “Not one "
            "drop has ever been sold”. A published fact-check of the content (Plumbline, 9 "
            "June 2037) rates it “False”. The record holds 12 statements by Ilmar Dovric, from "
            "14 March 2037 to 16 June 2037.");
  EXPECT_EQ(claim.in("de").summary,
            "Ilmar Dovric hat das am 9. Juni 2037 (ANS) sinngemäß gesagt. Im Archiv steht „Not "
            "one drop has ever been sold“. Ein veröffentlichter Faktencheck des Inhalts "
            "(Plumbline, 9. Juni 2037) urteilt „False“. Das Archiv enthält 12 Äußerungen von "
            "Ilmar Dovric, vom 14. März 2037 bis zum 16. Juni 2037.");
  EXPECT_EQ(claim.in("uk").summary,
            "Висловлювання з таким змістом є в архіві, автор – Ilmar Dovric (ANS, 9 червня "
            "2037 року). В архіві: «Not one drop has ever been sold». Опублікована перевірка "
            "змісту (Plumbline, 9 червня 2037 року) оцінює його так: «False». Висловлювань "
            "цієї особи в архіві (Ilmar Dovric): 12, період 14 березня 2037 року – 16 червня "
            "2037 року.");
}

TEST(Summary, a_changed_number_is_told_word_by_word) {
  written_case claim("Falk Rieding", "Es sickern neunzig Liter in der Sekunde.");
  claim.holds("Falk Rieding", "Es sickern neun Liter in der Sekunde, und ich schlafe gut.", near,
              0.9,
              {same("Es sickern "), claimed("neunzig", diff_change::number),
               record("neun", diff_change::number), same(" Liter in der Sekunde")});
  EXPECT_EQ(claim.in("en").summary,
            "Falk Rieding said something close to this on 9 June 2037 (ANS), but the claim "
            "changes what it means. Word by word: “neunzig” in place of “neun” (number). The "
            "record has “Es sickern neun Liter in der Sekunde, und ich schlafe gut”. The "
            "record holds 12 statements by Falk Rieding, from 14 March 2037 to 16 June 2037.");
  EXPECT_EQ(claim.in("de").summary,
            "Falk Rieding hat am 9. Juni 2037 (ANS) etwas Ähnliches gesagt, die Behauptung "
            "ändert jedoch den Sinn. Wort für Wort: „neunzig“ statt „neun“ (Zahl). Im Archiv "
            "steht „Es sickern neun Liter in der Sekunde, und ich schlafe gut“. Das Archiv "
            "enthält 12 Äußerungen von Falk Rieding, vom 14. März 2037 bis zum 16. Juni 2037.");
  EXPECT_EQ(claim.in("uk").summary,
            "В архіві є схоже висловлювання, автор – Falk Rieding (ANS, 9 червня 2037 року), "
            "але твердження змінює його зміст. Слово за словом: «neunzig» замість «neun» "
            "(число). В архіві: «Es sickern neun Liter in der Sekunde, und ich schlafe gut». "
            "Висловлювань цієї особи в архіві (Falk Rieding): 12, період 14 березня 2037 року "
            "– 16 червня 2037 року.");
}

TEST(Summary, a_retelling_that_bends_in_words_of_its_own_is_to_be_read_beside_the_statement) {
  written_case claim("Ilmar Dovric", "nobody will be laid off", quote_kind::indirect);
  claim.holds("Ilmar Dovric", "There will be no compulsory redundancies among drivers.",
              contradicts, 0.8,
              {claimed("nobody will be laid off", diff_change::words),
               record("no compulsory redundancies among drivers", diff_change::words)});
  EXPECT_EQ(claim.in("en").summary,
            "Ilmar Dovric spoke of this on 9 June 2037 (ANS), but the claim says something else in "
            "words of its own: read the two side by side. The record has “There will be no "
            "compulsory redundancies among drivers”. The record holds 12 statements by Ilmar "
            "Dovric, from 14 March 2037 to 16 June 2037.");
  EXPECT_EQ(claim.in("de").summary,
            "Ilmar Dovric hat am 9. Juni 2037 (ANS) davon gesprochen, die Behauptung sagt in "
            "eigenen Worten aber etwas anderes: Beides ist nebeneinander zu lesen. Im Archiv steht "
            "„There will be no compulsory redundancies among drivers“. Das Archiv enthält 12 "
            "Äußerungen von Ilmar Dovric, vom 14. März 2037 bis zum 16. Juni 2037.");
  EXPECT_EQ(claim.in("uk").summary,
            "В архіві є висловлювання про це, автор – Ilmar Dovric (ANS, 9 червня 2037 року), але "
            "твердження іншими словами каже інше: їх треба читати поряд. В архіві: «There will be "
            "no compulsory redundancies among drivers». Висловлювань цієї особи в архіві (Ilmar "
            "Dovric): 12, період 14 березня 2037 року – 16 червня 2037 року.");
}

TEST(Summary, a_condition_left_out_is_quoted) {
  written_case claim("Ilmar Dovric", "We shall keep our water");
  claim.holds("Ilmar Dovric", "We shall keep our water if the barrage is shut.", verbatim, 1.0,
              {same("We shall keep our water")});
  EXPECT_EQ(claim.in("en").summary,
            "Ilmar Dovric said these words on 9 June 2037 (ANS), but the claim leaves out what "
            "qualifies them: “if the barrage is shut”. The record has “We shall keep our water "
            "if the barrage is shut”. The record holds 12 statements by Ilmar Dovric, from 14 "
            "March 2037 to 16 June 2037.");
  EXPECT_EQ(claim.in("de").summary,
            "Ilmar Dovric hat das am 9. Juni 2037 (ANS) gesagt, die Behauptung lässt aber die "
            "Einschränkung weg: „if the barrage is shut“. Im Archiv steht „We shall keep our "
            "water if the barrage is shut“. Das Archiv enthält 12 Äußerungen von Ilmar Dovric, "
            "vom 14. März 2037 bis zum 16. Juni 2037.");
  EXPECT_EQ(claim.in("uk").summary,
            "Ці слова є в архіві, автор – Ilmar Dovric (ANS, 9 червня 2037 року), але опущено "
            "те, що їх обмежує: «if the barrage is shut». В архіві: «We shall keep our water "
            "if the barrage is shut». Висловлювань цієї особи в архіві (Ilmar Dovric): 12, "
            "період 14 березня 2037 року – 16 червня 2037 року.");
}

TEST(Summary, misattributed_words_name_both_people) {
  written_case claim("Ilmar Dovric", "You cannot fill a reservoir with speeches.");
  claim.holds("Mirela Tosk", "You cannot fill a reservoir with speeches.", verbatim, 1.0);
  EXPECT_EQ(claim.in("en").summary,
            "These words are on the record from Mirela Tosk on 9 June 2037 (ANS), not from "
            "Ilmar Dovric. The record holds 12 statements by Ilmar Dovric, from 14 March 2037 "
            "to 16 June 2037. Whether Ilmar Dovric has said the same elsewhere is not known.");
  EXPECT_EQ(claim.in("de").summary,
            "Diese Worte hat am 9. Juni 2037 (ANS) Mirela Tosk gesagt, nicht Ilmar Dovric. Das "
            "Archiv enthält 12 Äußerungen von Ilmar Dovric, vom 14. März 2037 bis zum 16. Juni "
            "2037. Ob Ilmar Dovric an anderer Stelle dasselbe gesagt hat, ist nicht bekannt.");
  EXPECT_EQ(claim.in("uk").summary,
            "В архіві автор цих слів – Mirela Tosk (ANS, 9 червня 2037 року), а не Ilmar "
            "Dovric. Висловлювань цієї особи в архіві (Ilmar Dovric): 12, період 14 березня "
            "2037 року – 16 червня 2037 року. Чи казала названа особа (Ilmar Dovric) те саме "
            "деінде, невідомо.");
}

TEST(Summary, each_piece_of_a_splice_has_its_source) {
  written_case claim("Vesna Hallam", "The wall has cracks. I shall not be standing under it.");
  claim
      .holds("Vesna Hallam", "I shall not be standing under it.", related, 0.5,
             {claimed("The wall has cracks. "), same("I shall not be standing under it.")},
             "radio#s4")
      .holds("Vesna Hallam", "The wall has cracks.", related, 0.4,
             {same("The wall has cracks."), claimed(" I shall not be standing under it.")},
             "radio#s1");
  EXPECT_EQ(claim.in("en").summary,
            "The claim joins pieces of different statements by Vesna Hallam into one. Its "
            "pieces are “The wall has cracks” (ANS, 9 June 2037); “I shall not be standing "
            "under it” (ANS, 9 June 2037). The record holds 12 statements by Vesna Hallam, "
            "from 14 March 2037 to 16 June 2037. Read the whole passage before publishing.");
  EXPECT_EQ(claim.in("de").summary,
            "Die Behauptung fügt Teile verschiedener Äußerungen von Vesna Hallam zu einer "
            "zusammen. Die Teile sind „The wall has cracks“ (ANS, 9. Juni 2037); „I shall not "
            "be standing under it“ (ANS, 9. Juni 2037). Das Archiv enthält 12 Äußerungen von "
            "Vesna Hallam, vom 14. März 2037 bis zum 16. Juni 2037. Vor der Veröffentlichung "
            "sollte die ganze Passage gelesen werden.");
  EXPECT_EQ(claim.in("uk").summary,
            "Твердження зшито з частин різних висловлювань, їх автор – Vesna Hallam. Частини: "
            "«The wall has cracks» (ANS, 9 червня 2037 року); «I shall not be standing under "
            "it» (ANS, 9 червня 2037 року). Висловлювань цієї особи в архіві (Vesna Hallam): "
            "12, період 14 березня 2037 року – 16 червня 2037 року. Перед публікацією варто "
            "прочитати весь уривок.");
}

TEST(Summary, the_words_left_out_between_two_sentences_are_quoted) {
  written_case claim("Vesna Hallam", "The wall has cracks. We shall all cross it.");
  claim.holds("Vesna Hallam",
              "The wall has cracks. Every wall of that age has them. We shall all cross it.", near,
              0.8,
              {same("The wall has cracks. "), record("Every wall of that age has them. "),
               same("We shall all cross it.")});
  EXPECT_EQ(claim.in("en").summary,
            "Vesna Hallam said these words on 9 June 2037 (ANS), but not one after the other, "
            "and the claim does not say so. Between them the record has “Every wall of that "
            "age has them”. The record holds 12 statements by Vesna Hallam, from 14 March 2037 "
            "to 16 June 2037. Read the whole passage before publishing.");
  EXPECT_EQ(claim.in("de").summary,
            "Vesna Hallam hat das am 9. Juni 2037 (ANS) gesagt, aber nicht unmittelbar "
            "hintereinander, und die Behauptung verschweigt das. Dazwischen steht im Archiv "
            "„Every wall of that age has them“. Das Archiv enthält 12 Äußerungen von Vesna "
            "Hallam, vom 14. März 2037 bis zum 16. Juni 2037. Vor der Veröffentlichung sollte "
            "die ganze Passage gelesen werden.");
  EXPECT_EQ(claim.in("uk").summary,
            "Ці слова є в архіві, автор – Vesna Hallam (ANS, 9 червня 2037 року), але вони не "
            "стоять поряд, і твердження цього не показує. Між ними в архіві: «Every wall of "
            "that age has them». Висловлювань цієї особи в архіві (Vesna Hallam): 12, період "
            "14 березня 2037 року – 16 червня 2037 року. Перед публікацією варто прочитати "
            "весь уривок.");
}

TEST(Summary, a_denial_and_a_fact_check_are_both_told) {
  written_case claim("Ilmar Dovric", "Let Caldrin drink the sea");
  claim.reports("Ilmar Dovric", "Let Caldrin drink the sea", match_hand::denial)
      .reviewed("Ilmar Dovric said: “Let Caldrin drink the sea.”", "channels", "Invented quote");
  EXPECT_EQ(claim.in("en").summary,
            "It was denied on 9 June 2037 (ANS) that Ilmar Dovric said this. The words that "
            "were denied: “Let Caldrin drink the sea”. A published fact-check of the "
            "attribution (Plumbline, 9 June 2037) rates it “Invented quote”. The record holds "
            "12 statements by Ilmar Dovric, from 14 March 2037 to 16 June 2037.");
  EXPECT_EQ(claim.in("de").summary,
            "Dass Ilmar Dovric das gesagt hat, wurde am 9. Juni 2037 (ANS) ausdrücklich "
            "dementiert. Dementiert wurde „Let Caldrin drink the sea“. Ein veröffentlichter "
            "Faktencheck der Zuschreibung (Plumbline, 9. Juni 2037) urteilt „Invented quote“. "
            "Das Archiv enthält 12 Äußerungen von Ilmar Dovric, vom 14. März 2037 bis zum 16. "
            "Juni 2037.");
  EXPECT_EQ(claim.in("uk").summary,
            "Є пряме спростування (ANS, 9 червня 2037 року): це не слова особи, якій їх "
            "приписано (Ilmar Dovric). Спростовані слова: «Let Caldrin drink the sea». "
            "Опублікована перевірка цієї цитати (Plumbline, 9 червня 2037 року) оцінює її так: "
            "«Invented quote». Висловлювань цієї особи в архіві (Ilmar Dovric): 12, період 14 "
            "березня 2037 року – 16 червня 2037 року.");
}

TEST(Summary, a_fact_check_of_the_attribution_quotes_what_it_checked) {
  written_case claim("Ilmar Dovric", "Let Caldrin drink the sea");
  claim.reviewed("Ilmar Dovric said: “Let Caldrin drink the sea.”", "channels", "Invented quote");
  EXPECT_EQ(claim.in("en").summary,
            "A published fact-check (Plumbline, 9 June 2037) looked into whether Ilmar Dovric "
            "said this and rates it “Invented quote”. The claim that was checked: “Ilmar "
            "Dovric said: ‘Let Caldrin drink the sea.’”. The record holds 12 statements by "
            "Ilmar Dovric, from 14 March 2037 to 16 June 2037.");
  EXPECT_EQ(claim.in("de").summary,
            "Ein veröffentlichter Faktencheck (Plumbline, 9. Juni 2037) hat geprüft, ob Ilmar "
            "Dovric das gesagt hat, und urteilt „Invented quote“. Geprüft wurde die Behauptung "
            "„Ilmar Dovric said: ‚Let Caldrin drink the sea.‘“. Das Archiv enthält 12 "
            "Äußerungen von Ilmar Dovric, vom 14. März 2037 bis zum 16. Juni 2037.");
  EXPECT_EQ(claim.in("uk").summary,
            "Опублікована перевірка (Plumbline, 9 червня 2037 року) з’ясовувала, чи справді "
            "Ilmar Dovric – автор цих слів, і оцінює це так: «Invented quote». Перевірене "
            "твердження: «Ilmar Dovric said: „Let Caldrin drink the sea.“». Висловлювань цієї "
            "особи в архіві (Ilmar Dovric): 12, період 14 березня 2037 року – 16 червня 2037 "
            "року.");
}

TEST(Summary, hearsay_names_who_reports_it) {
  written_case claim("Ilmar Dovric", "he would flood the road", quote_kind::indirect);
  claim.reports("Ilmar Dovric", "he would sooner flood the road", match_hand::second,
                "Radio Belmar");
  EXPECT_EQ(claim.in("en").summary,
            "Only a second-hand report (ANS, 9 June 2037) has Ilmar Dovric saying this. It "
            "goes back to Radio Belmar. The record has “he would sooner flood the road”. No "
            "first-hand statement by Ilmar Dovric in the record says so. The record holds 12 "
            "statements by Ilmar Dovric, from 14 March 2037 to 16 June 2037.");
  EXPECT_EQ(claim.in("de").summary,
            "Nur ein Bericht aus zweiter Hand (ANS, 9. Juni 2037) schreibt das Ilmar Dovric "
            "zu. Er stützt sich auf Radio Belmar. Im Archiv steht „he would sooner flood the "
            "road“. Eine entsprechende Äußerung von Ilmar Dovric aus erster Hand enthält das "
            "Archiv nicht. Das Archiv enthält 12 Äußerungen von Ilmar Dovric, vom 14. März "
            "2037 bis zum 16. Juni 2037.");
  EXPECT_EQ(claim.in("uk").summary,
            "Про це є лише повідомлення з чужих слів (ANS, 9 червня 2037 року); названий автор "
            "– Ilmar Dovric. Джерело повідомлення – Radio Belmar. В архіві: «he would sooner "
            "flood the road». Прямого висловлювання такого змісту в архіві немає (Ilmar "
            "Dovric). Висловлювань цієї особи в архіві (Ilmar Dovric): 12, період 14 березня "
            "2037 року – 16 червня 2037 року.");
}

TEST(Summary, the_nearest_true_statements_and_the_coverage_stand_beside_unsupported_words) {
  written_case claim("Ilmar Dovric", "Lethmar will give Norrach two turbines.");
  claim.holds("Ilmar Dovric", "Engineers like to talk to engineers.", related, 0.3, {}, "a#s1")
      .holds("Ilmar Dovric", "They know.", related, 0.2, {}, "c#s1");
  EXPECT_EQ(claim.in("en").summary,
            "The record holds no such statement by Ilmar Dovric. The nearest statements on record "
            "are “Engineers like to talk to engineers” (ANS, 9 June 2037); “They know” (ANS, 9 "
            "June 2037). The record holds 12 statements by Ilmar Dovric, from 14 March 2037 to "
            "16 June 2037. Whether it was said elsewhere is not known.");
  EXPECT_EQ(claim.in("de").summary,
            "Das Archiv enthält keine solche Äußerung von Ilmar Dovric. Am nächsten kommen "
            "„Engineers like to talk to engineers“ (ANS, 9. Juni 2037); „They know“ (ANS, 9. "
            "Juni 2037). Das Archiv enthält 12 Äußerungen von Ilmar Dovric, vom 14. März 2037 "
            "bis zum 16. Juni 2037. Ob es an anderer Stelle gesagt wurde, ist nicht bekannt.");
  EXPECT_EQ(claim.in("uk").summary,
            "Такого висловлювання в архіві немає; названий автор – Ilmar Dovric. Найближчі "
            "висловлювання в архіві: «Engineers like to talk to engineers» (ANS, 9 червня 2037 "
            "року); «They know» (ANS, 9 червня 2037 року). Висловлювань цієї особи в архіві "
            "(Ilmar Dovric): 12, період 14 березня 2037 року – 16 червня 2037 року. Чи було це "
            "сказано деінде, невідомо.");
}

TEST(Summary, a_speaker_whom_the_record_lacks_is_no_evidence_against_the_claim) {
  written_case claim("Ansgar Petrin", "The Anse is ours.");
  claim.at.coverage = {{0}, 0, {}, {}};
  EXPECT_EQ(claim.in("en").summary,
            "The record holds no statement by Ansgar Petrin. Nothing can be said about whether "
            "it was said; that it is not here is no evidence against it.");
  EXPECT_EQ(claim.in("de").summary,
            "Das Archiv enthält keine Äußerung von Ansgar Petrin. Ob das gesagt wurde, lässt "
            "sich nicht beurteilen; dass es hier fehlt, spricht nicht dagegen.");
  EXPECT_EQ(claim.in("uk").summary,
            "В архіві немає жодного висловлювання цієї особи: Ansgar Petrin. Чи було це "
            "сказано, встановити не можна; відсутність в архіві цього не заперечує.");
}

TEST(Summary, a_claim_of_another_time_names_the_time_that_is_covered) {
  written_case claim("Ilmar Dovric", "The Anse is ours.");
  claim.at.when.years = {2019};
  EXPECT_EQ(claim.in("en").summary,
            "The record has Ilmar Dovric from 14 March 2037 to 16 June 2037 only, and the "
            "claim belongs to another time. Nothing can be said about whether it was said; "
            "that it is not here is no evidence against it.");
  EXPECT_EQ(claim.in("de").summary,
            "Das Archiv enthält Äußerungen von Ilmar Dovric nur vom 14. März 2037 bis zum 16. "
            "Juni 2037, die Behauptung gehört in eine andere Zeit. Ob das gesagt wurde, lässt "
            "sich nicht beurteilen; dass es hier fehlt, spricht nicht dagegen.");
  EXPECT_EQ(claim.in("uk").summary,
            "В архіві є висловлювання лише за період 14 березня 2037 року – 16 червня 2037 "
            "року (Ilmar Dovric), а твердження належить до іншого часу. Чи було це сказано, "
            "встановити не можна; відсутність в архіві цього не заперечує.");
}

TEST(Summary, labels_are_in_the_language_of_the_document) {
  written_case claim("Ansgar Petrin", "The Anse is ours.");
  claim.at.coverage = {{0}, 0, {}, {}};
  EXPECT_EQ(claim.in("en").label, "Out of record");
  EXPECT_EQ(claim.in("de").label, "Außerhalb des Archivs");
  EXPECT_EQ(claim.in("uk").label, "Поза архівом");
}

TEST(Summary, long_statements_are_cut_at_a_word) {
  std::string statement = "We";
  for (int i = 0; i < 100; ++i) statement += " will";
  written_case claim("Ilmar Dovric", "we will", quote_kind::indirect);
  claim.holds("Ilmar Dovric", statement, paraphrase, 0.8);
  const std::string summary = claim.in("en").summary;
  EXPECT_NE(summary.find("will will …”"), std::string::npos) << summary;
  EXPECT_LT(summary.size(), 500u);
}

TEST(Summary, a_claim_without_a_date_says_so) {
  written_case claim("Ilmar Dovric", "The Anse is ours.");
  claim.at.when.published.reset();
  EXPECT_NE(claim.in("en").summary.find("The claim has no date"), std::string::npos);
}

TEST(Summary, words_without_a_named_speaker_get_the_one_on_record) {
  written_case claim("", "The tea is getting cold.");
  claim.holds("Ilmar Dovric", "The tea is getting cold.", verbatim, 1.0);
  EXPECT_EQ(claim.in("en").summary,
            "The claim names no speaker; the words are on the record from Ilmar Dovric on 9 June "
            "2037 (ANS). Whether what was said is true was not examined.");
}

TEST(Summary, one_nearest_statement_and_coverage_of_one_day_are_told_as_such) {
  written_case claim("Ilmar Dovric", "Lethmar will give Norrach two turbines.");
  claim.holds("Ilmar Dovric", "They know.", related, 0.2);
  claim.at.coverage = {{0}, 3, "2037-06-09", "2037-06-09"};
  EXPECT_EQ(
      claim.in("en").summary,
      "The record holds no such statement by Ilmar Dovric. The nearest statement on record is "
      "“They know” (ANS, 9 June 2037). The record holds 3 statements by Ilmar Dovric, all of "
      "9 June 2037. Whether it was said elsewhere is not known.");
  EXPECT_EQ(claim.in("de").summary,
            "Das Archiv enthält keine solche Äußerung von Ilmar Dovric. Am nächsten kommt „They "
            "know“ (ANS, 9. Juni 2037). Das Archiv enthält 3 Äußerungen von Ilmar Dovric, alle vom "
            "9. Juni 2037. Ob es an anderer Stelle gesagt wurde, ist nicht bekannt.");
  EXPECT_EQ(claim.in("uk").summary,
            "Такого висловлювання в архіві немає; названий автор – Ilmar Dovric. Найближче "
            "висловлювання в архіві: «They know» (ANS, 9 червня 2037 року). Висловлювань цієї "
            "особи в архіві (Ilmar Dovric): 3, усі за 9 червня 2037 року. Чи було це сказано "
            "деінде, невідомо.");
}

TEST(Summary, altered_words_that_nobody_is_named_for_get_the_speaker_on_record) {
  written_case claim("", "We sell 14 drops.");
  claim.holds("Ilmar Dovric", "We sell no drops.", near, 0.9,
              {same("We sell "), claimed("14", diff_change::number),
               record("no", diff_change::number), same(" drops.")});
  EXPECT_TRUE(claim.in("en").summary.starts_with("Ilmar Dovric said something close to this"))
      << claim.in("en").summary;
}

TEST(Summary, words_of_one_of_two_namesakes_are_told_as_hers_by_full_name) {
  written_case claim("Harlow", "He tells me about ships.");
  claim.at.coverage = {{0}, 0, {}, {}};
  claim.holds("Anne Harlow", "He tells me about ships.", match_relation::verbatim, 1.0);
  EXPECT_EQ(claim.in("en").summary,
            "The words are on the record from Anne Harlow on 9 June 2037 (ANS). The claim gives "
            "the speaker only as “Harlow”; whether that is who is meant has to be checked. Whether "
            "what was said is true was not examined.");
  EXPECT_TRUE(claim.in("de").summary.starts_with(
      "Gesagt hat das am 9. Juni 2037 (ANS) Anne Harlow. Die Behauptung nennt nur „Harlow“; ob das "
      "dieselbe Person ist, bleibt zu prüfen."));
  EXPECT_NE(claim.in("uk").summary.find("Anne Harlow"), std::string::npos);
}

TEST(Summary, a_denial_that_the_claim_tells_of_is_quoted) {
  written_case claim("", "Dovric denied having said “Let Caldrin drink the sea”.");
  claim.at.tells_denial = true;
  claim.reports("Ilmar Dovric", "Let Caldrin drink the sea", match_hand::denial);
  EXPECT_EQ(claim.in("en").summary,
            "The claim tells of a denial, which is on the record on 9 June 2037 (ANS). The words "
            "that were denied: “Let Caldrin drink the sea”.");
}

TEST(Summary, words_left_out_between_others_are_named) {
  written_case claim("Ilmar Dovric", "I can't promise that nobody will pay.");
  claim.holds("Ilmar Dovric", "I can't promise rain for ever, I can promise that nobody will pay.",
              match_relation::near, 0.9,
              {same("I can't promise "), record("rain for ever, I can promise "),
               same("that nobody will pay.")});
  EXPECT_TRUE(claim.in("en").summary.starts_with(
      "The claim joins words of Ilmar Dovric on 9 June 2037 (ANS) that do not follow one another, "
      "and leaves out without a sign what stands between them: “rain for ever, I can promise”."))
      << claim.in("en").summary;
}

TEST(Summary, unsupported_words_that_somebody_without_a_name_said_are_told_so) {
  written_case claim("Davor Lanz", "We were slow to every ball.");
  claim.holds("the Rovers manager", "We were slow to every ball.", verbatim, 0.9);
  EXPECT_EQ(claim.rated().rating, verdict_rating::unsupported);
  EXPECT_EQ(claim.in("en").summary,
            "The record holds no such statement by Davor Lanz. It has the very words on 9 June "
            "2037 (ANS) from somebody whom it does not name, “the Rovers manager”: who that is "
            "decides. The record holds 12 statements by Davor Lanz, from 14 March 2037 to 16 June "
            "2037.");
}

TEST(Summary, another_year_than_that_of_the_words_is_told) {
  written_case claim("Ilmar Dovric", "The tea is getting cold.");
  claim.holds("Ilmar Dovric", "The tea is getting cold.", verbatim, 1.0);
  claim.at.when.years = {2035};
  EXPECT_NE(claim.in("en").summary.find("The claim gives another year: 2035."), std::string::npos);
  claim.at.when.years = {2037};
  EXPECT_EQ(claim.in("en").summary.find("another year"), std::string::npos);
  claim.at.when.years = {2040};
  EXPECT_EQ(claim.in("en").summary.find("another year"), std::string::npos) << "yet to come";
}

TEST(Summary, words_on_either_side_of_an_interruption_are_shown_with_its_sign) {
  written_case claim("Ilmar Dovric", "The tea is getting cold. I must go.");
  claim.holds(
      "Ilmar Dovric", "The tea is getting cold. […] I must go.", verbatim, 1.0,
      {same("The tea is getting cold. "), record("[…] ", diff_change::edit), same("I must go.")});
  EXPECT_NE(claim.in("en").summary.find("The record has “The tea is getting cold. […] I must go”."),
            std::string::npos)
      << claim.in("en").summary;
}

TEST(Summary, who_passed_another_persons_words_on_is_not_their_source) {
  written_case claim("Ffion Bevan", "the chimney would be invisible", quote_kind::indirect);
  claim.reports("the developers", "the chimney would be invisible", match_hand::second,
                "Ffion Bevan");
  const std::string summary = claim.in("en").summary;
  EXPECT_TRUE(
      summary.starts_with("Ffion Bevan passed this on (ANS, 9 June 2037) as words of "
                          "somebody else: the developers."))
      << summary;
}

TEST(Summary, a_post_is_said_to_name_nobody_only_as_a_whole) {
  written_case post("", "Eismann im Landtag: „Wir gehen.“ Endlich!");
  post.at.claim.quote.reset();
  EXPECT_TRUE(post.in("en").summary.starts_with("The text as a whole is attributed to nobody"));
  EXPECT_TRUE(post.in("de").summary.starts_with("Der Text als Ganzes ist niemandem"));
  EXPECT_TRUE(post.in("uk").summary.starts_with("Текст у цілому не приписано нікому"));
}

TEST(Summary, a_denial_that_concerns_nobody_named_names_nobody) {
  written_case post("", "Kranz spoke of an exchange of peoples.");
  post.at.claim.quote.reset();
  post.reviewed("Kranz said “exchange of peoples”.", "posts", "Invented quote");
  const std::string summary = post.in("en").summary;
  EXPECT_TRUE(
      summary.starts_with("A published fact-check (Plumbline, 9 June 2037) looked into "
                          "whether this was said and rates it “Invented quote”."))
      << summary;
}

TEST(Summary, a_mark_inside_a_quotation_gets_its_partner) {
  for (const char* words : {"in winter “we shall burn dung", "in winter “we shall burn dung”"}) {
    written_case claim("Ilmar Dovric", "In winter “we shall burn dung”");
    claim.holds("Ilmar Dovric", words, related, 0.3);
    const std::string summary = claim.in("en").summary;
    EXPECT_NE(summary.find("“in winter ‘we shall burn dung’”"), summary.npos) << summary;
  }
}

TEST(Summary, every_rating_is_told_in_two_to_five_sentences) {
  // The longest: hearsay with a source, and altered words with a review beside them.
  written_case told("Ilmar Dovric", "he would flood the road", quote_kind::indirect);
  told.reports("Ilmar Dovric", "he would flood it", match_hand::second, "Radio Belmar");
  written_case altered("Ilmar Dovric", "We sell 14 drops.");
  altered
      .holds("Ilmar Dovric", "We sell no drops.", near, 0.9,
             {same("We sell "), claimed("14", diff_change::number),
              record("no", diff_change::number), same(" drops.")})
      .reviewed("We sell drops", "Ilmar Dovric", "False");
  for (const written_case* claim : {&told, &altered})
    for (const char* code : {"en", "de", "uk"}) {
      const std::string summary = claim->in(code).summary;
      std::size_t sentences = 1;
      for (std::size_t at = summary.find(". "); at != std::string::npos;
           at = summary.find(". ", at + 1))
        if (at == 0 || summary[at - 1] < '0' || summary[at - 1] > '9') ++sentences;
      EXPECT_LE(sentences, 5u) << summary;
      EXPECT_GE(sentences, 2u) << summary;
    }
}

}  // namespace
}  // namespace quoth::verdicts
