// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <sys/mman.h>
#include <unistd.h>

#include "core/targets/importance.h"
#include "core/targets/importance_readers.h"

namespace {

/// A file in memory under a path, for readers that open files.
class MemoryFile {
public:
    MemoryFile(const std::uint8_t* data, std::size_t size) : fd_(::memfd_create("fuzz", 0)) {
        if (fd_ < 0 || ::write(fd_, data, size) != static_cast<ssize_t>(size)) {
            std::abort();
        }
    }
    ~MemoryFile() { ::close(fd_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }

private:
    int fd_;
};

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

}  // namespace

/// Whatever is accepted must be usable: values that are finite and not negative, some above zero.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = std::as_bytes(std::span(data, size));
    const auto old_form = bitlathe::read_importance_dat(bytes, "fuzz.dat");
    if (old_form) {
        for (const auto& [name, values] : old_form->values) {
            require(!name.empty() && !values.empty());
            float sum = 0;
            for (const float value : values) {
                require(std::isfinite(value) && value >= 0);
                sum += value;
            }
            require(sum > 0);
        }
    }
    const MemoryFile file(data, size);
    const auto loaded = bitlathe::Importance::load(file.path());
    require(!loaded || (*loaded)->entries() > 0);
    return 0;
}
