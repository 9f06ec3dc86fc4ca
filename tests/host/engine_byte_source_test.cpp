#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <zlib.h>
#include <zstd.h>

#include <atomic>
#include <fstream>
#include <random>
#include <thread>

#include "host/engine/byte_source.hpp"
#include "plugin_folder.hpp"

namespace quoth::host::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstandard(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

/// Compresses badly, so that packed blocks end anywhere.
std::string noise(std::size_t size) {
  std::mt19937 random(7);
  std::string bytes(size, '\0');
  for (char& c : bytes) c = static_cast<char>('a' + random() % 40);
  return bytes;
}

struct outcome {
  std::string bytes, failed;
  std::uint64_t position = 0;
};

class ByteSource : public ::testing::Test {
 protected:
  outcome read_all(const std::string& name, std::string_view bytes, packing packed,
                   std::size_t room = 1000) {
    folder.add_file(name, bytes);
    input_file input;
    input.path = (folder.path() / name).string();
    input.packed = packed;
    outcome read;
    auto source = byte_source::open(input, stop);
    if (!source) return {"", source.error().message, 0};
    std::string part(room, '\0');
    for (;;) {
      const auto count = (*source)->read(part.data(), part.size());
      if (!count) read.failed = count.error().message;
      if (!count || *count == 0) break;
      read.bytes.append(part.data(), *count);
    }
    read.position = (*source)->position();
    return read;
  }
  temporary_folder folder;
  std::atomic<bool> stop{false};
};

TEST_F(ByteSource, WhatWasPackedComesBackWhateverTheSizeOfTheReads) {
  const std::string bytes = noise(400'000) + std::string(900'000, 'x');
  for (const std::size_t room : {1000u, 65536u, 2'000'000u}) {
    EXPECT_EQ(read_all("a", bytes, packing::none, room).bytes, bytes);
    EXPECT_EQ(read_all("a", gzipped(bytes), packing::gzip, room).bytes, bytes);
    EXPECT_EQ(read_all("a", zstandard(bytes), packing::zstd, room).bytes, bytes);
  }
}

TEST_F(ByteSource, SeveralMembersOrFramesAreOneInput) {
  const std::string a = noise(200'000), b = "and more";
  EXPECT_EQ(read_all("a", gzipped(a) + gzipped("") + gzipped(b), packing::gzip).bytes, a + b);
  EXPECT_EQ(read_all("a", zstandard(a) + zstandard("") + zstandard(b), packing::zstd).bytes, a + b);
}

TEST_F(ByteSource, APackedFileThatIsCutOffGivesWhatCameBeforeAndThenSaysSo) {
  const std::string bytes = noise(1'000'000);
  const auto check = [&](std::string packed, packing kind) {
    packed.resize(packed.size() / 2);
    const outcome read = read_all("cut", packed, kind);
    EXPECT_EQ(read.failed,
              (folder.path() / "cut").string() + " is cut off: its packed bytes end too early");
    EXPECT_GT(read.bytes.size(), bytes.size() / 4);
    EXPECT_THAT(bytes, StartsWith(read.bytes));
    EXPECT_EQ(read.position, packed.size());
  };
  check(gzipped(bytes), packing::gzip);
  check(zstandard(bytes), packing::zstd);
}

TEST_F(ByteSource, DamagedBytesAreNamed) {
  std::string packed = gzipped(noise(100'000));
  packed[40'000] = static_cast<char>(packed[40'000] ^ 0x55);
  EXPECT_THAT(read_all("a", packed, packing::gzip).failed, HasSubstr("is not sound gzip: "));
  packed = zstandard(noise(300'000));
  packed[3] = 'x';
  EXPECT_THAT(read_all("a", packed, packing::zstd).failed, HasSubstr("is not sound Zstandard: "));
  EXPECT_THAT(read_all("a", "plain text", packing::gzip).failed, HasSubstr("not sound gzip"));
}

TEST_F(ByteSource, EmptyFilesAreEmptyInputs) {
  for (const packing kind : {packing::none, packing::gzip, packing::zstd}) {
    const outcome read = read_all("empty", "", kind);
    EXPECT_EQ(read.bytes + read.failed, "");
  }
}

TEST_F(ByteSource, ANamedPipeIsWaitedForUntilTheRunIsStopped) {
  input_file input;
  input.path = (folder.path() / "pipe").string();
  ASSERT_EQ(::mkfifo(input.path.c_str(), 0600), 0);
  const auto source = byte_source::open(input, stop);
  ASSERT_TRUE(source);
  std::string part(10, '\0');
  {
    const std::jthread writer([&] { std::ofstream(input.path) << "late"; });
    const auto count = (*source)->read(part.data(), part.size());
    ASSERT_TRUE(count);
    EXPECT_EQ(part.substr(0, *count), "late");
  }
  const auto waited = byte_source::open(input, stop);
  ASSERT_TRUE(waited);
  const std::jthread stopper([this] { stop = true; });
  const auto none = (*waited)->read(part.data(), part.size());
  ASSERT_TRUE(none);
  EXPECT_EQ(*none, 0u);
}

TEST_F(ByteSource, AFileThatCannotBeOpenedIsNamedWithTheReason) {
  input_file input;
  input.path = "/no/such/file";
  const auto source = byte_source::open(input, stop);
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().message, "cannot open /no/such/file: No such file or directory");
  EXPECT_EQ(source.error().code, exit_code::input);
}

}  // namespace
}  // namespace quoth::host::testing
