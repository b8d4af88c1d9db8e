"""Which pieces of the 128,000-piece vocabulary a French-English reader needs: a rule, not a corpus, so that rare names and numbers keep their pieces."""

import unicodedata

# The unknown mark, the begin and end marks and three unused ones. They keep their numbers and never match in text.
SPECIAL_PIECES = 6

# SentencePiece writes a space as U+2581.
SPACE = "\u2581"

SCRIPTS = ("LATIN ", "GREEK ")


def keeps(piece: str) -> bool:
    """Latin and Greek letters (names of the neighbours, symbols of the sciences), combining marks, and every sign that is not
    tied to another script: digits, punctuation, currency, arrows, mathematics, emoji."""
    return all(_keeps_character(character) for character in piece if character != SPACE)


def _keeps_character(character: str) -> bool:
    code = ord(character)
    if unicodedata.category(character)[0] in "LM":
        combining = 0x300 <= code < 0x370
        return combining or unicodedata.name(character, "").startswith(SCRIPTS)
    # Beyond: punctuation of the scripts that are left out, up to the emoji.
    return code < 0x370 or 0x2000 <= code < 0x2C00 or code >= 0x1F000


def kept_pieces(pieces: list[str], chunks: int) -> list[int]:
    """Original ids in the order of the new file: the special pieces first, then by quantisation chunk (rows with the same
    scale stand together, which compresses better), then by frequency, as they were."""
    kept = [i for i in range(SPECIAL_PIECES, len(pieces)) if keeps(pieces[i])]
    for i in kept:
        # The tokenizer cuts at every space before it looks for pieces.
        assert SPACE not in pieces[i][1:] and "\n" not in pieces[i], pieces[i]
    return [*range(SPECIAL_PIECES), *sorted(kept, key=lambda i: (i % chunks, i))]
