# Needs the window; measures by itself, without Google Benchmark.
if(TARGET bitlathe-bench-window)
    add_executable(map_bench ${CMAKE_CURRENT_LIST_DIR}/map_bench.cpp)
    target_link_libraries(map_bench PRIVATE bitlathe-bench-window)
endif()
