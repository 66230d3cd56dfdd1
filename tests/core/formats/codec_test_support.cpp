// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/formats/codec_test_support.h"

#include <cmath>

#include <gtest/gtest.h>
#include <hwy/highway.h>
#include <sys/mman.h>
#include <unistd.h>

namespace bitlathe {

int for_each_target(const std::function<void(const std::string&)>& body) {
    int count = 0;
    const auto all = hwy::SupportedTargets() & HWY_TARGETS;
    for (auto rest = all; rest != 0; rest &= rest - 1) {
        const auto target = rest & -rest;
        hwy::SetSupportedTargetsForTest(target);
        hwy::GetChosenTarget().Update(target);
        body(hwy::TargetName(target));
        ++count;
    }
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    return count;
}

GuardedBuffer::GuardedBuffer(std::size_t bytes, Side guard) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    const std::size_t inside = (bytes + page - 1) / page * page;
    mapped_ = inside + 2 * page;
    void* memory =
        mmap(nullptr, mapped_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) std::abort();
    mapping_ = static_cast<std::byte*>(memory);
    if (mprotect(mapping_, page, PROT_NONE) != 0 ||
        mprotect(mapping_ + page + inside, page, PROT_NONE) != 0) {
        std::abort();
    }
    data_ = mapping_ + page + (guard == Side::kAfter ? inside - bytes : 0);
}

GuardedBuffer::~GuardedBuffer() {
    munmap(mapping_, mapped_);
}

FormatId format_named(std::string_view name) {
    const auto id = find_format(name);
    EXPECT_TRUE(id.has_value()) << name;
    return id.value_or(FormatId());
}

std::vector<std::size_t> row_lengths(const FormatInfo& format) {
    const bool blocks = format.block_elems > 1;
    const std::size_t unit = blocks ? format.block_elems : 1;
    std::vector<std::size_t> lengths;
    for (const std::size_t count : {1, 2, 3, 5, 8, 9}) {
        lengths.push_back(unit * count);
    }
    if (!blocks) {
        for (const std::size_t cols : {15, 16, 17, 31, 32, 33, 255, 256, 257, 511, 777}) {
            lengths.push_back(cols);
        }
    }
    return lengths;
}

std::vector<std::byte> random_bytes(std::size_t count, std::mt19937& engine) {
    std::vector<std::byte> bytes(count);
    for (std::byte& byte : bytes) {
        byte = static_cast<std::byte>(engine() >> 24);
    }
    return bytes;
}

std::vector<float> gaussian(std::size_t count, float sigma, std::mt19937& engine) {
    std::normal_distribution<float> normal(0, sigma);
    std::vector<float> values(count);
    for (float& value : values) {
        value = normal(engine);
    }
    return values;
}

std::vector<float> laplacian(std::size_t count, std::mt19937& engine) {
    std::exponential_distribution<float> exponential(std::sqrt(2.0F));
    std::vector<float> values(count);
    for (float& value : values) {
        value = exponential(engine) * ((engine() & 1U) != 0 ? 1.0F : -1.0F);
    }
    return values;
}

std::vector<std::byte> encode(const FormatInfo& format, std::span<const float> row) {
    std::vector<std::byte> bytes(row_bytes(format.id, row.size()).value());
    format.encode(row.data(), nullptr, bytes.data(), row.size());
    return bytes;
}

std::vector<float> decode(const FormatInfo& format, std::span<const std::byte> bytes,
                          std::size_t cols) {
    std::vector<float> values(cols);
    format.decode(bytes.data(), values.data(), cols);
    return values;
}

std::vector<float> round_trip(const FormatInfo& format, std::span<const float> row) {
    return decode(format, encode(format, row), row.size());
}

double normalized_error(std::span<const float> x, std::span<const float> y) {
    double error = 0;
    double power = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double difference = static_cast<double>(x[i]) - static_cast<double>(y[i]);
        error += difference * difference;
        power += static_cast<double>(x[i]) * static_cast<double>(x[i]);
    }
    return error / power;
}

}  // namespace bitlathe
