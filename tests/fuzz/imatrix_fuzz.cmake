bitlathe_fuzz(imatrix_fuzz
    SOURCES imatrix_fuzz.cpp
    LIBRARIES bitlathe-targets
    CORPUS ${CMAKE_CURRENT_SOURCE_DIR}/corpus/imatrix)
