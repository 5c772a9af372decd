"""The parts of the Word renderer: the package, its tags, its links, its contents, its properties."""
