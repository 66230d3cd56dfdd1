bitlathe_bench(encode_search_bench SOURCES ${CMAKE_CURRENT_LIST_DIR}/encode_search_bench.cpp LIBRARIES bitlathe-formats)
