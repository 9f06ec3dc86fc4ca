// A further language is folders of resources and nothing else: here Talmish, which does not exist.
// “dro” is said, “ke” that, “lo” he, “mun” mayor; the subject stands before the verb.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "read_text.hpp"

namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

constexpr const char* talmish = "qtl";

class NewLanguage : public ::testing::Test {
 protected:
  NewLanguage() {
    fs::create_directories(folder_);
    const text_pipeline::folders shipped;
    fs::copy(shipped.extractor, folder_ / "extractor", fs::copy_options::recursive);
    fs::copy(shipped.attributor, folder_ / "attributor", fs::copy_options::recursive);
  }
  ~NewLanguage() override { fs::remove_all(folder_); }

  void write(const char* plugin, const char* file, const char* contents) {
    const fs::path path = folder_ / plugin / talmish / file;
    fs::create_directories(path.parent_path());
    std::ofstream(path) << contents;
  }

  std::vector<spoken> read(std::string_view text) {
    text_pipeline::folders resources;
    resources.extractor = folder_ / "extractor";
    resources.attributor = folder_ / "attributor";
    return text_pipeline(resources)(text, talmish);
  }

  fs::path folder_ =
      fs::path(::testing::TempDir()) / ("quoth-new-language-" + std::to_string(::getpid()));
};

TEST_F(NewLanguage, IsFoldersOfResources) {
  write("extractor", "words.tsv",
        "complementizer\tke\nsubject-pronoun\tlo la\ndeterminer\til\nsaying reporting verb\tdro\n");
  write("extractor", "cues.tsv", "*\t0\ndro\t40\n");
  write("extractor", "grammar.tsv", "verb-second\tno\n");
  write("attributor", "pronouns.txt", "lo\tsubject\tm\nla\tsubject\tf\n");
  write("attributor", "reporting-verbs.txt", "dro\n");
  write("attributor", "nouns.txt", "mun\tperson\tm\n");
  write("attributor", "given-names.txt", "Torvin\tm\nSelka\tf\n");
  write("attributor", "titles.txt", "Mun\toffice\n");
  EXPECT_THAT(read("“Veda sutil kem na,” dro Torvin Alkarod. “Ora vima sen,” lo dro.\n\nSelka "
                   "Bremund dro ke vanu sutil kem."),
              ElementsAre(spoken{"Torvin Alkarod", "Veda sutil kem na,", direct},
                          spoken{"Torvin Alkarod", "Ora vima sen,", direct},
                          spoken{"Selka Bremund", "ke vanu sutil kem", indirect}));
}

TEST_F(NewLanguage, WithoutItsFoldersHasQuotationsInMarksOnly) {
  EXPECT_THAT(read("“Veda sutil kem na,” dro Torvin Alkarod. Selka Bremund dro ke vanu sutil."),
              ElementsAre(spoken{"nobody", "Veda sutil kem na,", direct}));
}

}  // namespace
