# Needs the window; measures by itself, without Google Benchmark.
if(TARGET bitlathe-ui-testing)
    add_executable(stall_bench ${CMAKE_CURRENT_LIST_DIR}/stall_bench.cpp
        ${PROJECT_SOURCE_DIR}/tests/ui/synthetic_gguf.cpp)
    target_link_libraries(stall_bench PRIVATE bitlathe-ui)
endif()
