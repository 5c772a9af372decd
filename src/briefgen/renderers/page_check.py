"""All that is wrong with a template for HTML, told in one run: its tags, what it loads, its stylesheets."""

from __future__ import annotations

from . import pdf
from .page_assets import asset_faults
from .page_tags import tag_faults
from .web import FaultyPageError, WebTemplate


def check(template: WebTemplate) -> None:
    """Check a template as far as that can be done without a pack.

    Args:
        template: with its assets.

    Raises:
        FaultyPageError: something is wrong; all of it.
    """
    tags = tag_faults(template.text, template.file)
    faults = (*tags, *asset_faults(template), *pdf.style_faults(template), *pdf.picture_faults(template))
    if faults:
        raise FaultyPageError(faults)
