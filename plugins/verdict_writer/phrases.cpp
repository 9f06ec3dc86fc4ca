#include "phrases.hpp"

namespace quoth::verdicts {

namespace {

constexpr text::known_phrase known[] = {
    {"bracket", "origin"},
    {"separator", ""},
    {"source.day-outlet", "day outlet"},
    {"source.day", "day"},
    {"source.outlet", "outlet"},
    {"speaker.unnamed", ""},
    {"on-record.verbatim", "speaker source"},
    {"on-record.edited", "speaker source"},
    {"on-record.sense", "speaker source"},
    {"on-record.unnamed", "speaker source"},
    {"on-record.denial", "source"},
    {"on-record.mentioned", "speaker source"},
    {"named-only", "mention"},
    {"on-record.confirmed", "review rating"},
    {"altered.changed", "speaker source"},
    {"altered.reworded", "speaker source"},
    {"altered.cut", "speaker source words"},
    {"altered.shortened", "speaker source words"},
    {"misattributed", "speaker other source"},
    {"spliced", "speaker"},
    {"spliced.pieces", "list"},
    {"spliced.parted", "speaker source"},
    {"spliced.between", "words"},
    {"refuted.denied", "speaker source"},
    {"refuted.denied-words", "words"},
    {"refuted.denied-too", "review rating"},
    {"refuted.not-said", "speaker review rating"},
    {"refuted.not-said-unrated", "speaker review"},
    {"refuted.not-true", "review rating"},
    {"refuted.no-first-hand", "speaker"},
    {"hearsay", "speaker report"},
    {"hearsay.via", "via"},
    {"hearsay.no-first-hand", "speaker"},
    {"unsupported", "speaker"},
    {"unsupported.nearest", "list"},
    {"unsupported.nearest-one", "list"},
    {"unsupported.nothing-near", ""},
    {"out-of-record.no-statements", "speaker"},
    {"out-of-record.other-period", "speaker from to"},
    {"out-of-record.unknown-speaker", ""},
    {"out-of-record.caution", ""},
    {"record.words", "words"},
    {"record.checked-claim", "words"},
    {"list.item", "words statement"},
    {"differences", "list"},
    {"difference.replaced", "claimed record change"},
    {"difference.added", "claimed change"},
    {"difference.dropped", "record change"},
    {"review.rated", "review rating"},
    {"review.unrated", "review"},
    {"coverage.one", "speaker from"},
    {"coverage.day", "speaker count from"},
    {"coverage.range", "speaker count from to"},
    {"coverage.undated", "speaker count"},
    {"unknown.elsewhere", ""},
    {"unknown.elsewhere-undated", ""},
    {"unknown.content", ""},
    {"unknown.repeated", "speaker"},
    {"unknown.context", ""},
};

}  // namespace

phrases::phrases(const text::lexicon& shared, const text::lexicon& own)
    : text::phrase_book(known, shared, own) {}

}  // namespace quoth::verdicts
