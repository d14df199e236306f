"""onrecord: who said what, in which exact words, on whose authority."""

__version__ = "0.1.0"
