"""From the sources to a finished pack: selection, assembly, what is missing, and the account of every paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..assembly import assemble, illustrated, indexed
from ..extraction import Extraction
from ..marking import raised
from ..messages import Language, message
from ..pack import Gap, Pack
from ..receipt import Receipt, account, receipt
from ..selection import require_paragraphs, select, unknown_paragraphs
from .corpus import LeftOut
from .ingredients import Ingredients
from .options import BuildOptions
from .ownership import require_owned
from .progress import Progress
from .workshop import Workshop


@dataclass(frozen=True, slots=True)
class Composition:
    """A finished pack, and why everything is in it or not."""

    pack: Pack
    receipt: Receipt


def compose(workshop: Workshop, options: BuildOptions, ingredients: Ingredients, progress: Progress) -> Composition:
    """The pack that was asked for, before any file format.

    Args:
        workshop: the sources.
        options: what was asked for.
        ingredients: what people wrote for the pack.
        progress: is told.

    Raises:
        SourceError: a file cannot be read as a document.
        DefinitionError: the definition names a paragraph that there is not.
        BriefgenError: a sentence of the pack is nobody's (a defect).
    """
    corpus = workshop.corpus
    _require_paragraphs(ingredients, corpus.extractions, workshop.left_out, progress)
    progress.step("selecting")
    selection = select(corpus.extractions, ingredients.spec, ingredients.taxonomy, corpus)
    pack = assemble(
        selection,
        ingredients.spec,
        corpus.extractions,
        name=options.pack,
        as_of=options.as_of,
        language=ingredients.language,
        not_meant=ingredients.taxonomy.not_meant,
    )
    pack = _marked(pack, corpus.extractions, progress)
    pack = indexed(pack, ingredients.taxonomy, corpus.extractions, ingredients.language)
    made = receipt(selection, pack, corpus.extractions)
    gaps = (*pack.gaps, *_gaps(workshop.left_out, ingredients.language))
    sections = (*pack.sections, account(made, pack, ingredients.language))
    whole = pack.model_copy(update={"gaps": gaps, "sections": sections})
    finished = illustrated(whole, ingredients.spec, ingredients.language)
    require_owned(finished, ingredients)
    return Composition(finished, made)


def _marked(pack: Pack, corpus: Iterable[Extraction], progress: Progress) -> Pack:
    """The pack with a mark that is not lower than that of any source."""
    higher = raised(pack.marking, (extraction.document for extraction in corpus))
    if higher is None:
        return pack
    progress.tell("marking-raised", chosen=pack.marking, marking=higher.marking, source=higher.source)
    return pack.model_copy(update={"marking": higher.marking})


def _require_paragraphs(
    ingredients: Ingredients, corpus: tuple[Extraction, ...], left_out: tuple[LeftOut, ...], progress: Progress
) -> None:
    """Refuse a definition that names a paragraph that there is not; it may be in a source that was left out."""
    if not left_out:
        require_paragraphs(ingredients.spec, corpus, *ingredients.definition)
    for mistake in unknown_paragraphs(ingredients.spec, corpus, *ingredients.definition):
        progress.tell("paragraph-left-out", problem=mistake.text(progress.language))


def _gaps(left_out: Iterable[LeftOut], language: Language) -> Iterator[Gap]:
    """What the pack says of sources that could not be read."""
    for one in left_out:
        yield Gap(section="", topic=one.label, reason=message("source-unread", language, id=one.id))
