# Needs the window; measures by itself, without Google Benchmark.
if(TARGET bitlathe-ui-testing)
    add_executable(filter_bench ${CMAKE_CURRENT_LIST_DIR}/filter_bench.cpp
        ${PROJECT_SOURCE_DIR}/tests/ui/synthetic_gguf.cpp)
    target_link_libraries(filter_bench PRIVATE bitlathe-ui)
endif()
