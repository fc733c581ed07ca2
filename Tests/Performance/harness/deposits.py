"""The section on term deposits: a month end in which they fall due, run again and are set aside."""

import shutil
import tempfile
from pathlib import Path

from . import report
from .books import copy
from .programs import LIBRARY, OUT, say
from .rounds import measure


def section(count, rounds):
    """The month end of a book, and of one with a tenth of its deposits."""
    before = report.load()
    sizes = sorted({max(count // 10, 1), count})
    figures = {}
    for size in sizes:
        december = prepare(size)
        figures[size] = measure("month", december, rounds, True, month="2025-12")
        shutil.rmtree(december.parent)
    rows = [
        report.task_row(f"month end, {size:,} deposits", of, wanted=1.3)
        for size, of in figures.items()
    ]
    cost = [of.middle(LIBRARY) / size * 1e6 for size, of in figures.items()]
    notes = [
        f"## Term deposits, {count:,}",
        "",
        f"{rounds} rounds; {before} before, {report.load()} after.",
        "A deposit costs the library " + ", ".join(f"{report.number(each)} µs" for each in cost) + ".",
        "",
    ]
    faults = [fault for figure in figures.values() for fault in figure.faults()]
    return "\n".join(notes + faults + [report.table(report.TASK_COLUMNS, rows)])


def prepare(count):
    """The library makes the book: what is agreed and set aside is its own to decide."""
    folder = OUT / f"deposits-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    say(f"Preparing {count:,} term deposits …")
    # The book is made in memory where there is a disk of it, and brought to the disk later.
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else folder) as nursery:
        born = Path(nursery) / "book.ksp"
        LIBRARY.run("deposits", deposits=count, db=born)
        return copy(born, folder / "december.ksp")
