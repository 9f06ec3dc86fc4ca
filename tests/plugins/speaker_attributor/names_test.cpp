// quoth_names: parts of names, comparison, lexicons.
#include <gtest/gtest.h>

#include <places.hpp>
#include <text/lexicon.hpp>

#include "names/lexicon.hpp"
#include "names/person_name.hpp"

namespace quoth::names {
namespace {

const lexicon& english() {
  static const lexicon loaded =
      lexicon::load(resources::in_folder(places::resources("speaker_attributor")), "en");
  return loaded;
}
const lexicon& ukrainian() {
  static const lexicon loaded =
      lexicon::load(resources::in_folder(places::resources("speaker_attributor")), "uk");
  return loaded;
}

TEST(person_name, titles_given_names_particles_and_suffixes_are_told_apart) {
  const person_name putin = split("Russian President Vladimir Putin", english());
  EXPECT_EQ(putin.title, "Russian President");
  EXPECT_EQ(putin.given, "Vladimir");
  EXPECT_EQ(putin.surname, "Putin");
  EXPECT_EQ(putin.sex, gender::male);
  const person_name leyen = split("Dr. Ursula von der Leyen", english());
  EXPECT_EQ(leyen.given, "Ursula");
  EXPECT_EQ(leyen.surname, "von der Leyen");
  const person_name king = split("Martin Luther King Jr.", english());
  EXPECT_EQ(king.title, "");
  EXPECT_EQ(king.given, "Martin Luther");
  EXPECT_EQ(king.surname, "King");
  EXPECT_EQ(king.suffix, "Jr.");
  EXPECT_EQ(split("President of Russia Vladimir Putin", english()).plain(), "Vladimir Putin");
  EXPECT_EQ(split("Prime Minister", english()).plain(), "");
  EXPECT_EQ(split("Ms Tangen", english()).sex, gender::female);
  EXPECT_EQ(split("", english()).plain(), "");
}

TEST(person_name, likeness_knows_initials_short_forms_and_parts) {
  EXPECT_EQ(compare("Donald J. Trump", "Donald Trump", english()), likeness::same);
  EXPECT_EQ(compare("J. Biden", "Joe Biden", english()), likeness::same);
  EXPECT_EQ(compare("Bill Clinton", "William Clinton", english()), likeness::same);
  EXPECT_EQ(compare("Putin", "President Vladimir Putin", english()), likeness::possible);
  EXPECT_EQ(compare("Hillary", "Hillary Clinton", english()), likeness::possible);
  EXPECT_EQ(compare("Hillary Clinton", "Bill Clinton", english()), likeness::different);
  EXPECT_EQ(compare("Liv Tangen", "Per Tangen", english()), likeness::different);
  EXPECT_EQ(compare("", "Per Tangen", english()), likeness::different);
}

TEST(person_name, likeness_crosses_scripts) {
  EXPECT_EQ(compare("Володимир Зеленський", "Volodymyr Zelensky", ukrainian()), likeness::same);
  EXPECT_EQ(surname_key("Володимир Зеленський", ukrainian()), surname_key("Zelensky", english()));
}

TEST(inflection, forms_of_a_name_share_their_stem) {
  const inflection& endings = ukrainian().endings();
  for (const char* form : {"карвацька", "карвацької", "карвацьку", "карвацькою"}) {
    EXPECT_EQ(endings.stem(form), "карвацьк") << form;
  }
  for (const char* form : {"путін", "путіна", "путіним", "путіну"}) {
    EXPECT_EQ(endings.stem(form), "путін") << form;
  }
  EXPECT_EQ(endings.stem("я"), "я");
}

TEST(inflection, nominatives_are_of_the_sex_and_as_accepted) {
  const inflection& endings = ukrainian().endings();
  const auto any = [](const std::string&) { return true; };
  EXPECT_EQ(endings.nominative("Карвацької", true, any), "Карвацька");
  EXPECT_EQ(endings.nominative("Зеленського", false, any), "Зеленський");
  EXPECT_EQ(endings.nominative("Шевчук", true, any), "");
  const auto of_lesia = [](const std::string& name) { return name == "Леся"; };
  EXPECT_EQ(endings.nominative("Лесі", true, of_lesia), "Леся");
}

TEST(name_lexicon, a_malformed_file_names_its_line) {
  resources broken;
  broken.languages = {"xx"};
  broken.read = [](const std::string& path) -> std::optional<std::string_view> {
    if (path == "xx/titles.txt") return "# titles\nMr\thonorific\tm\nSir\tknight\n";
    return std::nullopt;
  };
  try {
    (void)lexicon::load(broken, "xx");
    FAIL() << "no error";
  } catch (const text::lexicon_error& e) {
    EXPECT_STREQ(e.what(),
                 "xx/titles.txt:3: kind must be honorific, office or suffix, not 'knight'");
  }
}

}  // namespace
}  // namespace quoth::names
