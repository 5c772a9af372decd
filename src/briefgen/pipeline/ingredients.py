"""What a pack is made from: every file that people wrote, read once, with its bytes for the manifest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..definitions import parse
from ..errors import TemplateError
from ..filesystem import TooLargeError, lies_in, read_file, unreadable
from ..labels import Labels
from ..messages import Language
from ..renderers import Templates, WordTemplate
from ..renderers.web import WebTemplate
from ..spec import PackSpec
from ..topics import Taxonomy
from .project import Project, read_definition, registers
from .requests import Request

ASSET_SUFFIXES = frozenset({".css", ".woff", ".woff2", ".ttf", ".otf", ".svg", ".png", ".jpg", ".jpeg"})
LARGEST_TEMPLATE = 20_000_000
"""Bytes, for a Word template and for all assets of a page together."""


@dataclass(frozen=True, slots=True)
class Ingredients:
    """The definitions and templates of one pack.

    Attributes:
        definition: text of the definition of the pack, and how messages name its file.
        definitions, files: the TOML files and the template files that it was read from.
    """

    spec: PackSpec
    definition: tuple[str, str]
    taxonomy: Taxonomy
    language: Language
    labels: Labels
    templates: Templates
    definitions: tuple[Path, ...]
    files: tuple[Path, ...]


def gather(project: Project, request: Request, taxonomy: Taxonomy, language: Language | None) -> Ingredients:
    """Everything that people wrote for a pack, read and checked.

    Args:
        project: the project.
        request: the definition of the pack.
        taxonomy: the topics of the project.
        language: of the fixed words; `None` for the language of the definition.

    Raises:
        DefinitionError: a mistake in a TOML file.
        TemplateError: a template is missing or too large.
    """
    spec = request.spec
    chosen = language or spec.language
    labels = project.templates / "labels" / f"{chosen}.toml"
    word = project.templates / spec.word_template
    web = project.templates / spec.html_template
    assets = web_assets(project)
    templates = Templates(
        word=WordTemplate(project.name_of(word), read_template(project, word)),
        web=WebTemplate(project.name_of(web), decoded(read_template(project, web), project.name_of(web)), assets),
    )
    return Ingredients(
        spec=spec,
        definition=(request.text, request.file),
        taxonomy=taxonomy,
        language=chosen,
        labels=parse(read_definition(project, labels), project.name_of(labels), Labels),
        templates=templates,
        definitions=(*registers(project), project.templates / "topics.toml", *request.files, labels),
        files=(word, web, *(project.templates / name for name in assets)),
    )


def decoded(data: bytes, name: str) -> str:
    """The text of a template for HTML.

    Raises:
        TemplateError: it is not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateError("not-utf-8", file=name) from error


def web_assets(project: Project) -> dict[str, bytes]:
    """What pages may load, by the path that a template for HTML writes.

    Raises:
        TemplateError: a file cannot be read, or all together are too large.
    """
    return {path.relative_to(project.templates).as_posix(): data for path, data in _assets(project)}


def _assets(project: Project) -> Iterator[tuple[Path, bytes]]:
    """Stylesheets, fonts and pictures in the folder of the templates."""
    total = 0
    for path in sorted(project.templates.rglob("*")):
        if path.suffix.lower() in ASSET_SUFFIXES and path.is_file():
            data = read_template(project, path)
            total += len(data)
            if total > LARGEST_TEMPLATE:
                raise TemplateError("template-too-large", file=project.name_of(path))
            yield path, data


def read_template(project: Project, path: Path) -> bytes:
    """The bytes of a template, or of what a template loads.

    Raises:
        TemplateError: it is missing, too large, unreadable, or lies outside the folder of the templates.
    """
    name = project.name_of(path)
    if not lies_in(path, project.templates):
        raise TemplateError("template-outside", file=name, name=path.name)
    try:
        return read_file(path, LARGEST_TEMPLATE)
    except FileNotFoundError as error:
        known = sorted(other.name for other in project.templates.glob(f"*{path.suffix}"))
        raise TemplateError("template-missing", file=name, name=path.name, known=known) from error
    except TooLargeError as error:
        raise TemplateError("template-too-large", file=name) from error
    except OSError as error:
        raise unreadable(error, name, TemplateError) from error
