"""ZIP containers (DOCX, ODT) opened with care: what is inside, and never more of it than the limits allow."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from onrecord.errors import DamagedError, EncryptedError, LimitError
from onrecord.reading.limits import MEGABYTE, Limits

__all__ = ["Archive", "kind_of_archive"]

_CHUNK = 1 << 16
# What the standard library raises for one malformed container or another, bad offsets and lengths among them.
_MALFORMED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError, OSError, RuntimeError,
    ValueError, OverflowError, KeyError, IndexError,
)  # fmt: skip
# Below this a part may be packed as well as it likes: a long table of the same words packs 1 to 1,000.
_HARMLESS = 20 * MEGABYTE
_MIMETYPES = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet; save it as .odt or .pdf and read that",
    "application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation; save it as .pdf and read that",
    "application/epub+zip": "an EPUB book; save it as .html or .pdf and read that",
}
_OFFICE = (
    ("word/", "docx"),
    ("xl/", "an Excel workbook; save the text as .docx, .odt or .pdf and read that"),
    ("ppt/", "a PowerPoint presentation; save it as .pdf and read that"),
)


class Archive:
    """The members of a ZIP container.

    Opening raises `DamagedError` for a container that is cut off or malformed and `LimitError` for one with too many
    members. The sizes a container declares are not believed: reading counts what really comes out.
    """

    def __init__(self, name: str, data: bytes, limits: Limits) -> None:
        self.name = name
        self._limits = limits
        self._left = limits.max_unpacked_bytes
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _MALFORMED as error:
            raise DamagedError(name, "its ZIP container is cut off or malformed") from error
        if len(self._zip.infolist()) > limits.max_parts:
            raise LimitError(name, f"its ZIP container has more than {limits.max_parts:,} members")

    def names(self) -> list[str]:
        """The members in the order of the container's directory."""
        return self._zip.namelist()

    def __contains__(self, member: str) -> bool:
        return member in self._zip.NameToInfo

    def read(self, member: str) -> bytes:
        """One member, unpacked. Raises `DamagedError`, `EncryptedError` or `LimitError`."""
        try:
            info = self._zip.getinfo(member)
        except KeyError as error:
            raise DamagedError(self.name, f"its part {member} is missing") from error
        if info.flag_bits & 1:
            raise EncryptedError(self.name, "it is encrypted; save a copy without a password and read that")
        self._refuse_bomb(member, info.file_size, info.compress_size)
        try:
            return self._unpack(info)
        except _MALFORMED as error:
            raise DamagedError(self.name, f"its part {member} is cut off or malformed") from error

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        parts, size = [], 0
        with self._zip.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                self._refuse_bomb(info.filename, size, info.compress_size)
                parts.append(chunk)
        self._left -= size
        return b"".join(parts)

    def _refuse_bomb(self, member: str, unpacked: int, packed: int) -> None:
        if unpacked > self._left:
            raise LimitError(self.name, f"it unpacks to more than {self._limits.max_unpacked_bytes:,} bytes")
        if unpacked > _HARMLESS and unpacked > self._limits.max_ratio * max(packed, 1):
            raise LimitError(
                self.name, f"its part {member} unpacks to more than {self._limits.max_ratio} times its size (a ZIP bomb?)"
            )


def kind_of_archive(name: str, data: bytes) -> str:
    """`docx`, `odt`, or in words what else the ZIP container is, with what to do about it."""
    archive = Archive(name, data, Limits())
    names = archive.names()
    if "mimetype" in archive:
        found = archive.read("mimetype")[:200].decode("ascii", "replace").strip()
        if found in _MIMETYPES:
            return _MIMETYPES[found]
    if "[Content_Types].xml" in archive or "_rels/.rels" in archive:
        for folder, kind in _OFFICE:
            if any(member.startswith(folder) for member in names):
                return kind
    if "content.xml" in archive and "META-INF/manifest.xml" in archive:
        return "odt"
    return "a ZIP archive; unpack it first"
