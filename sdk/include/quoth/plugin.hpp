// quoth/plugin.hpp - a Quoth stage as a plain C++ struct, over the C contract of quoth/abi.h.
//
//     struct mood {
//       double threshold;
//       static constexpr auto about = quoth::stage(
//           "org.example.mood", "1.0.0", "Marks sentences that shout.",
//           quoth::param(&mood::threshold, "threshold", 0.5, "share of capitals",
//                        quoth::range{0.0, 1.0}),
//           quoth::reads<quoth::sentence>{}, quoth::writes<shout>{});
//
//       void process(quoth::document<mood>& doc) {
//         for (quoth::sentence s : doc.read<quoth::sentence>())
//           if (double c = capitals(s.where.of(doc.text())); c > threshold)
//             doc.write<shout>().add({.where = s.where, .share = c});
//       }
//     };
//     QUOTH_PLUGIN("org.example", "1.0.0", "Moods of sentences.", "Apache-2.0", mood)
//
// What a stage struct may have beside `about`:
//   void load(const quoth::host&)        once a step, after the parameters are set: open models
//                                        and resources; keep them in std::shared_ptr<const T>
//   annotator  void process(quoth::document<S>&)
//   reader     struct cursor { explicit cursor(const quoth::input&); };
//              static quoth::cut next(cursor&, std::string_view window, bool last)
//              void parse(const quoth::item&, quoth::document<S>&)
//   writer     void render(quoth::document<S>&, quoth::buffer&)
//              struct sink { sink(const S&, const quoth::host&); void start();
//                            void reopen(std::string_view state); void write(std::string_view);
//                            void checkpoint(quoth::buffer& state); void finish();
//                            void abandon(); };
//   any        static const void* extension(std::string_view id)
//
// Life: the host makes one S, sets its parameters, calls load, then copies it once for each
// worker; process, parse and render run on the copies, so members may serve as scratch memory and
// are never used by two threads at once. A writer's sink is
// one for the whole step and is used by one thread at a time.
//
// Errors: throw quoth::error to fail one document, quoth::fatal_error to stop the run; any other
// exception fails the document with its what(). Nothing that a failed callback added is kept.
//
// Misuse (a layer that `about` does not declare, a stage without callbacks) does not compile.
#ifndef QUOTH_PLUGIN_HPP
#define QUOTH_PLUGIN_HPP

#include <quoth/abi.h>

#include <quoth/detail/about.hpp>
#include <quoth/detail/document.hpp>
#include <quoth/detail/host.hpp>
#include <quoth/detail/trampolines.hpp>
#include <quoth/layers.hpp>

#if defined(__clang__)
#  define QUOTH_BUILT_WITH "clang " __clang_version__
#elif defined(__GNUC__)
#  define QUOTH_BUILT_WITH "g++ " __VERSION__
#else
#  define QUOTH_BUILT_WITH "an unknown compiler"
#endif

/// Exports a plugin: id, version, summary, SPDX licence, then its stages. Once, in one file.
#define QUOTH_PLUGIN(id, version, summary, license, ...)                                     \
  extern "C" constinit const quoth_plugin quoth_plugin_v1{                                   \
      QUOTH_MAGIC,                                                                           \
      sizeof(quoth_plugin),                                                                  \
      QUOTH_ABI_MAJOR,                                                                       \
      0,                                                                                     \
      static_cast<std::uint32_t>(::quoth::detail::stage_list<__VA_ARGS__>::pointers.size()), \
      id,                                                                                    \
      version,                                                                               \
      summary,                                                                               \
      license,                                                                               \
      QUOTH_BUILT_WITH,                                                                      \
      ::quoth::detail::stage_list<__VA_ARGS__>::pointers.data(),                             \
      &::quoth::detail::stage_list<__VA_ARGS__>::extension};

#endif
