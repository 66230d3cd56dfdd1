// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/formats/golden_records.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace bitlathe {
namespace {

std::vector<float> parse_floats(const std::string& text) {
    std::vector<float> values;
    std::istringstream list(text);
    for (std::string item; std::getline(list, item, ',');) {
        values.push_back(std::strtof(item.c_str(), nullptr));
    }
    return values;
}

std::vector<std::byte> parse_hex(const std::string& text) {
    std::vector<std::byte> bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        bytes.push_back(static_cast<std::byte>(std::stoi(text.substr(i, 2), nullptr, 16)));
    }
    return bytes;
}

}  // namespace

std::vector<GoldenRecord> read_golden_records() {
    std::vector<GoldenRecord> records;
    std::ifstream file(BITLATHE_SHARED_DATA "/ggml_golden_vectors.txt");
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line);
        GoldenRecord record;
        std::string kind;
        std::string skipped;
        std::string hex;
        std::string values;
        fields >> kind >> record.type;
        record.decode = kind == "DEC";
        if (record.decode) {
            fields >> skipped >> skipped >> hex >> values;
        } else {
            std::string importance;
            fields >> skipped >> skipped >> values >> importance >> hex;
            if (importance != "-") record.importance = parse_floats(importance);
        }
        record.values = parse_floats(values);
        record.bytes = parse_hex(hex);
        records.push_back(record);
    }
    return records;
}

}  // namespace bitlathe
