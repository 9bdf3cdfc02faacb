"""The panels of the window; each shows a part of the document and edits it through the store only."""
