// Turns of a plain transcript: `NAME: words` on one line, or `NAME:` above the words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace quoth::readers {

// One speaker's turn. Byte offsets into the text; [begin, end) holds the label and the words, and
// neither ends in white space.
struct turn_span {
  std::uint32_t begin;
  std::uint32_t label_end;  // of the label, without its colon
  std::uint32_t words;      // where the words begin; == end in a turn without words
  std::uint32_t end;

  friend bool operator==(const turn_span&, const turn_span&) = default;
};

// Finds the turns of `text`, in order; none where the text does not look like a transcript as a
// whole. A label is at most 90 bytes and ten words before a colon at the start of a line, each
// word capitalised, a connecting word (of, and, von …) or in brackets. A text is a transcript when
// at least two lines carry a label and one label comes twice or contains another ("President of
// Russia Vladimir Putin", later "Vladimir Putin"), or when labelled turns make up most of it and
// no single one two thirds of them.
//
// Where all labels are one speaker's ("Jens Tamm", later "Tamm"), as in an interview whose
// questions have none, a last line of a turn that asks is not part of it; the same where several
// speak, a question without a label stands before the first of them, and half the turns end in one.
// Where no line carries a label, four or more lines that begin with a dash are an interview when
// two of three of the first, third and so on ask: each answer is a turn whose label is the dash.
//
// A quotation mark right after the colon makes no turn (`Name: “…”` in a post or a list of
// quotations). Lines of symbols alone (* * *) end a turn. Linear in the text.
void find_turns(std::string_view text, std::vector<turn_span>& turns);

}  // namespace quoth::readers
