#include "host/engine/window.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

namespace quoth::host {

namespace {

constexpr std::size_t usual_block = 1 << 20;

/// Whether a block was made for an item much larger than what it is to hold now.
bool oversized(std::size_t capacity, std::size_t needed) {
  return capacity > 8 * usual_block && needed < capacity / 8;
}

}  // namespace

input_block input_block::of_size(std::size_t capacity) {
  void* const memory = std::malloc(sizeof(header) + capacity);
  if (memory == nullptr) throw std::bad_alloc();
  input_block made;
  made.storage_ = new (memory) header{1, capacity};
  return made;
}

void input_block::grow(std::size_t capacity) {
  void* const memory = std::realloc(static_cast<void*>(storage_), sizeof(header) + capacity);
  if (memory == nullptr) throw std::bad_alloc();
  storage_ = new (memory) header{1, capacity};
}

void input_block::release() {
  if (storage_ != nullptr && storage_->users.fetch_sub(1, std::memory_order_acq_rel) == 1) {
    std::free(storage_);
  }
}

void window::append(std::string_view bytes) {
  if (bytes.empty()) return;  // an empty input may have no memory at all
  if (memory_.capacity() - end_ < bytes.size() ||
      oversized(memory_.capacity(), end_ - begin_ + bytes.size())) {
    make_room(bytes.size());
  }
  std::memcpy(memory_.bytes() + end_, bytes.data(), bytes.size());
  end_ += bytes.size();
}

void window::consume(std::size_t count) {
  begin_ += count;
  if (oversized(memory_.capacity(), end_ - begin_)) make_room(0);
}

void window::make_room(std::size_t more) {
  const std::string_view kept = rest();
  // Twice of what is needed, so that an item that grows is copied a constant number of times.
  const std::size_t capacity = std::max(usual_block, 2 * (kept.size() + more));
  if (memory_.alone() && !oversized(memory_.capacity(), kept.size() + more)) {
    if (begin_ > 0 && !kept.empty()) std::memmove(memory_.bytes(), kept.data(), kept.size());
    if (memory_.capacity() - kept.size() < more) memory_.grow(capacity);
  } else {
    input_block larger = input_block::of_size(capacity);
    if (!kept.empty()) std::memcpy(larger.bytes(), kept.data(), kept.size());
    memory_ = std::move(larger);
  }
  end_ = kept.size();
  begin_ = 0;
}

}  // namespace quoth::host
