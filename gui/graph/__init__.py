"""The picture of a recorded computation: boxes, edges, layout, steps and its files."""
