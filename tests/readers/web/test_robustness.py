"""Whatever a page or a paper holds: it is read, or the message says what to do; nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import SourceError

from .page import proven

PIECES = [
    "<p>", "</p>", "<div>", "</div>", "<main>", "</main>", "<article>", "<h1>", "</h1>", "<h3>Kop</h3>", "<br>",
    "<br><br>", "<ul><li>", "</li></ul>", "<table><tr><td>", "</td><td>", "</td></tr>", "</table>", "<th>Kop</th>",
    "<nav>", "</nav>", "<sup>1</sup>", "<sup><a href='#n1' id='r1'>1</a></sup>", "<a href='#n2'>[2]</a>",
    "<p id='n1'>1 Noot een.</p>", "<li id='n2'><a href='#r1'>2</a> Noot twee.", "<dt id='n3'>3</dt>",
    "<a href='#n3'>(3)</a>", "<a name='n1'></a>", "<b>Vet</b>", "<strong>", "</strong>",
    "<span class='super'>2</span>", "<script>x</script>", "<!-- c -->", "<?pi x?>", "&amp;", "&nope;", "&#0;",
    "<td rowspan='99999' colspan='-2'>", "<p class='oj-doc-ti'>ANNEX</p>", "<aside>", "<form>",
    "Het kabinet zet in op een sterke Unie. ", "Vraag 1", "Antwoord 1", "De heer Dijk (SP):", "Nr. 32 BRIEF", "(a)",
    "\n", "<a href='https://zoek.officielebekendmakingen.nl/kst-36715-32.html'>stuk</a>",
    "en gaat over tot de orde van de dag.", "Klos", "<hr class='note'>",
    "<h2>Noten</h2><ol><li>Een noot.</li></ol>", "<div role='document'>", "<i>", "</i>",
]  # fmt: skip

ELEMENTS = [
    "<al>", "</al>", "<stuk>", "</stuk>", "<tekst>", "</tekst>", "<noot>", "<noot.nr>1</noot.nr>",
    "<noot.al>Noot.</noot.al>", "</noot>", "<lijst><li><li.nr>a.</li.nr>", "</li></lijst>",
    "<kop><titel>Kop</titel></kop>", "<divisie>", "</divisie>", "<spreekbeurt>",
    "<spreker>De heer <naam><achternaam>Klos</achternaam></naam> (<politiek>D66</politiek>):</spreker>",
    "</spreekbeurt>", "<motie>", "</motie>", "<motie-info>", "</motie-info>", "<vraag><nr>1</nr>", "</vraag>",
    "<antwoord>", "<table><title>T</title><tgroup><tbody><row><entry morerows='99999999'>", "</entry>",
    "</row></tbody></tgroup></table>", "<extref doc='kst-36715-32'>36 715, nr. 32</extref>",
    "<tussenkop>Kop</tussenkop>", "<nadruk>", "</nadruk>", "&euml;", "&nope;", "<onbekend/>",
    "Tekst van de brief. ", "<titel>MOTIE</titel>", "<datum isodatum='2026-01-27'/>", "\n", "<",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=30), min_size=1, max_size=40))
def test_any_page_is_read_without_loss(pieces: list[str]) -> None:
    data = ("<html><body><p>Begin.</p>" + "".join(pieces)).encode(errors="replace")
    try:
        proven(data)
    except SourceError as error:
        assert error.text("nl")


@given(st.lists(st.sampled_from(ELEMENTS) | st.text(max_size=30), min_size=1, max_size=40))
def test_any_paper_is_read_without_loss(pieces: list[str]) -> None:
    data = ("<kamerstuk><al>Begin.</al>" + "".join(pieces) + "</kamerstuk>").encode(errors="replace")
    try:
        proven(data, "seeds/paper.xml")
    except SourceError as error:
        assert error.text("en")


@given(st.binary(max_size=200), st.sampled_from(["seeds/page.html", "seeds/page.htm", "seeds/paper.xml"]))
def test_any_bytes_are_read_or_refused(data: bytes, file: str) -> None:
    try:
        proven(data, file)
    except SourceError as error:
        assert error.file == file
