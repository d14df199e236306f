"""Checks: what does not fit together in a record, with both sides of the misfit and never a verdict."""
