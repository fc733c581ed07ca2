"""Posts from several threads: those that come at the same time share a sync of the disk."""

import shutil
import statistics
from contextlib import nullcontext

from . import postgres, report
from .books import copy, prepare
from .programs import LIBRARY, say

POSTS = 3_200
THREADS = (1, 8, 32)
# What PostgreSQL does: the same, and without the balance for which its clients wait in turn.
PEERS = {"PostgreSQL": 1, "PostgreSQL, till not kept": 0}


def section(count, rounds):
    """The library alone, or beside PostgreSQL where that is installed: turn by turn, as many posts
    from as many clients, on one disk."""
    books = prepare(count)
    missing = postgres.missing()
    if not missing:
        postgres.build()
    names = [LIBRARY.name] + ([] if missing else [*PEERS])
    rates = {(name, threads): [] for name in names for threads in THREADS}
    before = report.load()
    with nullcontext() if missing else postgres.server(books.december) as peer:
        # A server that has just started is slow for a while.
        for round in range(-1 if peer else 0, rounds):
            say(f"  posters, round {round + 1} …")
            for threads in THREADS:
                # Nobody is always the first.
                for name in names if round % 2 else names[::-1]:
                    done = run(name, peer, books, threads, f"{round}-{threads}")
                    if done["sync"] != "2":
                        raise SystemExit(f"{name} is not durable")
                    if round >= 0:
                        rates[name, threads].append(float(done["second"]))
    shutil.rmtree(books.folder)
    text = f"## Posts from several threads, {count:,} members\n\n"
    text += f"{rounds} rounds of {POSTS:,} posts; {before} before, {report.load()} after.\n"
    text += f"Beside it: {missing or postgres.version()}.\n\n"
    return text + table(names, rates)


def run(name, peer, books, threads, label):
    options = {"threads": threads, "limit": POSTS, "members": books.members}
    if name == LIBRARY.name:
        book = copy(books.december, books.folder / "book.ksp")
        return LIBRARY.run("posters", db=book, day=f"{books.month}-31", **options)
    # The day as a number only has to be one of the book's.
    hot = PEERS[name]
    return peer.run("posters", day=20_453, run=f"{label}-{hot}", hot=hot, **options)


def table(names, rates):
    columns = ["posts a second", *(f"{threads} threads" for threads in THREADS), "8 to 1", "32 to 1"]
    rows = []
    for name in names:
        middle = [statistics.median(rates[name, threads]) for threads in THREADS]
        cells = [
            f"{report.number(value)} ({report.number(min(all))}–{report.number(max(all))})"
            for value, all in zip(middle, (rates[name, threads] for threads in THREADS))
        ]
        rows.append([name, *cells, *(f"{value / middle[0]:.2f}" for value in middle[1:])])
    for name in names[1:]:
        # The ratios of each round: both met the same machine.
        row = [f"**library to {name}**"]
        for threads in THREADS:
            pairs = zip(rates[names[0], threads], rates[name, threads])
            ratios = [mine / theirs for mine, theirs in pairs]
            row.append(f"**{statistics.median(ratios):.2f}** ({report.spread(ratios)})")
        rows.append([*row, "", ""])
    return report.table(columns, rows)
