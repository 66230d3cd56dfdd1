# Needs the window; measures by itself, without Google Benchmark.
if(TARGET bitlathe-bench-window)
    add_executable(matrix_bench ${CMAKE_CURRENT_LIST_DIR}/matrix_bench.cpp)
    target_link_libraries(matrix_bench PRIVATE bitlathe-bench-window)
endif()
