"""The options of a build."""

from __future__ import annotations

from datetime import datetime

import pytest

from briefgen.errors import OptionError
from briefgen.pipeline.options import BuildOptions, read_options


def read(**given: str | None) -> BuildOptions:
    options: dict[str, str | None] = {"as_of": "2026-06-01", "formats": "docx,pdf", "language": None} | given
    environment = {"SOURCE_DATE_EPOCH": "1767225600"} if "epoch" in options and options.pop("epoch") else {}
    return read_options(
        pack="p",
        as_of=options["as_of"],
        formats=options["formats"] or "",
        language=options["language"],
        environment=environment,
    )


def test_options_are_read_as_given() -> None:
    assert read(formats=" pdf , docx,pdf", language="en") == BuildOptions(
        pack="p", as_of="2026-06-01", formats=("docx", "pdf"), language="en"
    )


def test_the_day_is_today_unless_the_environment_fixes_it() -> None:
    assert read(as_of=None).as_of == datetime.now().astimezone().date().isoformat()
    assert read(as_of=None, epoch="yes").as_of == "2026-01-01"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"formats": "doc"}, "het formaat 'doc' is er niet. Bedoelde u: "),
        ({"formats": ""}, "het formaat '' is er niet."),
        ({"language": "fr"}, "de taal 'fr' is er niet."),
        ({"as_of": "1 juni"}, "'1 juni' is geen dag. Schrijf jaar-maand-dag"),
    ],
)
def test_a_wrong_option_is_told(given: dict[str, str], words: str) -> None:
    with pytest.raises(OptionError) as caught:
        read(**given)
    assert caught.value.text("nl").startswith(("--", "de taal"))
    assert words.split(". Bed", maxsplit=1)[0] in caught.value.text("nl")
