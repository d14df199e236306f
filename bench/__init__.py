"""Measurements of onrecord that a stranger can repeat: `python -m bench --help`."""
