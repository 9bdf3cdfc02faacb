"""Derivatives by autograd."""
