bitlathe_fuzz(gguf_fuzz
    SOURCES gguf_fuzz.cpp
    LIBRARIES bitlathe-checkpoint
    CORPUS ${CMAKE_CURRENT_SOURCE_DIR}/corpus/gguf)
bitlathe_fuzz(safetensors_fuzz
    SOURCES safetensors_fuzz.cpp
    LIBRARIES bitlathe-checkpoint
    CORPUS ${CMAKE_CURRENT_SOURCE_DIR}/corpus/safetensors)
