"""The plots: shapes to pixels."""
