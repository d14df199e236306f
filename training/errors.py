"""What can go wrong while a model is made."""

from __future__ import annotations

from onrecord.errors import OnrecordError

__all__ = ["TrainingError"]


class TrainingError(OnrecordError):
    """A step cannot go on; the message says why and what to do."""
