bitlathe_bench(profile_bench
    SOURCES profile_bench.cpp
    LIBRARIES bitlathe-profile bitlathe-compression hwy::hwy)
