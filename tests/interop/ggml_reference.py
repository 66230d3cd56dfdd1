# SPDX-License-Identifier: GPL-3.0-or-later
"""ggml's own quantizers and decoders, out of the library that the xllamacpp wheel carries.

The reference of the interop tests: what llama-quantize would store for a matrix, and what llama.cpp reads back.
"""
import ctypes
import glob
import os
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np

TYPES = {"Q4_0": (2, 32, 18), "Q4_1": (3, 32, 20), "Q5_0": (6, 32, 22), "Q5_1": (7, 32, 24), "Q8_0": (8, 32, 34),
         "Q2_K": (10, 256, 84), "Q3_K": (11, 256, 110), "Q4_K": (12, 256, 144), "Q5_K": (13, 256, 176),
         "Q6_K": (14, 256, 210), "IQ4_NL": (20, 32, 18), "IQ4_XS": (23, 256, 136)}
_DECODERS = {"Q4_0": "q4_0", "Q4_1": "q4_1", "Q5_0": "q5_0", "Q5_1": "q5_1", "Q8_0": "q8_0", "Q2_K": "q2_K", "Q3_K": "q3_K",
             "Q4_K": "q4_K", "Q5_K": "q5_K", "Q6_K": "q6_K", "IQ4_NL": "iq4_nl", "IQ4_XS": "iq4_xs"}


def _load():
    for folder in sys.path:
        found = glob.glob(os.path.join(folder, "xllamacpp", "xllamacpp*.so"))
        if found:
            lib = ctypes.CDLL(found[0])
            lib.ggml_quantize_chunk.restype = ctypes.c_size_t
            lib.ggml_quantize_chunk.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64,
                                                ctypes.c_int64, ctypes.c_int64, ctypes.c_void_p]
            return lib
    raise ImportError("the xllamacpp wheel is not installed")


LIB = _load()


def row_bytes(name, cols):
    _, block, size = TYPES[name]
    return cols // block * size


def quantize(name, matrix, importance=None, threads=1):
    """Encodes a C-contiguous float32 matrix; importance: cols values or None."""
    type_id = TYPES[name][0]
    rows, cols = matrix.shape
    out = np.empty((rows, row_bytes(name, cols)), np.uint8)
    weights = None if importance is None else importance.ctypes.data_as(ctypes.c_void_p)
    LIB.ggml_quantize_chunk(type_id, matrix.ctypes.data, out.ctypes.data, 0, 0, cols, weights)  # builds its tables

    def part(first, count):
        LIB.ggml_quantize_chunk(type_id, matrix.ctypes.data, out.ctypes.data, first * cols, count, cols, weights)

    step = (rows + threads - 1) // threads
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda first: part(first, min(step, rows - first)), range(0, rows, step)))
    return out


def dequantize(name, data, cols):
    """Decodes rows of encoded bytes to float32."""
    function = getattr(LIB, "dequantize_row_" + _DECODERS[name])
    function.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64]
    data = np.ascontiguousarray(data)
    out = np.empty((data.shape[0], cols), np.float32)
    function(data.ctypes.data, out.ctypes.data, out.size)
    return out
