#include "host/plugin/catalogue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "plugin_folder.hpp"

namespace quoth::host {
namespace {

using ::testing::ElementsAre;
using testing::look_at;
using ::testing::MatchesRegex;
using testing::temporary_folder;

/// The reason for which the only file of a folder is refused.
std::string reason(const temporary_folder& folder) {
  const catalogue found = look_at(folder.path());
  EXPECT_TRUE(found.stages().empty());
  return found.refused().size() == 1 ? found.refused()[0].reason : "not refused";
}

std::string reason(const std::string& test_plugin) {
  const temporary_folder folder;
  folder.add_plugin(test_plugin);
  return reason(folder);
}

TEST(catalogue, lists_the_stages_of_good_plugins_by_id) {
  const temporary_folder folder;
  folder.add_plugin("plain_c");
  folder.add_plugin("misbehaving");
  const catalogue found = look_at(folder.path());
  std::vector<std::string> ids;
  for (const stage_entry& entry : found.stages()) ids.emplace_back(entry.stage->id);
  EXPECT_THAT(ids, ElementsAre("org.example.c.mark", "org.example.c.share",
                               "org.misbehaving.annotator", "org.misbehaving.reader",
                               "org.misbehaving.serial", "org.misbehaving.writer"));
  EXPECT_TRUE(found.refused().empty());
  ASSERT_NE(found.stage("org.example.c.mark"), nullptr);
  EXPECT_EQ(found.stage("org.example.c.mark")->file, folder.path() / "plain_c.so");
  EXPECT_STREQ(found.stage("org.example.c.mark")->plugin->id, "org.example.c");
  EXPECT_EQ(found.stage("org.example.c"), nullptr);
  EXPECT_EQ(found.stage("org.example.c.zzz"), nullptr);
  ASSERT_EQ(found.plugins().size(), 2u);
  EXPECT_EQ(found.plugins()[1].hash.size(), 32u);
}

TEST(catalogue, unites_the_layers_of_plugins) {
  const temporary_folder folder;
  folder.add_plugin("plain_c");
  const catalogue found = look_at(folder.path());
  const layer_schema* const mark = found.layers().find("org.example.c.mark");
  ASSERT_NE(mark, nullptr);
  EXPECT_TRUE(mark->has_span);
  EXPECT_NE(mark->column("upper"), no_position);
  EXPECT_NE(mark->column("org.example.c.share"), no_position);
}

TEST(catalogue, lets_a_plugin_add_columns_to_a_layer_of_another) {
  const temporary_folder folder;
  folder.add_plugin("guest", "a_guest");
  folder.add_plugin("plain_c");
  const catalogue found = look_at(folder.path());
  EXPECT_TRUE(found.refused().empty());
  const layer_schema& mark = *found.layers().find("org.example.c.mark");
  EXPECT_EQ(mark.owner, "org.example.c");
  EXPECT_TRUE(mark.has_span);
  EXPECT_EQ(mark.columns[mark.column("org.refused.note")].owner, "org.refused");
}

TEST(catalogue, is_empty_without_folders_and_without_files) {
  const temporary_folder folder;
  folder.add_file("README.txt", "nothing to load");
  const catalogue found = look_at(folder.path());
  EXPECT_TRUE(found.stages().empty());
  EXPECT_TRUE(found.refused().empty());
}

TEST(catalogue, names_a_folder_that_cannot_be_read) {
  const result<catalogue> found = catalogue::find({"/no/such/folder"});
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().code, exit_code::config);
  EXPECT_EQ(found.error().message,
            "the plugin folder /no/such/folder cannot be read: No such file or directory");
}

TEST(catalogue, uses_a_file_once_that_two_folders_have_by_link) {
  const temporary_folder folder, links;
  folder.add_plugin("plain_c");
  std::filesystem::create_symlink(folder.path() / "plain_c.so", links.path() / "linked.so");
  const result<catalogue> found =
      catalogue::find({folder.path(), links.path(), folder.path()}, {std::filesystem::path()});
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->stages().size(), 2u);
  EXPECT_TRUE(found->duplicates().empty());
}

TEST(catalogue, uses_neither_of_two_files_with_one_stage_id) {
  const temporary_folder folder;
  folder.add_plugin("plain_c");
  folder.add_plugin("same_stage");
  folder.add_plugin("misbehaving");
  const catalogue found = look_at(folder.path());
  EXPECT_EQ(found.stage("org.example.c.mark"), nullptr);
  EXPECT_NE(found.stage("org.misbehaving.reader"), nullptr);
  ASSERT_EQ(found.duplicates().size(), 2u);
  const duplicate_stage* const twice = found.duplicate("org.example.c.mark");
  ASSERT_NE(twice, nullptr);
  EXPECT_THAT(twice->files,
              ElementsAre(folder.path() / "plain_c.so", folder.path() / "same_stage.so"));
  EXPECT_EQ(found.duplicate("org.misbehaving.reader"), nullptr);
}

