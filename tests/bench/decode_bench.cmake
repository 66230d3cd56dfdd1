bitlathe_bench(decode_bench SOURCES ${CMAKE_CURRENT_LIST_DIR}/decode_bench.cpp LIBRARIES bitlathe-formats)
