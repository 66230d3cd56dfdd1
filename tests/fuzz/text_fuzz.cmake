bitlathe_fuzz(text_fuzz
    SOURCES text_fuzz.cpp
    LIBRARIES bitlathe-evaluation
    CORPUS ${CMAKE_CURRENT_SOURCE_DIR}/corpus/text)