// ---- Files that are refused, and why ------------------------------------------------------------

TEST(catalogue_refuses, a_text_file) {
  const temporary_folder folder;
  folder.add_file("notes.so", "Dear colleagues, this is no library.\n");
  EXPECT_EQ(reason(folder), "it is not a shared library, or a damaged one");
}

TEST(catalogue_refuses, an_empty_file) {
  const temporary_folder folder;
  folder.add_file("empty.so", "");
  EXPECT_EQ(reason(folder), "it is not a shared library, or a damaged one");
}

TEST(catalogue_refuses, a_link_to_nothing) {
  const temporary_folder folder;
  std::filesystem::create_symlink("/no/such/file", folder.path() / "dangling.so");
  EXPECT_EQ(reason(folder), "it cannot be read");
}

TEST(catalogue_refuses, random_bytes_behind_an_elf_header) {
  const temporary_folder folder;
  folder.add_plugin("plain_c", "good");
  const std::string good = folder.bytes_of("good.so");
  std::filesystem::remove(folder.path() / "good.so");
  for (unsigned seed = 0; seed < 8; ++seed) {
    std::mt19937 random(seed);
    std::string bytes = good.substr(0, 64);
    while (bytes.size() < good.size()) bytes += static_cast<char>(random());
    folder.add_file("random.so", bytes);
    EXPECT_NE(reason(folder), "not refused") << "seed " << seed;
  }
}

TEST(catalogue_refuses, an_elf_file_cut_at_any_place) {
  const temporary_folder folder;
  folder.add_plugin("plain_c", "good");
  const std::string good = folder.bytes_of("good.so");
  std::filesystem::remove(folder.path() / "good.so");
  for (const std::size_t size : {std::size_t{4}, std::size_t{63}, std::size_t{64}, std::size_t{200},
                                 std::size_t{4096}, good.size() / 2, good.size() - 1000}) {
    folder.add_file("cut.so", good.substr(0, size));
    EXPECT_EQ(reason(folder), "it is not a shared library, or a damaged one") << size;
  }
}

