"""The model: from text to log-probabilities of labels, one row per word piece.

Everything that belongs to a model stands in its folder: `config.json` (labels, window, names of inputs and outputs, special
pieces), `tokenizer.json` and `model.onnx`. Nothing of it is known here.

A text longer than the window is read in windows that overlap; where two windows read the same piece, their
log-probabilities are blended by the distance to the window's edge, where a model sees too little.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.attribution.masking import masked
from onrecord.attribution.shapes import shapes_of
from onrecord.errors import ModelError
from onrecord.spans import Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

__all__ = ["MODELS", "Config", "Encoder", "Tagged", "load", "model_folder", "model_id", "read_tokenizer"]

_PACKAGED = Path(__file__).parent / "model"
MODELS = {"default": _PACKAGED / "attribution-en", "fast": _PACKAGED / "attribution-en-fast"}
_OVERLAP = 32
_BLEND = 16

Array = npt.NDArray[np.float32]


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """What a model's `config.json` says.

    `labels` in the order of the output's last axis; `window` in word pieces, the two special ones included; `cls` and
    `sep` are the ids of these. `inputs` name the pieces, the mask of what is no padding and, in models that take them, the
    shapes (see `onrecord.attribution.shapes`). `output` is the tags' log-probabilities; `link_query` and
    `link_key` are the outputs of a linking head, in models that have one.
    """

    labels: tuple[str, ...]
    window: int
    inputs: tuple[str, ...]
    output: str
    cls: int
    sep: int
    link_query: str | None = None
    link_key: str | None = None

    def outputs(self) -> list[str]:
        """The names of all outputs, the log-probabilities first."""
        return [self.output, *(name for name in (self.link_query, self.link_key) if name)]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text's word pieces (`pieces`, spans of the text) and their log-probabilities, float32 `(pieces, labels)`.

    From a model with a linking head also `link_query` and `link_key`, float32 `(pieces, width)`: the inner product of the
    query of a cue's first piece and the key of a source's or content's first piece says how well the two go together.
    """

    pieces: tuple[Span, ...]
    log_probabilities: Array
    link_query: Array | None = None
    link_key: Array | None = None


@dataclass(frozen=True, slots=True)
class Encoder:
    """A loaded model. Its session keeps to one thread, so that work is shared out by processes alone."""

    config: Config
    tokenizer: Tokenizer
    session: InferenceSession

    def tag(self, text: str) -> Tagged:
        """Tag a text. Each window is read by itself: its numbers are rounded by their range, which others would change."""
        view = masked(text)
        encoding = self.tokenizer.encode(view.text, add_special_tokens=False)
        offsets = encoding.offsets  # a property that builds the list anew each time
        ids = np.asarray(encoding.ids, np.int64)
        shapes = np.asarray(shapes_of(view.text, offsets), np.int64)
        total: Array | None = None  # its last column adds up the weights of the others
        for start, end in self._windows(len(ids)):
            answer, weights = self._read(ids[start:end], shapes[start:end]), _weights(end - start)
            if total is None:
                total = np.zeros((len(ids), answer.shape[-1] + 1), np.float32)
            total[start:end, :-1] += answer * weights
            total[start:end, -1:] += weights
        return self._tagged([view.map.to_source(Span(*place)) for place in offsets], total)

    def _tagged(self, offsets: Sequence[Span], sums: Array | None) -> Tagged:
        labels = len(self.config.labels)
        if sums is None:
            return Tagged((), np.zeros((0, labels), np.float32))
        pieces = tuple(offsets)
        means = sums[:, :-1] / sums[:, -1:]
        width = (means.shape[1] - labels) // 2
        if not width:
            return Tagged(pieces, _normalised(means))
        query, key = means[:, labels : labels + width], means[:, labels + width :]
        return Tagged(pieces, _normalised(means[:, :labels]), query, key)

    def _windows(self, pieces: int) -> list[tuple[int, int]]:
        width = self.config.window - 2
        starts = range(0, max(pieces - _OVERLAP, 1), width - _OVERLAP) if pieces else ()
        return [(start, min(start + width, pieces)) for start in starts]

    def _read(self, ids: npt.NDArray[np.int64], shapes: npt.NDArray[np.int64]) -> Array:
        """All outputs for one window, side by side, `(pieces, numbers)`."""
        pieces = np.concatenate(([self.config.cls], ids, [self.config.sep]))[None]
        feeds = dict(zip(self.config.inputs, (pieces, np.ones_like(pieces), np.pad(shapes, 1)[None]), strict=False))
        answers: Array = np.concatenate(self.session.run(self.config.outputs(), feeds), axis=-1, dtype=np.float32)
        return answers[0, 1:-1]


@functools.lru_cache(maxsize=512)
def _weights(length: int) -> Array:
    """How much each piece of a window counts, `(length, 1)`: one more for each piece further from the edge, up to a limit."""
    ramp = np.arange(1, length + 1)
    weights: Array = np.minimum(np.minimum(ramp, ramp[::-1]), _BLEND)[:, None].astype(np.float32)
    return weights


def _normalised(rows: Array) -> Array:
    """Log-probabilities scaled so that each row's probabilities add up to one again, as means of several need not."""
    scaled: Array = rows - np.log(np.exp(rows).sum(axis=1, keepdims=True))
    return scaled


def model_folder(model: str) -> Path:
    """Where a model lies: one of `MODELS` by its name, or the folder of another, such as one that you made yourself."""
    return MODELS.get(model) or Path(model).resolve()


def load(model: str = "default") -> Encoder:
    """Load a model by its name in `MODELS` or its folder. Raises `ModelError` where something of it is missing or unfit."""
    return _load(model_folder(model))


@functools.lru_cache(maxsize=1)  # a model is large, and one is used at a time
def _load(folder: Path) -> Encoder:
    from onnxruntime import InferenceSession, SessionOptions

    options: Any = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    try:
        config = msgspec.json.decode((folder / "config.json").read_bytes(), type=Config)
        tokenizer = read_tokenizer(folder / "tokenizer.json")
        session = InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
    except (OSError, msgspec.DecodeError) as error:
        raise ModelError(f"the model in {folder} cannot be used: {error}") from error
    except Exception as error:  # the tokenizer's and the session's own errors have no base in common
        raise ModelError(f"the model in {folder} cannot be loaded: {error}") from error
    if config.window - 2 <= _OVERLAP:
        raise ModelError(f"the model in {folder} has windows of {config.window} pieces, and needs more than {_OVERLAP + 2}")
    return Encoder(config, tokenizer, session)


def read_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer in a file, set to cut texts whole; "<s>" or "[SEP]" in a text is text, and not a special piece."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.encode_special_tokens = True
    return tokenizer


@functools.cache
def model_id(model: str = "default") -> str:
    """The name of the model's folder and the first 12 digits of its SHA-256, as `attribution-en@3a82bb605e3e`."""
    folder = model_folder(model)
    try:
        with (folder / "model.onnx").open("rb") as file:
            return f"{folder.name}@{hashlib.file_digest(file, 'sha256').hexdigest()[:12]}"
    except OSError as error:
        raise ModelError(f"there is no model in {folder}: {error}") from error
