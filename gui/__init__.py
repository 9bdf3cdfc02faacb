"""Pixels: Qt. May import `engine`."""
