"""Dates as Dutch and English papers print them, with the month names of CLDR."""

from __future__ import annotations

import re

from babel.dates import get_month_names

MONTHS: dict[str, int] = {
    name.casefold(): number
    for language in ("nl", "en")
    for number, name in get_month_names("wide", locale=language).items()
}
"""Month names in lower case to their number."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))

# A date in words: `27 januari 2026`, `maart 2026`.
DATE = re.compile(rf"(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{_MONTH})\s+(?P<year>(?:19|20)\d\d)", re.I)

# A line with nothing but a date, perhaps behind a place: `Den Haag, 27 januari 2026`.
DATE_LINE = re.compile(rf"(?:(?P<place>[’'A-Z][\w’' -]{{1,30}}),\s+)?{DATE.pattern}\.?$", re.I)


def iso_date(match: re.Match[str]) -> str:
    """A match of `DATE` as a partial ISO date."""
    year_month = f"{match['year']}-{MONTHS[match['month'].casefold()]:02}"
    return f"{year_month}-{int(match['day']):02}" if match["day"] else year_month
