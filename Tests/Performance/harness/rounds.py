"""Runs programs turn by turn, and keeps what they say."""

import filecmp
import itertools
import statistics
from dataclasses import dataclass, field

from .books import copy, discard
from .programs import ALL, EQUAL, LIBRARY, say

# Every order comes once in turn, so that no program is always the first.
ORDERS = {
    programs: itertools.cycle(itertools.permutations(programs))
    for programs in (ALL, (LIBRARY, EQUAL))
}


@dataclass
class Figures:
    """What the programs printed for one task, round by round."""

    task: str
    rounds: list = field(default_factory=list)

    def values(self, program, key="seconds"):
        return [float(done[program.name][key]) for done in self.rounds]

    def middle(self, program, key="seconds"):
        return statistics.median(self.values(program, key))

    def ratios(self, program, other, key="seconds"):
        """The ratios of each round: both programs met the same machine."""
        pairs = zip(self.values(program, key), self.values(other, key))
        return [mine / theirs for mine, theirs in pairs]

    def peak(self, program):
        return max(self.values(program, "peak"))

    def faults(self):
        """What makes the comparison worthless."""
        found = []
        for done in self.rounds:
            if done[LIBRARY.name]["check"] != done[EQUAL.name]["check"]:
                found.append(f"**DIFFERENT RESULT**: {self.task}")
            for name, words in done.items():
                # What has no book has nothing to make durable.
                if words.get("sync", "2") != "2":
                    found.append(f"**NOT DURABLE**: {self.task}, {name}")
        return sorted(set(found))


def measure(task, source, rounds, isWriting, programs=ALL, **options):
    """Runs a task for `rounds` rounds. Who writes gets a fresh copy; readers share one."""
    say(f"  {task} …")
    book = source.parent / "book.ksp"
    figures = Figures(task)
    if not isWriting:
        copy(source, book)
        EQUAL.run("trial", db=book)
    for _ in range(rounds):
        done = {}
        for program in next(ORDERS[programs]):
            if isWriting:
                copy(source, book)
            done[program.name] = program.run(task, db=book, **options)
        figures.rounds.append(done)
    return figures


def measure_posting(task, books, rounds, **options):
    return measure(task, books.november, rounds, True, csv=books.rows, **options)


def measure_durable(books, rounds, posts):
    """Durable posts wait for the disk, whose pace changes from one second to the next. Within a
    round each program posts to a book of its own, a quarter of the rows at a time, so that all of
    them meet the same disk."""
    say("  durable …")
    figures = Figures("durable")
    for _ in range(rounds):
        targets = {
            program: copy(books.november, books.folder / f"book-{index}.ksp")
            for index, program in enumerate(ALL)
        }
        turns = {program: [] for program in ALL}
        part = max(1, posts // 4)
        for skip in range(0, posts, part):
            for program in next(ORDERS[ALL]):
                done = program.run(
                    "durable", db=targets[program], csv=books.rows, skip=skip, limit=part
                )
                turns[program].append(done)
        figures.rounds.append({program.name: together(turns[program]) for program in ALL})
        for target in targets.values():
            discard(target)
    return figures


def together(turns):
    """What a program printed in several turns, as if it had been one run."""
    return {
        "seconds": sum(float(done["seconds"]) for done in turns),
        "peak": max(float(done["peak"]) for done in turns),
        "sync": "2" if all(done["sync"] == "2" for done in turns) else "not 2",
        "check": " ".join(done["check"] for done in turns),
    }


def measure_month(books, rounds):
    return measure("month", books.december, rounds, True, month=books.month)


def measure_statement(books, rounds):
    options = {"runs": 5000, "members": books.members, **books.half_year}
    return measure("statement", books.december, rounds, False, **options)


def measure_all_statements(books, rounds):
    """All statements go to files, which must be the same byte for byte."""
    target = books.folder / "statements.txt"
    first = books.folder / "statements-first.txt"
    figures = measure("statements", books.december, rounds, False, to=target, **books.half_year)
    options = {"db": books.folder / "book.ksp", **books.half_year}
    LIBRARY.run("statements", to=first, **options)
    EQUAL.run("statements", to=target, **options)
    isSame = filecmp.cmp(first, target, shallow=False)
    figures.rounds[0][LIBRARY.name]["check"] += "" if isSame else " other bytes"
    first.unlink()
    target.unlink()
    return figures


def measure_trial(books, rounds):
    return measure("trial", books.december, rounds, False)


def measure_plans(rounds, **options):
    """Plans need no book."""
    say(f"  plans {options} …")
    figures = Figures("plans")
    for _ in range(rounds):
        order = next(ORDERS[(LIBRARY, EQUAL)])
        figures.rounds.append({program.name: program.run("plans", **options) for program in order})
    return figures
