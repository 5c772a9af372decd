"""Word files that no word processor makes: too large, hollow, contradictory, or out for something."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Iterator, Mapping

from ..readers.word.building import MAIN_TYPE, NAMESPACES, PROSE, p, word_file

BODY = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
ENTITIES = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
LAUGHS = f'<!DOCTYPE w [<!ENTITY e0 "ha">{ENTITIES}]>'
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def word_sources() -> Iterator[tuple[str, bytes]]:
    """Names and bytes of hostile Word files."""
    yield "empty.docx", b""
    yield "spaces.docx", b" \n" * 100
    yield "text.docx", b"Dit is geen Word-bestand."
    yield "old.docx", COMPOUND
    yield "encrypted.docx", COMPOUND + "EncryptedPackage".encode("utf-16-le")
    yield "truncated.docx", good()[: len(good()) // 2]
    yield "half-directory.docx", good()[:-30]
    yield "wrong-sum.docx", good().replace(b"PK\x03\x04", b"PK\x03\x04", 1)[:60] + bytes(20) + good()[80:]
    yield "locked.docx", locked(good())
    yield "bomb.docx", archive({BODY: bytes(80_000_000)})
    yield "many-parts.docx", archive({f"word/{number}.xml": b"" for number in range(10_001)})
    yield "lying-size.docx", lying(archive({BODY: b"<a/>" + b" " * 5_000_000}))
    yield "twice.docx", twice()
    yield "no-body.docx", archive({"word/styles.xml": b"<w/>"})
    yield "no-types.docx", zipped({BODY: b"<w/>"})
    yield "laughs.docx", word_file("", raw={BODY: LAUGHS + document("&e9;")})
    yield "outside-file.docx", word_file("", raw={BODY: external("file:///etc/passwd")})
    yield "outside-net.docx", word_file("", raw={BODY: external("http://192.0.2.1/x")})
    yield "macro-type.docx", word_file(p(PROSE), main_type="application/vnd.ms-word.document.macroEnabled.main+xml")
    yield "macro.docm", word_file(p(PROSE))
    yield "deep.docx", word_file("<w:p>" * 100_000)
    yield "deep-tables.docx", word_file(nested_tables(3_000))
    yield "wide-cell.docx", word_file(spanning(10**9))
    yield "long.docx", word_file(p("woord " * 5_000_000))
    yield "not-xml.docx", word_file("", raw={BODY: "<w:document"})
    yield "control.docx", word_file("", raw={BODY: document("<w:p><w:r><w:t>a\x00b</w:t></w:r></w:p>")})
    yield "another-root.docx", word_file("", raw={BODY: "<html><body>x</body></html>"})
    yield "looping-styles.docx", word_file(p(PROSE, style="A"), styles=looping_styles())
    yield (
        "wild-numbers.docx",
        word_file(p(PROSE, extra='<w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="-7"/></w:numPr>')),
    )
    yield "slipping.docx", with_entries(good(), {"../../../slipped.xml": b"<a/>", "/slipped.xml": b"<a/>"})
    yield "device.docx", with_entries(good(), {"word/CON.xml": b"<a/>", "word/a\x01b.xml": b"<a/>"})

    yield "outside-parts.docx", with_entries(good(), {RELATIONS: relations()})
    yield "chunk.docx", with_entries(word_file(p(PROSE) + '<w:altChunk r:id="r3"/>'), {RELATIONS: relations()})
    yield "order.docx", word_file(p(PROSE) + '<w:fldSimple w:instr="DDEAUTO c:\\\\cmd.exe"/>')
    yield "open-fields.docx", word_file('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 900 + p(PROSE))
    yield "laughing-styles.docx", with_entries(good(), {"word/styles.xml": f"{LAUGHS}<w>&e9;</w>".encode()})
    yield "nested-properties.docx", with_entries(good(), {"_rels/.rels": b"<a>" * 50_000})
    yield "many-numbers.docx", word_file(p(PROSE, extra=f'<w:outlineLvl w:val="{"9" * 5_000}"/>'))
    yield "bad-letters.docx", with_entries(good(), {BODY: document(p(PROSE)).encode().replace(b"e", b"\xff")})
    yield "same-place.docx", _patched(good(), b"PK\x01\x02", 42, struct.pack("<I", 0))
    yield "unknown-packing.docx", _patched(good(), b"PK\x01\x02", 10, struct.pack("<H", 99))
    yield "wrong-checks.docx", _patched(good(), b"PK\x01\x02", 16, struct.pack("<I", 1))
    yield "endless-sizes.docx", _patched(good(), b"PK\x01\x02", 24, struct.pack("<I", 0xFFFFFFF0))
    yield "far-directory.docx", far_directory()
    yield "before.docx", b"#!/bin/sh\n" + good()


def relations() -> bytes:
    """Relationships of the body with what lies outside the file."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    targets = {"attachedTemplate": "http://192.0.2.1/x.dotm", "image": "file:///etc/passwd", "aFChunk": "x.html"}
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{kind}/{name}" Target="{target}" TargetMode="External"/>'
        for number, (name, target) in enumerate(targets.items(), start=1)
    )
    inside = f'<Relationship Id="r9" Type="{kind}/footnotes" Target="../../../../etc/passwd"/>'
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{rows}{inside}</Relationships>'.encode()


