bitlathe_bench(activation_bench SOURCES activation_bench.cpp billion_model.cpp LIBRARIES bitlathe-profile)
