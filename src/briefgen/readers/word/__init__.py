"""The stages of the reader of Word files (ECMA-376, WordprocessingML)."""
