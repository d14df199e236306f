"""Step `prepare`: the corpora as word pieces.

Under the corpora's folder are read, each if it is there:

- `polnear/train`, `polnear/dev`: annotated (see `training.polnear`);
- `reliefweb/reports-en.jsonl`, `unlabelled/press-en.jsonl.gz`: texts without annotation, one JSON object with `text` a line;
- `gum/dep/*.conllu`: texts without annotation, put together from their `# text` lines.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from onrecord.attribution.encoder import read_tokenizer
from training.pieces import cut
from training.polnear import read_documents
from training.progress import say
from training.store import save_texts


def json_lines(path: Path) -> Iterator[tuple[str, str]]:
    """Name and text of every object of a JSON Lines file, plain or gzipped."""
    packed = path.read_bytes()
    lines = (gzip.decompress(packed) if path.suffix == ".gz" else packed).splitlines()
    for number, line in enumerate(lines):
        yield f"{path.name}#{number}", json.loads(line)["text"]


def conllu_texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and text of every CoNLL-U file, sentences joined by a space, paragraphs by a blank line."""
    for path in sorted(folder.glob("*.conllu")):
        text, between = "", ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# newpar"):
                between = "\n\n"
            elif line.startswith("# text = "):
                text += (between if text else "") + line.removeprefix("# text = ")
                between = " "
        yield path.stem, text


def unannotated(corpora: Path) -> Iterator[tuple[str, str]]:
    """Every text without annotation, by corpus."""
    for path in (corpora / "reliefweb" / "reports-en.jsonl", corpora / "unlabelled" / "press-en.jsonl.gz"):
        if path.exists():
            yield from json_lines(path)
    yield from conllu_texts(corpora / "gum" / "dep")


def prepare(corpora: Path, tokenizer_file: Path, target: Path) -> None:
    """Write `train.npz`, `dev.npz` and `unannotated.npz` under `target`."""
    tokenizer = read_tokenizer(tokenizer_file)
    for part in ("train", "dev"):
        documents = read_documents(corpora / "polnear" / part)
        texts = [cut(d.name, d.text, tokenizer, readings=d.readings) for d in documents]
        save_texts(target / f"{part}.npz", texts)
        say(f"prepare: {part}: {len(texts)} documents, {sum(len(text.ids) for text in texts)} pieces")
    texts = [text for text in (cut(name, words, tokenizer) for name, words in unannotated(corpora)) if len(text.ids)]
    if texts:
        save_texts(target / "unannotated.npz", texts)
    say(f"prepare: unannotated: {len(texts)} texts, {sum(len(text.ids) for text in texts)} pieces")
