"""Small typed widgets, one a file, that know nothing of the document."""
