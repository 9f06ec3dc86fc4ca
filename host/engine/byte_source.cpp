#include "host/engine/byte_source.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace quoth::host {

namespace {

constexpr std::size_t packed_block = 128 << 10;
constexpr int stop_poll_ms = 100;  // how soon a wait for a pipe notices `stop`

std::string shown(const input_file& input) {
  return input.is_stdin() ? "standard input" : input.path;
}

/// A file descriptor, read in order.
class descriptor {
 public:
  descriptor(const input_file& input, const std::atomic<bool>& stop)
      : name_(shown(input)), stop_(stop) {}
  ~descriptor() {
    if (fd_ > STDIN_FILENO) ::close(fd_);
  }
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;

  result<void> open(const input_file& input) {
    // Not to wait in open() for whoever writes to a named pipe: read() waits, and notices `stop`.
    constexpr int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
    fd_ = input.is_stdin() ? STDIN_FILENO : ::open(input.path.c_str(), flags);
    if (fd_ < 0) return failed("cannot open");
    struct stat status {};
    if (::fstat(fd_, &status) != 0) return failed("cannot open");
    waits_ = !S_ISREG(status.st_mode);
    if (!waits_) ::posix_fadvise(fd_, 0, 0, POSIX_FADV_SEQUENTIAL);
    return {};
  }

  result<std::size_t> read(char* to, std::size_t room) {
    for (;;) {
      if (waits_ && !wait()) return std::size_t{0};
      const ssize_t count = ::read(fd_, to, room);
      if (count >= 0) {
        position_ += static_cast<std::uint64_t>(count);
        return static_cast<std::size_t>(count);
      }
      if (errno != EINTR && errno != EAGAIN) return failed("cannot read");
    }
  }

  [[nodiscard]] std::uint64_t position() const { return position_; }
  [[nodiscard]] bool stopped() const { return stop_.load(std::memory_order_relaxed); }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  /// Whether there is something to read before `stop`.
  [[nodiscard]] bool wait() const {
    pollfd waited{fd_, POLLIN, 0};
    while (!stopped()) {
      if (::poll(&waited, 1, stop_poll_ms) > 0) return true;
    }
    return false;
  }

  [[nodiscard]] failure failed(const char* what) const {
    return {exit_code::input, std::string(what) + " " + name_ + ": " + std::strerror(errno)};
  }

  std::string name_;
  const std::atomic<bool>& stop_;
  int fd_ = -1;
  bool waits_ = false;
  std::uint64_t position_ = 0;
};

class plain_source : public byte_source {
 public:
  plain_source(std::unique_ptr<descriptor> from, std::string_view begun)
      : from_(std::move(from)), begun_(begun) {}

  result<std::size_t> read(char* to, std::size_t room) override {
    if (begun_.empty()) return from_->read(to, room);
    const std::size_t count = std::min(room, begun_.size());
    std::memcpy(to, begun_.data(), count);
    begun_.erase(0, count);
    return count;
  }
  [[nodiscard]] std::uint64_t position() const override { return from_->position(); }

 private:
  std::unique_ptr<descriptor> from_;
  std::string begun_;  // what was read to see how the input is packed
};

/// What the decompressors share: blocks of packed bytes.
class packed_source : public byte_source {
 public:
  packed_source(std::unique_ptr<descriptor> from, std::string_view begun)
      : from_(std::move(from)), packed_(packed_block), rest_(begun.size()) {
    std::memcpy(packed_.data(), begun.data(), begun.size());
  }
  [[nodiscard]] std::uint64_t position() const override { return from_->position() - rest_; }

 protected:
  /// Reads packed bytes where none are left; false at the end of the file.
  result<bool> refill() {
    if (rest_ > 0) return true;
    const result<std::size_t> count = from_->read(packed_.data(), packed_.size());
    if (!count.ok()) return count.error();
    at_ = 0;
    rest_ = *count;
    return rest_ > 0;
  }
  [[nodiscard]] const char* next_packed() const { return packed_.data() + at_; }
  [[nodiscard]] std::size_t packed_left() const { return rest_; }
  void use(std::size_t count) {
    at_ += count;
    rest_ -= count;
  }
  [[nodiscard]] bool stopped() const { return from_->stopped(); }

  [[nodiscard]] failure cut_off() const {
    return {exit_code::input, from_->name() + " is cut off: its packed bytes end too early"};
  }
  [[nodiscard]] failure damaged(const char* kind, const char* reason) const {
    return {exit_code::input, from_->name() + " is not sound " + kind + ": " + reason};
  }

