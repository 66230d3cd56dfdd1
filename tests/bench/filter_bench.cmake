# Needs the window; measures by itself, without Google Benchmark.
if(TARGET bitlathe-bench-window)
    add_executable(filter_bench ${CMAKE_CURRENT_LIST_DIR}/filter_bench.cpp)
    target_link_libraries(filter_bench PRIVATE bitlathe-bench-window)
endif()
