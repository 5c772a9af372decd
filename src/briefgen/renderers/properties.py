"""What a PDF says of itself, and the files inside it: PDF/A-3, level A, and PDF/UA-1 in one file.

Sources: ISO 19005-3, 6.6 (metadata) and 6.8 (embedded files); ISO 14289-1, 5 (identification); ISO 16684-1 (XMP). The
extension schema describes the property of PDF/UA to an archive that knows only PDF/A (ISO 19005-3, 6.6.2.3.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from xml.sax.saxutils import escape

import pikepdf

from ..pack import PACK_NAME
from .commission import Attachment

PACKET = """<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
 <pdfaid:part>3</pdfaid:part>
 <pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
 <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
 <dc:format>application/pdf</dc:format>
 <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
 <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
 <dc:creator><rdf:Seq>{authors}</rdf:Seq></dc:creator>
 <dc:subject><rdf:Bag>{subjects}</rdf:Bag></dc:subject>
 <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{marking}</rdf:li></rdf:Alt></dc:rights>
 <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
 <pdf:Keywords>{keywords}</pdf:Keywords>
 <pdf:Producer>{producer}</pdf:Producer>
 <xmp:CreatorTool>{program}</xmp:CreatorTool>
 <xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>
 <xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
 <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
   <pdfaProperty:name>part</pdfaProperty:name>
   <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
   <pdfaProperty:category>internal</pdfaProperty:category>
   <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
 </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

# Characters that XML cannot hold: controls, halves of pairs, U+FFFE and U+FFFF (XML 1.0, 2.2).
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

SRGB = "sRGB2014.icc"
"""The colour profile of the International Color Consortium, as WeasyPrint ships it."""

RELATIONS = {PACK_NAME: "Source"}
"""How an attached file relates to the PDF (ISO 19005-3, 6.8): the pack is its source, any other file is data."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What a PDF says of itself.

    Attributes:
        subject: what it is about, in a phrase; may be empty.
        author: who answers for it; may be empty.
        marking: how it is classified; also among the keywords, where programs show it.
        language: BCP 47 tag.
        day: of the file, for all its dates.
        program: what made it.
    """

    title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    marking: str
    language: str
    day: date
    program: str

    @property
    def shown_keywords(self) -> str:
        """The keywords and the marking, with commas between them."""
        return ", ".join(filter(None, (*self.keywords, self.marking)))


def describe(file: pikepdf.Pdf, properties: Properties) -> None:
    """Write the document information and the XMP metadata, which say the same.

    Args:
        file: laid out by a program that named itself as its producer; is changed.
        properties: of the pack; white space in them counts as one space, and what XML cannot hold is left out.
    """
    properties = _on_one_line(properties)
    producer = str(file.docinfo.get("/Producer", ""))
    stamp = f"D:{properties.day:%Y%m%d}000000Z"
    shown = {
        "/Title": properties.title,
        "/Subject": properties.subject,
        "/Author": properties.author,
        "/Keywords": properties.shown_keywords,
        "/Creator": properties.program,
        "/Producer": producer,
        "/CreationDate": stamp,
        "/ModDate": stamp,
    }
    information = pikepdf.Dictionary({name: pikepdf.String(value) for name, value in shown.items() if value})
    file.docinfo = file.make_indirect(information)
    metadata = pikepdf.Stream(file, _packet(properties, producer).encode())
    metadata.Type, metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    file.Root.Metadata = metadata


def _on_one_line(properties: Properties) -> Properties:
    return replace(
        properties,
        title=_plain(properties.title),
        subject=_plain(properties.subject),
        author=_plain(properties.author),
        keywords=tuple(map(_plain, properties.keywords)),
        marking=_plain(properties.marking),
    )


def _plain(text: str) -> str:
    return " ".join(NOT_XML.sub("", text).split())


def _packet(properties: Properties, producer: str) -> str:
    subjects = filter(None, (*properties.keywords, properties.marking))
    packet = PACKET.format(
        title=escape(properties.title),
        subject=escape(properties.subject),
        authors=_list(filter(None, [properties.author])),
        subjects=_list(subjects),
        marking=escape(properties.marking),
        language=escape(properties.language),
        keywords=escape(properties.shown_keywords),
        producer=escape(producer),
        program=escape(properties.program),
        day=properties.day.isoformat(),
    )
    return "\n".join(line for line in packet.split("\n") if not _is_empty(line))


def _list(values: Iterable[str]) -> str:
    return "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values)


def _is_empty(line: str) -> bool:
    """Whether a line of the packet is a property without a value."""
    empty = ('"x-default"></rdf:li>', "<rdf:Seq></rdf:Seq>", "<rdf:Bag></rdf:Bag>", "<pdf:Keywords></pdf:Keywords>")
    return any(mark in line for mark in empty)


def set_colours(file: pikepdf.Pdf) -> None:
    """Say that the colours of a file are those of sRGB (ISO 19005-3, 6.2.3).

    Args:
        file: whose colours are all RGB or grey; is changed.
    """
    profile = pikepdf.Stream(file, files("weasyprint").joinpath("pdf", SRGB).read_bytes())
    profile.N = 3
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String("sRGB"),
        Info=pikepdf.String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    file.Root.OutputIntents = pikepdf.Array([intent])


def attach(file: pikepdf.Pdf, attachments: Sequence[Attachment], day: date) -> None:
    """Put files into a PDF, each associated with the whole of it (ISO 19005-3, 6.8).

    Args:
        file: without attachments; is changed.
        attachments: what goes in.
        day: the date that they give as their own.
    """
    stamp = f"D:{day:%Y%m%d}000000Z"
    associated = []
    for attachment in attachments:
        specification = pikepdf.AttachedFileSpec(
            file,
            attachment.data,
            description=attachment.description,
            filename=attachment.name,
            mime_type=attachment.media_type,
            creation_date=stamp,
            mod_date=stamp,
        )
        specification.relationship = pikepdf.Name(f"/{RELATIONS.get(attachment.name, 'Data')}")
        file.attachments[attachment.name] = specification
        associated.append(file.attachments[attachment.name].obj)
    if associated:
        file.Root.AF = file.make_indirect(pikepdf.Array(associated))
