"""Builds one pack: sources → documents → records → selection → pack → files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from .. import __version__
from ..assembly import assemble
from ..extraction import Extraction
from ..manifest import MANIFEST_NAME, Manifest, OptionValue, Program, make, misfits, with_outputs
from ..messages import Language, message
from ..outputs import output_hashes, read_manifest, was_interrupted, write_outputs
from ..pack import Gap, Pack
from ..receipt import account, receipt
from ..renderers import RENDERERS
from ..renderers.vocabulary import present
from ..selection import require_paragraphs, select, unknown_paragraphs
from ..serialization import to_json
from ..store import Store, program_fingerprint
from .corpus import LeftOut
from .ingredients import Ingredients, gather
from .options import BuildOptions
from .progress import Progress
from .requests import named, requested
from .workshop import Workshop

RECEIPT_NAME = "receipt.json"


def build(root: Path, options: BuildOptions, out: Path, progress: Progress) -> None:
    """Build a pack into a folder of its own, and show its files.

    When nothing has changed since the pack was built, its files are left as they are.

    Args:
        root: a folder of the project.
        options: what was asked for.
        out: where the folder of the pack goes; from the current folder.
        progress: is told and shown.

    Raises:
        InputError: something that people gave is wrong; the folder of the pack is as it was.
    """
    workshop = Workshop(root, progress, keep_going=options.keep_going)
    for one in workshop.left_out:
        progress.tell("source-left-out", source=one.label, reason=one.error.text(progress.language))
    build_in(workshop, options, out, progress)


def build_in(workshop: Workshop, options: BuildOptions, out: Path, progress: Progress) -> None:
    """Build one of several packs that share their sources.

    Args:
        workshop: the sources, read once.
        options: what was asked for.
        out: where the folder of the pack goes; from the current folder.
        progress: is told and shown.

    Raises:
        InputError: something that people gave is wrong; the folder of the pack is as it was.
    """
    options = named(workshop.project, options, workshop.taxonomy, lambda: workshop.corpus.extractions)
    request = requested(workshop.project, options, workshop.taxonomy, lambda: workshop.corpus.extractions)
    ingredients = gather(workshop.project, request, workshop.taxonomy, options.language)
    folder = out / options.pack
    planned = _manifest(workshop, options, ingredients)
    if _is_ready(folder, planned):
        progress.tell("up-to-date", name=options.pack)
    else:
        files = _files(workshop, options, ingredients, progress)
        progress.step("writing")
        for code, details in write_outputs(folder, files, with_outputs(planned, files)).notices():
            progress.tell(code, **details)
    for name in (*planned_outputs(options), MANIFEST_NAME):
        progress.show(str(folder / name))


def _files(workshop: Workshop, options: BuildOptions, ingredients: Ingredients, progress: Progress) -> dict[str, bytes]:
    """The outputs of a build, by name."""
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
    gaps = (*pack.gaps, *_gaps(workshop.left_out, ingredients.language))
    made = receipt(selection, pack, corpus.extractions)
    sections = (*pack.sections, account(made, pack, ingredients.language))
    whole = pack.model_copy(update={"gaps": gaps, "sections": sections})
    files = _render(whole, options, ingredients, progress)
    word = f"{options.pack}.docx"
    if options.page_numbers and word in files:
        files[word] = _with_page_numbers(files[word], workshop, progress)
    return files | {RECEIPT_NAME: to_json(made)}


def _with_page_numbers(docx: bytes, workshop: Workshop, progress: Progress) -> bytes:
    from .page_numbers import can_number_pages, number_pages

    if not can_number_pages():
        progress.tell("no-page-numbers")
    return number_pages(docx, Store(workshop.project.cache / "pages"), progress)


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


def planned_outputs(options: BuildOptions) -> tuple[str, ...]:
    """The names of the files that a build makes, without the manifest."""
    return (*(f"{options.pack}.{suffix}" for suffix in options.formats), "pack.json", RECEIPT_NAME)


def _render(pack: Pack, options: BuildOptions, ingredients: Ingredients, progress: Progress) -> dict[str, bytes]:
    view = present(pack, ingredients.labels)
    files = {}
    for suffix in options.formats:
        progress.step("rendering", format=suffix)
        rendered = RENDERERS[suffix](pack, view, ingredients.templates)
        for diagnostic in rendered.diagnostics:
            progress.tell("render-notice", format=suffix, problem=diagnostic.message)
        files[f"{options.pack}.{suffix}"] = rendered.content
    return files | {"pack.json": to_json(pack)}


def _manifest(workshop: Workshop, options: BuildOptions, ingredients: Ingredients) -> Manifest:
    """What the pack will have been built from; its outputs are not yet known."""
    project = workshop.project
    asked: dict[str, OptionValue | None] = {
        "pack": options.pack,
        "formats": options.formats,
        "language": ingredients.language,
        "raad": options.raad,
        "date": options.day,
        "fractie": options.party,
        "topics": options.topics or None,
        "audience": options.audience,
        "page_numbers": options.page_numbers or None,
        "left_out": tuple(one.id for one in workshop.left_out) or None,
    }
    return make(
        program=Program(name="briefgen", version=__version__, sha256=program_fingerprint()),
        options={name: value for name, value in asked.items() if value is not None},
        as_of=options.as_of,
        sources=[loaded.source for loaded in workshop.sources],
        definitions={project.name_of(path): path.read_bytes() for path in ingredients.definitions},
        templates={project.name_of(path): path.read_bytes() for path in ingredients.files},
        outputs={},
    )


def _is_ready(folder: Path, planned: Manifest) -> bool:
    """Whether the folder holds exactly what this build would make: same inputs, and outputs as recorded."""
    found = read_manifest(folder)
    if found is None or was_interrupted(folder) or found.model_copy(update={"outputs": ()}) != planned:
        return False
    return not misfits(found, output_hashes(folder, found))
