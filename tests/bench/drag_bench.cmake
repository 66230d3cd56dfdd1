# Needs the window and its test helpers; measures by itself, without Google Benchmark.
if(TARGET bitlathe-ui-testing)
    add_executable(drag_bench ${CMAKE_CURRENT_LIST_DIR}/drag_bench.cpp
        ${PROJECT_SOURCE_DIR}/tests/ui/synthetic_gguf.cpp)
    target_link_libraries(drag_bench PRIVATE bitlathe-ui)
endif()
