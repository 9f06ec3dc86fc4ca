#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cross_encoder.hpp>
#include <memory>
#include <sstream>

#include "lexicons.hpp"

namespace quoth::matching {
namespace {

using networks::instruction_set;
using networks::model_error;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::uint32_t> cut(const word_pieces& pieces, std::string_view text,
                               std::size_t most = 100) {
  std::vector<std::uint32_t> out;
  pieces.cut(text, most, 0, out);
  return out;
}

TEST(WordPieces, TheLongestPiecesComeFirstWithoutCaseAndAccents) {
  const word_pieces pieces("[UNK]\nun\nunder\n##stand\n##s\n'\n\"\nmuller\n-\n.");
  EXPECT_THAT(cut(pieces, "Understands"), ElementsAre(2u, 3u, 4u));
  EXPECT_THAT(cut(pieces, "“Müller’s”"), ElementsAre(6u, 7u, 5u, 0u, 6u));
  EXPECT_THAT(cut(pieces, "un–under …"), ElementsAre(1u, 8u, 2u, 9u, 9u, 9u));
}

TEST(WordPieces,
     AWordOfWhichNothingIsKnownIsOneUnknownPieceAndWhatFollowsAnUnknownLetterIsLeftOut) {
  const word_pieces pieces("[UNK]\nun\n##der");
  EXPECT_THAT(cut(pieces, "qqq un unqder"), ElementsAre(0u, 1u, 1u));
}

TEST(WordPieces, OfALongTextThePiecesThatWereAskedForAreCut) {
  const word_pieces pieces("[UNK]\na\n##a");
  EXPECT_EQ(cut(pieces, std::string(1000000, 'a'), 5).size(), 5u);
  EXPECT_EQ(cut(pieces, "a a a a a a a", 5).size(), 5u);
  EXPECT_TRUE(cut(pieces, "").empty());
}

std::string shipped_bytes() {
  return contents_of(places::source("/plugins/claim_matcher/resources/en/retellings.network"));
}

const std::shared_ptr<const cross_encoder_model>& shipped_network() {
  static const auto made = std::make_shared<const cross_encoder_model>(
      cross_encoder_model::read(shipped_bytes(), "en/retellings.network"));
  return made;
}

struct pair {
  std::string claim, statement;
  cross_encoder::likelihoods likely;
};

// Written by train/retelling_export.py, which computes the same with PyTorch. Where a sum is
// rounded the other way a likelihood may move by a tenth.
std::vector<pair> pairs() {
  std::istringstream lines(
      contents_of(places::source("/tests/plugins/claim_matcher/retelling_pairs.tsv")));
  std::vector<pair> out;
  for (pair one; std::getline(std::getline(lines, one.claim, '\t'), one.statement, '\t') &&
                 lines >> one.likely[0] >> one.likely[1] >> one.likely[2] >> std::ws;) {
    out.push_back(one);
  }
  return out;
}

TEST(CrossEncoder, ComputesWhatTheTrainingProgramComputes) {
  cross_encoder network(shipped_network());
  const auto all = pairs();
  ASSERT_GE(all.size(), 16u);
  double apart = 0.0;
  for (const pair& one : all) {
    network.read_claim(one.claim);
    const auto& likely = network.read_statement(one.statement);
    for (std::size_t i = 0; i < likely.size(); ++i) {
      EXPECT_NEAR(likely[i], one.likely[i], 0.3) << one.claim;
      apart += std::abs(likely[i] - one.likely[i]);
    }
  }
  EXPECT_LT(apart / static_cast<double>(3 * all.size()), 0.03);
}

TEST(CrossEncoder, AllInstructionSetsGiveTheSameNumbersBitForBit) {
  cross_encoder plain(shipped_network(), instruction_set::scalar);
  for (const auto set :
       {instruction_set::sse41, instruction_set::avx2, instruction_set::avx512_vnni}) {
    if (!networks::has(set)) continue;
    cross_encoder network(shipped_network(), set);
    for (const pair& one : pairs()) {
      plain.read_claim(one.claim);
      network.read_claim(one.claim);
      EXPECT_EQ(plain.read_statement(one.statement), network.read_statement(one.statement));
    }
  }
}

TEST(CrossEncoder, WhatWasReadBeforeChangesNothing) {
  const auto all = pairs();
  cross_encoder fresh(shipped_network()), used(shipped_network());
  fresh.read_claim(all[1].claim);
  const auto alone = fresh.read_statement(all[1].statement);
  used.read_claim(all[5].claim);
  (void)used.read_statement(all[5].statement);
  used.read_claim(all[1].claim);
  EXPECT_EQ(used.read_statement(all[1].statement), alone);
  EXPECT_EQ(used.read_statement(all[1].statement), alone);
}

TEST(CrossEncoder, AnyTextIsRead) {
  cross_encoder network(shipped_network());
  for (const std::string claim : {"", "\xFF\xFE", "    "}) {
    network.read_claim(claim);
    for (const std::string& statement : {std::string(), std::string(200000, 'x'), claim}) {
      const auto& likely = network.read_statement(statement);
      EXPECT_NEAR(likely[0] + likely[1] + likely[2], 1.0, 1e-6);
    }
  }
}

std::string error_of(const std::string& bytes) {
  try {
    (void)cross_encoder_model::read(bytes, "en/retellings.network");
  } catch (const model_error& error) {
    return error.what();
  }
  return "none";
}

TEST(CrossEncoder, ADamagedFileIsRefusedAndSaysWhatToDo) {
  const std::string whole = shipped_bytes();
  EXPECT_THAT(error_of("QTHTAG03"),
              HasSubstr("en/retellings.network: is no cross-encoder of this version; install the "
                        "plugin again"));
  EXPECT_THAT(error_of(whole.substr(0, 12)), HasSubstr("is cut short"));
  EXPECT_THAT(error_of(whole.substr(0, whole.size() / 2)), HasSubstr("(checksum)"));
  std::string flipped = whole;
  flipped[whole.size() / 3] = static_cast<char>(flipped[whole.size() / 3] ^ 1);
  EXPECT_THAT(error_of(flipped), HasSubstr("(checksum)"));
}

}  // namespace
}  // namespace quoth::matching
