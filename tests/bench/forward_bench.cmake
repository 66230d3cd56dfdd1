bitlathe_bench(forward_bench SOURCES forward_bench.cpp LIBRARIES bitlathe-forward)
