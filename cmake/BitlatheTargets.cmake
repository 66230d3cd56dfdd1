# One line per library, test, benchmark and fuzzer, so that every folder reads the same.

# Options shared by everything we compile. -ffp-contract=off: the same bytes on every instruction set.
add_library(bitlathe-options INTERFACE)
target_compile_features(bitlathe-options INTERFACE cxx_std_20)
target_include_directories(bitlathe-options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(bitlathe-options INTERFACE
    -ffp-contract=off -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual)
if(BITLATHE_WERROR)
    target_compile_options(bitlathe-options INTERFACE -Werror)
endif()
if(BITLATHE_FUZZ)
    target_compile_options(bitlathe-options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(BITLATHE_SANITIZE)
    target_compile_options(bitlathe-options INTERFACE
        -fsanitize=${BITLATHE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(bitlathe-options INTERFACE -fsanitize=${BITLATHE_SANITIZE})
endif()

# bitlathe_core_library(formats SOURCES ... DEPENDS base ... [LIBRARIES public libs] [PRIVATE_LIBRARIES libs])
# makes the static library bitlathe-formats of the folder core/formats.
function(bitlathe_core_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
    add_library(bitlathe-${name} STATIC ${ARG_SOURCES})
    list(TRANSFORM ARG_DEPENDS PREPEND bitlathe-)
    target_link_libraries(bitlathe-${name}
        PUBLIC bitlathe-options ${ARG_DEPENDS} ${ARG_LIBRARIES}
        PRIVATE ${ARG_PRIVATE_LIBRARIES})
endfunction()

# bitlathe_test(name SOURCES ... LIBRARIES ... LABELS unit [TIMEOUT seconds])
function(bitlathe_test name)
    if(NOT BITLATHE_TESTS)
        return()
    endif()
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    if(BITLATHE_SANITIZE)
        math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 5")  # what the sanitizers cost, and the lower optimisation
    endif()
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES} GTest::gmock GTest::gtest_main)
    target_compile_definitions(${name} PRIVATE
        BITLATHE_SHARED_DATA="${BITLATHE_SHARED_DATA}" BITLATHE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT})
endfunction()

# bitlathe_bench(name SOURCES ... LIBRARIES ...): a Google Benchmark program, never run by ctest.
function(bitlathe_bench name)
    if(NOT BITLATHE_BENCH)
        return()
    endif()
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES} benchmark::benchmark benchmark::benchmark_main)
    target_compile_definitions(${name} PRIVATE
        BITLATHE_SHARED_DATA="${BITLATHE_SHARED_DATA}" BITLATHE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
endfunction()

# bitlathe_fuzz(name SOURCES ... LIBRARIES ... CORPUS dir): libFuzzer where the compiler has it; otherwise a
# program that replays files, so that the target always compiles. ctest replays the corpus either way.
function(bitlathe_fuzz name)
    if(NOT BITLATHE_TESTS)
        return()
    endif()
    cmake_parse_arguments(ARG "" "CORPUS" "SOURCES;LIBRARIES" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES})
    if(BITLATHE_FUZZ)
        target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    else()
        target_sources(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/fuzz/replay_main.cpp)
    endif()
    file(GLOB seeds CONFIGURE_DEPENDS ${ARG_CORPUS}/*)
    if(seeds)
        add_test(NAME ${name} COMMAND ${name} ${seeds})
        set_tests_properties(${name} PROPERTIES LABELS fuzz TIMEOUT 300)
    endif()
endfunction()
