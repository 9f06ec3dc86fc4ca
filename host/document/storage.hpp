// A growable block of plain values that keeps its memory when it is emptied.
#ifndef QUOTH_HOST_DOCUMENT_STORAGE_HPP
#define QUOTH_HOST_DOCUMENT_STORAGE_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace quoth::host {

struct free_block {
  void operator()(void* block) const { std::free(block); }
};
using block = std::unique_ptr<std::byte, free_block>;

/// Blocks that were outgrown while readers may still look at them.
using retired_blocks = std::vector<block>;

/// Bytes that hold values of one trivial type. What was there stays where it is for readers: when
/// the block must move, the old one goes to `retired` (or is freed where that is null).
class storage {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }
  [[nodiscard]] std::byte* bytes() { return block_.get(); }
  [[nodiscard]] const std::byte* bytes() const { return block_.get(); }
  /// The bytes as values of type T.
  template <class T>
  [[nodiscard]] T* as() {
    return reinterpret_cast<T*>(block_.get());
  }
  template <class T>
  [[nodiscard]] const T* as() const {
    return reinterpret_cast<const T*>(block_.get());
  }

  /// Makes room for `more` bytes at the end, counts them as used, and returns where they begin.
  /// Their content is undefined.
  std::byte* grow(std::size_t more, retired_blocks* retired) {
    if (more > capacity_ - size_) move_to(size_ + more, retired);
    std::byte* const at = block_.get() + size_;
    size_ += more;
    return at;
  }
  /// Forgets what is behind the first `bytes` bytes, which must be there.
  void cut(std::size_t bytes) { size_ = bytes; }
  /// Empties it; a block larger than `keep` bytes is given back.
  void clear(std::size_t keep) {
    size_ = 0;
    if (capacity_ > keep) {
      block_.reset();
      capacity_ = 0;
    }
  }

 private:
  void move_to(std::size_t needed, retired_blocks* retired) {
    std::size_t capacity = capacity_ + capacity_ / 2;
    if (capacity < needed) capacity = needed;
    capacity = (capacity + 255) / 256 * 256;
    if (retired == nullptr) {
      void* const moved = std::realloc(block_.get(), capacity);
      if (moved == nullptr) throw std::bad_alloc();
      static_cast<void>(block_.release());
      block_.reset(static_cast<std::byte*>(moved));
    } else {
      block fresh(static_cast<std::byte*>(std::malloc(capacity)));
      if (!fresh) throw std::bad_alloc();
      if (size_ > 0) std::copy(block_.get(), block_.get() + size_, fresh.get());
      if (block_) retired->push_back(std::move(block_));
      block_ = std::move(fresh);
    }
    capacity_ = capacity;
  }

  block block_;
  std::size_t size_ = 0, capacity_ = 0;
};

}  // namespace quoth::host

#endif
