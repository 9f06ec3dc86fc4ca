#include "host/document/document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "document_rows.hpp"

namespace quoth::host {
namespace {

using testing::rows_builder;
using testing::use_of;

class document_test : public ::testing::Test {
 protected:
  document_test() {
    EXPECT_TRUE(doc.set_text(text).ok());
    doc.begin_transaction(0);
  }
  std::string refused(const table_use& use, const rows_builder& rows) {
    result<void> appended = doc.append(use, rows.table());
    return appended.ok() ? "accepted" : appended.error().message;
  }
  void keep() {
    result<void> kept = doc.commit();
    ASSERT_TRUE(kept.ok()) << kept.error().message;
    doc.begin_transaction(++step);
  }

  const std::string text = "Grüße, sagte sie.";  // bytes 2-3 are ü, 4-5 are ß
  schema layers;
  document doc{layers};
  std::uint32_t step = 0;
  const table_use paragraphs = use_of(layers, "paragraph", {});
  const table_use sentences = use_of(layers, "sentence", {"paragraph"});
  const table_use tokens = use_of(layers, "token", {"kind", "sentence"});
  const table_use speakers = use_of(layers, "speaker", {"quote", "name"});
  const table_use metadata = use_of(layers, "metadata", {"key", "json"});
  const table_use languages = use_of(layers, "language", {"code", "detected", "confidence"});
};

// ---- Text ---------------------------------------------------------------------------------------

TEST(document_text, drops_a_byte_order_mark) {
  const schema layers;
  document doc(layers);
  ASSERT_TRUE(doc.set_text("\xEF\xBB\xBFYes.").ok());
  EXPECT_EQ(doc.text(), "Yes.");
}

TEST(document_text, is_set_once) {
  const schema layers;
  document doc(layers);
  ASSERT_TRUE(doc.set_text("").ok());
  EXPECT_TRUE(doc.has_text());
  EXPECT_EQ(doc.set_text("again").error().message, "the document's text was set twice");
  doc.clear();
  EXPECT_FALSE(doc.has_text());
  EXPECT_TRUE(doc.set_text("again").ok());
}

TEST(document_text, may_hold_nul) {
  const schema layers;
  document doc(layers);
  ASSERT_TRUE(doc.set_text(std::string_view("a\0b", 3)).ok());
  EXPECT_EQ(doc.text().size(), 3u);
}

TEST(document_text, names_the_first_byte_that_is_not_utf8) {
  const schema layers;
  const auto message = [&](std::string_view text) {
    document doc(layers);
    return doc.set_text(text).error().message;
  };
  const auto at = [](int offset) {
    return "the text is not UTF-8: the first wrong byte is at offset " + std::to_string(offset);
  };
  EXPECT_EQ(message("abc\xFF"), at(3));
  EXPECT_EQ(message("Gr\xFC\xDF"
                    "e"),
            at(2));                               // Latin-1
  EXPECT_EQ(message("\xC3"), at(0));              // cut off
  EXPECT_EQ(message("\xC3\xBC\xE2\x80"), at(2));  // cut off later
  EXPECT_EQ(message("\xC0\x80"), at(0));          // overlong
  EXPECT_EQ(message("a\xE0\x80\x80"), at(1));     // overlong
  EXPECT_EQ(message("\xF0\x80\x80\x80"), at(0));  // overlong
  EXPECT_EQ(message("\xED\xA0\x80"), at(0));      // a surrogate
  EXPECT_EQ(message("\xF4\x90\x80\x80"), at(0));  // above U+10FFFF
  EXPECT_EQ(message("\x80"), at(0));              // a continuation alone
}

TEST(document_text, finds_the_same_bad_byte_as_a_search_over_prefixes) {
  std::mt19937 random(7);
  const std::string pieces[] = {"a", "ü", "“", "😀", "\xFF", "\xE2\x80", "\xC3", "\x80"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += pieces[random() % (round % 2 == 0 ? 8 : 4)];
    const std::size_t bad = document::first_bad_byte(text);
    // What is before it is valid; with it, nothing that follows can repair the text.
    EXPECT_EQ(document::first_bad_byte(text.substr(0, bad)), bad);
    if (bad == text.size()) continue;
    for (std::size_t more = 1; bad + more <= text.size() && more <= 4; ++more) {
      EXPECT_NE(document::first_bad_byte(text.substr(0, bad + more)), bad + more) << text;
    }
  }
}

// ---- Spans --------------------------------------------------------------------------------------

TEST_F(document_test, accepts_spans_on_code_point_borders_up_to_the_end) {
  const auto size = static_cast<std::uint32_t>(text.size());
  EXPECT_EQ(refused(paragraphs, rows_builder().spans({{0, size}, {2, 4}, {4, 6}, {size, size}})),
            "accepted");
}

TEST_F(document_test, refuses_a_span_inside_a_character) {
  EXPECT_EQ(refused(paragraphs, rows_builder().spans({{0, 2}, {3, 6}})),
            "the span [3, 6) of row 1 of layer paragraph is wrong: offset 3 is inside a character");
  EXPECT_EQ(refused(paragraphs, rows_builder().spans({{0, 5}})),
            "the span [0, 5) of row 0 of layer paragraph is wrong: offset 5 is inside a character");
}

TEST_F(document_test, refuses_a_span_behind_the_end) {
  EXPECT_EQ(refused(paragraphs, rows_builder().spans({{0, 20}})),
            "the span [0, 20) of row 0 of layer paragraph is wrong: offset 20 is behind the text's "
            "end, 19");
  EXPECT_EQ(refused(paragraphs, rows_builder().spans({{QUOTH_NO_OFFSET, QUOTH_NO_OFFSET}})),
            "the span [4294967295, 4294967295) of row 0 of layer paragraph is wrong: offset "
            "4294967295 is behind the text's end, 19");
}

TEST_F(document_test, refuses_a_span_that_ends_before_it_begins) {
  EXPECT_EQ(refused(paragraphs, rows_builder().spans({{2, 0}})),
            "the span [2, 0) of row 0 of layer paragraph is wrong: it ends before it begins");
}

TEST_F(document_test, checks_spans_of_ascii_texts_too) {
  doc.clear();
  ASSERT_TRUE(doc.set_text("plain").ok());
  doc.begin_transaction(0);
  EXPECT_EQ(refused(paragraphs, rows_builder().spans({{0, 5}})), "accepted");
  EXPECT_EQ(refused(paragraphs, rows_builder().spans({{0, 6}})),
            "the span [0, 6) of row 1 of layer paragraph is wrong: offset 6 is behind the text's "
            "end, 5");
  EXPECT_EQ(refused(paragraphs, rows_builder().spans({{3, 2}})),
            "the span [3, 2) of row 1 of layer paragraph is wrong: it ends before it begins");
}

TEST_F(document_test, wants_spans_where_the_layer_has_them) {
  EXPECT_EQ(refused(sentences, rows_builder().indices(QUOTH_COLUMN_ROW, {0u})),
            "layer sentence has spans, but none were given");
}

TEST_F(document_test, needs_no_arrays_for_no_rows) {
  const quoth_array* const columns[] = {nullptr, nullptr};
  EXPECT_TRUE(doc.append(tokens, {0, 2, nullptr, nullptr, columns}).ok());
  EXPECT_TRUE(doc.append(paragraphs, {0, 0, nullptr, nullptr, nullptr}).ok());
  EXPECT_TRUE(doc.commit().ok());
}

TEST_F(document_test, allows_rows_without_span_where_spans_are_optional) {
  EXPECT_EQ(refused(speakers, rows_builder()
                                  .spans({{0, 2}, {QUOTH_NO_OFFSET, QUOTH_NO_OFFSET}})
                                  .indices(QUOTH_COLUMN_ROW, {std::nullopt, std::nullopt})
                                  .strings({"a", std::nullopt})),
            "accepted");
  EXPECT_EQ(
      refused(speakers,
              rows_builder().indices(QUOTH_COLUMN_ROW, {std::nullopt}).strings({std::nullopt})),
      "accepted");
  EXPECT_EQ(refused(speakers, rows_builder()
                                  .spans({{0, QUOTH_NO_OFFSET}})
                                  .indices(QUOTH_COLUMN_ROW, {std::nullopt})
                                  .strings({std::nullopt})),
            "the span [0, 4294967295) of row 3 of layer speaker is wrong: offset 4294967295 is "
            "behind the text's end, 19");
  keep();
  const table& rows = *doc.layer("speaker");
  EXPECT_EQ(rows.rows(), 3u);
  EXPECT_EQ(rows.span(0).end, 2u);
  EXPECT_EQ(rows.span(1).begin, QUOTH_NO_OFFSET);
  EXPECT_EQ(rows.span(2).begin, QUOTH_NO_OFFSET);
}

// ---- Columns ------------------------------------------------------------------------------------

TEST_F(document_test, gives_back_what_was_appended) {
  ASSERT_EQ(refused(languages, rows_builder().strings({"de"}).bools({true}).reals({0.75})),
            "accepted");
  ASSERT_EQ(refused(paragraphs, rows_builder().spans({{0, 19}})), "accepted");
  ASSERT_EQ(refused(sentences, rows_builder().spans({{0, 19}}).indices(QUOTH_COLUMN_ROW, {0u})),
            "accepted");
  ASSERT_EQ(refused(tokens, rows_builder()
                                .spans({{0, 7}, {7, 8}})
                                .indices(QUOTH_COLUMN_ENUM, {0u, 2u})
                                .indices(QUOTH_COLUMN_ROW, {0u, std::nullopt})),
            "accepted");
  keep();
  EXPECT_EQ(doc.cell("language", "code", 0), "de");
  EXPECT_EQ(doc.cell("language", "detected", 0), "true");
  EXPECT_EQ(doc.cell("language", "confidence", 0), "0.75");
  EXPECT_EQ(doc.cell("token", "kind", 1), "punctuation");
  EXPECT_EQ(doc.cell("token", "sentence", 0), "0");
  EXPECT_EQ(doc.cell("token", "sentence", 1), std::nullopt);
  EXPECT_EQ(doc.cell("token", "sentence", 2), std::nullopt);
  EXPECT_EQ(doc.cell("token", "no-such", 0), std::nullopt);
  EXPECT_EQ(doc.cell("no-such", "kind", 0), std::nullopt);
}

TEST_F(document_test, keeps_enumeration_values_that_it_does_not_know) {
  ASSERT_EQ(refused(tokens, rows_builder()
                                .spans({{0, 2}})
                                .indices(QUOTH_COLUMN_ENUM, {99u})
                                .indices(QUOTH_COLUMN_ROW, {std::nullopt})),
            "accepted");
  keep();
  EXPECT_EQ(doc.cell("token", "kind", 0), "99");
}

TEST_F(document_test, reads_columns_that_nobody_wrote_as_absent) {
  const table_use spans_only = use_of(layers, "token", {});
  ASSERT_EQ(refused(spans_only, rows_builder().spans({{0, 2}})), "accepted");
  keep();
  quoth_table read{};
  doc.read(tokens, read);
  ASSERT_EQ(read.rows, 1u);
  ASSERT_EQ(read.column_count, 2u);
  EXPECT_EQ(read.columns[0], nullptr);
  EXPECT_EQ(doc.cell("token", "kind", 0), std::nullopt);
}

TEST_F(document_test, fills_with_nulls_what_some_rows_leave_out) {
  const table_use keys = use_of(layers, "metadata", {"key"});
  ASSERT_EQ(refused(keys, rows_builder().strings({"a", "b", "c"})), "accepted");
  ASSERT_EQ(refused(metadata, rows_builder().strings({"d"}).strings({"1"})), "accepted");
  ASSERT_EQ(refused(metadata, rows_builder().nothing().strings({"2"})), "accepted");
  ASSERT_EQ(refused(metadata, rows_builder().strings({"f"}).nothing()), "accepted");
  keep();
  ASSERT_EQ(doc.layer("metadata")->rows(), 6u);
  EXPECT_EQ(doc.cell("metadata", "json", 0), std::nullopt);
  EXPECT_EQ(doc.cell("metadata", "json", 3), "1");
  EXPECT_EQ(doc.cell("metadata", "key", 4), std::nullopt);
  EXPECT_EQ(doc.cell("metadata", "json", 4), "2");
  EXPECT_EQ(doc.cell("metadata", "key", 5), "f");
  EXPECT_EQ(doc.cell("metadata", "json", 5), std::nullopt);
}

TEST_F(document_test, takes_slices_of_string_arrays) {
  const std::uint32_t offsets[] = {3, 5, 5, 8};  // into the middle of the bytes
  const quoth_array keys{QUOTH_COLUMN_STRING, 0, nullptr, "xxxabcde", offsets};
  const quoth_array* const columns[] = {&keys, nullptr};
  ASSERT_TRUE(doc.append(metadata, {3, 2, nullptr, nullptr, columns}).ok());
  ASSERT_TRUE(doc.append(metadata, {3, 2, nullptr, nullptr, columns}).ok());
  keep();
  EXPECT_EQ(doc.cell("metadata", "key", 0), "ab");
  EXPECT_EQ(doc.cell("metadata", "key", 4), "");
  EXPECT_EQ(doc.cell("metadata", "key", 5), "cde");
}

TEST_F(document_test, refuses_strings_that_are_not_utf8) {
  const std::string message = "column key of the rows for layer metadata is not UTF-8";
  EXPECT_EQ(refused(metadata, rows_builder().strings({"a", "\xFF"}).nothing()), message);
  // Together the bytes are valid; each string alone is not.
  EXPECT_EQ(refused(metadata, rows_builder().strings({"\xC3", "\xBC"}).nothing()), message);
  EXPECT_EQ(refused(metadata, rows_builder().strings({"ü", ""}).nothing()), "accepted");
}

TEST_F(document_test, refuses_offsets_that_do_not_ascend) {
  const std::uint32_t offsets[] = {0, 2, 1};
  const quoth_array keys{QUOTH_COLUMN_STRING, 0, nullptr, "ab", offsets};
  const quoth_array* const columns[] = {&keys, nullptr};
  EXPECT_EQ(doc.append(metadata, {2, 2, nullptr, nullptr, columns}).error().message,
            "column key of the rows for layer metadata has offsets that do not ascend");
}

TEST_F(document_test, refuses_a_column_of_another_type) {
  EXPECT_EQ(refused(metadata, rows_builder().integers({1}).nothing()),
            "column key of the rows for layer metadata is of column type 2 where the layer has 5");
}

TEST_F(document_test, refuses_another_number_of_columns) {
  EXPECT_EQ(refused(metadata, rows_builder().strings({"a"})),
            "the rows for layer metadata have 1 columns where the use names 2");
}

TEST_F(document_test, refuses_columns_without_values) {
  const quoth_array kinds{QUOTH_COLUMN_ENUM, 0, nullptr, nullptr, nullptr};
  const quoth_array* const columns[] = {&kinds, nullptr};
  const std::uint32_t zero[] = {0};
  EXPECT_EQ(doc.append(tokens, {1, 2, zero, zero, columns}).error().message,
            "column kind of the rows for layer token has no values");
}

/// Bits of every length appended to bits of every length, against a plain vector.
TEST(document_bits, are_appended_at_any_position) {
  for (std::uint32_t first = 0; first < 20; ++first) {
    for (std::uint32_t second = 0; second < 20; ++second) {
      std::mt19937 random(first * 20 + second);
      storage bits;
      std::vector<bool> expected;
      for (const std::uint32_t count : {first, second}) {
        std::vector<std::uint8_t> from(count / 8 + 1);
        for (std::uint8_t& byte : from) byte = static_cast<std::uint8_t>(random());
        append_bits(bits, static_cast<std::uint32_t>(expected.size()), from.data(), false, count,
                    nullptr);
        for (std::uint32_t i = 0; i < count; ++i) expected.push_back(bit_at(from.data(), i));
      }
      for (std::uint32_t i = 0; i < expected.size(); ++i) {
        ASSERT_EQ(bit_at(bits.as<std::uint8_t>(), i), expected[i]) << first << '+' << second;
      }
    }
  }
}

// ---- References ---------------------------------------------------------------------------------

TEST_F(document_test, allows_references_to_rows_of_the_same_transaction) {
  ASSERT_EQ(refused(sentences, rows_builder().spans({{0, 2}}).indices(QUOTH_COLUMN_ROW, {0u})),
            "accepted");
  ASSERT_EQ(refused(paragraphs, rows_builder().spans({{0, 19}})), "accepted");
  EXPECT_TRUE(doc.commit().ok());
}

TEST_F(document_test, refuses_references_to_rows_that_are_not_there) {
  ASSERT_EQ(refused(paragraphs, rows_builder().spans({{0, 19}})), "accepted");
  ASSERT_EQ(refused(sentences,
                    rows_builder().spans({{0, 2}, {2, 4}}).indices(QUOTH_COLUMN_ROW, {0u, 1u})),
            "accepted");
  EXPECT_EQ(doc.commit().error().message,
            "row 1 of layer sentence refers in column paragraph to row 1 of layer paragraph, which "
            "has 1 rows");
  EXPECT_EQ(doc.layer("paragraph")->rows(), 0u);
  EXPECT_EQ(doc.layer("sentence")->rows(), 0u);
}

// ---- Transactions -------------------------------------------------------------------------------

TEST_F(document_test, reads_only_committed_rows) {
  ASSERT_EQ(refused(paragraphs, rows_builder().spans({{0, 2}})), "accepted");
  quoth_table read{};
  doc.read(paragraphs, read);
  EXPECT_EQ(read.rows, 0u);
  EXPECT_EQ(doc.rows(paragraphs.layer), 1u);
  keep();
  doc.read(paragraphs, read);
  EXPECT_EQ(read.rows, 1u);
}

TEST_F(document_test, forgets_everything_on_rollback) {
  ASSERT_EQ(refused(metadata, rows_builder().strings({"a", std::nullopt}).strings({"1", "2"})),
            "accepted");
  keep();
  ASSERT_EQ(refused(metadata, rows_builder().strings({std::nullopt}).strings({"no"})), "accepted");
  ASSERT_EQ(refused(paragraphs, rows_builder().spans({{0, 2}})), "accepted");
  doc.rollback();
  EXPECT_EQ(doc.layer("metadata")->rows(), 2u);
  EXPECT_EQ(doc.layer("paragraph")->rows(), 0u);
  doc.begin_transaction(2);
  ASSERT_EQ(refused(metadata, rows_builder().strings({"c"}).strings({"3"})), "accepted");
  keep();
  EXPECT_EQ(doc.cell("metadata", "key", 0), "a");
  EXPECT_EQ(doc.cell("metadata", "key", 1), std::nullopt);
  EXPECT_EQ(doc.cell("metadata", "key", 2), "c");
  EXPECT_EQ(doc.cell("metadata", "json", 2), "3");
}

TEST_F(document_test, changes_nothing_when_an_append_is_refused) {
  EXPECT_NE(refused(metadata, rows_builder().strings({"a"}).strings({"\xFF"})), "accepted");
  EXPECT_EQ(doc.rows(metadata.layer), 0u);
  keep();
  EXPECT_EQ(doc.layer("metadata")->rows(), 0u);
}

TEST_F(document_test, keeps_what_was_read_in_place_while_rows_are_appended) {
  ASSERT_EQ(refused(metadata, rows_builder().strings({"first"}).strings({"1"})), "accepted");
  keep();
  quoth_table read{};
  doc.read(metadata, read);
  const void* const values = read.columns[0]->values;
  for (int i = 0; i < 5000; ++i) {
    ASSERT_EQ(refused(metadata, rows_builder().strings({"more"}).strings({"2"})), "accepted");
  }
  quoth_table again{};
  doc.read(metadata, again);
  EXPECT_EQ(again.rows, 1u);
  EXPECT_EQ(read.columns[0]->values, values);
  EXPECT_EQ(std::string_view(static_cast<const char*>(read.columns[0]->values), 5), "first");
}

TEST_F(document_test, knows_the_step_that_wrote_a_row) {
  ASSERT_EQ(refused(paragraphs, rows_builder().spans({{0, 2}, {2, 4}})), "accepted");
  keep();
  ASSERT_EQ(refused(paragraphs, rows_builder().spans({{4, 6}})), "accepted");
  doc.rollback();
  doc.begin_transaction(7);
  ASSERT_EQ(refused(paragraphs, rows_builder().spans({{4, 6}, {6, 7}})), "accepted");
  keep();
  EXPECT_EQ(doc.writer_of(paragraphs.layer, 0), 0u);
  EXPECT_EQ(doc.writer_of(paragraphs.layer, 1), 0u);
  EXPECT_EQ(doc.writer_of(paragraphs.layer, 2), 7u);
  EXPECT_EQ(doc.writer_of(paragraphs.layer, 3), 7u);
}

TEST_F(document_test, adds_no_rows_outside_a_transaction) {
  doc.rollback();
  EXPECT_EQ(refused(paragraphs, rows_builder().spans({{0, 2}})),
            "rows can be added only while a callback works on the document");
}

TEST_F(document_test, is_empty_again_after_clear) {
  ASSERT_EQ(refused(metadata, rows_builder().strings({"a"}).strings({std::nullopt})), "accepted");
  keep();
  doc.clear();
  EXPECT_EQ(doc.layer("metadata")->rows(), 0u);
  EXPECT_EQ(doc.text(), "");
  doc.begin_transaction(0);
  ASSERT_EQ(refused(metadata, rows_builder().strings({"b"}).strings({"1"})), "accepted");
  keep();
  EXPECT_EQ(doc.cell("metadata", "key", 0), "b");
  EXPECT_EQ(doc.cell("metadata", "json", 0), "1");
}

TEST_F(document_test, gives_back_the_memory_of_a_giant_document_only) {
  const std::size_t small = doc.footprint();
  doc.clear();
  ASSERT_TRUE(doc.set_text(std::string(20'000'000, 'x')).ok());
  doc.begin_transaction(0);
  std::vector<quoth_span> spans(1'000'000, quoth_span{0, 1});
  ASSERT_EQ(refused(paragraphs, rows_builder().spans(spans)), "accepted");
  ASSERT_TRUE(doc.commit().ok());
  EXPECT_GE(doc.footprint(), 28'000'000u);
  doc.clear();
  EXPECT_LT(doc.footprint(), small + 1000);

  ASSERT_TRUE(doc.set_text(std::string(1000, 'x')).ok());
  doc.begin_transaction(0);
  spans.resize(100);
  ASSERT_EQ(refused(paragraphs, rows_builder().spans(spans)), "accepted");
  ASSERT_TRUE(doc.commit().ok());
  const std::size_t kept = doc.footprint();
  doc.clear();
  EXPECT_EQ(doc.footprint(), kept);
}

TEST_F(document_test, tells_the_id_that_the_reader_gave) {
  EXPECT_EQ(doc.id(), "");
  const table_use ids = use_of(layers, "document", {"id"});
  ASSERT_EQ(refused(ids, rows_builder().strings({"kyiv-1"})), "accepted");
  EXPECT_EQ(doc.id(), "");
  keep();
  EXPECT_EQ(doc.id(), "kyiv-1");
}

// ---- Extending ----------------------------------------------------------------------------------

class document_extend_test : public ::testing::Test {
 protected:
  document_extend_test() {
    const quoth_column shade{
        sizeof(quoth_column), QUOTH_COLUMN_I64, "org.x.shade", "", nullptr, 0, 0, nullptr};
    const quoth_column* const columns[] = {&shade};
    const quoth_layer layer{sizeof(quoth_layer), 0, "paragraph", "", columns, 1, 0};
    EXPECT_TRUE(layers.unite(layer, "org.x").ok());
    doc.emplace(layers);
    EXPECT_TRUE(doc->set_text("abcdef").ok());
    shades = use_of(layers, "paragraph", {"org.x.shade"});
    paragraphs = use_of(layers, "paragraph", {});
    doc->begin_transaction(0);
    EXPECT_TRUE(doc->append(paragraphs, rows_builder().spans({{0, 1}, {1, 2}}).table()).ok());
    EXPECT_TRUE(doc->commit().ok());
    doc->begin_transaction(1);
  }
  std::string extend(const std::vector<std::int64_t>& values) {
    result<void> extended = doc->extend(shades, rows_builder().integers(values).table());
    return extended.ok() ? "accepted" : extended.error().message;
  }
  schema layers;
  std::optional<document> doc;
  table_use shades, paragraphs;
};

TEST_F(document_extend_test, fills_a_column_of_rows_that_exist) {
  ASSERT_EQ(extend({10, 20}), "accepted");
  EXPECT_EQ(doc->cell("paragraph", "org.x.shade", 1), std::nullopt);
  ASSERT_TRUE(doc->commit().ok());
  EXPECT_EQ(doc->cell("paragraph", "org.x.shade", 1), "20");
}

TEST_F(document_extend_test, wants_a_value_for_each_row) {
  EXPECT_EQ(extend({10}), "layer paragraph was extended with 1 rows, but it has 2");
}

TEST_F(document_extend_test, happens_once_a_callback) {
  ASSERT_EQ(extend({10, 20}), "accepted");
  EXPECT_EQ(extend({10, 20}), "column org.x.shade of layer paragraph was extended twice");
}

TEST_F(document_extend_test, is_undone_by_rollback) {
  ASSERT_EQ(extend({10, 20}), "accepted");
  ASSERT_TRUE(doc->commit().ok());
  doc->begin_transaction(2);
  ASSERT_EQ(extend({30, 40}), "accepted");
  doc->rollback();
  EXPECT_EQ(doc->cell("paragraph", "org.x.shade", 0), "10");
}

TEST_F(document_extend_test, leaves_rows_of_later_steps_null) {
  ASSERT_EQ(extend({10, 20}), "accepted");
  ASSERT_TRUE(doc->append(paragraphs, rows_builder().spans({{2, 3}}).table()).ok());
  ASSERT_TRUE(doc->commit().ok());
  doc->begin_transaction(2);
  ASSERT_TRUE(doc->append(paragraphs, rows_builder().spans({{3, 4}}).table()).ok());
  ASSERT_TRUE(doc->commit().ok());
  EXPECT_EQ(doc->layer("paragraph")->rows(), 4u);
  EXPECT_EQ(doc->cell("paragraph", "org.x.shade", 1), "20");
  EXPECT_EQ(doc->cell("paragraph", "org.x.shade", 2), std::nullopt);
  EXPECT_EQ(doc->cell("paragraph", "org.x.shade", 3), std::nullopt);
}

// ---- Against a plain model ----------------------------------------------------------------------

/// Random appends, commits and rollbacks give the rows that a list of optional strings would hold.
TEST(document_model, agrees_with_plain_lists_whatever_the_order_of_events) {
  const schema layers;
  const table_use both = use_of(layers, "metadata", {"key", "json"});
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    document doc(layers);
    ASSERT_TRUE(doc.set_text("x").ok());
    std::vector<std::optional<std::string>> kept, written;
    doc.begin_transaction(0);
    for (int event = 0; event < 60; ++event) {
      const unsigned kind = random() % 8;
      if (kind < 6) {
        std::vector<std::optional<std::string>> strings(random() % 12);
        for (auto& s : strings) {
          if (random() % 3 != 0) s = std::string(random() % 5, 'a');
        }
        rows_builder rows;
        if (kind == 0) {
          rows.nothing().nothing().count(static_cast<std::uint32_t>(strings.size()));
          strings.assign(strings.size(), std::nullopt);
        } else {
          rows.strings(strings).nothing();
        }
        ASSERT_TRUE(doc.append(both, rows.table()).ok());
        written.insert(written.end(), strings.begin(), strings.end());
      } else if (kind == 6) {
        ASSERT_TRUE(doc.commit().ok());
        kept = written;
        doc.begin_transaction(1);
      } else {
        doc.rollback();
        written = kept;
        doc.begin_transaction(1);
      }
      ASSERT_EQ(doc.rows(both.layer), written.size());
      ASSERT_EQ(doc.layer("metadata")->rows(), kept.size());
    }
    for (std::uint32_t row = 0; row < kept.size(); ++row) {
      ASSERT_EQ(doc.cell("metadata", "key", row), kept[row]) << "seed " << seed << " row " << row;
    }
  }
}

}  // namespace
}  // namespace quoth::host
