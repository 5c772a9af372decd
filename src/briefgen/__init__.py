"""briefgen: briefing packs from policy sources, every sentence traced to its source paragraph.

The whole flow, in six lines::

    document = readers.read(data, source)  #  bytes → what a source says
    extraction = extraction.extract(document)  #  → its records, quoted
    selection = selection.select(extractions, spec, taxonomy)  #  → what is in, what is out, and why
    pack = assembly.assemble(selection, spec, extractions, name=name, as_of=day, language="nl")  #  → the brief
    commission = Commission(pack, presenting.present(pack, labels), templates)  #  → the words of the templates
    files = {suffix: render(commission).content for suffix, render in RENDERERS.items()}

Each line is a pure function over frozen models; `pipeline` runs them and is the only room that reads and writes files.
ARCHITECTURE.md draws the rooms.
"""

__version__ = "0.1.0"
__all__ = ["__version__"]
