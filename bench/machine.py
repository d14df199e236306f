"""The machine that measures: what it is, and how fast it multiplies matrices."""

from __future__ import annotations

import importlib
import os
import platform
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from onrecord import __version__
from onrecord.attribution.encoder import MODELS, model_id

__all__ = ["Peaks", "machine", "peaks", "work_per_piece"]

_FLAGS = ("avx2", "fma", "avx512f", "avx512_vnni", "avx_vnni", "avx512_bf16", "amx_int8", "asimd", "asimddp", "i8mm")
_SIDE = 1024


def machine() -> list[str]:
    """Lines that say what was measured where and when."""
    fields: dict[str, str] = {}
    cpu = Path("/proc/cpuinfo")
    for line in cpu.read_text(encoding="utf-8").splitlines() if cpu.exists() else ():
        key, _, value = line.partition(":")
        fields.setdefault(key.strip(), value.strip())
    flags = fields.get("flags", fields.get("Features", "")).split()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return [
        f"onrecord {__version__}, model {model_id()}, Python {platform.python_version()}, {platform.system()}",
        f"{fields.get('model name', platform.processor())}, {cores} cores, {' '.join(f for f in _FLAGS if f in flags)}",
        f"{datetime.now(UTC):%Y-%m-%d}, load average before: {os.getloadavg()[0]:.1f}",
    ]


@dataclass(frozen=True, slots=True)
class Peaks:
    """Multiply-adds a second on one core: float32 and 8-bit integers, square matrices of 1,024."""

    single: float
    integer: float


def peaks() -> Peaks:
    """Multiply with onnxruntime, which runs the model too, on one thread; the best of several."""
    return Peaks(_rate("MatMul", np.float32), _rate("MatMulInteger", np.uint8))


def _rate(operator: str, kind: Any) -> float:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(_one_node(operator), options, providers=["CPUExecutionProvider"])
    generator = np.random.default_rng(7)
    first = (generator.random((_SIDE, _SIDE)) * 100).astype(kind)
    best = min(_once(session, first) for _ in range(8))
    return float(_SIDE) ** 3 / best


def _once(session: Any, first: Any) -> float:
    start = time.perf_counter()
    session.run(None, {"a": first, "b": first})
    return time.perf_counter() - start


def _one_node(operator: str) -> bytes:
    """An ONNX model of one multiplication, written out by hand so that nothing but onnxruntime is needed."""
    single = operator == "MatMul"
    element, result = (1, 1) if single else (2, 6)  # FLOAT; UINT8 and INT32

    def field(number: int, value: bytes | int) -> bytes:
        if isinstance(value, int):
            return bytes([number << 3]) + _varint(value)
        return bytes([number << 3 | 2]) + _varint(len(value)) + value

    def value(name: bytes, kind: int) -> bytes:
        side = field(1, field(1, _SIDE))
        return field(1, name) + field(2, field(1, field(1, kind) + field(2, side + side)))

    node = field(1, b"a") + field(1, b"b") + field(2, b"c") + field(4, operator.encode())
    graph = field(1, node) + field(2, b"g") + field(11, value(b"a", element)) + field(11, value(b"b", element))
    graph += field(12, value(b"c", result))
    return field(1, 8) + field(7, graph) + field(8, field(2, 17))


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def work_per_piece() -> float | None:
    """Multiply-adds that the model's weight matrices cost a word piece; None without the package onnx.

    What attention adds (it grows with the window) is left out, and so is what padding and overlapping windows repeat.
    """
    try:
        onnx: Any = importlib.import_module("onnx")
    except ImportError:
        return None
    graph = onnx.load(str(MODELS["default"] / "model.onnx")).graph
    sizes = {tensor.name: tuple(tensor.dims) for tensor in graph.initializer}
    products = [node for node in graph.node if node.op_type in ("MatMul", "MatMulInteger", "DynamicQuantizeMatMul", "Gemm")]
    weights = [sizes[name] for node in products for name in node.input[1:2] if len(sizes.get(name, ())) == 2]
    return float(sum(rows * columns for rows, columns in weights))
