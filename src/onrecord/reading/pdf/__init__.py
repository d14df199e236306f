"""PDF files: text in reading order, with a rectangle on the page for every line."""

from onrecord.reading.pdf.read import read

__all__ = ["read"]