/// Any byte of the file may be wrong: the host names the file or uses it, and never crashes.
TEST(catalogue_refuses, or_uses_a_file_with_wrong_bytes_but_never_crashes) {
  const temporary_folder folder;
  folder.add_plugin("plain_c", "good");
  const std::string good = folder.bytes_of("good.so");
  std::filesystem::remove(folder.path() / "good.so");
  std::mt19937 random(20);
  for (int round = 0; round < 40; ++round) {
    std::string bytes = good;
    for (int i = 0; i < 6; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    const std::string name = "round" + std::to_string(round) + ".so";
    folder.add_file(name, bytes);
  }
  // In a process of its own, which does not run what a damaged library does when it ends.
  EXPECT_EXIT(
      {
        const catalogue found = look_at(folder.path());
        std::_Exit(found.plugins().size() + found.refused().size() == 40 ? 0 : 1);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST(catalogue_refuses, a_library_that_is_no_plugin) {
  EXPECT_EQ(reason("no_section"), "it is not a Quoth plugin: it has no section quoth_plugin");
}

TEST(catalogue_refuses, a_plugin_without_the_symbol) {
  EXPECT_EQ(reason("no_symbol"), "it does not export quoth_plugin_v1");
}

TEST(catalogue_refuses, a_plugin_that_misses_a_function) {
  EXPECT_EQ(reason("missing_function"),
            "it cannot be loaded: undefined symbol: quoth_test_function_that_is_nowhere");
}

TEST(catalogue_refuses, another_magic_number) {
  EXPECT_EQ(reason("wrong_magic"), "its quoth_plugin_v1 does not begin with the magic number");
}

TEST(catalogue_refuses, another_major_version) {
  EXPECT_EQ(reason("wrong_major"), "it was built for ABI 2, but this host has ABI 1.0");
}

TEST(catalogue_refuses, a_newer_minor_version_and_tells_its_ids) {
  const temporary_folder folder;
  folder.add_plugin("newer_minor");
  const catalogue found = look_at(folder.path());
  ASSERT_EQ(found.refused().size(), 1u);
  EXPECT_EQ(found.refused()[0].reason, "it needs ABI 1.7, but this host has ABI 1.0");
  EXPECT_EQ(found.refused()[0].plugin_id, "org.refused");
  EXPECT_THAT(found.refused()[0].stage_ids, ElementsAre("org.refused.stage"));
}

TEST(catalogue_refuses, a_descriptor_that_is_too_short) {
  EXPECT_EQ(reason("short_stage"), "a stage's descriptor is 16 bytes long, but ABI 1.0 has " +
                                       std::to_string(sizeof(quoth_stage)));
}

TEST(catalogue_refuses, a_stage_without_ops_and_tells_its_id) {
  const temporary_folder folder;
  folder.add_plugin("no_ops");
  const catalogue found = look_at(folder.path());
  ASSERT_EQ(found.refused().size(), 1u);
  EXPECT_EQ(found.refused()[0].reason, "stage org.refused.stage has no ops");
  EXPECT_THAT(found.refused()[0].stage_ids, ElementsAre("org.refused.stage"));
  EXPECT_EQ(found.refused_with("org.refused.stage"), &found.refused()[0]);
  EXPECT_EQ(found.refused_with("org.refused.other"), nullptr);
}

TEST(catalogue_refuses, a_default_outside_its_range) {
  EXPECT_EQ(reason("bad_default"),
            "stage org.refused.stage: parameter threshold has the default 1.5, outside its own "
            "range 0 to 1");
}

TEST(catalogue_refuses, a_layer_that_contradicts_the_host) {
  EXPECT_EQ(reason("layer_conflict"),
            "it defines column kind of layer token as f64, but for Quoth itself it is enum");
}

TEST(catalogue_refuses, a_use_of_a_layer_that_nobody_defines) {
  EXPECT_EQ(reason("unknown_layer"),
            "its stage org.refused.stage uses layer org.nobody.layer, which no usable plugin "
            "defines");
}

TEST(catalogue_refuses, a_layer_or_column_without_the_plugins_prefix) {
  EXPECT_EQ(reason("layer_without_prefix"),
            "it defines layer thing, which lacks the prefix org.refused.");
  EXPECT_EQ(reason("column_without_prefix"),
            "it adds column mood to layer token of Quoth itself without the prefix org.refused.");
}

TEST(catalogue_refuses, a_reference_to_a_layer_that_nobody_defines) {
  EXPECT_EQ(reason("lost_target"),
            "column of of its layer org.refused.thing refers to layer org.nobody.layer, which no "
            "usable plugin defines");
}

TEST(catalogue_refuses, the_guest_of_a_layer_and_not_its_owner_whatever_the_order_of_the_files) {
  for (const char* const name : {"a", "z"}) {
    const temporary_folder folder;
    folder.add_plugin("plain_c");
    folder.add_plugin("plugin_conflict", name);
    const catalogue found = look_at(folder.path());
    EXPECT_NE(found.stage("org.example.c.mark"), nullptr);
    ASSERT_EQ(found.refused().size(), 1u);
    EXPECT_EQ(found.refused()[0].file.stem(), name);
    EXPECT_EQ(found.refused()[0].reason,
              "it defines column upper of layer org.example.c.mark as f64, but for plugin "
              "org.example.c it is bool");
    EXPECT_EQ(found.refused()[0].plugin_id, "org.refused");
    EXPECT_THAT(found.refused()[0].stage_ids, ElementsAre("org.refused.stage"));
  }
}

TEST(catalogue_refuses, also_those_who_need_a_plugin_that_is_refused) {
  const temporary_folder folder;
  folder.add_plugin("lost_target");
  folder.add_plugin("reads_lost_layer");
  folder.add_plugin("plain_c");
  const catalogue found = look_at(folder.path());
  EXPECT_EQ(found.plugins().size(), 1u);
  ASSERT_EQ(found.refused().size(), 2u);
  EXPECT_EQ(found.refused()[1].reason,
            "its stage org.refused.stage uses layer org.refused.thing, which no usable plugin "
            "defines");
}

TEST(catalogue_refuses, a_descriptor_that_points_nowhere) {
  EXPECT_EQ(reason("wild_pointer"),
            "it crashed while it was opened: signal 11, Segmentation fault");
}

TEST(catalogue_refuses, a_file_that_crashes_when_it_is_opened) {
  EXPECT_EQ(reason("crashes_when_opened"), "it crashed while it was opened: signal 6, Aborted");
}

TEST(catalogue_refuses, a_file_that_ends_the_process_when_it_is_opened) {
  EXPECT_EQ(reason("exits_when_opened"),
            "it ended the process while it was opened, with exit status 3");
}

TEST(catalogue_refuses, a_file_that_hangs_when_it_is_opened) {
  const temporary_folder folder;
  folder.add_plugin("hangs_when_opened");
  const result<catalogue> found =
      catalogue::find({folder.path()}, {std::filesystem::path(), std::chrono::milliseconds(300)});
  ASSERT_TRUE(found.ok());
  ASSERT_EQ(found->refused().size(), 1u);
  EXPECT_EQ(found->refused()[0].reason, "it did not open within 300ms");
}

TEST(catalogue_refuses, one_file_and_goes_on_with_the_others) {
  const temporary_folder folder;
  for (const char* const name : {"wrong_major", "plain_c", "wild_pointer", "misbehaving"}) {
    folder.add_plugin(name);
  }
  const catalogue found = look_at(folder.path());
  EXPECT_EQ(found.refused().size(), 2u);
  EXPECT_EQ(found.plugins().size(), 2u);
}

// ---- What is remembered ---------------------------------------------------------------------

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

catalogue look_at_with_cache(const temporary_folder& folder, const temporary_folder& cache,
                             int milliseconds) {
  result<catalogue> found = catalogue::find(
      {folder.path()}, {cache.path() / "deep" / "cache", std::chrono::milliseconds(milliseconds)});
  return std::move(*found);
}

TEST(catalogue_cache, does_not_open_again_what_hung) {
  const temporary_folder folder, cache;
  folder.add_plugin("hangs_when_opened");
  ASSERT_EQ(look_at_with_cache(folder, cache, 300).refused().size(), 1u);
  const auto before = std::chrono::steady_clock::now();
  const catalogue again = look_at_with_cache(folder, cache, 60'000);
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(10));
  ASSERT_EQ(again.refused().size(), 1u);
  EXPECT_EQ(again.refused()[0].reason, "it did not open within 300ms");
}

TEST(catalogue_cache, knows_a_file_by_its_bytes) {
  const temporary_folder folder, cache;
  folder.add_plugin("crashes_when_opened", "a");
  folder.add_plugin("crashes_when_opened", "b");
  folder.add_plugin("no_ops");
  EXPECT_EQ(look_at_with_cache(folder, cache, 2000).refused().size(), 3u);
  EXPECT_EQ(files_in(cache.path() / "deep" / "cache"), 2u);
  folder.add_plugin("plain_c", "a");
  const catalogue again = look_at_with_cache(folder, cache, 2000);
  EXPECT_EQ(again.stages().size(), 2u);
  EXPECT_THAT(again.refused_with("org.refused.stage")->reason,
              "stage org.refused.stage has no ops");
}

TEST(catalogue_cache, does_not_remember_what_may_change) {
  const temporary_folder folder, cache;
  folder.add_plugin("missing_function");
  std::filesystem::create_directories(cache.path() / "deep" / "cache");
  EXPECT_EQ(look_at_with_cache(folder, cache, 2000).refused().size(), 1u);
  EXPECT_EQ(files_in(cache.path() / "deep" / "cache"), 0u);
}

TEST(catalogue_cache, survives_damaged_entries_and_an_unwritable_folder) {
  const temporary_folder folder, cache;
  folder.add_plugin("plain_c");
  EXPECT_EQ(look_at_with_cache(folder, cache, 2000).stages().size(), 2u);
  for (const auto& entry : std::filesystem::directory_iterator(cache.path() / "deep" / "cache")) {
    std::ofstream(entry.path(), std::ios::binary) << "1.0\nrefused\n";
  }
  EXPECT_EQ(look_at_with_cache(folder, cache, 2000).stages().size(), 2u);
  const result<catalogue> unwritable =
      catalogue::find({folder.path()}, {std::filesystem::path("/proc/no/cache")});
  EXPECT_EQ(unwritable->stages().size(), 2u);
}

// ---- Folders --------------------------------------------------------------------------------

TEST(plugin_directories, come_from_the_command_line_then_the_environment) {
  const temporary_folder first, second;
  ::setenv("QUOTH_PLUGIN_PATH",
           (first.path().string() + ":/no/such::" + first.path().string()).c_str(), 1);
  const std::vector<std::filesystem::path> found =
      plugin_directories({second.path(), "/given/but/missing"});
  ::unsetenv("QUOTH_PLUGIN_PATH");
  ASSERT_GE(found.size(), 3u);
  EXPECT_EQ(found[0], second.path());
  EXPECT_EQ(found[1], "/given/but/missing");
  EXPECT_EQ(found[2], first.path());
  for (std::size_t i = 3; i < found.size(); ++i) EXPECT_NE(found[i], first.path());
}

}  // namespace
}  // namespace quoth::host
