"""What stands beside the running text carries on nobody's speech."""

import pytest

from onrecord.document import BlockKind
from onrecord.flow import flow
from onrecord.reading.assemble import Assembly, Origin
from onrecord.speakers.identify import identify
from tests.speakers.telling import attributions

SPEECH = "Ms. Lima said that the wells were dry. The pumps must be mended before winter, and not one could be left out."
NOTE = "The wells had been dug before the war, and must not be forgotten."


@pytest.mark.parametrize("kind", ["footnote", "caption", "heading", "cell"])
def test_notes_and_captions_continue_no_speech(kind: BlockKind) -> None:
    assembly = Assembly()
    assembly.add("paragraph", SPEECH)
    assembly.add(kind, NOTE)
    view = flow(assembly.document(Origin("report", None, b"report"), "text/plain"))
    found = identify(view, attributions(view, [("Ms. Lima", "said", "the wells were dry")]))
    assert NOTE.rstrip(".") not in {words for statement in found.statements for words in statement.words}


def test_the_same_words_in_the_running_text_do() -> None:
    assembly = Assembly()
    assembly.add("paragraph", f"{SPEECH} {NOTE}")
    view = flow(assembly.document(Origin("report", None, b"report"), "text/plain"))
    found = identify(view, attributions(view, [("Ms. Lima", "said", "the wells were dry")]))
    assert NOTE.rstrip(".") in {words for statement in found.statements for words in statement.words}
