# What the benchmarks of the window share.
if(TARGET bitlathe-ui-testing)
    add_library(bitlathe-bench-window STATIC ${CMAKE_CURRENT_LIST_DIR}/bench_window.cpp
        ${CMAKE_CURRENT_LIST_DIR}/frame_times.cpp ${PROJECT_SOURCE_DIR}/tests/ui/synthetic_gguf.cpp)
    target_link_libraries(bitlathe-bench-window PUBLIC bitlathe-ui)
endif()
