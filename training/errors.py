"""What can go wrong while a model is made."""

from __future__ import annotations


class TrainingError(Exception):
    """A step cannot go on; the message says why and what to do."""
