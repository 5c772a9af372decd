"""Texts, web pages, XML and PDF files that are broken, endless, or out for something."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from .archives import LAUGHS, good

SENTENCE = "Het kabinet zet in op een sterke Unie die haar burgers beschermt en haar bedrijven ruimte geeft. "
DUTCH_PAPER = "Kamerstuk 21501-02, nr. 2956 van 12 juni 2026 "


def text_sources() -> Iterator[tuple[str, bytes]]:
    """Names and bytes of hostile plain texts."""
    yield "empty.txt", b""
    yield "spaces.txt", b" \t\n" * 10_000
    yield "zeros.txt", b"Beste lezer\0\0\0" * 100
    yield "binary.txt", bytes(range(256)) * 100
    yield "not-utf-8.txt", b"\xff\xfe\xfd\xc3\x28" * 100
    yield "word.txt", good()
    yield "control.txt", ("\x01\x1b[2J\x7f" + SENTENCE).encode() * 50
    yield "turned.txt", ("\u202e" + SENTENCE + "\u202c\u2066\u200b").encode() * 50
    yield "combined.txt", ("e" + "\u0301" * 5_000 + " ").encode() * 20
    yield "one-line.txt", SENTENCE.encode() * 30_000
    yield "one-word.txt", b"a" * 3_000_000
    yield "brackets.txt", b"(" * 200_000 + b")" * 200_000
    yield "notes.txt", b"[1] " * 50_000
    yield "papers.txt", DUTCH_PAPER.encode() * 5_000
    yield "dots.txt", b"a. " * 100_000
    yield "dashes.txt", b"- \n" * 100_000
    yield "digits.txt", b"1234567890" * 100_000
    yield (
        "questions.txt",
        "".join(f"Vraag {number}\nWat?\n\nAntwoord {number}\nDat.\n\n" for number in range(3_000)).encode(),
    )
    yield "headings.txt", "".join(f"# Kop {number}\n\n" for number in range(20_000)).encode()
    yield "empty-rows.txt", (SENTENCE + "\n\n" + ("|" * 40 + "\n") * 3 + SENTENCE + "\n" + "|" * 9).encode()
    yield "unseen.txt", "\u200b\u2060\ufeff".encode() * 500
    yield "utf-16-cut.txt", SENTENCE.encode("utf-16")[:-1]
    yield "utf-16-halves.txt", b"\xff\xfe" + b"\x00\xd8" * 400 + SENTENCE.encode("utf-16-le")
    yield "utf-16-bare.txt", SENTENCE.encode("utf-16-le")
    yield "ends.txt", SENTENCE.replace(" ", "\r").encode() + b"\r\n\x0b\x0c\x1c\x85\xe2\x80\xa8" + SENTENCE.encode()
    yield "rich.txt", rb"{\rtf1\ansi Geachte voorzitter}"
    yield "rows.txt", "".join(f"Rij {number}\tkolom\t12,5%\n" for number in range(16_000)).encode()
    yield "numbers.txt", "".join(f"{number}\n" for number in range(40_000)).encode()
    yield "no-suffix", SENTENCE.encode()
    yield "program.exe", b"MZ" + bytes(500)


def page_sources() -> Iterator[tuple[str, bytes]]:
    """Names and bytes of hostile web pages."""
    yield "empty.html", b""
    yield "deep.html", page("<div>" * 100_000 + SENTENCE)
    yield "deep-spans.html", page("<p>" + "<span>" * 50_000 + SENTENCE)
    yield "unclosed.html", page("<p>" + SENTENCE + "<!-- " + SENTENCE * 100)
    yield "wide-cell.html", page(f"<table><tr><td colspan=999999999 rowspan=999999999>{SENTENCE}</td></tr></table>")
    yield "many-cells.html", page("<table>" + "<tr><td>x</td></tr>" * 50_000 + "</table>")
    yield "attributes.html", page("<p " + " ".join(f"a{number}=1" for number in range(50_000)) + f">{SENTENCE}</p>")
    yield "laughs.html", (LAUGHS + f"<html><body><p>&e9; {SENTENCE}</p></body></html>").encode()
    yield "frames.html", page(f'<base href="file:///"><iframe src="file:///etc/passwd"></iframe><p>{SENTENCE}</p>')
    yield "script.html", page("<script>while(true){}</script><p onload='x()'>" + SENTENCE)
    yield "zeros.html", page(SENTENCE + "\0" * 1_000 + SENTENCE)
    yield "wrong-charset.html", b'<meta charset="utf-7"><p>' + SENTENCE.encode() + b"+ADw-script+AD4-"
    yield "utf-16.html", page(SENTENCE).decode().encode("utf-16")
    yield "long.html", page("<p>" + SENTENCE * 30_000)
    yield "pdf.html", pdf_with(b"BT ET")
    yield "refresh.html", page(f'<meta http-equiv="refresh" content="0;url=file:///etc/passwd"><p>{SENTENCE}')
    yield "inside.html", page(f'<img src="data:image/png;base64,{"A" * 100_000}"><p>{SENTENCE}')
    yield "formatting.html", page("<p><font><b><i><u>" * 200 + SENTENCE)
    yield "lists.html", page("<ul>" + "<li>punt " * 60_000)
    yield "charset.html", b'<meta charset="zlib"><p>' + SENTENCE.encode()
    yield "spanning.html", page("<table>" + "<tr><td rowspan=65534>a<td colspan=1000>b" * 500 + "</table>" + SENTENCE)
    yield "references.html", page("<p>" + "&#x110000;&#0;&#xD800;&amp" * 10_000 + SENTENCE)


def xml_sources() -> Iterator[tuple[str, bytes]]:
    """Names and bytes of hostile XML files."""
    yield "empty.xml", b""
    yield "laughs.xml", (LAUGHS + "<officiele-publicatie><al>&e9;</al></officiele-publicatie>").encode()
    yield "outside-file.xml", external("SYSTEM 'file:///etc/passwd'")
    yield "outside-net.xml", external("SYSTEM 'http://192.0.2.1/x.dtd'")
    yield "parameter.xml", b"<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://192.0.2.1/p'> %p;]><a/>"
    yield (
        "including.xml",
        (
            b'<officiele-publicatie xmlns:xi="http://www.w3.org/2001/XInclude"><al>'
            b'<xi:include href="file:///etc/passwd" parse="text"/></al></officiele-publicatie>'
        ),
    )
    yield "deep.xml", b"<officiele-publicatie>" + b"<al>" * 200_000
    yield "deep-closed.xml", b"<a>" * 5_000 + SENTENCE.encode() + b"</a>" * 5_000
    yield "long-attribute.xml", b'<officiele-publicatie a="' + b"x" * 11_000_000 + b'"/>'
    yield "wrong-encoding.xml", b'<?xml version="1.0" encoding="klingon"?><officiele-publicatie/>'
    yield "once.xml", b"<!DOCTYPE a [<!ENTITY x 'hallo'>]><officiele-publicatie><al>&x;</al></officiele-publicatie>"
    yield "quadratic.xml", (f"<!DOCTYPE a [<!ENTITY x '{'y' * 50_000}'>]><a>{'&x;' * 20_000}</a>").encode()
    yield "another-root.xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    yield "two-roots.xml", b"<officiele-publicatie/><officiele-publicatie/>"


def pdf_sources() -> Iterator[tuple[str, bytes]]:
    """Names and bytes of hostile PDF files."""
    whole = pdf_with(b"BT /F1 12 Tf 72 720 Td (Het kabinet zet in op een sterke Unie.) Tj ET")
    yield "empty.pdf", b""
    yield "head.pdf", b"%PDF-1.7\n"
    yield "noise.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 200
    yield "truncated.pdf", whole[: len(whole) // 2]
    yield (
        "encrypted.pdf",
        whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 9 0 R").replace(b"xref", ENCRYPTION + b"xref"),
    )
    yield "word.pdf", good()
    yield "no-text.pdf", pdf_with(b"0 0 m 100 100 l S")
    yield "looping-pages.pdf", pdf_of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>")
    yield "many-pages.pdf", whole.replace(b"/Kids [3 0 R] /Count 1", b"/Kids [3 0 R] /Count 99999999")
    yield "huge-page.pdf", whole.replace(b"[0 0 612 792]", b"[0 0 99999999999 99999999999]")
    yield "deep-array.pdf", pdf_of("<< /Type /Catalog /Pages 2 0 R >>", "[" * 100_000 + "]" * 100_000)
    yield "packed.pdf", pdf_with(zlib.compress(b" " * 60_000_000 + b"BT ET"), "/Filter /FlateDecode")
    yield "forms.pdf", nested_forms(9)
    yield "marked.pdf", pdf_with(b"/P BMC " * 100_000 + b"BT /F1 12 Tf (Het kabinet) Tj ET")
    yield "endless-range.pdf", whole.replace(b"/Type1 /BaseFont /Helvetica", b"/Type0 /DescendantFonts [5 0 R]")
    yield "length.pdf", whole.replace(b"/Length 74", b"/Length 4 0 R")
    yield "launch.pdf", whole.replace(b"/Pages 2 0 R", b"/Pages 2 0 R /OpenAction << /S /Launch /F (cmd.exe) >>")
    yield "same-page.pdf", whole.replace(b"/Kids [3 0 R] /Count 1", b"/Kids [" + b"3 0 R " * 3_000 + b"] /Count 3000")
    yield "both.pdf", whole + good()
    yield "postscript.pdf", b"%!PS-Adobe-3.0\nshowpage\n"
    yield (
        "script.pdf",
        whole.replace(b"/Pages 2 0 R", b"/Pages 2 0 R /OpenAction << /S /JavaScript /JS (while(1){}) >>"),
    )
    yield "long.pdf", pdf_with(b"BT /F1 12 Tf 72 720 Td " + b"(woord) Tj 0 -1 Td " * 200_000 + b"ET")


ENCRYPTION = (
    b"9 0 obj\n<< /Filter /Standard /V 1 /R 2 /O <" + b"00" * 32 + b"> /U <" + b"11" * 32 + b"> /P -4 >>\nendobj\n"
)


def page(body: str) -> bytes:
    return f"<!doctype html><html lang=nl><title>Brief</title><body><main>{body}</main></body></html>".encode()


def external(declaration: str) -> bytes:
    return f"<!DOCTYPE a [<!ENTITY x {declaration}>]><officiele-publicatie><al>&x;</al></officiele-publicatie>".encode()


def pdf_with(content: bytes, extra: str = "") -> bytes:
    """A PDF of one page whose content stream is given."""
    stream = f"<< /Length {len(content)} {extra} >>\nstream\n".encode() + content + b"\nendstream"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return pdf_of(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        stream,
        font,
    )


def nested_forms(depth: int) -> bytes:
    """A PDF whose page draws a form that draws another one ten times, and so on."""
    form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << {} >> /Length {} >>\nstream\n{}\nendstream"
    drawn = "/X Do " * 10
    inner = "BT /F1 1 Tf (woord) Tj ET"
    forms = [form.format(f"/XObject << /X {number + 1} 0 R >>", len(drawn), drawn) for number in range(5, 5 + depth)]
    font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    return pdf_of(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        "<< /Length 5 >>\nstream\n/X Do\nendstream",
        *forms,
        form.format(font, len(inner), inner),
    )


def pdf_of(*objects: str | bytes) -> bytes:
    """A PDF of objects, the first one its catalogue."""
    data, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(_encoded(objects), 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    entries = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(offsets) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % size + entries
    return data + table + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))


def _encoded(objects: Iterable[str | bytes]) -> Iterator[bytes]:
    for content in objects:
        yield content.encode() if isinstance(content, str) else content
