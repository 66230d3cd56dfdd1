# Writes large models; needs nothing but the standard library.
add_executable(make_moe ${CMAKE_CURRENT_LIST_DIR}/make_moe.cpp
    ${PROJECT_SOURCE_DIR}/tests/ui/synthetic_gguf.cpp)
target_link_libraries(make_moe PRIVATE bitlathe-options)
target_include_directories(make_moe PRIVATE ${PROJECT_SOURCE_DIR})
