// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzzer on files instead of on libFuzzer's inputs: the corpus is an ordinary test with
// every compiler. Usage: NAME_fuzz FILE...
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** arguments) {
    for (int i = 1; i < count; ++i) {
        std::ifstream file(arguments[i], std::ios::binary);
        if (!file) {
            std::fprintf(stderr, "cannot read %s\n", arguments[i]);
            return 1;
        }
        const std::vector<char> content{std::istreambuf_iterator<char>(file), {}};
        // A copy of exactly the right size, so that sanitizers see reads past the end.
        const std::vector<std::uint8_t> bytes(content.begin(), content.end());
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    }
    std::printf("%d files replayed\n", count - 1);
    return 0;
}
