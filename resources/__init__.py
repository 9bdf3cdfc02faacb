"""Icons, translations, examples and fonts, installed with the program."""
