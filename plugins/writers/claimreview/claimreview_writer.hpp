// quoth.claimreview-writer: draft verdicts as schema.org ClaimReview, for a newsroom's pages.
#pragma once

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <memory>
#include <quoth/plugin.hpp>
#include <string>
#include <system_error>
#include <text/day.hpp>
#include <vector>

#include "writers/checkpoint.hpp"
#include "writers/claimreview/claim_review.hpp"
#include "writers/claimreview/file_name.hpp"
#include "writers/interface.hpp"
#include "writers/web_address.hpp"

namespace quoth::writers {

struct claimreview_writer {
  quoth::output folder;
  bool one_file = false;
  std::string publisher, publisher_url, page, date;
  claim_author author = claim_author::speaker;
  std::vector<std::string> ratings{"on-record", "altered", "misattributed", "spliced",
                                   "refuted",   "hearsay", "unsupported"};
  double least_confidence = 0;

  static constexpr auto about = writer_stage(
      "quoth.claimreview-writer", "1.0.0",
      "Writes draft verdicts as schema.org ClaimReview: a JSON-LD file and a script block a claim.",
      quoth::param(&claimreview_writer::folder, "folder", "claimreview", "the folder to write to"),
      quoth::param(&claimreview_writer::one_file, "one-file", false,
                   "whether to write all into one JSON-LD file, claimreviews.jsonld"),
      quoth::param(&claimreview_writer::publisher, "publisher", "",
                   "name of the organisation that publishes the reviews; empty: none is named"),
      quoth::param(&claimreview_writer::publisher_url, "publisher-url", "", "its address"),
      quoth::param(&claimreview_writer::page, "page", "{publisher-url}{document}#{claim}",
                   "address of the page where a review will stand; a / parts the publisher's "
                   "address from what follows"),
      quoth::param(&claimreview_writer::date, "date", "",
                   "day of publication, ISO 8601; empty: none is given"),
      quoth::param(&claimreview_writer::author, "claim-author", claim_author::speaker,
                   "who is named as the author of the claim: who is said to have said it, or who "
                   "published the document",
                   "speaker", "document"),
      quoth::param(&claimreview_writer::ratings, "ratings", quoth::no_default,
                   "which ratings to write; left out: all but out-of-record"),
      quoth::param(&claimreview_writer::least_confidence, "least-confidence", 0.0,
                   "least confidence of a verdict that is written", quoth::range{0.0, 1.0}));

  void load(const quoth::host& host) {
    languages = std::make_shared<const interface_languages>(host);
    if (!publisher_url.empty() && !is_web_address(publisher_url))
      throw quoth::error("publisher-url: '" + publisher_url + "' is no http or https address");
    if (!date.empty() && !text::parse_day(date))
      throw quoth::error("date: '" + date + "' is no day such as 2037-06-14");
    for (const std::string& name : ratings) {
      const auto rating = rating_named(name);
      if (!rating) throw quoth::error(unknown_rating(name));
      wanted |= 1u << static_cast<std::uint32_t>(*rating);
    }
    options = {publisher, publisher_url, page, date, author};
    if (!has_one_host(options))
      throw quoth::error("page: '" + page +
                         "' makes ids a part of the host's name: put a / before them");
  }

  // `NAME CLAIM BYTES`, a line feed and the object, for each claim that is written.
  void render(quoth::document<claimreview_writer>& doc, quoth::buffer& out) {
    const document_layers layers = layers_of(doc);
    reviews.begin(layers);
    const std::string name =
        readable_part(layers.document.empty() ? "" : layers.document.front().id);
    const text::phrase_book& say = languages->in(language_of(layers));
    for (std::uint32_t claim = 0; claim < layers.claims.size(); ++claim) {
      if (!is_shown(layers, claim) || !is_wanted(claim)) continue;
      object.clear();
      reviews.render(claim, options, say, one_file, object);
      out.append(name + ' ' + std::to_string(claim) + ' ' + std::to_string(object.size()) + '\n');
      out.append(object);
    }
  }

  // The folder's files; those of an earlier run are removed at the start, so that none of its
  // verdicts stays among the new ones. A checkpoint's state is how many documents came, and of the
  // one file its length in bytes and the number of reviews in it. Files of single claims are
  // finished as they come, and after a stop come again with the same names and bytes.
  class sink {
   public:
    sink(const claimreview_writer& stage, const quoth::host& host)
        : folder_(stage.folder.path), one_file_(stage.one_file), host_(host) {}
    void start() {
      remove_earlier();
      if (!one_file_) return;
      file_.create(host_, whole());
      file_.write("{\n\"@context\": \"https://schema.org\",\n\"@graph\": [");
    }
    void reopen(std::string_view state) {
      const auto [documents, length, count] = numbers_of<3>(state, folder_);
      documents_ = documents;
      count_ = count;
      if (one_file_) file_.resume(host_, whole(), length);
    }
    void write(std::string_view rendered) {
      while (!rendered.empty()) {
        const piece next = cut(rendered);
        one_file_ ? add(next.object) : put(next);
      }
      ++documents_;
    }
    void checkpoint(quoth::buffer& state) {
      state.append(state_of(documents_, one_file_ ? file_.sync() : 0, count_));
    }
    void finish() {
      if (!one_file_) return;
      file_.write("\n]\n}\n");
      file_.commit();
    }
    void abandon() { file_.close(); }

