"""Colours for speakers, told apart by readers with normal and with colour-blind eyes.

Six are as many as stay apart: chosen by search for the largest smallest distance (CIELAB) between any two of them under normal
vision and full protanopia, deuteranopia and tritanopia (Machado, Oliveira and Fernandes 2009), among colours that are calm
(chroma at most 62) and in which a name can be read inside the words of any other speaker. tests/export/test_palette.py
measures both. A seventh speaker takes the first colour again: colour is never alone, the label beside it is the speaker's own.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DARK", "HUES", "LIGHT", "Scheme", "variables"]


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of one mode. A tint is `share` of a speaker's colour on paper."""

    paper: str
    ink: str
    quiet: str
    doubt: str
    speakers: tuple[str, ...]
    share: float

    def tint(self, colour: str) -> str:
        """The ground of that speaker's words."""
        return _mix(colour, self.paper, self.share)


LIGHT = Scheme(
    paper="#fffefb",
    ink="#1d1c1a",
    quiet="#65625c",
    doubt="#5a5750",
    speakers=("#1e69a5", "#964b5a", "#696900", "#1e0f69", "#4b002d", "#3c2d00"),
    share=0.11,
)
DARK = Scheme(
    paper="#16171a",
    ink="#e8e6e1",
    quiet="#a3a099",
    doubt="#b9b6ae",
    speakers=("#5ab4c3", "#9696ff", "#c3962d", "#a5ffe1", "#f0f096", "#a5a578"),
    share=0.13,
)
HUES = len(LIGHT.speakers)


def variables(scheme: Scheme) -> str:
    """The scheme as CSS custom properties: `--paper`, `--ink`; `--c0` and `--t0`, a colour and its tint; `--cx`: no speaker."""
    named = [("x", scheme.doubt), *((str(number), colour) for number, colour in enumerate(scheme.speakers))]
    plain = [f"--{name}:{value}" for name, value in (("paper", scheme.paper), ("ink", scheme.ink), ("quiet", scheme.quiet))]
    return ";".join([*plain, *(f"--c{name}:{colour};--t{name}:{scheme.tint(colour)}" for name, colour in named)])


def _mix(colour: str, ground: str, share: float) -> str:
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(ground[1:]), strict=True)
    return "#" + bytes(round(share * above + (1 - share) * below) for above, below in pairs).hex()
