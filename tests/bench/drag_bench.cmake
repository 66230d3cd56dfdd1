# Needs the window; measures by itself, without Google Benchmark.
if(TARGET bitlathe-bench-window)
    add_executable(drag_bench ${CMAKE_CURRENT_LIST_DIR}/drag_bench.cpp)
    target_link_libraries(drag_bench PRIVATE bitlathe-bench-window)
endif()
