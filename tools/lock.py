"""Write uv.lock anew from pyproject.toml, and from it the pinned requirements that pip takes (`make lock`).

`requirements/run.txt` and `dev.txt` carry hashes. `train.txt` carries none, since PyTorch is built apart for every kind of
processor, and leaves out the CUDA libraries: a PyTorch that needs them names them itself.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
REQUIREMENTS = ROOT / "requirements"
EXPORTS = {
    "run.txt": ["--no-default-groups"],
    "dev.txt": [],
    "train.txt": ["--no-default-groups", "--extra", "train", "--no-hashes"],
}
_CUDA = re.compile(r"^(nvidia|cuda|triton)\b")


def main() -> None:
    """Lock, then export."""
    _uv("lock", *sys.argv[1:])
    for name, options in EXPORTS.items():
        lines = _uv("export", "--frozen", "--no-emit-project", "--no-annotate", "--no-header", *options).splitlines()
        kept = [line for line in lines if not _CUDA.match(line)]
        head = "# Written by `make lock` from uv.lock; not by hand."
        (REQUIREMENTS / name).write_text("\n".join([head, *kept, ""]))


def _uv(*arguments: str) -> str:
    command = ["uv", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE).stdout


if __name__ == "__main__":
    main()
