// Whom an editor takes an office for, of the people whom a record knows.
#include <gtest/gtest.h>

#include <record/catalogue.hpp>
#include <record/store.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "records.hpp"

namespace quoth::record {
namespace {

struct known_role {
  std::string name, role;
};
struct phrase {
  std::string_view words, meant;  // "nobody": stays open
};

void expect_meant(const std::vector<known_role>& roles, const std::vector<phrase>& phrases) {
  const own_folder folder;
  store made(folder / "r");
  int number = 0;
  for (const auto& [name, role] : roles) {
    made.add(entry_bytes(std::to_string(++number), "2031-03-01", {{name, "It is cold."}},
                         {{name, role}}));
  }
  made.finish();
  const catalogue speakers(folder / "r");
  for (const auto& [words, meant] : phrases) {
    const std::uint32_t found = speakers.resolve({}, words, "2031-03-04");
    EXPECT_EQ(found == no_speaker ? "nobody" : speakers.speakers()[found].name, meant) << words;
  }
}

TEST(Offices, OfEnglishPosts) {
  expect_meant({{"Maria Berg", "head of the Harbour Authority"},
                {"Anna Lund", "the hospital's spokeswoman"},
                {"Tomas Reik", "Foreign ministry spokesman"},
                {"Dilys Crane", "leader of the dockers' union"},
                {"Jonas Holm", "coach of Tolland Rovers"},
                {"Peter Vance", "Former mayor"},
                {"Ruth Calder", "Mayor"},
                {"Liam Doyle", "Deputy Mayor"},
                {"Gareth Pell", "Police chief"},
                {"Emil Brandt", "chief executive of Tolland Ferries"},
                {"Sandra Okafor", "chief executive of Northline Rail"},
                {"Idris Fenn", "the water company's chief engineer"},
                {"Noor Haddad", "government spokeswoman"}},
               {{"The Harbour Authority's head", "Maria Berg"},
                {"Harbour Authority boss", "Maria Berg"},
                {"the director of the Harbour Authority", "Maria Berg"},
                {"a spokeswoman for the hospital", "Anna Lund"},
                {"the hospital", "nobody"},
                {"the spokesman of the foreign ministry", "Tomas Reik"},
                {"the foreign minister", "nobody"},
                {"the foreign ministry", "nobody"},
                {"the transport ministry spokesman", "nobody"},
                {"the union leader", "Dilys Crane"},
                {"the dockers' union boss", "Dilys Crane"},
                {"the union", "nobody"},
                {"the Rovers coach", "Jonas Holm"},
                {"the coach", "Jonas Holm"},
                {"the mayor", "Ruth Calder"},
                {"the former mayor", "Peter Vance"},
                {"the ex-mayor", "Peter Vance"},
                {"the deputy mayor", "Liam Doyle"},
                {"the chief of police", "Gareth Pell"},
                {"police", "nobody"},
                {"the CEO of Tolland Ferries", "Emil Brandt"},
                {"Tolland Ferries' boss", "Emil Brandt"},
                {"Northline Rail's chief executive", "Sandra Okafor"},
                {"the chief executive", "nobody"},
                {"the chief executive of Southern Buses", "nobody"},
                {"the water company's chief engineer", "Idris Fenn"},
                {"the water company's boss", "nobody"},
                {"the governor", "nobody"},
                {"the government's spokeswoman", "Noor Haddad"},
                {"the deputy head of the Harbour Authority", "nobody"}});
}

TEST(Offices, ADeputyIsNotWhoIsMeantByTheOfficeAlone) {
  expect_meant({{"Liam Doyle", "Deputy Mayor"}, {"Udo Krahl", "Vizepräsident"}},
               {{"the mayor", "nobody"},
                {"the deputy mayor", "Liam Doyle"},
                {"der Präsident", "nobody"},
                {"der Vizepräsident", "Udo Krahl"}});
}

TEST(Offices, OfGermanPosts) {
  expect_meant({{"Henrike Bolte", "Präsidentin der Hafenbehörde"},
                {"Jan Torsten", "Sprecher der Klinik"},
                {"Uwe Kranz", "Gewerkschaftschef"},
                {"Milan Petri", "Trainer"},
                {"Paul Wenzel", "frühere Bürgermeister"},
                {"Ruth Kalder", "Bürgermeisterin"},
                {"Nora Fink", "Schulleiterin"},
                {"Gero Pell", "Polizeipräsident"},
                {"Emil Brandt", "Geschäftsführer der Fähren AG"},
                {"Lars Okken", "Geschäftsführer der Nordbahn"},
                {"Alfons Rehm", "Leiter des Gesundheitsamts"},
                {"Klaus Merten", "Präsident des Landesamts für Umwelt"},
                {"Vera Stolz", "Außenministeriumssprecherin"}},
               {{"der Präsidentin der Hafenbehörde", "Henrike Bolte"},
                {"Die Chefin der Hafenbehörde", "Henrike Bolte"},
                {"des Sprechers der Klinik", "Jan Torsten"},
                {"der Kliniksprecher", "Jan Torsten"},
                {"der Klinik-Sprecher", "Jan Torsten"},
                {"die Klinik", "nobody"},
                {"der Chef der Gewerkschaft", "Uwe Kranz"},
                {"dem Trainer", "Milan Petri"},
                {"Trainer des FC Nordstadt", "nobody"},
                {"Die Bürgermeisterin", "Ruth Kalder"},
                {"der Ex-Bürgermeister", "Paul Wenzel"},
                {"die Leiterin der Schule", "Nora Fink"},
                {"der Polizeichef", "Gero Pell"},
                {"dem Geschäftsführer der Fähren AG", "Emil Brandt"},
                {"Der Chef der Nordbahn", "Lars Okken"},
                {"der Geschäftsführer", "nobody"},
                {"der Chef der Südbahn", "nobody"},
                {"Der Chef des Gesundheitsamts", "Alfons Rehm"},
                {"dem Präsidenten des Landesamts für Umwelt", "Klaus Merten"},
                {"der Präsident des Landesamts für Straßenbau", "nobody"},
                {"Die Sprecherin des Außenministeriums", "Vera Stolz"},
                {"der Außenminister", "nobody"},
                {"das Außenministerium", "nobody"}});
}

TEST(Offices, OfUkrainianPosts) {
  expect_meant({{"Марія Бережна", "голова портового агентства"},
                {"Андрій Лунь", "Речник лікарні"},
                {"Дарина Журавель", "голова профспілки докерів"},
                {"Петро Ванчук", "Колишній мер"},
                {"Руслана Калдар", "Мерка"},
                {"Ніна Фінкель", "директорка школи"},
                {"Гнат Пелех", "Начальник поліції"},
                {"Богдан Рись", "заступник голови портового агентства"},
                {"Северин Балаш", "міністра цифрових справ"},
                {"Віра Стельмах", "Речниця Міністерства закордонних справ"}},
               {{"Голова портового агентства", "Марія Бережна"},
                {"голови портового агентства", "Марія Бережна"},
                {"Очільниця портового агентства", "Марія Бережна"},
                {"Портове агентство", "nobody"},
                {"заступник голови портового агентства", "Богдан Рись"},
                {"речника лікарні", "Андрій Лунь"},
                {"лікарня", "nobody"},
                {"голова профспілки докерів", "Дарина Журавель"},
                {"голова", "nobody"},
                {"колишній мер", "Петро Ванчук"},
                {"екс-мер", "Петро Ванчук"},
                {"мерка", "Руслана Калдар"},
                {"керівниця школи", "Ніна Фінкель"},
                {"керівника поліції", "Гнат Пелех"},
                {"поліція", "nobody"},
                {"Міністр цифрових справ", "Северин Балаш"},
                {"Міністр оборони", "nobody"},
                {"Міністерство цифрових справ", "nobody"},
                {"Речниця МЗС", "Віра Стельмах"},
                {"Речниця Міністерства оборони", "nobody"}});
}

TEST(Offices, OfAnotherHouseAreSaidToBeSo) {
  const own_folder folder;
  store made(folder / "r");
  made.add(entry_bytes("a", "2031-03-01", {{"Tomas Reik", "No."}, {"Ida Roe", "Yes."}},
                       {{"Tomas Reik", "Foreign ministry spokesman"}, {"Ida Roe", "Ministerin"}}));
  made.finish();
  const catalogue speakers(folder / "r");
  const std::uint32_t reik = speakers.resolve("Tomas Reik", {}, {});
  const std::uint32_t roe = speakers.resolve("Ida Roe", {}, {});
  EXPECT_TRUE(speakers.is_of_other_house(reik, "the transport ministry spokesman"));
  EXPECT_FALSE(speakers.is_of_other_house(reik, "the spokesman of the foreign ministry"));
  EXPECT_FALSE(speakers.is_of_other_house(reik, "the long-serving spokesman"));
  EXPECT_FALSE(speakers.is_of_other_house(roe, "die Ministerin für Verkehr"));
}

}  // namespace
}  // namespace quoth::record
