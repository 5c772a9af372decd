"""One run shows everything that is wrong, each with its file, its place and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import FindingsError
from briefgen.messages import Language
from briefgen.pipeline.checking import check_project
from briefgen.renderers.word.package import pack, unpack

from .project import Told, letter


def findings(project: Path, language: Language = "nl") -> list[str]:
    """What the check shows; empty when all is in order."""
    told = Told(language)
    try:
        check_project(project, told)
    except FindingsError as error:
        assert error.exit_code == 3
        assert error.details["count"] == str(len(told.lines))
        return told.lines
    assert len(told.lines) == 1
    return []


def edit(path: Path, right: str, wrong: str) -> None:
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")


def test_a_project_in_order_takes_one_line(project: Path) -> None:
    told = Told()
    check_project(project, told)
    assert told.lines == ["Alles in orde: 1 bron, 1 onderwerp, 1 pakket, 2 sjablonen."]


BREAKAGES = [
    ("seeds/sources.toml", 'file = "markt.txt"', 'file = "weg.txt"', ["seeds/weg.txt: ", "seeds/markt.txt: "]),
    ("seeds/sources.toml", "kamerbrief", "kamerbreif", ["seeds/sources.toml, regel 9: ", "Bedoelde u: kamerbrief"]),
    (
        "seeds/sources.toml",
        'holder = "kabinet"',
        "",
        ["seeds/sources.toml, regel 6: ", 'onder [[sources]]: holder = "…"'],
    ),
    ("seeds/sources.toml", "[[sources]]", "[[sources]", ["seeds/sources.toml, regel 5: "]),
    ("templates/topics.toml", 'id = "markt"', 'id = "handel"', ["proef.toml, regel 9: ", "Wat er is: handel."]),
    ("templates/topics.toml", "terms =", "termen =", ["templates/topics.toml, regel 6: ", "Bedoelde u: terms"]),
    ("templates/labels/en.toml", "contents", "contnets", ["labels/en.toml, regel 4: ", "Bedoelde u: contents?"]),
    ("templates/packs/proef.toml", "positions", "posities", ["proef.toml, regel 8: ", "Bedoelde u: positions?"]),
    ("templates/packs/proef.toml", "marking =", 'word_template = "weg.docx"\nmarking =', ["templates/weg.docx: "]),
    (
        "templates/packs/proef.toml",
        "marking =",
        'html_template = "sources.txt"\nmarking =',
        ["templates/sources.txt: "],
    ),
    ("templates/raden.toml", "short =", "kort =", ["templates/raden.toml, regel 6: ", "Bedoelde u: short?"]),
    ("templates/topics.toml", '["rvc"]', '["rvd"]', ["templates/topics.toml, regel ", "Bedoelde u: rvc?"]),
    ("templates/skeleton.toml", "schema =", "shema =", ["templates/skeleton.toml, regel ", "Bedoelde u: schema?"]),
    ("templates/brief.html", "{% if gaps %}", "{% if gapen %}", ["templates/brief.html:", "Bedoelde u: ", "gaps"]),
    ("templates/brief.html", "{% if gaps %}", "{% if gaps }", ["templates/brief.html:"]),
]


@pytest.mark.parametrize(("file", "right", "wrong", "words"), BREAKAGES)
def test_a_mistake_is_shown_with_its_place(project: Path, file: str, right: str, wrong: str, words: list[str]) -> None:
    edit(project / file, right, wrong)
    shown = "\n".join(findings(project))
    assert all(word in shown for word in words), shown


def test_all_mistakes_of_all_files_are_shown_in_one_run(project: Path) -> None:
    edit(project / "seeds" / "sources.toml", 'holder = "kabinet"', 'houder = "kabinet"')
    pack = project / "templates" / "packs" / "proef.toml"
    edit(pack, "title =", "titel =")
    edit(pack, "marking =", "markering =")
    edit(project / "templates" / "labels" / "nl.toml", "contents", "contnets")
    edit(project / "templates" / "brief.html", "{% if gaps %}", "{% if gapen %}")
    shown = findings(project)
    for place in ("sources.toml, regel 10", "proef.toml, regel 2", "proef.toml, regel 3", "nl.toml", "brief.html"):
        assert any(place in line for line in shown), place


def test_every_unknown_topic_and_pin_is_shown(project: Path) -> None:
    pack = project / "templates" / "packs" / "proef.toml"
    edit(
        pack,
        'topics = ["markt"]',
        'topics = ["een", "twee"]\npin = ["interne-markt-2026:p99", "sterke Unie", "elders"]',
    )
    shown = findings(project)
    assert len(shown) == 4
    assert [name for name in ("een", "twee", "p99", "elders") if any(name in line for line in shown)] == [
        "een",
        "twee",
        "p99",
        "elders",
    ]


def test_a_pin_is_not_judged_while_a_source_cannot_be_read(project: Path) -> None:
    edit(project / "templates" / "packs" / "proef.toml", "topics =", 'pin = ["interne-markt-2026:p99"]\ntopics =')
    (project / "seeds" / "markt.txt").write_bytes(b"\0")
    assert [line.split(":")[0] for line in findings(project)] == ["seeds/markt.txt"]


def test_every_file_without_an_entry_is_shown_with_what_to_do(project: Path) -> None:
    for name in ("los.txt", ".verborgen", "~$los.docx"):
        (project / "seeds" / name).write_text("x", "utf-8")
    shown = findings(project)
    assert [line.split(":")[0] for line in shown] == ["seeds/los.txt"]
    assert "./invoke add-source" in shown[0]


@pytest.mark.parametrize(
    ("declared", "setting"),
    [
        ("", 'onder [[sources]] bijvoorbeeld: declared.date = "2026-06-12"'),
        ('\n[sources.declared]\npublisher = "AIV"\n', 'onder [sources.declared] bijvoorbeeld: date = "2026-06-12"'),
    ],
)
def test_what_nobody_says_is_shown_with_the_key_that_gives_it(project: Path, declared: str, setting: str) -> None:
    (project / "seeds" / "kaal.txt").write_text("Zo maar een paar woorden.", "utf-8")
    with (project / "seeds" / "sources.toml").open("a", encoding="utf-8") as register:
        register.write('\n[[sources]]\nid = "kaal"\nfile = "kaal.txt"\nlabel = "Kaal"\nkind = "overig"\n' + declared)
    shown = findings(project)
    assert len(shown) == 3
    assert all(line.startswith("seeds/sources.toml, regel 13: ") and "'kaal'" in line for line in shown)
    assert any(setting in line for line in shown)


def test_the_same_text_in_two_files_is_shown(project: Path) -> None:
    (project / "seeds" / "nog eens.md").write_text(letter("interne markt").replace("2026", "2026 "), "utf-8")
    with (project / "seeds" / "sources.toml").open("a", encoding="utf-8") as register:
        register.write('\n[[sources]]\nid = "nog-eens"\nfile = "nog eens.md"\nlabel = "L"\n')
        register.write('kind = "kamerbrief"\nholder = "kabinet"\n')
    assert [line for line in findings(project, "en") if "'nog-eens' has 100 %" in line]


def test_a_checked_copy_of_a_template_is_no_template(project: Path) -> None:
    (project / "templates" / "brief.checked.docx").write_bytes(b"no Word file")
    assert not findings(project)


def break_word_template(project: Path, name: str) -> None:
    """Misspell a field in the Word template."""
    path = project / "templates" / "brief.docx"
    parts = unpack(path.read_bytes(), "brief.docx")
    body = parts["word/document.xml"]
    assert b"{{ title" in body
    path.write_bytes(pack(parts | {"word/document.xml": body.replace(b"{{ title", b"{{ " + name.encode(), 1)}))


def test_faults_of_a_word_template_are_comments_in_a_copy(project: Path) -> None:
    break_word_template(project, "titel")
    told = Told()
    with pytest.raises(FindingsError):
        check_project(project, told)
    assert told.lines[-1] == "De fouten staan als opmerkingen in templates/brief.checked.docx."
    assert any("templates/brief.docx" in line and "titel" in line for line in told.lines)
    assert b"titel" in unpack((project / "templates" / "brief.checked.docx").read_bytes(), "x")["word/comments.xml"]


def test_a_copy_in_which_somebody_worked_is_left_alone(project: Path) -> None:
    copy = project / "templates" / "brief.checked.docx"
    break_word_template(project, "titel")
    with pytest.raises(FindingsError):
        check_project(project, Told())
    with pytest.raises(FindingsError):
        check_project(project, Told("en"))  # our own copy is written again
    assert not copy.with_name("brief.checked-2.docx").exists()
    copy.write_bytes(b"worked in")
    with pytest.raises(FindingsError):
        check_project(project, Told())
    assert copy.read_bytes() == b"worked in"
    assert copy.with_name("brief.checked-2.docx").exists()


def test_a_damaged_word_template_is_shown(project: Path) -> None:
    (project / "templates" / "brief.docx").write_bytes(b"no Word file")
    assert [line.split(":")[0] for line in findings(project)] == ["templates/brief.docx"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_check_writes_nothing_into_the_project(project: Path, language: Language) -> None:
    edit(project / "seeds" / "sources.toml", 'holder = "kabinet"', "")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert findings(project, language)
    after = {path: path.read_bytes() for path in project.rglob("*") if path.is_file() and ".cache" not in path.parts}
    assert after == before