 private:
  std::unique_ptr<descriptor> from_;
  std::vector<char> packed_;
  std::size_t at_ = 0, rest_;
};

/// gzip, one member or several.
class gzip_source : public packed_source {
 public:
  using packed_source::packed_source;
  ~gzip_source() override {
    if (ready_) inflateEnd(&stream_);
  }
  gzip_source(const gzip_source&) = delete;
  gzip_source& operator=(const gzip_source&) = delete;

  result<std::size_t> read(char* to, std::size_t room) override {
    for (;;) {
      const result<bool> more = refill();
      if (!more.ok()) return more.error();
      if (!*more && (between_ || stopped())) return std::size_t{0};
      if (!*more) return ended(cut_off());
      if (between_ && !start_member()) return ended(damaged("gzip", "out of memory"));
      const std::size_t written = inflate_some(to, room);
      if (status_ == Z_STREAM_END) {
        between_ = true;
      } else if (status_ != Z_OK && status_ != Z_BUF_ERROR) {
        return ended(damaged("gzip", stream_.msg == nullptr ? "bad bytes" : stream_.msg));
      }
      if (written > 0) return written;
    }
  }

 private:
  bool start_member() {
    between_ = false;
    if (ready_) return inflateReset(&stream_) == Z_OK;
    ready_ = inflateInit2(&stream_, 15 + 16) == Z_OK;  // 16: expects gzip's header
    return ready_;
  }

  std::size_t inflate_some(char* to, std::size_t room) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(next_packed()));
    stream_.avail_in = static_cast<uInt>(packed_left());
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(room);
    status_ = inflate(&stream_, Z_NO_FLUSH);
    use(packed_left() - stream_.avail_in);
    return room - stream_.avail_out;
  }

  failure ended(failure why) {
    use(packed_left());
    between_ = true;
    return why;
  }

  z_stream stream_{};
  int status_ = Z_OK;
  bool ready_ = false;
  bool between_ = true;  // members: only there may the file end
};

/// Zstandard, one frame or several.
class zstd_source : public packed_source {
 public:
  zstd_source(std::unique_ptr<descriptor> from, std::string_view begun)
      : packed_source(std::move(from), begun), stream_(ZSTD_createDStream()) {}
  ~zstd_source() override { ZSTD_freeDStream(stream_); }
  zstd_source(const zstd_source&) = delete;
  zstd_source& operator=(const zstd_source&) = delete;

  result<std::size_t> read(char* to, std::size_t room) override {
    for (;;) {
      const result<bool> more = refill();
      if (!more.ok()) return more.error();
      if (!*more && !full_) {  // `full_`: the decoder may hold back bytes that found no room
        if (between_ || stopped()) return std::size_t{0};
        return ended(cut_off());
      }
      ZSTD_inBuffer in{next_packed(), packed_left(), 0};
      ZSTD_outBuffer out{to, room, 0};
      const std::size_t status = ZSTD_decompressStream(stream_, &out, &in);
      use(in.pos);
      if (ZSTD_isError(status) != 0) {
        return ended(damaged("Zstandard", ZSTD_getErrorName(status)));
      }
      between_ = status == 0;
      full_ = out.pos == out.size && !between_;
      if (out.pos > 0) return out.pos;
    }
  }

 private:
  failure ended(failure why) {
    use(packed_left());
    between_ = true;
    full_ = false;
    return why;
  }

  ZSTD_DStream* stream_;
  bool between_ = true;  // frames: only there may the file end
  bool full_ = false;
};

constexpr std::size_t magic_size = 4;

packing packing_of(std::string_view begun) {
  if (begun.starts_with("\x1F\x8B")) return packing::gzip;
  if (begun.starts_with("\x28\xB5\x2F\xFD")) return packing::zstd;
  return packing::none;
}

}  // namespace

result<std::unique_ptr<byte_source>> byte_source::open(const input_file& input,
                                                       const std::atomic<bool>& stop) {
  auto from = std::make_unique<descriptor>(input, stop);
  if (result<void> opened = from->open(input); !opened.ok()) return std::move(opened.error());
  packing packed = input.packed;
  std::array<char, magic_size> magic{};
  std::size_t known = 0;
  while (input.is_stdin() && known < magic.size()) {
    const result<std::size_t> count = from->read(magic.data() + known, magic.size() - known);
    if (!count.ok()) return count.error();
    if (*count == 0) break;
    known += *count;
  }
  const std::string_view begun(magic.data(), known);
  if (input.is_stdin()) packed = packing_of(begun);
  switch (packed) {
    case packing::gzip:
      return std::unique_ptr<byte_source>(std::make_unique<gzip_source>(std::move(from), begun));
    case packing::zstd:
      return std::unique_ptr<byte_source>(std::make_unique<zstd_source>(std::move(from), begun));
    default:
      return std::unique_ptr<byte_source>(std::make_unique<plain_source>(std::move(from), begun));
  }
}

}  // namespace quoth::host
