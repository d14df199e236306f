"""The palette's two promises, measured: words can be read on it, and its colours stay apart for every kind of eye."""

import itertools

import numpy as np
import pytest

from onrecord.export.palette import DARK, LIGHT, variables

# Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision Deficiency",
# severity 1.0; they work on linear RGB.
EYES = {
    "normal": np.eye(3),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]),
    "tritanopia": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]]),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.95047, 1.0, 1.08883])
SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])


def linear(colour: str) -> np.ndarray:
    rgb = np.frombuffer(bytes.fromhex(colour[1:]), dtype=np.uint8) / 255
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    low, high = sorted(float(TO_XYZ[1] @ linear(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(colour: np.ndarray) -> np.ndarray:
    x, y, z = np.cbrt(np.clip(TO_XYZ @ colour, 0, None) / WHITE)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@SCHEMES
def test_words_can_be_read_on_every_ground(scheme):
    for colour in (*scheme.speakers, scheme.doubt):
        tint = scheme.tint(colour)
        pairs = [(scheme.ink, tint), (scheme.quiet, tint), (colour, scheme.paper)]
        for words, ground in pairs:
            assert contrast(words, ground) >= 4.5, (words, ground)
        # A speaker's name may stand inside the words of another who quotes it.
        for other in scheme.speakers:
            assert contrast(other, tint) >= 4.5, (other, tint)
    assert contrast(scheme.quiet, scheme.paper) >= 4.5
    assert contrast(scheme.ink, scheme.paper) >= 7


@SCHEMES
@pytest.mark.parametrize("eye", EYES)
def test_no_two_speakers_look_alike_to_any_eye(scheme, eye):
    seen = [lab(np.clip(EYES[eye] @ linear(colour), 0, 1)) for colour in scheme.speakers]
    # About 2.3 is a just noticeable difference in CIELAB.
    assert min(np.linalg.norm(one - other) for one, other in itertools.combinations(seen, 2)) >= 22


def test_variables_name_every_colour_and_its_tint():
    written = variables(LIGHT)
    assert all(
        f"--c{number}:{colour};--t{number}:{LIGHT.tint(colour)}" in written for number, colour in enumerate(LIGHT.speakers)
    )
    assert f"--cx:{LIGHT.doubt}" in written
