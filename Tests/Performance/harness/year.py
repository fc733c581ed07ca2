"""The section on the year: SHU, financial statements, health, and every member's paper."""

import os
import shutil
import statistics
import subprocess
import time

from . import report
from .books import copy, prepare
from .programs import EQUAL, KSP, LIBRARY, say
from .rounds import measure

READERS = (LIBRARY, EQUAL)
STATEMENTS = {
    "balance": "balance sheet", "income": "income", "equity": "changes in equity",
    "cash-flow": "cash flow",
}  # fmt: skip


def section(count, rounds):
    """Each beside C that asks SQLite for the same figures, or writes the same bytes."""
    before = report.load()
    books = prepare(count)
    ratified = copy(books.december, books.folder / "ratified.ksp")
    LIBRARY.run("close-year", db=ratified)
    figures = {
        "shu": measure("shu", ratified, rounds, False, READERS),
        "shu-post": measure("shu-post", ratified, rounds, True, READERS),
    }
    for task in STATEMENTS:
        figures[task] = measure(task, ratified, rounds, False, READERS)
    line = report.task_row
    rows = [
        line("SHU divided, to look at", figures["shu"]),
        line("SHU divided and booked", figures["shu-post"]),
        *(line(name, figures[task], "ms") for task, name in STATEMENTS.items()),
        health(ratified, rounds),
        papers(ratified, books.folder, rounds),
    ]
    shutil.rmtree(books.folder)
    notes = [
        f"## The year, {count:,} members",
        "",
        f"{rounds} rounds; {before} before, {report.load()} after.",
        "",
    ]
    faults = [fault for figure in figures.values() for fault in figure.faults()]
    return "\n".join(notes + faults + [report.table(report.TASK_COLUMNS, rows)])


def health(book, rounds):
    """The worksheet of the health of a year has no floor: it is the balances of two days."""
    done = [LIBRARY.run("health", db=book) for _ in range(rounds)]
    took = statistics.median(float(one["seconds"]) for one in done)
    peak = max(float(one["peak"]) for one in done)
    dashes = ["–"] * 3
    return ["health worksheet", f"{report.number(took * 1e3)} ms", *dashes, "", "–", f"{peak:.0f}"]


def papers(book, folder, rounds):
    """`ksp statement all --per-member` as pages, a whole process, beside a loop that reads the same
    lines and writes the same bytes."""
    page, other = folder / "papers.html", folder / "same.html"
    command = [KSP, "statement", "all", "--per-member", "--from", "2025-01-01", "--to", "2025-12-31"]
    command += ["--format", "html", "-o", page, "--book", book]
    ours, floors, peaks = [], [], []
    for _ in range(rounds):
        say("  papers …")
        page.unlink(missing_ok=True)
        start = time.monotonic()
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        ours.append(time.monotonic() - start)
        peaks.append(usage.ru_maxrss / 1024)
        floors.append(EQUAL.run("same", db=book, **{"from": page, "to": other}))
    theirs = [float(done["seconds"]) for done in floors]
    ratios = [mine / floor for mine, floor in zip(ours, theirs)]
    size = page.stat().st_size / 2**20
    return [
        f"paper of every member, {size:,.0f} MiB of pages",
        f"{report.number(statistics.median(ours))} s",
        report.number(statistics.median(theirs)),
        "–",
        f"**{statistics.median(ratios):.2f}** ({report.spread(ratios)})",
        "",
        "–",
        f"{max(peaks):.0f} / {max(float(done['peak']) for done in floors):.0f}",
    ]
