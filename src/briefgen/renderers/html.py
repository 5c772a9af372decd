"""From a pack to a web page, through a Jinja template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .sandbox import check_text, render_text
from .vocabulary import PackView


@dataclass(frozen=True, slots=True)
class WebTemplate:
    """A template for HTML, with everything that its pages may load.

    Attributes:
        file: the name of the template as the user knows it, for messages.
        text: the template itself.
        assets: the stylesheet, fonts and pictures, by their path as the template and its stylesheet write it,
            relative to the template (`brief.css`, `fonts/…`).
    """

    file: str
    text: str
    assets: Mapping[str, bytes]


def check(template: WebTemplate) -> None:
    """Check a template as far as that can be done without a pack.

    Raises:
        TemplateError: a tag of the template is wrong; the first one.
    """
    check_text(template.text, template.file, PackView.model_fields)


def render(view: PackView, template: WebTemplate) -> str:
    """The page as HTML; what it loads (stylesheet, fonts) is to be laid beside it under the same paths.

    Raises:
        TemplateError: a tag of the template is wrong.
    """
    return render_text(template.text, template.file, {name: getattr(view, name) for name in PackView.model_fields})
