"""The weights file.

    bytes 0-3    "VVEN"
    bytes 4-7    length of the header, u32
    bytes 8-15   length of the whole file, u64: a reader can make the buffer before it has read on
    header       JSON, padded with spaces so that what follows starts at a multiple of 8
    sections     one after the other, each at a multiple of 8 from the end of the header

Everything is little-endian. The header's "sections" gives name, offset, length (bytes) and, for arrays, shape; for int8 matrices
also the scale that the values are to be multiplied with.
"""

import json
import struct
from typing import Any

import numpy as np

MAGIC = b"VVEN"
PREAMBLE = 16
ALIGNMENT = 8


class Container:
    def __init__(self) -> None:
        self._sections: list[dict[str, Any]] = []
        self._body = bytearray()

    def add(self, name: str, content: bytes | np.ndarray, **facts: Any) -> None:
        self._body.extend(bytes(-len(self._body) % ALIGNMENT))
        if isinstance(content, np.ndarray):
            facts = {"shape": list(content.shape), **facts}
            content = content.astype(content.dtype.newbyteorder("<")).tobytes()
        self._sections.append({"name": name, "offset": len(self._body), "length": len(content), **facts})
        self._body.extend(content)

    def add_matrix(self, name: str, matrix: np.ndarray) -> None:
        """A dense matrix that is exactly one scale times int8: the source was quantised, then stored as float32."""
        scale, values = as_int8(matrix)
        self.add(name, values, scale=scale)

    def to_bytes(self, **facts: Any) -> bytes:
        header = json.dumps({**facts, "sections": self._sections}, separators=(",", ":")).encode()
        header += b" " * (-(PREAMBLE + len(header)) % ALIGNMENT)
        total = PREAMBLE + len(header) + len(self._body)
        return MAGIC + struct.pack("<IQ", len(header), total) + header + bytes(self._body)


def as_int8(matrix: np.ndarray) -> tuple[float, np.ndarray]:
    """The scale and the int8 values whose product is the matrix to the last bit; fails when there is none."""
    levels = np.unique(matrix).astype(np.float64)
    scale = np.diff(levels).min()
    for _ in range(2):  # least squares over all levels, first with a rough count of steps, then with the right one
        steps = np.round(levels / scale)
        scale = (levels * steps).sum() / (steps * steps).sum()
    near = np.float32(scale)
    for candidate in (near, np.nextafter(near, np.float32(0)), np.nextafter(near, np.float32(1))):
        values = np.round(matrix / candidate).astype(np.int8)
        if np.array_equal(candidate * values.astype(np.float32), matrix):
            return float(candidate), values
    raise SystemExit("a matrix is not int8 times one scale: the source is not the one that was measured")
