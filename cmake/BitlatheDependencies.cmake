# Every library we use, and what for. scripts/deps.sh installs them.
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
set_package_properties(fmt PROPERTIES TYPE REQUIRED DESCRIPTION "Text formatting"
    PURPOSE "messages and reports, as GCC 12 has no <format>")
find_package(tl-expected REQUIRED)
set_package_properties(tl-expected PROPERTIES TYPE REQUIRED DESCRIPTION "std::expected for C++20"
    PURPOSE "Result<T>: errors are values")
find_package(nlohmann_json 3.10 REQUIRED)
set_package_properties(nlohmann_json PROPERTIES TYPE REQUIRED DESCRIPTION "JSON"
    PURPOSE "safetensors headers, config.json, plans, --json output")
find_package(hwy REQUIRED)
set_package_properties(hwy PROPERTIES TYPE REQUIRED DESCRIPTION "Google Highway, portable SIMD"
    PURPOSE "encoders and statistics with instruction sets chosen at run time")
find_package(PkgConfig REQUIRED)
set_package_properties(PkgConfig PROPERTIES TYPE REQUIRED DESCRIPTION "pkg-config"
    PURPOSE "finds xxHash, PCRE2, SentencePiece and HDF5, whose packages have no CMake file that suits")
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)  # fingerprints and read-back comparison
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)  # regular expressions that split text
# Its own CMake module wants a C compiler to try; Debian's package of the serial library has this name.
pkg_check_modules(HDF5 REQUIRED IMPORTED_TARGET hdf5)  # the project file
pkg_check_modules(SENTENCEPIECE REQUIRED IMPORTED_TARGET sentencepiece)  # tokenizer.model files
find_package(ICU REQUIRED COMPONENTS uc)
set_package_properties(ICU PROPERTIES TYPE REQUIRED DESCRIPTION "Unicode"
    PURPOSE "normal forms, properties and clusters of characters, for tokenizers")
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
set_package_properties(OpenSSL PROPERTIES TYPE REQUIRED DESCRIPTION "libcrypto"
    PURPOSE "SHA-256 of exported files, with the processor's instructions where it has them")
find_package(CLI11 REQUIRED)
set_package_properties(CLI11 PROPERTIES TYPE REQUIRED DESCRIPTION "Command line parser"
    PURPOSE "bitlathe-cli")

if(BITLATHE_GUI)
    find_package(Qt6 6.4 COMPONENTS Core Gui Widgets PrintSupport Charts Svg)
    set_package_properties(Qt6 PROPERTIES TYPE RECOMMENDED
        DESCRIPTION "Qt 6 Widgets, Print Support, Charts and Svg"
        PURPOSE "the window, without it only the library and bitlathe-cli are built")
    find_package(Qt6 6.4 QUIET OPTIONAL_COMPONENTS DBus)
    set_package_properties(Qt6DBus PROPERTIES TYPE OPTIONAL DESCRIPTION "Qt 6 D-Bus"
        PURPOSE "notifications of the desktop when a long job ends, without it the task bar is marked")
    # The Qt 6 build of QCustomPlot has a name of its own, beside one for Qt 5 in the same package.
    find_package(QCustomPlotQt6)
    set_package_properties(QCustomPlotQt6 PROPERTIES TYPE RECOMMENDED
        DESCRIPTION "QCustomPlot 2.1 for Qt 6" PURPOSE "plots of the window")
    if(NOT (Qt6_FOUND AND Qt6Charts_FOUND AND Qt6Svg_FOUND AND QCustomPlotQt6_FOUND))
        message(STATUS "Qt 6 with Charts and Svg, or QCustomPlot, not found: the window is not built")
        set(BITLATHE_GUI OFF)
    endif()
    find_package(Qt6 6.4 COMPONENTS LinguistTools QUIET)
    set_package_properties(Qt6LinguistTools PROPERTIES TYPE RECOMMENDED
        DESCRIPTION "Qt Linguist Tools: lupdate and lrelease"
        PURPOSE "the languages of the window, without them it speaks English only")
endif()
if(BITLATHE_TESTS)
    find_package(GTest)
    set_package_properties(GTest PROPERTIES TYPE RECOMMENDED DESCRIPTION "GoogleTest" PURPOSE "tests")
    if(NOT GTest_FOUND)
        message(STATUS "GoogleTest not found: tests are not built")
        set(BITLATHE_TESTS OFF)
    endif()
endif()
if(BITLATHE_BENCH)
    find_package(benchmark)
    set_package_properties(benchmark PROPERTIES TYPE OPTIONAL DESCRIPTION "Google Benchmark"
        PURPOSE "programs in tests/bench")
    if(NOT benchmark_FOUND)
        set(BITLATHE_BENCH OFF)
    endif()
endif()
