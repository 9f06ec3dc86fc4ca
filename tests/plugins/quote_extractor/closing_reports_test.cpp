// Reports that the last clause of a sentence makes, whatever its verb.
#include <gtest/gtest.h>

#include "extracted.hpp"

namespace quoth::quotes {
namespace {

struct report {
  const char* language;
  const char* text;
  const char* source;
  const char* cue;
  const char* content;
};

TEST(ClosingReports, TellWhoSaysWhatStandsBeforeThem) {
  const report reports[] = {
      // The verb stands first, behind a main clause and its comma.
      {"de", "Der Steg am Weiher bleibt bis Ostern gesperrt, drohte Ida Roe.", "Ida Roe", "drohte",
       "Der Steg am Weiher bleibt bis Ostern gesperrt"},
      {"de", "Acht Brücken sind morsch, rechnete Dr. Roe den Abgeordneten vor.", "Dr. Roe",
       "rechnete", "Acht Brücken sind morsch"},
      {"de", "Touristen bringen wenig, als sie kosten, spottete Ida Roe im Gespräch mit der Warte.",
       "Ida Roe", "spottete", "Touristen bringen wenig, als sie kosten"},
      {"de", "Wer im August fehlt, bekommt kein Geld, droht Roe den Vereinen.", "Roe", "droht",
       "Wer im August fehlt, bekommt kein Geld"},
      {"de", "Die Fähre fährt wieder, räumt Roe ein.", "Roe", "räumt", "Die Fähre fährt wieder"},
      {"de", "Bald wird die Mühle verkauft, bedauert die Amtsleiterin der Stadt Holm.",
       "die Amtsleiterin der Stadt Holm", "bedauert", "Bald wird die Mühle verkauft"},
      {"uk", "Автобуси стануть безплатними, похвалився очільник міста Іван Лісовий.",
       "очільник міста Іван Лісовий", "похвалився", "Автобуси стануть безплатними"},
      {"uk", "Ремонт коштує 40 мільйонів, — порахував для слухачів радіо Лісовий.", "Лісовий",
       "порахував", "Ремонт коштує 40 мільйонів"},
      {"uk", "Опору посадила драга, що копала неподалік, припустив Лісовий.", "Лісовий",
       "припустив", "Опору посадила драга, що копала неподалік"},
      {"en", "The old pool will stay shut until May, complains Ida Roe.", "Ida Roe", "complains",
       "The old pool will stay shut until May"},
      // In two parts.
      {"de", "Die Busse kommen im Herbst, hat Roe den Fahrern angeboten.", "Roe", "angeboten | hat",
       "Die Busse kommen im Herbst"},
      // Pointing back, in the same sentence or the one before.
      {"de", "Die Mühle wird verkauft, das hat Roe in der Turnhalle zugesagt.", "Roe",
       "zugesagt | hat", "Die Mühle wird verkauft"},
      {"de", "Die Mühle wird nie verkauft. So hat es Ida Roe im Boten versichert.", "Ida Roe",
       "versichert | hat", "Die Mühle wird nie verkauft"},
      {"uk", "Гроші на дах розікрали, — таке Лісовий видав на сесії.", "Лісовий", "видав",
       "Гроші на дах розікрали"},
      {"uk", "Хто не платить, тому відріжуть воду. Так пригрозила очільниця водоканалу Лісова.",
       "очільниця водоканалу Лісова", "пригрозила", "Хто не платить, тому відріжуть воду"},
      // The subject first.
      {"en", "It was in all likelihood a fox that got in, head keeper Ida Roe believes. Not a dog.",
       "head keeper Ida Roe", "believes", "It was in all likelihood a fox that got in"},
      {"en", "The pool will not open before May, the sports minister promised in Ostry. Finally.",
       "the sports minister", "promised", "The pool will not open before May"},
      {"en", "We have lost twice as many boats, Ida Roe had to admit in her speech.", "Ida Roe",
       "had to admit", "We have lost twice as many boats"},
      {"en", "The storm has emptied the books, boss Ida Roe reports, chiefly through repairs.",
       "boss Ida Roe", "reports", "The storm has emptied the books"},
      // Set into the sentence.
      {"de", "Eigentlich, verriet sie den Nachbarn, wollte Roe die Mühle behalten.", "sie",
       "verriet", "Eigentlich | wollte Roe die Mühle behalten"},
  };
  for (const report& one : reports) {
    const auto quotes = quotes_in(one.text, one.language);
    ASSERT_EQ(quotes.size(), 1u) << one.text;
    EXPECT_EQ(quotes[0].source, one.source) << one.text;
    EXPECT_EQ(quotes[0].cue, one.cue) << one.text;
    EXPECT_EQ(quotes[0].content, one.content) << one.text;
  }
}

TEST(ClosingReports, AreNoMainClausesConjunctsOrDescriptions) {
  const std::pair<const char*, const char*> others[] = {
      {"de", "Wenn der Damm bricht, zahlt Roe den Schaden."},
      {"de", "Kommt das Geld, baut Roe die Brücke."},
      {"de", "Der Damm, der im Mai gebaut wird, kostet Roe drei Millionen."},
      {"de", "Um Geld zu sparen, kürzt Roe die Buslinien."},
      {"de", "Selbst wenn es regnet, droht ihr eine Strafe."},
      {"de", "Je länger es dauert, desto teurer wird Roe der Umbau."},
      {"de", "Der Wagen geriet ins Schleudern, rammte die Planke und kippte um."},
      {"de", "Der Verkehr war behindert, so wurde der Hafen geschlossen."},
      {"de", "Die Abfuhr kostet mehr. So hat die Stadt ihre Gebühren erhöht."},
      {"de", "Das Haus, das hat Roe geerbt."},
      {"uk", "Якщо піде дощ, виграє Лісовий."},
      {"uk", "Міст, збудований торік, закрив Лісовий."},
      {"uk", "Пішов дощ, і Лісовий повернувся додому."},
      {"en", "The council voted on Monday, Roe abstained."},
      {"en", "The pool, built by Ida Roe, is open."},
      {"en", "In the end, thanks Roe."},
      {"en", "When the storm was over, Ida Roe went home."},
  };
  for (const auto& [language, text] : others) {
    const auto quotes = quotes_in(text, language);
    EXPECT_TRUE(quotes.empty()) << text << " -> " << quotes.front();
  }
}

}  // namespace
}  // namespace quoth::quotes
