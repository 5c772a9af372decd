"""From a pack to a web page, through a Jinja template."""

from __future__ import annotations

from ..errors import TemplateError
from .page_tags import tag_faults
from .sandbox import render_text
from .vocabulary import PackView
from .web import FaultyPageError, WebTemplate


def page_of(view: PackView, template: WebTemplate) -> str:
    """The page as HTML; what it loads (stylesheet, fonts) is to be laid beside it under the same paths.

    Raises:
        FaultyPageError: tags of the template are wrong; all of them that show without a pack.
        TemplateError: a tag cannot be carried out with this pack.
    """
    try:
        return render_text(template.text, template.file, {name: getattr(view, name) for name in PackView.model_fields})
    except TemplateError as error:
        faults = tag_faults(template.text, template.file)
        raise (FaultyPageError(faults) if faults else error) from error
