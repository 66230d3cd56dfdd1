bitlathe_bench(forward_bench SOURCES forward_bench.cpp billion_model.cpp LIBRARIES bitlathe-forward)
