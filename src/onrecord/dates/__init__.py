"""Expressions of time: what they say as intervals of days, and in EDTF (ISO 8601-2:2019)."""
