#include "writers/interface.hpp"

#include <algorithm>
#include <string>
#include <text/plugin_resources.hpp>

namespace quoth::writers {

namespace {

constexpr text::known_phrase known[] = {
    {"said.direct", "speaker words"},
    {"said.reported", "speaker words"},
    {"rating.on-record", ""},
    {"rating.altered", ""},
    {"rating.misattributed", ""},
    {"rating.spliced", ""},
    {"rating.refuted", ""},
    {"rating.hearsay", ""},
    {"rating.unsupported", ""},
    {"rating.out-of-record", ""},
    {"rating.unrated", ""},
    {"meaning.on-record", ""},
    {"meaning.altered", ""},
    {"meaning.misattributed", ""},
    {"meaning.spliced", ""},
    {"meaning.refuted", ""},
    {"meaning.hearsay", ""},
    {"meaning.unsupported", ""},
    {"meaning.out-of-record", ""},
    {"page.title", ""},
    {"page.caution", ""},
    {"page.skip", ""},
    {"page.claims", ""},
    {"page.totals", ""},
    {"page.documents", ""},
    {"page.meanings", ""},
    {"page.empty", ""},
    {"filter.label", ""},
    {"filter.rating", ""},
    {"filter.speaker", ""},
    {"filter.every-speaker", ""},
    {"filter.confidence", ""},
    {"filter.search", ""},
    {"filter.clear", ""},
    {"filter.found", "all documents shown"},
    {"filter.nothing", ""},
    {"pages.label", ""},
    {"pages.previous", ""},
    {"pages.next", ""},
    {"pages.position", "page pages"},
    {"reading.label", ""},
    {"reading.back", ""},
    {"reading.previous", ""},
    {"reading.next", ""},
    {"document.none", ""},
    {"document.claims", ""},
    {"document.text", ""},
    {"document.speakers", ""},
    {"document.left-out", "count"},
    {"document.source", ""},
    {"speaker.unknown", ""},
    {"speaker.mention", "words"},
    {"speaker.via", "name"},
    {"status.alleged", ""},
    {"status.denied", ""},
    {"confidence", ""},
    {"percent", "number"},
    {"verdict.print", ""},
    {"verdict.evidence", ""},
    {"verdict.nearest", ""},
    {"verdict.no-evidence", ""},
    {"verdict.reviews", ""},
    {"verdict.claimed", ""},
    {"verdict.record", ""},
    {"verdict.checked", ""},
    {"verdict.denied", ""},
    {"verdict.rated", "rating"},
    {"verdict.source", ""},
    {"hand.first", ""},
    {"hand.second", ""},
    {"hand.denial", ""},
    {"hand.review", ""},
    {"relation.verbatim", ""},
    {"relation.near", ""},
    {"relation.paraphrase", ""},
    {"relation.related", ""},
    {"relation.contradicts", ""},
    {"appearances", "count"},
    {"coverage.none", "speaker"},
    {"coverage.undated", "count speaker"},
    {"coverage.range", "count from speaker to"},
    {"finding.misattributed", "speaker"},
    {"finding.spliced", "count"},
    {"finding.denied", "source"},
    {"finding.checked", "rating"},
    {"finding.content-checked", "rating"},
    {"finding.hearsay", "source"},
    {"finding.searched", "count"},
    {"finding.uncovered", ""},
    {"finding.said", "source"},
};

}  // namespace

interface_languages::interface_languages(const quoth::host& host) {
  for (const std::string_view code : codes) {
    const std::string folder(code);
    books_.emplace_back(known, text::lexicon_of(host, folder + "/days-and-changes.txt", {2, 2}),
                        text::lexicon_of(host, folder + "/phrases.txt", {2, 2}));
  }
}

std::size_t interface_languages::position(std::string_view code) {
  const auto* const found = std::ranges::find(codes, code);
  return found == codes.end() ? 0 : static_cast<std::size_t>(found - codes.begin());
}

}  // namespace quoth::writers
