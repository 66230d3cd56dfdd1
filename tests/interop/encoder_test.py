#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our encoders against ggml's on real matrices: squared error per tensor and format not larger.

  encoder_test.py BITLATHE_CLI CHECKPOINT ...   (float GGUF or safetensors; scripts/interop.sh gives the sample and all-MiniLM-L6-v2)

Both results are measured on the source's own values: ours by `bitlathe-cli stats --formats`, ggml's by its quantizer and decoder.
"""
import json
import subprocess
import sys

import ggml_reference
import numpy as np

FORMATS = ["Q2_K", "Q3_K", "Q4_K", "Q5_K", "Q6_K", "IQ4_NL", "IQ4_XS", "Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q8_0"]


def matrices(path):
    """(name, float32 matrix) of every weight that a k-quant can hold."""
    if path.endswith(".gguf"):
        import gguf
        for tensor in gguf.GGUFReader(path).tensors:
            shape = [int(n) for n in tensor.shape[::-1]]
            if tensor.tensor_type.name == "BF16":
                data = (tensor.data.view(np.uint16).astype(np.uint32) << 16).view(np.float32)
            else:
                data = np.asarray(tensor.data, np.float32)
            if len(shape) == 2:
                yield tensor.name, np.ascontiguousarray(data.reshape(shape))
    else:
        header_bytes = int.from_bytes(open(path, "rb").read(8), "little")
        raw = np.memmap(path, np.uint8, "r")
        header = json.loads(bytes(raw[8:8 + header_bytes]))
        for name, info in header.items():
            if name != "__metadata__" and info["dtype"] == "F32" and len(info["shape"]) == 2:
                begin, end = info["data_offsets"]
                data = np.frombuffer(raw[8 + header_bytes + begin:8 + header_bytes + end].tobytes(), np.float32)
                yield name, data.reshape(info["shape"])


def main():
    cli, worst = sys.argv[1], 0
    for path in sys.argv[2:]:
        ours = json.loads(subprocess.run([cli, "stats", path, "--formats", ",".join(FORMATS), "--json", "--quiet"],
                                         check=True, stdout=subprocess.PIPE).stdout)
        ours = {row["name"]: row["nmse"] for row in ours["tensors"]}
        sums = {name: [0.0, 0.0, 0] for name in FORMATS}
        for name, matrix in matrices(path):
            norm = float((matrix.astype(np.float64) ** 2).sum())
            for fmt in FORMATS:
                if norm == 0 or ours[name].get(fmt) is None or matrix.shape[1] % ggml_reference.TYPES[fmt][1]:
                    continue
                back = ggml_reference.dequantize(fmt, ggml_reference.quantize(fmt, matrix, threads=2), matrix.shape[1])
                theirs = float(((back.astype(np.float64) - matrix) ** 2).sum()) / norm
                sums[fmt][0] += ours[name][fmt]
                sums[fmt][1] += theirs
                if ours[name][fmt] > theirs * (1 + 1e-6):
                    sums[fmt][2] += 1
                    print(f"  larger: {name} {fmt} {ours[name][fmt]:.6g} > {theirs:.6g}")
        print(path)
        for fmt, (mine, theirs, larger) in sums.items():
            if theirs:
                print(f"  {fmt:7} error / ggml's {mine / theirs:.4f}   tensors with a larger one: {larger}")
                worst += larger
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
