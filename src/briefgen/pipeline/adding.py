"""Adds documents to the sources: copied under their own name and registered, both or neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from textwrap import shorten
from typing import NamedTuple, get_args

from pydantic import ValidationError

from ..document import Document, as_declared
from ..errors import InputError, OptionError, SourceError
from ..filesystem import digest_of, explained, real_path, replace_file, write
from ..likeness import ALIKE, most_alike
from ..lineage import Lineage
from ..messages import message
from ..provenance import sha256
from ..registering import Given, Proposal, inherited, propose, with_entry
from ..serialization import to_json
from ..sources import UNKNOWN_HOLDER, Register, RegisterEntry, Source, SourceKind, identify
from .comparing import lineage_of
from .difference import counted
from .file_names import free_name, shown
from .intake import Incoming, documents, opened
from .ocr import recognised
from .progress import Progress
from .project import LoadedSource, Project, find_project, lineage_name, load_each, read_register
from .reading import read_apart
from .replacing import Predecessor, predecessor
from .summaries import summaries
from .summary import Summary, summarise
from .worker import Succession

ONE_FILE_ONLY = {"id", "title", "date", "label", "replaces"}
"""What is said of one document and not of a folder."""

KEYS = {"title": "declared.title", "date": "declared.date", "kind": "kind", "holder": "holder"}
"""Where the register holds a fact that a document does not give."""

HEADS = ("source", "date", "kind", "holder", "paragraphs", "title")
"""The columns of the table of what was added."""

LONGEST_TITLE = 70
"""Characters of a title in that table."""

WITHOUT_TEXT = "pdf-without-text"
"""The error of a PDF whose pages are pictures."""

BYTE_ORDER_MARK = "\ufeff"


class Added(NamedTuple):
    """A document that was added.

    Attributes:
        incoming: the file that was given.
        proposal: its entry in the register, and what is not known.
        title: its own, or the one that was given.
        paragraphs: how many were read in it.
        alike: the sources that it is like, with the share of words, by id; not the versions of the same text.
        lineage: of a document that replaces another one.
    """

    incoming: Incoming
    proposal: Proposal
    title: str | None
    paragraphs: int
    alike: dict[str, float]
    lineage: Lineage | None = None


def read_given(**options: str | None) -> Given:
    """What the command line says of a document, checked.

    Args:
        options: the fields of `Given`, as they were typed.

    Raises:
        OptionError: a value cannot be used.
    """
    folded = {name: " ".join(value.split()) for name, value in options.items() if value is not None}
    empty = next((name for name, value in folded.items() if not value), None)
    if empty is not None:
        raise OptionError("option-empty", option=f"--{empty}")
    try:
        return Given.model_validate(folded)
    except ValidationError as error:
        option = str(error.errors()[0]["loc"][0])
        known: tuple[str, ...] = get_args(SourceKind) if option == "kind" else ()
        raise OptionError(f"given-{option}", name=folded[option], known=known) from error


def add(root: Path, path: Path, given: Given, progress: Progress, *, ocr: bool = False) -> None:
    """Add a document, or every document in a folder, and show what was found in each.

    Args:
        root: a folder of the project.
        path: a file or a folder; from the current folder.
        given: what the person says of it.
        progress: is told and shown.
        ocr: recognise the text of scans.

    Raises:
        InputError: an option or the register is wrong, or a file cannot be added. A file that failed has left
            nothing behind; in a folder, the others were added.
    """
    project = find_project(root)
    if path.is_dir():
        _add_folder(_Library(project, progress), path, given, progress, ocr=ocr)
        return
    incoming = opened(path)  # what is wrong with the file is said before all sources are looked at
    library = _Library(project, progress)
    _tell([_add_and_tell(library, incoming, given, progress, ocr=ocr)], library, progress)


def _add_folder(library: _Library, folder: Path, given: Given, progress: Progress, *, ocr: bool) -> None:
    """Add every document in a folder; those that fail are told at the end."""
    _require_for_folder(given)
    added: list[Added | None] = []
    failures: list[SourceError] = []
    for path in documents(folder, library.project.root, library.files()):
        progress.step("adding-source", name=shown(Path(path.name)))
        try:
            added.append(_add_and_tell(library, opened(path), given, progress, ocr=ocr))
        except SourceError as error:
            failures.append(error)
    _tell(added, library, progress)
    for failure in failures:
        progress.show(failure.text(progress.language))
    if failures:
        raise InputError("sources-not-added", count=str(len(failures)), total=str(len(failures) + len(added)))


def _add_and_tell(
    library: _Library, incoming: Incoming, given: Given, progress: Progress, *, ocr: bool
) -> Added | None:
    """Add one file; `None`, and a word about it, when it is there already."""
    old = library.predecessor(given)
    incoming, document = _as_read(incoming, progress, ocr=ocr)
    known = library.same_bytes(incoming) if old else library.same(incoming, document)
    if known is not None and old and known != old.entry.id:
        raise OptionError("replacement-registered", file=shown(incoming.path), name=known, old=old.entry.id)
    if known is not None:
        progress.tell("source-known", path=shown(incoming.path), source=known)
        return None
    return library.add(incoming, document, given, old)


def _as_read(incoming: Incoming, progress: Progress, *, ocr: bool) -> tuple[Incoming, Document]:
    """The file, a scan with its text recognised where that is wanted, and what a reader sees in it."""
    try:
        return incoming, _document(incoming, progress)
    except SourceError as error:
        if not ocr or error.code != WITHOUT_TEXT:
            raise
    progress.step("recognising-text", name=shown(Path(incoming.name)))
    data = recognised(incoming.data, shown(incoming.path))
    legible = incoming._replace(data=data, change="source-recognised")
    try:
        return legible, _document(legible, progress)
    except SourceError as error:
        if error.code != WITHOUT_TEXT:
            raise
        raise SourceError("ocr-found-nothing", file=shown(incoming.path)) from error


def _document(incoming: Incoming, progress: Progress) -> Document:
    """What a reader sees in a file, read within limits.

    Raises:
        SourceError: the file cannot be read as a document, or nothing in it can be cited.
    """
    (data,) = read_apart([LoadedSource(_unnamed(incoming), incoming.data)], "document", progress)
    document = Document.model_validate_json(data)
    if not document.paragraphs:
        raise SourceError("document-without-paragraphs", file=document.source.file)
    return document


class _Library:
    """The sources that there are, and the one place where another one is added."""

    def __init__(self, project: Project, progress: Progress) -> None:
        self.project = project
        self._progress = progress
        # `check` tells what is wrong with those that are left out here
        loaded = [one for one in load_each(project, read_register(project).sources) if isinstance(one, LoadedSource)]
        known = zip(loaded, summaries(project, loaded, progress), strict=True)
        self._names = {one.source.sha256: one.source.id for one in loaded}
        self._summaries = {one.source.id: summary for one, summary in known if isinstance(summary, Summary)}

    def files(self) -> set[Path]:
        """The files of the register, and the register itself, without symbolic links."""
        register = read_register(self.project)
        names = (self.project.register.name, *(entry.file for entry in register.sources))
        return {real_path(self.project.seeds / name) for name in names}

    def predecessor(self, given: Given) -> Predecessor | None:
        """The source that a new document replaces, if it is to replace one.

        Raises:
            InputError: there is no such source, another one replaces it already, or it cannot be read.
        """
        if given.replaces is None:
            return None
        if given.replaces == given.id:
            raise OptionError("replaces-itself", name=given.replaces)
        return predecessor(self.project, read_register(self.project), given.replaces, self._progress)

    def same_bytes(self, incoming: Incoming) -> str | None:
        """The id of the source that has these bytes."""
        return self._names.get(sha256(incoming.data))

    def same(self, incoming: Incoming, document: Document) -> str | None:
        """The id of the source that is this very document: its bytes, or of a changed one, its words."""
        name = self.same_bytes(incoming)
        if name is not None or incoming.change is None:
            return name
        words = summarise(document).profile.words
        alike = (name for name, one in self._summaries.items() if words and one.profile.words == words)
        return next(alike, None)

    def add(self, incoming: Incoming, document: Document, given: Given, old: Predecessor | None) -> Added:
        """Add a document that is not there yet.

        Args:
            incoming: its file.
            document: what a reader sees in it.
            given: what the person says of it.
            old: the version that it replaces, if any.

        Raises:
            InputError: its id is taken, it asks for too much to be compared with the version that it replaces, or
                nothing can be written; nothing was.
        """
        register = read_register(self.project)
        taken = {entry.id for entry in register.sources}
        if given.id in taken:
            raise OptionError("id-taken", name=given.id or "")
        used = {entry.file for entry in register.sources}
        name = free_name(self.project.seeds, incoming.name, incoming.data, used)
        if old is not None:
            given = inherited(given, old.entry, old.oldest, document, taken)
        proposal = propose(document, name, given, taken)
        source = identify(proposal.entry, self.project.name_of(self.project.seeds), sha256(incoming.data))
        known = as_declared(document.model_copy(update={"source": source}))
        lineage = lineage_of(Succession(old.document, known, old.retired)) if old else None
        self._write(self._files(incoming, proposal, lineage), proposal, register)
        return self._remember(incoming, known, proposal, lineage)

    def _files(self, incoming: Incoming, proposal: Proposal, lineage: Lineage | None) -> dict[Path, bytes]:
        """What is written beside the register: the copy, and the lineage of a document that replaces another one."""
        seeds = self.project.seeds
        lineages = {} if lineage is None else {seeds / lineage_name(proposal.entry.id): to_json(lineage)}
        return {seeds / proposal.entry.file: incoming.data} | lineages

    def _write(self, files: Mapping[Path, bytes], proposal: Proposal, register: Register) -> None:
        """The files and the register, all or none."""
        path = self.project.register
        old = path.read_bytes().decode("utf-8")
        mark = BYTE_ORDER_MARK if old.startswith(BYTE_ORDER_MARK) else ""
        index = self._place(proposal.date, register)
        text = with_entry(old.removeprefix(mark), self.project.name_of(path), proposal.entry, index)
        new = f"{mark}{text}".encode()
        made = {file: data for file, data in files.items() if digest_of(file) != sha256(data)}
        try:
            for file, data in made.items():
                with explained(file):
                    write(file, data)
            replace_file(path, new)
        except BaseException:
            if path.read_bytes() != new:
                for file in made:
                    file.unlink(missing_ok=True)
            raise

    def _place(self, date: str | None, register: Register) -> int:
        """The place of a document in the register: before the first one that is not newer."""
        if date is None:
            return 0
        dates = [self._date(entry) for entry in register.sources]
        return next((index for index, other in enumerate(dates) if other is not None and other <= date), len(dates))

    def _date(self, entry: RegisterEntry) -> str | None:
        summary = self._summaries.get(entry.id)
        return summary.date if summary else entry.declared.date

    def _remember(self, incoming: Incoming, document: Document, proposal: Proposal, lineage: Lineage | None) -> Added:
        source, summary = document.source, summarise(document)
        versions = read_register(self.project).versions(source.id)
        others = {name: one.profile for name, one in self._summaries.items() if name not in versions}
        alike = most_alike(summary.profile, others, ALIKE)
        self._names[source.sha256] = source.id
        self._summaries[source.id] = summary
        return Added(incoming, proposal, summary.title, len(document.paragraphs), alike, lineage)


def _unnamed(incoming: Incoming) -> Source:
    """The identity of a file that has no entry yet; messages name it as the person does."""
    path = incoming.path.with_name(incoming.name) if incoming.change else incoming.path
    return Source(
        id="new",
        label=shown(Path(incoming.name)),
        kind="overig",
        file=shown(path),
        sha256=sha256(incoming.data),
        holder=UNKNOWN_HOLDER,
    )


def _require_for_folder(given: Given) -> None:
    """A folder has no title of its own."""
    for name in given.model_dump(include=ONE_FILE_ONLY, exclude_none=True):
        raise OptionError("option-for-one-file", option=f"--{name}")


def _tell(added: list[Added | None], library: _Library, progress: Progress) -> None:
    """What was added, with what is known of it, and what a person should look at."""
    news = [one for one in added if one is not None]
    if not news:
        return
    heads = [message(f"head-{name}", progress.language) for name in HEADS]
    progress.table([heads, *(_row(one) for one in news)])
    register = library.project.name_of(library.project.register)
    for one in news:
        _tell_doubts(one, register, progress)


def _row(added: Added) -> list[str]:
    entry = added.proposal.entry
    missing = added.proposal.missing
    told = {"date": added.proposal.date, "kind": entry.kind, "holder": entry.holder, "title": added.title}
    cells = {name: "–" if name in missing else value or "–" for name, value in told.items()}
    cells |= {"source": entry.id, "paragraphs": str(added.paragraphs)}
    cells["title"] = shorten(cells["title"], LONGEST_TITLE, placeholder="…")
    return [cells[name] for name in HEADS]


def _tell_doubts(added: Added, register: str, progress: Progress) -> None:
    proposal = added.proposal
    if added.incoming.change:
        progress.tell(added.incoming.change, path=shown(added.incoming.path), name=proposal.entry.file)
    elif proposal.entry.file != added.incoming.name:
        progress.tell("source-renamed", path=shown(added.incoming.path), name=proposal.entry.file)
    if proposal.missing:
        progress.tell(
            "source-lacks",
            source=proposal.entry.id,
            facts=", ".join(message(f"head-{fact}", progress.language) for fact in proposal.missing),
            keys=", ".join(KEYS[fact] for fact in proposal.missing),
            options=", ".join(f"--{fact}" for fact in proposal.missing),
            register=register,
        )
    for fact, value in proposal.said.items():
        progress.tell("source-says-otherwise", source=proposal.entry.id, option=f"--{fact}", value=value)
    if added.lineage is not None:
        counts = Counter(one.change for one in added.lineage.paragraphs)
        counts["deleted"] = sum(one.id.startswith("p") for one in added.lineage.deleted)
        what = counted(counts, progress.language)
        progress.tell("source-replaces", source=added.lineage.new.id, old=added.lineage.old.id, what=what)
    for other, share in added.alike.items():
        progress.tell("source-alike", source=proposal.entry.id, percent=str(int(share * 100)), other=other)
