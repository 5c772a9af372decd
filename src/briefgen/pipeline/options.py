"""The options of a build, checked before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from ..errors import OptionError
from ..messages import LANGUAGES, Language
from ..model import Model
from ..renderers import RENDERERS

FORMATS = tuple(RENDERERS)


class BuildOptions(Model):
    """What a person asked for.

    Attributes:
        pack: name of a definition in `templates/packs`.
        as_of: the date of the pack (ISO day): what is overdue is judged on it.
        formats: files to make beside `pack.json`.
        language: of the fixed words; `None` for the language of the definition.
    """

    pack: str
    as_of: str
    formats: tuple[str, ...]
    language: Language | None = None


def read_options(
    *, pack: str, as_of: str | None, formats: str, language: str | None, environment: Mapping[str, str]
) -> BuildOptions:
    """The options as the command line gave them, checked.

    Args:
        pack: name of the pack.
        as_of: ISO day; without it the day of `SOURCE_DATE_EPOCH` in `environment`, or else today.
        formats: names separated by commas.
        language: `nl`, `en` or nothing.
        environment: of the process.

    Raises:
        OptionError: a format or language that does not exist, or a day that is none.
    """
    names = tuple(dict.fromkeys(name.strip() for name in formats.split(",") if name.strip()))
    wrong = next((name for name in names if name not in FORMATS), None)
    if wrong is not None or not names:
        raise OptionError("unknown-output-format", name=wrong or "", known=FORMATS)
    if language is not None and language not in LANGUAGES:
        raise OptionError("unknown-language", name=language, known=LANGUAGES)
    return BuildOptions(
        pack=pack,
        as_of=_day(as_of, environment).isoformat(),
        formats=tuple(name for name in FORMATS if name in names),
        language=language,
    )


def _day(as_of: str | None, environment: Mapping[str, str]) -> date:
    """The day that the pack is dated on (https://reproducible-builds.org/specs/source-date-epoch/)."""
    if as_of is not None:
        try:
            return date.fromisoformat(as_of)
        except ValueError as error:
            raise OptionError("wrong-day", value=as_of) from error
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise OptionError("wrong-epoch", value=epoch) from error
