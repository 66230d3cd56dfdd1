bitlathe_bench(tokenizer_bench SOURCES ${CMAKE_CURRENT_LIST_DIR}/tokenizer_bench.cpp LIBRARIES bitlathe-text)
