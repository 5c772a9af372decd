"""Sees to it that every sentence of a finished pack is somebody's: a source's, a person's, or a template's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..errors import BriefgenError
from ..messages import Language, Localised, in_language
from ..model import Model
from ..pack import Pack
from ..verification import OwnWords, orphan_findings
from .ingredients import Ingredients


def require_owned(pack: Pack, ingredients: Ingredients) -> None:
    """Refuse a pack that states something without a citation and in nobody's words.

    Args:
        pack: complete, as it will be printed.
        ingredients: what people wrote for it.

    Raises:
        BriefgenError: a sentence is an orphan (a defect).
    """
    written = (ingredients.spec, ingredients.taxonomy, ingredients.labels)
    texts = (text for one in written for text in _texts(one, ingredients.language))
    orphans = orphan_findings(pack, OwnWords(texts, ingredients.language))
    if orphans:
        raise BriefgenError("orphans", count=str(len(orphans)), first=orphans[0].text(ingredients.language))


def _texts(value: object, language: Language) -> Iterator[str]:
    """Every text in what people wrote, in one language where they wrote two."""
    match value:
        case str():
            yield value
        case Localised():
            yield in_language(value, language)
        case Mapping():
            yield from (text for one in value.values() for text in _texts(one, language))
        case tuple() | frozenset():
            yield from (text for one in value for text in _texts(one, language))
        case Model():
            yield from (text for _, one in value for text in _texts(one, language))
