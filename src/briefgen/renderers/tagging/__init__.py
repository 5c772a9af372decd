"""The tag tree of a PDF: what a screen reader, a converter and an archive see of it.

    pages of WeasyPrint ──recording──▶ Node tree ──shaping──▶ Element tree ──writing──▶ tagged PDF

WeasyPrint 70 writes one element for each piece of a box on each page: a table over thirty pages becomes thirty tables.
Here the tree follows the HTML: one element is one structure element, and it owns its words on every page. WeasyPrint
only lays out and marks the words; the tree, the links in it and the artifacts are made here.
"""

from .content import Annotation, Mark, Node
from .elements import Element
from .shaping import left_out, shape
from .writing import write_tags

__all__ = ["Annotation", "Element", "Mark", "Node", "left_out", "shape", "write_tags"]
