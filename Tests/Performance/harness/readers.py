"""Loan cards from several readers, alone and beside somebody who posts."""

import shutil
import statistics

from . import loans, report
from .books import copy
from .programs import LIBRARY, say

# Readers, and the deposits a second beside them.
KINDS = ((1, 0), (1, 200), (8, 0), (8, 200))


def section(count, rounds):
    books = loans.prepare(count)
    done = {kind: [] for kind in KINDS}
    before = report.load()
    for round in range(rounds):
        say(f"  readers, round {round + 1} …")
        for kind in KINDS if round % 2 else KINDS[::-1]:
            book = copy(books.december, books.folder / "book.ksp")
            readers, posts = kind
            done[kind].append(
                LIBRARY.run(
                    "readers", db=book, readers=readers, posts=posts, loans=count, date="2025-12-31"
                )
            )
    shutil.rmtree(books.folder)

    def middle(kind, key):
        return statistics.median(float(words[key]) for words in done[kind])

    rows = []
    for kind in KINDS:
        name = f"{kind[0]} reader(s)" + (f", {kind[1]} posts a second" if kind[1] else "")
        cards = middle(kind, "second")
        rows.append([name, report.number(cards), f"{cards / middle(KINDS[1], 'second'):.2f}"])
        rows[-1] += [f"{report.number(middle(kind, key))} µs" for key in ("p50", "p99")]
    text = f"## Readers beside a writer, {count:,} loans\n\n"
    text += f"{rounds} rounds of two seconds; {before} before, {report.load()} after.\n\n"
    columns = ["loan cards", "a second, all", "to one beside a writer", "one, p50", "p99"]
    return text + report.table(columns, rows)
