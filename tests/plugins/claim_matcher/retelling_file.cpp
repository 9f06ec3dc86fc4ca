// What the model of retellings sees of claims and of the statements of their speakers, without a
// host, for train/retelling_trees.py.
//
//   retelling_file RECORD CLAIMS [TREES [NETWORK]]
//
// CLAIMS: a claim a line: language, speaker, words, parted by tabs. Prints the features' names,
// then a line for each match: the claim's number from 0, the record's id, what an English network
// makes of the two (empty: none), the features. TREES choose among statements and how far they are
// read; without, rules do.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>

#include "lexicons.hpp"
#include "matcher.hpp"

namespace {

using namespace quoth;
using namespace quoth::matching;

void print(std::size_t claim, const found_match& match) {
  std::printf("%zu\t%s", claim, match.record.c_str());
  for (std::size_t i = 0; i < cross_encoder_model::classes; ++i) {
    std::printf(match.read ? "\t%.6f" : "\t", match.read ? (*match.read)[i] : 0.0);
  }
  for (const float one : match.features) std::printf("\t%.9g", static_cast<double>(one));
  std::printf("\n");
}

void run(const std::filesystem::path& path, std::istream& claims, const char* trees,
         const char* network) {
  const auto opened = std::make_shared<opened_record>(
      opened_record{path, record::catalogue(path), {}, shipped_concepts()});
  opened->in_record = record::lookup(path).languages();
  for (const char* lang : {"en", "de", "uk", "ru"}) opened->languages.emplace(lang, shipped(lang));
  if (trees != nullptr) {
    opened->retellings = std::make_shared<const retelling_model>(contents_of(trees), trees);
  }
  if (network != nullptr) {
    opened->networks.emplace("en", std::make_shared<const cross_encoder_model>(
                                       cross_encoder_model::read(contents_of(network), network)));
  }
  matcher look(opened, 10);
  std::printf("claim\trecord\ttold\tbent\tother");
  for (const std::string_view name : features_of_retellings()) {
    std::printf("\t%.*s", static_cast<int>(name.size()), name.data());
  }
  std::printf("\n");
  std::string line;
  for (std::size_t number = 0; std::getline(claims, line); ++number) {
    std::istringstream columns(line);
    std::string lang, speaker, words;
    std::getline(std::getline(std::getline(columns, lang, '\t'), speaker, '\t'), words);
    wanted asked{};
    asked.text = words;
    asked.lang = lang;
    asked.how = manner::reported;
    for (std::uint32_t i = 0; i < opened->speakers.speakers().size(); ++i) {
      if (opened->speakers.speakers()[i].name == speaker) asked.speaker = i;
    }
    asked.speaker_name = speaker;
    asked.in_post = true;
    for (const found_match& match : look.match(asked)) {
      if (!match.features.empty()) print(number, match);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: retelling_file RECORD CLAIMS [TREES [NETWORK]]\n");
    return 2;
  }
  std::ifstream claims(argv[2]);
  run(argv[1], claims, argc > 3 ? argv[3] : nullptr, argc > 4 ? argv[4] : nullptr);
}
