bitlathe_fuzz(project_fuzz
    SOURCES project_fuzz.cpp
    LIBRARIES bitlathe-project
    CORPUS ${CMAKE_CURRENT_SOURCE_DIR}/corpus/project)
