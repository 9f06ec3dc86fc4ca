// A reader and a writer written with plugin.hpp, run through their C descriptors.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <quoth/testing.hpp>

namespace {

TEST(OutputFile, ThatIsNotOpenIsRefusedAndNotWritten) {
  quoth::output_file file;
  EXPECT_THROW(file.write("bytes"), quoth::fatal_error);
  EXPECT_THROW((void)file.sync(), quoth::fatal_error);
  EXPECT_THROW(file.commit(), quoth::fatal_error);
  file.close();
}

// Items end with a semicolon.
struct semicolon_reader {
  static constexpr auto about =
      quoth::stage("org.example.reader", "1.0.0", "Reads items.", quoth::accepts("*.semi", "*.sc"),
                   quoth::writes<quoth::document_row>{});
  struct cursor {
    explicit cursor(const quoth::input&) {}
  };
  static quoth::cut next(cursor&, std::string_view window, bool last) {
    const std::size_t at = window.find(';');
    if (at == std::string_view::npos && !last) return quoth::cut::need_more();
    const std::size_t end = std::min(at, window.size());
    if (window.substr(0, end) == "throw") throw quoth::error("cannot cut this");
    return {.found = end > 0, .begin = 0, .end = end, .consumed = std::min(end + 1, window.size())};
  }
  void parse(const quoth::item& item, quoth::document<semicolon_reader>& doc) {
    doc.set_text(item.bytes);
    doc.write<quoth::document_row>().add({.id = item.input.id});
  }
};

struct upper_writer {
  quoth::output file;
  static constexpr auto about =
      quoth::stage("org.example.writer", "1.0.0", "Writes ids.",
                   quoth::param(&upper_writer::file, "file", "out.txt", "the file"),
                   quoth::reads<quoth::document_row>{});
  void render(quoth::document<upper_writer>& doc, quoth::buffer& out) {
    out.append(doc.read<quoth::document_row>().front().id);
    out.append("\n");
  }
  struct sink {
    sink(const upper_writer&, const quoth::host&) {}
    void start() {}
    void reopen(std::string_view) {}
    void write(std::string_view) {}
    void checkpoint(quoth::buffer&) {}
    void finish() {}
    void abandon() {}
  };
};

TEST(Reader, CutsTheSameItemsWhateverTheWindow) {
  for (const std::size_t step : {1u, 2u, 3u, 100u}) {
    quoth::testing::stage_under_test<semicolon_reader> stage;
    EXPECT_THAT(stage.cut("one;;two;three", step), ::testing::ElementsAre("one", "two", "three"));
  }
}

TEST(Reader, AFailureInNextIsReported) {
  quoth::testing::stage_under_test<semicolon_reader> stage;
  EXPECT_THAT(stage.cut("one;throw;two", 100), ::testing::ElementsAre("one"));
  EXPECT_EQ(stage.error(), "cannot cut this");
}

// Cuts as its input says.
struct odd_reader {
  static constexpr auto about =
      quoth::stage("org.example.odd", "1.0.0", "Cuts badly.", quoth::accepts("*.odd"),
                   quoth::writes<quoth::document_row>{});
  struct cursor {
    explicit cursor(const quoth::input&) {}
  };
  static quoth::cut next(cursor&, std::string_view window, bool) {
    if (window.starts_with("stays")) return {};
    if (window.starts_with("repeats")) return {.found = true};
    return {.found = true, .end = window.size() + 1, .consumed = window.size() + 1};
  }
  void parse(const quoth::item&, quoth::document<odd_reader>&) {}
};

TEST(Reader, CutsInCirclesOrBeyondTheWindowAreReported) {
  quoth::testing::stage_under_test<odd_reader> stage;
  for (const char* input : {"stays where it is", "repeats itself"}) {
    EXPECT_THAT(stage.cut(input, 7), ::testing::IsEmpty());
    EXPECT_EQ(stage.error(), "next makes no progress");
  }
  EXPECT_THAT(stage.cut("beyond", 3), ::testing::IsEmpty());
  EXPECT_EQ(stage.error(), "next cut [0, 4) and 4 consumed bytes off a window of 3");
}

TEST(Reader, GivesTextAndRows) {
  quoth::testing::stage_under_test<semicolon_reader> stage;
  ASSERT_TRUE(stage.parse("\xEF\xBB\xBFäh", "a1")) << stage.error();
  EXPECT_EQ(stage.text(), "äh") << "a byte order mark is dropped";
  EXPECT_EQ(stage.written<quoth::document_row>().front().id, "a1");
}

TEST(Reader, TextThatIsNotUtf8FailsTheItem) {
  quoth::testing::stage_under_test<semicolon_reader> stage;
  EXPECT_FALSE(stage.parse("abc\xFF"));
  EXPECT_EQ(stage.error(), "the text is not UTF-8: byte 3");
  EXPECT_TRUE(stage.written<quoth::document_row>().empty());
}

TEST(Writer, RendersADocument) {
  quoth::testing::stage_under_test<upper_writer> stage;
  stage.text("x");
  stage.add(quoth::document_row{.id = "a1"});
  EXPECT_EQ(stage.render(), "a1\n");
}

}  // namespace
