"""Proves that the Word file and the PDF of a built pack say the same."""

from __future__ import annotations

from pathlib import Path

from ..errors import FindingsError, OptionError
from ..filesystem import real_path
from ..manifest import MANIFEST_NAME
from ..twin import DESIGN, Form, compare
from ..twin.form import PARAGRAPH, STATEMENT
from .intake import result
from .progress import Progress
from .reading import read_copy
from .worker import CopyFile


def prove_twins(pack: str, out: Path, progress: Progress) -> None:
    """Compare the two forms of a pack, and show each difference.

    Args:
        pack: the name of a built pack, or its folder.
        out: folder with built packs.
        progress: is told and shown.

    Raises:
        OptionError: there is no folder with both files.
        InputError: one of them cannot be read.
        FindingsError: they do not say the same.
    """
    folder = Path(pack) if Path(pack).is_dir() else out / pack
    word, pdf = (folder / f"{real_path(folder).name}.{suffix}" for suffix in ("docx", "pdf"))
    if not (word.is_file() and pdf.is_file()):
        known = () if folder.is_dir() else sorted(manifest.parent.name for manifest in out.glob(f"*/{MANIFEST_NAME}"))
        raise OptionError("twin-missing", file=str(folder), name=real_path(folder).name, known=known)
    forms = _form(word), _form(pdf)
    differences = compare(*forms)
    for difference in differences:
        progress.show(difference.text(progress.language))
    if differences:
        raise FindingsError("twin-differs", file=str(folder), count=str(len(differences)))
    progress.tell("twin-equal", name=real_path(folder).name, **_counts(forms[0]))
    for what in DESIGN:
        progress.tell(f"twin-design-{what}")


def _form(path: Path) -> Form:
    """What one of the two says, read within limits."""
    made = read_copy(CopyFile(result(path), str(path)), "form")
    if not isinstance(made, Form):
        raise TypeError(f"a worker gave a {type(made).__name__} for a form")
    return made


def _counts(form: Form) -> dict[str, str]:
    """How much there is of what was compared."""
    anchors = [anchor for block in form.blocks for anchor in block.anchors]
    counts = {
        "headings": sum(block.level > 0 for block in form.blocks),
        "statements": sum(anchor.startswith(STATEMENT) for anchor in anchors),
        "paragraphs": sum(anchor.startswith(PARAGRAPH) for anchor in anchors),
        "pictures": len(form.pictures),
    }
    return {name: str(count) for name, count in counts.items()}
