bitlathe_fuzz(tokenizer_fuzz
    SOURCES tokenizer_fuzz.cpp
    LIBRARIES bitlathe-text
    CORPUS ${CMAKE_CURRENT_SOURCE_DIR}/corpus/tokenizer)
