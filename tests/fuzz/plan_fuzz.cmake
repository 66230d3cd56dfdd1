bitlathe_fuzz(plan_fuzz SOURCES ${CMAKE_CURRENT_LIST_DIR}/plan_fuzz.cpp
    LIBRARIES bitlathe-allocation CORPUS ${CMAKE_CURRENT_LIST_DIR}/corpus/plan)
