"""One small file for each thing drawn: numbers to shapes."""
