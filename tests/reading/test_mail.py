"""E-mail: whose words, when, and which of them; what is not read is said."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from shown import blocks, words

from onrecord.document import Document, check_blocks
from onrecord.errors import EmptyError, EncryptedError, LimitError, UnsupportedError
from onrecord.flow import flow
from onrecord.reading.limits import Limits
from onrecord.reading.read import read

HEADER = (
    "From: Una Kray <una@water.dune.example>\nTo: press@dune.example\nDate: Tue, 12 May 2021 23:30:00 -0700\nSubject: Wells\n"
)

MAILBOX = (
    f"From una@dune.example Tue May 12 10:00:00 2021\n{HEADER}\nDry.\n\n"
    f"From oto@dune.example Tue May 12 11:00:00 2021\n{HEADER}\nWet."
)


def reading(message: EmailMessage | str | bytes) -> Document:
    data = bytes(message) if isinstance(message, EmailMessage) else message.encode() if isinstance(message, str) else message
    document = read(data, name="message.eml")
    assert check_blocks(document) == []
    return document


def made(text: str = "The wells are dry.", subject: str = "Wells") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Una Kray <una@water.dune.example>", "press@dune.example", subject
    message["Date"] = "Wed, 12 May 2021 23:30:00 -0700"
    message.set_content(text)
    return message


def test_subject_sender_and_day_come_from_the_header() -> None:
    document = reading(HEADER + "\nThe wells are dry.")
    assert (document.title, document.publisher, document.published) == ("Wells", "Una Kray", "2021-05-12")
    assert blocks(document) == [("heading", "Wells"), ("paragraph", "The wells are dry.")]
    # A wrong day of the week stays as it was written.
    shown = "From: Una Kray <una@water.dune.example>\nTo: press@dune.example\nDate: Tue, 12 May 2021 23:30:00 -0700"
    assert words(document, "furniture") == [shown]


@pytest.mark.parametrize(
    ("line", "field", "expected"),
    [
        ("Subject: =?utf-8?B?w4lsaXNl?= =?utf-8?Q?_speaks?=", "title", "Élise speaks"),
        ("Subject: =?iso-8859-1?Q?Zo=EB?= of Dune", "title", "Zoë of Dune"),
        ("Subject: =?no-such-charset?Q?Zo=C3=AB?=", "title", "Zoë"),
        ("Subject: =?utf-8?Q?broken", "title", "=?utf-8?Q?broken"),
        ("Subject: =?utf-8?B?abcde?=", "title", "=?utf-8?B?abcde?="),
        ("Subject: over\n two\n\tlines", "title", "over two lines"),
        ("Subject: naïve", "title", "naïve"),
        ("Subject:", "title", None),
        ("From: =?utf-8?Q?Zo=C3=AB?= <z@dune.example>", "publisher", "Zoë"),
        ('From: "Kray, Una" <u@dune.example>', "publisher", "Kray, Una"),
        ("From: u@dune.example", "publisher", "u@dune.example"),
        ("From: <<>>,,;", "publisher", "<<>>,,;"),
        ("Date: 12 May 2021", "published", "2021-05-12"),
        ("Date: Wed, 12 May 2021 09:00 (local)", "published", "2021-05-12"),
        ("Date: whenever", "published", None),
    ],
)
def test_header_fields_however_they_are_written(line: str, field: str, expected: str | None) -> None:
    name = line.partition(":")[0]
    others = "".join(f"{part}\n" for part in HEADER.strip().split("\n") if not part.startswith(name + ":"))
    assert getattr(reading(f"{line}\n{others}\nDry."), field) == expected


def test_the_plain_text_is_preferred_unless_it_says_next_to_nothing() -> None:
    both = made("The wells are dry, the mayor said.")
    both.add_alternative("<p>The wells are <b>dry</b>, the mayor said.</p>", subtype="html")
    hollow = made("See the web version.")
    hollow.add_alternative("<p>" + "The wells are dry, the mayor said. " * 20 + "</p>", subtype="html")
    assert blocks(reading(both))[1:] == [("paragraph", "The wells are dry, the mayor said.")]
    assert "the mayor said." in blocks(reading(hollow))[1][1]


def test_a_page_in_a_message_is_read_as_a_page() -> None:
    message = made()
    message.set_content("<h2>Wells</h2><blockquote>Dry.</blockquote><p style='display:none'>preview</p>", subtype="html")
    document = reading(message)
    assert blocks(document) == [("heading", "Wells"), ("heading", "Wells"), ("quote", "Dry.")]
    assert document.losses == ("words hidden by the page and left out: 1",)


def test_quoted_replies_are_quotations_and_the_signature_is_furniture() -> None:
    replied = "> You sold the wells, all of them.\n>\n> > Did we?"
    text = f"We never said so.\n\nOn Monday Oto Brandl wrote:\n{replied}\n\nUna\n-- \nWater Board\n"
    document = reading(made(text))
    assert blocks(document)[1:] == [
        ("paragraph", "We never said so."),
        ("paragraph", "On Monday Oto Brandl wrote:"),
        ("quote", "You sold the wells, all of them."),
        ("quote", "Did we?"),
        ("paragraph", "Una"),
    ]
    assert "Water Board" in words(document, "furniture")


@pytest.mark.parametrize("space", [" ", "  "])
def test_lines_that_flow_are_joined_and_no_others(space: str) -> None:
    head = f"{HEADER}Content-Type: text/plain; format=Flowed{'; delsp=yes' if space == '  ' else ''}\n\n"
    text = f"The wells, said{space}\nOto Stern,{space}\nare dry.\n From Kar they wrote:\n> Not{space}\n> Ours.\n-- \nUna Kray"
    assert blocks(reading(head + text))[1:] == [
        ("paragraph", "The wells, said Oto Stern, are dry."),
        ("paragraph", "From Kar they wrote:"),
        ("quote", "Not Ours."),
    ]


@pytest.mark.parametrize("greeting", ["Dear Ms. Kray", "Hello all"])
def test_a_letter_begins_behind_its_greeting(greeting: str) -> None:
    lines = [
        "the mayor told us on Monday that the wells of the lower town",
        "were dry, and that none would be dug again before",
        "June.",
    ]
    for parted in ("\n\n", "\n"):
        document = reading(f"{HEADER}\n{greeting},{parted}" + "\n".join(lines))
        assert flow(document).text.strip().split("\n\n")[1:] == [f"{greeting},", " ".join(lines)]


def test_attachments_are_stated_losses() -> None:
    message = made()
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="größe.pdf")
    message.add_attachment("<p>x</p>", subtype="html", filename="page.html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", disposition="inline")
    assert reading(message).losses == (
        "attachment not read: größe.pdf (application/pdf, 8 bytes)",
        "attachment not read: page.html (text/html, 9 bytes)",
        "attachment not read: no name (image/png, 4 bytes)",
    )


def test_a_message_inside_a_message_is_read_with_its_header() -> None:
    outer = made("See below.")
    outer.add_attachment(made("The board sold them.", "The wells"))
    assert blocks(reading(outer)) == [
        ("heading", "Wells"),
        ("paragraph", "See below."),
        ("heading", "The wells"),
        ("paragraph", "From: Una Kray <una@water.dune.example>\nTo: press@dune.example\nDate: Wed, 12 May 2021 23:30:00 -0700"),
        ("paragraph", "The board sold them."),
    ]


def test_a_saved_page_is_read_and_its_pictures_counted() -> None:
    message = made()
    message.set_content("<p>Dry.</p>", subtype="html")
    message.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<a>")
    document = reading(message)
    assert blocks(document)[1:] == [("paragraph", "Dry.")]
    assert document.losses == ("left out 1 pictures and other parts that only show with the message",)


@pytest.mark.parametrize(
    ("charset", "body", "text"),
    [
        ("windows-1252", "“Dry”".encode("cp1252"), "“Dry”"),
        ("us-ascii", "“Dry”".encode(), "“Dry”"),
        ("x-unknown", "“Dry”".encode(), "“Dry”"),
        ("utf-8", "“Dry”, she said of the wells".encode("cp1252"), "“Dry”, she said of the wells"),
        ("koi8-r", "Колодец сухой".encode("koi8-r"), "Колодец сухой"),
    ],
)
def test_declared_encodings_and_wrong_ones(charset: str, body: bytes, text: str) -> None:
    data = HEADER.encode() + f"Content-Type: text/plain; charset={charset}\n\n".encode() + body
    assert blocks(reading(data))[1][1] == text


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("quoted-printable", "D=72y, she =\nsaid."),
        ("base64", "RHJ5LCBzaGUgc2FpZC4="),
        ("base64", "RHJ5LCBzaGUgc2FpZC4"),
        ("x-none", "Dry, she said."),
    ],
)
def test_transfer_encodings(encoding: str, body: str) -> None:
    assert blocks(reading(f"{HEADER}Content-Transfer-Encoding: {encoding}\n\n{body}"))[1][1] == "Dry, she said."


def test_a_multipart_that_is_cut_off_gives_what_is_there() -> None:
    data = f"{HEADER}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nThe wells are"
    assert blocks(reading(data))[1] == ("paragraph", "The wells are")


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (
            HEADER + "Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--",
            EncryptedError,
            "the message is encrypted",
        ),
        (
            HEADER + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx",
            EncryptedError,
            "the message is encrypted",
        ),
        (HEADER + "\n-----BEGIN PGP MESSAGE-----\nx", EncryptedError, "encrypted .PGP."),
        (
            MAILBOX,
            UnsupportedError,
            "a mailbox of several messages; save each as an .eml file",
        ),
    ],
)
def test_what_cannot_be_read_says_why(data: str, error: type[Exception], reason: str) -> None:
    with pytest.raises(error, match=rf"^message\.eml: .*{reason}"):
        reading(data)


def test_a_message_of_attachments_alone_is_empty_and_names_them() -> None:
    data = "From: a@dune.example\nTo: b@dune.example\nMIME-Version: 1.0\nContent-Type: application/pdf; name=wells.pdf\n\n%PDF"
    document = read(data.encode(), name="a.eml")
    assert words(document, "furniture") == ["From: a@dune.example\nTo: b@dune.example"]
    assert document.losses == ("attachment not read: wells.pdf (application/pdf, 4 bytes)",)


def test_parts_are_limited() -> None:
    message = made()
    for _ in range(5):
        message.add_attachment("x", filename="a.txt")
    with pytest.raises(LimitError, match="more than 3 parts"):
        read(bytes(message), name="a.eml", limits=Limits(max_parts=3))


def test_no_words_at_all() -> None:
    with pytest.raises(EmptyError):
        read(b"MIME-Version: 1.0\nMessage-ID: <1>\nContent-Type: text/plain\n\n", name="a.eml")
