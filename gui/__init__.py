"""Pixels: Qt and pyqtgraph. May import `engine`."""
