"""The workload and the books that measured runs start from."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .programs import EQUAL, LIBRARY, OUT, say

# So many rows of the last month are posted in bulk and imported, at most.
MOST_ROWS = 100_000


@dataclass(frozen=True)
class Books:
    """A cooperative in the last month of its first or later year; the months before are closed."""

    members: int
    years: int
    folder: Path
    # Members without money.
    empty: Path
    # Up to the last month, with all rows of the last month still to come in `rows`.
    november: Path
    # The last month as well, before its month end.
    december: Path
    rows: Path
    everything: Path

    @property
    def year(self):
        return 2024 + self.years

    @property
    def month(self):
        return f"{self.year}-12"

    @property
    def half_year(self):
        return {"from": f"{self.year}-07-01", "through": f"{self.year}-12-31"}


def prepare(members, years=1):
    """Makes the books. The equal floor posts, as its entries have the library's hashes; the library
    runs the month ends."""
    folder = OUT / f"{members}-{years}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    books = Books(
        members, years, folder, folder / "empty.ksp", folder / "november.ksp",
        folder / "december.ksp", folder / "december.csv", folder / "all.csv"
    )  # fmt: skip
    say(f"Preparing {members:,} members, {years} year(s) …")
    before = folder / "before.csv"
    rest = folder / "rest.csv"
    split_workload(books, before, rest)
    LIBRARY.run("create", members=members, db=books.empty)
    copy(books.empty, books.november)
    EQUAL.run("import", csv=before, db=books.november)
    LIBRARY.run("month", first="2025-01", month=f"{books.year}-11", db=books.november)
    copy(books.november, books.december)
    EQUAL.run("import", csv=rest, db=books.december)
    before.unlink()
    rest.unlink()
    return books


def split_workload(books, before, rest):
    """Writes all rows, those before the last month, those of it, and those to be measured."""
    with open(books.everything, "w") as file:
        subprocess.run(
            [*EQUAL.command, "workload", f"members={books.members}", f"years={books.years}"],
            check=True, stdout=file,
        )  # fmt: skip
    with (
        open(books.everything) as source, open(before, "w") as early, open(rest, "w") as late,
        open(books.rows, "w") as measured,
    ):  # fmt: skip
        header = source.readline()
        for file in (early, late, measured):
            file.write(header)
        count = 0
        for row in source:
            if not row.startswith(books.month):
                early.write(row)
                continue
            late.write(row)
            if count < MOST_ROWS:
                measured.write(row)
            count += 1


def copy(source, target):
    """A fresh copy of a book, on the disk before anything is measured."""
    discard(target)
    shutil.copyfile(source, target)
    os.sync()
    return target


def discard(book):
    """Removes a book and its side files."""
    for path in book.parent.glob(book.name + "*"):
        path.unlink()