def far_directory() -> bytes:
    """An archive whose directory for large files (zip64) says that it stands far behind the end."""
    data = good()
    end = data.rfind(b"PK\x05\x06")
    return data[:end] + b"PK\x06\x07" + struct.pack("<IQI", 0, 2**62, 1) + data[end:]


def good() -> bytes:
    """A sound file."""
    return word_file(p(PROSE))


def document(body: str) -> str:
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def external(address: str) -> str:
    return f'<!DOCTYPE w [<!ENTITY x SYSTEM "{address}">]>' + document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")


def zipped(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return buffer.getvalue()


def archive(parts: Mapping[str, bytes]) -> bytes:
    """An archive with the content types of a Word file."""
    types = f'<Types><Override PartName="/{BODY}" ContentType="{MAIN_TYPE}"/></Types>'.encode()
    return zipped({"[Content_Types].xml": types, **parts})


def with_entries(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return zipped({**{name: opened.read(name) for name in opened.namelist()}, **parts})


def twice() -> bytes:
    """Two bodies under one name: programs differ in which one they show."""
    buffer = io.BytesIO(good())
    with zipfile.ZipFile(buffer, "a") as made, _silenced():
        made.writestr(BODY, document(p("Een ander verhaal.")))
    return buffer.getvalue()


def locked(data: bytes) -> bytes:
    """The same archive, each entry of which says that it is encrypted."""
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data = _patched(data, signature, offset, struct.pack("<H", 1))
    return data


def lying(data: bytes) -> bytes:
    """The same archive, each entry of which says that it holds ten bytes."""
    return _patched(_patched(data, b"PK\x01\x02", 24, struct.pack("<I", 10)), b"PK\x03\x04", 22, struct.pack("<I", 10))


def nested_tables(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + p(PROSE) + "<w:p/></w:tc></w:tr></w:tbl>" * depth


def spanning(columns: int) -> str:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>{p(PROSE)}</w:tc>'
    return f"<w:tbl><w:tblPr/><w:tr>{cell}</w:tr></w:tbl>"


def looping_styles() -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="{base}"/></w:style>'
        for name, base in (("A", "B"), ("B", "A"))
    )


def _patched(data: bytes, signature: bytes, offset: int, value: bytes) -> bytes:
    changed, at = bytearray(data), data.find(signature)
    while at >= 0:
        changed[at + offset : at + offset + len(value)] = value
        at = data.find(signature, at + 4)
    return bytes(changed)


def _silenced() -> warnings.catch_warnings[None]:
    return warnings.catch_warnings(action="ignore")
