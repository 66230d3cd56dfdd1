bitlathe_bench(open_bench
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/open_bench.cpp
    LIBRARIES bitlathe-checkpoint)
