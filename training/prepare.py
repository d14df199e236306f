"""Step `prepare`: the corpora as word pieces, and the words that augmentation may swap.

Under the corpora's folder are read, each if it is there:

- `polnear/train`, `polnear/dev`: annotated (see `training.polnear`);
- `reliefweb/reports-en.jsonl`, `unlabelled/press-en.jsonl.gz`: texts without annotation, one JSON object with `text` a line;
- `gum/dep/*.conllu`: texts without annotation, put together from their `# text` lines.
"""

from __future__ import annotations

import gzip
import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from training.pieces import ROLES, Text, cut
from training.polnear import read_documents
from training.progress import say
from training.store import save_texts

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SWAPS = Path(__file__).with_name("swaps.toml")


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


def swap_groups(texts: Sequence[Text], vocabulary: dict[str, int], tokenizer: Tokenizer) -> list[list[tuple[int, ...]]]:
    """Words that may stand for each other: the lists of `swaps.toml`, and the names that end sources in the corpus."""
    lists = tomllib.loads(SWAPS.read_text(encoding="utf-8")).values()
    groups = [[tuple(tokenizer.encode(word, add_special_tokens=False).ids) for word in words.split()] for words in lists]
    listed = {word for group in groups for word in group}
    return [*groups, [word for word in source_names(texts, vocabulary) if word not in listed]]


def source_names(texts: Sequence[Text], vocabulary: dict[str, int]) -> list[tuple[int, ...]]:
    """Words that end a source three times or more and hardly ever lack a capital, in order of their pieces."""
    continues = {place for piece, place in vocabulary.items() if piece.startswith("##")}
    ending: Counter[tuple[int, ...]] = Counter()
    capital: Counter[tuple[int, ...]] = Counter()
    total: Counter[tuple[int, ...]] = Counter()
    for text in texts:
        ids, shapes = text.ids.tolist(), text.shapes.tolist()
        starts = [i for i, piece in enumerate(ids) if piece not in continues]
        words = {end: (start, tuple(ids[start:end])) for start, end in zip(starts, [*starts[1:], len(ids)], strict=True)}
        for start, word in words.values():
            total[word] += 1
            capital[word] += shapes[start] % 3 > 0
        for span in text.readings[0] if text.readings else ():
            if ROLES[span.role] == "source" and span.end in words:
                ending[words[span.end][1]] += 1
    pieces = {place: piece for piece, place in vocabulary.items()}
    return sorted(
        word
        for word, count in ending.items()
        if count >= 3 and capital[word] >= 0.97 * total[word] and len("".join(map(pieces.__getitem__, word))) > 2
    )


def prepare(corpora: Path, tokenizer_file: Path, target: Path) -> None:
    """Write `train.npz`, `dev.npz`, `unannotated.npz` and `swaps.json` under `target`."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    for part in ("train", "dev"):
        documents = read_documents(corpora / "polnear" / part)
        texts = [cut(d.name, d.text, tokenizer, readings=d.readings) for d in documents]
        save_texts(target / f"{part}.npz", texts)
        say(f"prepare: {part}: {len(texts)} documents, {sum(len(text.ids) for text in texts)} pieces")
        if part == "train":
            groups = swap_groups(texts, tokenizer.get_vocab(), tokenizer)
            (target / "swaps.json").write_text(json.dumps(groups) + "\n")
            say(f"prepare: words that may be swapped: {[len(group) for group in groups]}")
    texts = [text for text in (cut(name, words, tokenizer) for name, words in unannotated(corpora)) if len(text.ids)]
    if texts:
        save_texts(target / "unannotated.npz", texts)
    say(f"prepare: unannotated: {len(texts)} texts, {sum(len(text.ids) for text in texts)} pieces")
