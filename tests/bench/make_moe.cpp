// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a large model to look at and to measure with: by default a mixture of experts of 50,051
// tensors whose weights are a hole in the file.
//   make_moe FILE [BLOCKS [EXPERTS [ROWS]]] [fill]
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "tests/ui/synthetic_gguf.h"

int main(int argc, char** argv) {
    using namespace bitlathe::testing;
    SyntheticShape shape = kManyExperts;
    if (argc > 2 && std::strcmp(argv[argc - 1], "fill") == 0) {
        shape.filled = true;
        --argc;
    }
    if (argc < 2 || argc > 5) {
        std::fprintf(stderr, "usage: make_moe FILE [BLOCKS [EXPERTS [ROWS]]] [fill]\n");
        return 2;
    }
    const auto number = [&](int at) { return std::strtoul(argv[at], nullptr, 10); };
    if (argc > 2) shape.blocks = static_cast<std::uint32_t>(number(2));
    if (argc > 3) shape.experts = static_cast<std::uint32_t>(number(3));
    if (argc > 4) shape.rows = number(4);
    write_synthetic_gguf(argv[1], shape);
    return 0;
}
