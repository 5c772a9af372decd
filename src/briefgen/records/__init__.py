"""From a `Document` to records: one file a kind."""
