"""Figures, never pass or fail inside the test run; see README.md."""
