"""One file for each export format, and the dialog."""
