# Needs the window; measures by itself, without Google Benchmark.
if(TARGET bitlathe-bench-window)
    add_executable(stall_bench ${CMAKE_CURRENT_LIST_DIR}/stall_bench.cpp)
    target_link_libraries(stall_bench PRIVATE bitlathe-bench-window)
endif()