   private:
    struct piece {
      std::string_view name;
      std::uint32_t claim = 0;
      std::string_view object;
    };

    // Takes the first review off what render made.
    static piece cut(std::string_view& rendered) {
      piece next;
      const std::size_t end = rendered.find('\n'), second = rendered.rfind(' ', end);
      const std::size_t first = rendered.rfind(' ', second - 1);
      std::size_t size = 0;
      next.name = rendered.substr(0, first);
      std::from_chars(rendered.data() + first + 1, rendered.data() + second, next.claim);
      std::from_chars(rendered.data() + second + 1, rendered.data() + end, size);
      next.object = rendered.substr(end + 1, size);
      rendered.remove_prefix(end + 1 + size);
      return next;
    }

    [[nodiscard]] std::string whole() const { return folder_ + "/claimreviews.jsonld"; }
    // What an earlier run left and this one does not replace. Other files in the folder stay.
    void remove_earlier() {
      namespace fs = std::filesystem;
      std::error_code failed;
      std::vector<fs::path> earlier;
      for (fs::directory_iterator at(folder_, failed), end; !failed && at != end;
           at.increment(failed))
        if (is_file_of_a_review(at->path().filename().string())) earlier.push_back(at->path());
      if (failed && failed != std::errc::no_such_file_or_directory)
        throw quoth::io_error("cannot list the folder of reviews, " + folder_ + ": " +
                              failed.message() + "; let it be read, or choose another folder");
      if (!one_file_)
        for (const char* ending : {"", ".part"}) earlier.emplace_back(whole() + ending);
      for (const fs::path& path : earlier)
        if (failed.clear(), fs::remove(path, failed); failed)
          throw quoth::io_error("cannot remove the review of an earlier run, " + path.string() +
                                ": " + failed.message());
    }
    void add(std::string_view json) {
      file_.write(count_ == 0 ? "\n" : ",\n");
      file_.write(json);
      ++count_;
    }
    void put(const piece& review) {
      const std::string path = folder_ + '/' + file_name(documents_, review.name, review.claim);
      write_whole(path + ".jsonld", "", review.object, "\n");
      write_whole(path + ".html", "<script type=\"application/ld+json\">\n", review.object,
                  "\n</script>\n");
      ++count_;
    }
    void write_whole(const std::string& path, std::string_view before, std::string_view json,
                     std::string_view after) {
      quoth::output_file file;
      file.create(host_, path);
      file.write(before);
      file.write(json);
      file.write(after);
      file.commit();
    }

    std::string folder_;
    bool one_file_;
    quoth::host host_;
    quoth::output_file file_;
    std::uint64_t documents_ = 0, count_ = 0;
  };

 private:
  static constexpr const auto& rating_names =
      quoth::detail::layer_traits<quoth::verdict>::column_at<
          quoth::detail::layer_traits<quoth::verdict>::index_of<&quoth::verdict::rating>()>()
          .choices;

  static std::optional<quoth::verdict_rating> rating_named(std::string_view name) {
    const auto* const found = std::ranges::find(rating_names, name);
    if (found == rating_names.end()) return std::nullopt;
    return static_cast<quoth::verdict_rating>(found - rating_names.begin());
  }

  static std::string unknown_rating(const std::string& name) {
    std::string message = "ratings: there is no rating '" + name.substr(0, 40) + "'; there are";
    for (const char* known : rating_names)
      message.append(known == rating_names.front() ? " " : ", ").append(known);
    return message;
  }

  [[nodiscard]] bool is_wanted(std::uint32_t claim) const {
    const std::optional<quoth::verdict> verdict = reviews.verdict_of(claim);
    if (!verdict || verdict->confidence < least_confidence) return false;
    const auto rating = static_cast<std::uint32_t>(verdict->rating);
    return rating < rating_names.size() && (wanted >> rating & 1u) != 0;
  }

  std::shared_ptr<const interface_languages> languages;
  claim_review_options options;
  std::uint32_t wanted = 0;  // a bit a rating
  claim_reviews reviews;
  std::string object;
};

}  // namespace quoth::writers
