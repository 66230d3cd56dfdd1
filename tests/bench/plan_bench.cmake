if(TARGET bitlathe-synthetic-model)
    bitlathe_bench(plan_bench SOURCES ${CMAKE_CURRENT_LIST_DIR}/plan_bench.cpp
        LIBRARIES bitlathe-targets bitlathe-synthetic-model)
endif()
