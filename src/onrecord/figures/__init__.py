"""Figures: numbers with what they count, of whom, where, when, and on whose authority."""
