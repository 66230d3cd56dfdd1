bitlathe_fuzz(config_fuzz
    SOURCES config_fuzz.cpp
    LIBRARIES bitlathe-forward
    CORPUS ${CMAKE_CURRENT_SOURCE_DIR}/corpus/config)
