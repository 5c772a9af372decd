"""The drawings of a pack among the files that its page may load."""

from __future__ import annotations

from dataclasses import replace

from .commission import Commission
from .presenting import picture_file
from .web import WebTemplate


def illustrated(commission: Commission) -> WebTemplate:
    """The template of a page with the drawings of the pack among its assets, under the address that the page gives."""
    template = commission.templates.web
    drawn = {picture_file(name): drawing.svg for name, drawing in commission.drawings.items()}
    return replace(template, assets={**template.assets, **drawn})
