#include "persons.hpp"

#include <gtest/gtest.h>

namespace quoth::verdicts {
namespace {

TEST(Persons, a_surname_is_the_end_of_a_full_name) {
  EXPECT_TRUE(same_person("Draganov", "Oskar Draganov"));
  EXPECT_TRUE(same_person("OSKAR DRAGANOV", "Oskar Draganov"));
  EXPECT_FALSE(same_person("Oskar", "Oskar Draganov"));
  EXPECT_FALSE(same_person("Ruth Hale", "Fiona Hale"));
}

TEST(Persons, a_middle_name_more_or_less_is_one_person) {
  EXPECT_TRUE(same_person("John F. Loy", "John Loy"));
}

TEST(Persons, scripts_and_romanisations_meet) {
  EXPECT_TRUE(same_person("Зеленський", "Volodymyr Zelensky"));
}

TEST(Persons, nobody_is_nobody) {
  EXPECT_FALSE(same_person("", ""));
  EXPECT_FALSE(same_person("", "Hale"));
}

TEST(Persons, a_name_between_commas_is_of_who_is_spoken_to) {
  EXPECT_TRUE(addresses_person("Mr Dovric, the road is flooded.", "Ilmar Dovric"));
  EXPECT_TRUE(addresses_person("I ask you, Ilmar Dovric, to open it.", "Ilmar Dovric"));
  EXPECT_TRUE(addresses_person("The road is flooded, Herr Dovric.", "Ilmar Dovric"));
  EXPECT_FALSE(addresses_person("that the pilot, Ilmar Dovric, swore", "Ilmar Dovric"));
  EXPECT_FALSE(addresses_person("The pilot Ilmar Dovric swore.", "Ilmar Dovric"));
  EXPECT_FALSE(addresses_person("", "Ilmar Dovric"));
}

TEST(Persons, a_text_mentions_a_person_by_the_last_name) {
  EXPECT_TRUE(mentions_person("as Dovric’s office said", "Ilmar Dovric"));
  EXPECT_TRUE(mentions_person("that the pilot, Ilmar Dovric, swore", "Ilmar Dovric"));
  EXPECT_FALSE(mentions_person("the Dovrician way", "Ilmar Dovric"));
  EXPECT_FALSE(mentions_person("Ilmar went home", "Ilmar Dovric"));
  EXPECT_TRUE(mentions_person("слова Карвацької", "Олена Карвацька"));
  EXPECT_FALSE(mentions_person("", "Ilmar Dovric"));
  EXPECT_FALSE(mentions_person("text", ""));
}

}  // namespace
}  // namespace quoth::verdicts
