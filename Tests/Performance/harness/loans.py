"""The section on loans: plans, and what a book of running loans costs at several sizes."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from . import report
from .books import copy
from .programs import EQUAL, LIBRARY, OUT, say
from .rounds import measure, measure_plans

PLANS = 100_000
# A payroll list has so many rows at most, whatever the loans in the book.
MOST_ROWS = 10_000
READERS = (LIBRARY, EQUAL)


@dataclass(frozen=True)
class LoanBooks:
    """Borrowers with one loan each, some of them late, in the last month of 2025."""

    loans: int
    folder: Path
    # Before the payments of December.
    november: Path
    # After them, before the month end.
    december: Path
    # The first rows of December's payroll list.
    rows: Path
    count: int


def section(rounds, sizes):
    """All tasks at the largest size, and the cost of a loan at each."""
    before = report.load()
    plans = [measure_plans(rounds, plans=PLANS, effective=effective) for effective in (0, 1)]
    figures = {}
    counts = {}
    for size in sizes:
        books = prepare(size)
        figures[size] = measure_all(books, rounds)
        counts[size] = books.count
        shutil.rmtree(books.folder)
    largest = max(sizes)
    notes = [
        "## Loans",
        "",
        f"{rounds} rounds; {before} before, {report.load()} after.",
        f"The first two lines need no book; the others are of a book with {largest:,} running loans.",
        "",
    ]
    measured = plans + [figure for size in sizes for figure in figures[size].values()]
    faults = [fault for figure in measured for fault in figure.faults()]
    tasks = tasks_table(plans, figures[largest], counts[largest])
    cost = [
        "",
        "### Cost against the number of loans",
        "",
        "Per loan, row or card, by the library; the ratio is of the last size to the first.",
        "",
        cost_table(figures, counts),
    ]
    return "\n".join(notes + faults + [tasks] + cost)


def tasks_table(plans, figures, count):
    line = report.task_row
    rows = [
        line(f"{PLANS:,} plans", plans[0], wanted=2),
        line(f"{PLANS:,} plans with their effective rates", plans[1], wanted=1.3),
        line("month end", figures["month"], wanted=1.2),
        line(f"payroll list of {count:,} rows, one voucher", figures["repay"], wanted=1.5),
        line("list of loans with arrears, classes and allowance", figures["register"], wanted=1.3),
        line("list of the month's installments", figures["due"], wanted=1.3),
        line("one loan card, p50", figures["card"], "µs", "p50", wanted=1.25),
        line("one loan card, p99", figures["card"], "µs", "p99", wanted=1.3),
    ]
    return report.table(report.TASK_COLUMNS, rows)


def cost_table(figures, counts):
    tasks = [
        ("month", "month end, per loan", lambda size: size),
        ("repay", "payroll list, per row", lambda size: counts[size]),
        ("register", "list of loans, per loan", lambda size: size),
        ("due", "list of installments, per loan", lambda size: size),
        ("card", "one loan card, p50", lambda size: 1),
    ]
    rows = []
    for key, name, pieces in tasks:
        cost = [of[key].middle(LIBRARY) / pieces(size) for size, of in figures.items()]
        peaks = [of[key].peak(LIBRARY) for of in figures.values()]
        rows.append([name, *(f"{report.number(value * 1e6)} µs" for value in cost)])
        rows[-1] += [f"{cost[-1] / cost[0]:.2f}", " / ".join(f"{peak:.0f}" for peak in peaks)]
    columns = ["work", *(f"{size:,} loans" for size in figures), "last to first", "peak MiB"]
    return report.table(columns, rows)


def prepare(size):
    """The library makes the books, as everything about a loan is its own to decide."""
    folder = OUT / f"loans-{size}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    november, december = folder / "november.ksp", folder / "december.ksp"
    everything, rows = folder / "all.csv", folder / "rows.csv"
    say(f"Preparing {size:,} loans …")
    # Thousands of durable disbursements would wait for the disk; the book is brought there later.
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else folder) as nursery:
        born = Path(nursery) / "book.ksp"
        LIBRARY.run("lend", loans=size, db=born, list=everything)
        copy(born, november)
    copy(november, december)
    LIBRARY.run("repay", csv=everything, db=december)
    with open(everything) as source, open(rows, "w") as target:
        lines = source.readlines()[: MOST_ROWS + 1]
        target.writelines(lines)
    return LoanBooks(size, folder, november, december, rows, len(lines) - 1)


def measure_all(books, rounds):
    december = books.december
    return {
        "month": measure("month", december, rounds, True, month="2025-12"),
        "repay": measure("repay", books.november, rounds, True, csv=books.rows),
        "register": measure("register", december, rounds, False, READERS, date="2025-12-31"),
        "due": measure("due", december, rounds, False, READERS, month="2026-01"),
        "card": measure(
            "card", december, rounds, False, READERS, date="2025-12-31", loans=books.loans
        ),
    }
