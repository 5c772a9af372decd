"""Lines that a written consultation or written questions are made of."""

from __future__ import annotations

import re

# One or more numbers of questions: `4`, `4 en 5`, `3, 4, 5, 9 en 10`, `1 t/m 3`.
_NUMBERS = r"\d{1,3}(?:(?:,?\s+(?:en|t/m|tot en met)\s+|,\s*)\d{1,3})*"

# The label of an answer or a question: `27. Antwoord van het kabinet`, `Vraag 4 en 5`, `Antwoord op vraag 3`.
EXCHANGE = re.compile(
    rf"(?:\d{{1,3}}\.?\s+)?(?:Antwoord(?:en)?(?:\s+{_NUMBERS}|\s+op\s+(?:de\s+)?vra(?:ag|gen)\s+{_NUMBERS}"
    rf"|\s+van\s+(?:het|de)\s+.{{3,50}})?|Vra(?:ag|gen)\s+{_NUMBERS})\s*:?$"
)

# The heading of a party in a written consultation.
PARTY = re.compile(
    r"(?:Vragen en opmerkingen|Inbreng|Vragen|Opmerkingen)\s+(?:van|vanuit)\s+(?:de\s+)?(?:leden\s+van\s+)?(?:de\s+)?"
    r"\S.{0,50}(?:fractie|lid|leden)\b.{0,30}",
    re.I,
)
