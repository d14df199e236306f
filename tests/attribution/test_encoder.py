"""The model's reading of a text: its pieces, its windows."""

import numpy as np
import pytest

from onrecord.attribution.encoder import MODELS, load

SENTENCE = "Marta Vell, the mayor of Port Oru, said the lower bridge would stay closed until the divers had looked at it. "


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("marks", ["<s>no</s>", "[SEP] no [CLS]", "<mask>", "[MASK] [PAD] <pad>"])
def test_marks_of_the_vocabulary_are_text_where_they_stand_in_a_text(model: str, marks: str) -> None:
    text = f"The mayor said {marks} to all of them."
    tagged = load(model).tag(text)
    assert [piece.of(text) for piece in tagged.pieces][3:-5] != [marks]
    assert "".join(piece.of(text) for piece in tagged.pieces) == text.replace(" ", "")


def test_every_piece_of_a_long_text_has_probabilities_that_add_up_to_one() -> None:
    tagged = load("fast").tag(SENTENCE * 60)
    assert len(tagged.pieces) > 1_000
    assert np.allclose(np.exp(tagged.log_probabilities).sum(axis=1), 1, atol=1e-4)


def test_a_text_without_pieces_has_no_answers() -> None:
    tagged = load("fast").tag(" \n ")
    assert tagged.pieces == ()
    assert tagged.log_probabilities.shape[0] == 0


def test_a_window_is_read_alike_whatever_stands_in_the_others() -> None:
    encoder = load("fast")
    longer, other = (encoder.tag(SENTENCE * 12 + end * 9) for end in ("Nobody was hurt. ", "The river fell again on Friday. "))
    same = 200  # pieces of the first window, before the next one begins
    assert np.array_equal(longer.log_probabilities[:same], other.log_probabilities[:same])
