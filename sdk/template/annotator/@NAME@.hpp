// @STAGE@: marks sentences that shout.
#pragma once

#include <quoth/plugin.hpp>

#include <string_view>

// The layer that this stage adds: one row a sentence that shouts.
struct shout {
  quoth::span where;
  double share;
  static constexpr auto layer =
      quoth::layer("@PLUGIN@.shout", "Sentences that shout.", quoth::spanned(&shout::where),
                   quoth::column(&shout::share, "share", "share of capitals among its letters"));
};

struct @NAME@ {
  double threshold = 0.5;

  static constexpr auto about = quoth::stage(
      "@STAGE@", "1.0.0", "Marks sentences that shout.",
      quoth::param(&@NAME@::threshold, "threshold", 0.5, "share of capitals from which it shouts",
                   quoth::range{0.0, 1.0}),
      quoth::reads<quoth::sentence>{}, quoth::writes<shout>{});

  // Called once a document. Spans are bytes; throw quoth::error to fail the document.
  void process(quoth::document<@NAME@>& doc) {
    for (const quoth::sentence s : doc.read<quoth::sentence>()) {
      const double share = share_of_capitals(s.where.of(doc.text()));
      if (share >= threshold) doc.write<shout>().add({.where = s.where, .share = share});
    }
  }

  // Of the ASCII letters of `text`, 0 where it has none.
  static double share_of_capitals(std::string_view text) {
    int letters = 0, capitals = 0;
    for (const char c : text) {
      const bool capital = c >= 'A' && c <= 'Z';
      capitals += capital ? 1 : 0;
      letters += capital || (c >= 'a' && c <= 'z') ? 1 : 0;
    }
    return letters > 0 ? static_cast<double>(capitals) / letters : 0.0;
  }
};
