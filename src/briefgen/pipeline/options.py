"""The options of a build, checked before anything is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from ..errors import OptionError
from ..messages import LANGUAGES, Language
from ..model import Model
from ..renderers import RENDERERS
from .limits import DEFAULTS, Limits, read_limits

CONVERTED_FORMATS: Mapping[str, str] = {"odt": "docx"}
"""Formats that are made from the finished file of another one."""

FORMATS = (*RENDERERS, *CONVERTED_FORMATS)

DEFAULT_PACK = "presidency-2029"

# What the name of a folder does not hold: all but small letters and digits.
NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


class BuildOptions(Model):
    """What a person asked for.

    Attributes:
        pack: name of the pack and of its folder: that of a definition in `templates/packs`, or one that `name_of_pack`
            gives to what is made without a definition.
        as_of: the date of the pack (ISO day): what is overdue is judged on it.
        formats: files to make beside `pack.json`.
        language: of the fixed words; `None` for the language of the definition.
        keep_going: leave out sources that cannot be read, and say so in the pack.
        page_numbers: put page numbers into the contents of the Word file, from its layout by LibreOffice.
        raad: code of a Council that the pack is for.
        agenda: path of its agenda.
        day: ISO day of the meeting.
        party: name of a party that the pack is about.
        topics: ids of topics that the pack is about.
        audience: id of an audience of the skeleton.
        limits: of time and memory for rendering; they decide nothing of what is made.
    """

    pack: str
    as_of: str
    formats: tuple[str, ...]
    language: Language | None = None
    keep_going: bool = False
    page_numbers: bool = False
    raad: str | None = None
    agenda: str | None = None
    day: str | None = None
    party: str | None = None
    topics: tuple[str, ...] = ()
    audience: str | None = None
    limits: Limits = DEFAULTS["RENDER"]


def read_options(
    *,
    pack: str | None,
    as_of: str | None,
    formats: str,
    language: str | None,
    environment: Mapping[str, str],
    keep_going: bool = False,
    page_numbers: bool = False,
    raad: str | None = None,
    agenda: str | None = None,
    day: str | None = None,
    party: str | None = None,
    topics: str | None = None,
    audience: str | None = None,
) -> BuildOptions:
    """The options as the command line gave them, checked.

    Args:
        pack: name of the pack; with nothing else asked for, the default pack.
        as_of: ISO day; without it the day of `SOURCE_DATE_EPOCH` in `environment`, or else today.
        formats: names separated by commas.
        language: `nl`, `en` or nothing.
        environment: of the process.
        keep_going: whether sources that cannot be read are left out.
        page_numbers: whether the contents of the Word file get page numbers.
        raad: code of a Council.
        agenda: path of its agenda.
        day: ISO day of its meeting.
        party: name of a party.
        topics: ids of topics separated by commas.
        audience: id of an audience.

    Raises:
        OptionError: a format or language that does not exist, a day that is none, or options that exclude each other.
    """
    _require_one({"--pack": pack, "--raad": raad, "--fractie": party, "--topics": topics})
    for option, value in (("--agenda", agenda), ("--date", day)):
        if value and not raad:
            raise OptionError("only-with", option=option, other="--raad")
    if audience and not (raad or party or topics):
        raise OptionError("only-with", option="--audience", other="--raad, --topics, --fractie")
    subjects = _names(topics or "")
    if topics is not None and not subjects:
        raise OptionError("no-topics")
    names = _names(formats)
    wrong = next((name for name in names if name not in FORMATS), None)
    if wrong is not None or not names:
        raise OptionError("unknown-output-format", name=wrong or "", known=FORMATS)
    if language is not None and language not in LANGUAGES:
        raise OptionError("unknown-language", name=language, known=LANGUAGES)
    return BuildOptions(
        pack=pack or name_of_pack(raad=raad, party=party, topics=subjects),
        as_of=_day(as_of, environment).isoformat(),
        formats=tuple(name for name in FORMATS if name in names),
        language=language,
        keep_going=keep_going,
        page_numbers=page_numbers,
        raad=raad,
        agenda=agenda,
        day=None if day is None else _given_day(day, "--date").isoformat(),
        party=party,
        topics=subjects,
        audience=audience,
        limits=read_limits(environment),
    )


def read_jobs(jobs: str) -> int:
    """How many packs are built at the same time.

    Args:
        jobs: as the command line gave it.

    Raises:
        OptionError: it is no number, or less than 1.
    """
    if not jobs.isdecimal() or int(jobs) < 1:
        raise OptionError("wrong-jobs", value=jobs)
    return int(jobs)


def rendered_formats(formats: Iterable[str]) -> tuple[str, ...]:
    """The formats that renderers make so that those which were asked for can be made.

    Args:
        formats: that were asked for.
    """
    needed = {CONVERTED_FORMATS.get(name, name) for name in formats}
    return tuple(name for name in RENDERERS if name in needed)


def name_of_pack(*, raad: str | None = None, party: str | None = None, topics: tuple[str, ...] = ()) -> str:
    """The name of a pack that is made without a definition: `raad-rbz`, `fractie-d66`, `topics-a-b`.

    Without a Council, party or topics it is the default pack.
    """
    if raad:
        return f"raad-{raad}"
    if party:
        return f"fractie-{slug(party)}"
    return f"topics-{'-'.join(topics)}" if topics else DEFAULT_PACK


def slug(name: str) -> str:
    """A name as folders have it: small letters, digits and hyphens."""
    return NOT_IN_SLUG.sub("-", name.casefold()).strip("-")


def _names(text: str) -> tuple[str, ...]:
    """The names in a list with commas, each once."""
    return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))


def _require_one(asked: Mapping[str, str | None]) -> None:
    """Check that only one of the options is given that say what a pack is made from."""
    given = [option for option, value in asked.items() if value]
    if len(given) > 1:
        raise OptionError("one-pack-only", options=", ".join(given))


def _day(as_of: str | None, environment: Mapping[str, str]) -> date:
    """The day that the pack is dated on (https://reproducible-builds.org/specs/source-date-epoch/)."""
    if as_of is not None:
        return _given_day(as_of, "--as-of")
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise OptionError("wrong-epoch", value=epoch) from error


def _given_day(value: str, option: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise OptionError("wrong-day", option=option, value=value) from error
