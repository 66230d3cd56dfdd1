// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>

#include <fmt/format.h>

#include "core/base/byte_reader.h"
#include "core/base/checked.h"
#include "core/base/text.h"
#include "core/targets/importance_readers.h"

namespace bitlathe {
namespace {

constexpr std::int32_t kMaxName = 4096;
constexpr std::uint64_t kSmallestEntry = 3 * sizeof(std::int32_t) + 1;

/// Reads one file; every refusal names the offset of what is wrong.
class DatReader {
public:
    DatReader(std::span<const std::byte> bytes, const std::string& path)
        : reader_(bytes), path_(path) {}

    Result<ImportanceFile> read() {
        const auto entries = reader_.read<std::int32_t>();
        if (reader_.failed() || entries <= 0 ||
            static_cast<std::uint64_t>(entries) > reader_.remaining() / kSmallestEntry) {
            return refuse(fmt::format("not an importance file: it says {} entries", entries), 0);
        }
        for (std::int32_t i = 0; i < entries; ++i) {
            BITLATHE_TRY(read_entry(i));
        }
        read_trailer();
        return std::move(file_);
    }

private:
    tl::unexpected<Error> refuse(std::string message, std::uint64_t offset) const {
        return fail(ErrorCode::kRefused, std::move(message), path_, offset,
                    "make the file again with llama-imatrix");
    }

    Result<std::string> read_name(std::int32_t entry) {
        const std::uint64_t start = reader_.offset();
        const auto length = reader_.read<std::int32_t>();
        if (length <= 0 || length > kMaxName) {
            return refuse(fmt::format("entry {} has a name of {} bytes", entry, length), start);
        }
        std::string name(reader_.text(static_cast<std::uint64_t>(length)));
        if (reader_.failed()) {
            return refuse(fmt::format("the file ends inside the name of entry {}", entry), start);
        }
        // After a wrong number of values the reader stands inside floats: they are no text.
        if (!is_utf8(name) || name != printable(name, name.size())) {
            return refuse(fmt::format("the name of entry {} is not readable", entry), start);
        }
        return name;
    }

    Status read_entry(std::int32_t entry) {
        BITLATHE_ASSIGN(std::string name, read_name(entry));
        const auto calls = reader_.read<std::int32_t>();
        const std::uint64_t start = reader_.offset();
        const auto count = reader_.read<std::int32_t>();
        if (reader_.failed() || count <= 0 ||
            static_cast<std::uint64_t>(count) > reader_.remaining() / sizeof(float)) {
            return refuse(fmt::format("entry {} ({}) says {} values, {} bytes are left", entry,
                                      printable(name), count, reader_.remaining()),
                          start);
        }
        const auto bytes = reader_.take(static_cast<std::uint64_t>(count) * sizeof(float));
        std::vector<float> values(static_cast<std::size_t>(count));
        std::memcpy(values.data(), bytes.data(), bytes.size());
        if (calls <= 0) {
            file_.warnings.push_back(
                fmt::format("importance of {} is not used: nothing was counted", printable(name)));
            return {};
        }
        for (float& value : values) {
            value /= static_cast<float>(calls);
        }
        file_.add(std::move(name), std::move(values), {static_cast<float>(calls)});
        return {};
    }

    /// Later versions append the number of chunks and the dataset; earlier ones end here.
    void read_trailer() {
        if (reader_.remaining() == 0) {
            return;
        }
        const auto chunks = reader_.read<std::int32_t>();
        const auto length = reader_.read<std::int32_t>();
        const std::string_view dataset =
            reader_.text(length > 0 ? static_cast<std::uint64_t>(length) : 0);
        if (reader_.failed() || chunks < 0 || length < 0 || reader_.remaining() != 0) {
            file_.warnings.push_back(
                "the end of the importance file is not readable: chunks and dataset are unknown");
            return;
        }
        file_.chunks = static_cast<std::uint64_t>(chunks);
        file_.dataset = dataset;
    }

    ByteReader reader_;
    const std::string& path_;
    ImportanceFile file_;
};

}  // namespace

Result<ImportanceFile> read_importance_dat(std::span<const std::byte> bytes,
                                           const std::string& path) {
    return DatReader(bytes, path).read();
}

}  // namespace bitlathe
