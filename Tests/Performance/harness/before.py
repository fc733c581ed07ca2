"""The library beside an earlier one: the same work, each on books that it made itself."""

import shutil
import statistics

from . import report
from .books import copy, prepare
from .programs import LIBRARY, Program, say


def section(bench, name, count, rounds):
    """`bench` is the earlier program, built from its own sources; `name` is what people call it."""
    earlier = Program("earlier", (str(bench),))
    books = prepare(count)
    made = {LIBRARY: books.november, earlier: books.folder / "earlier.ksp"}
    earlier.run("create", members=count, db=made[earlier])
    early = books.folder / "before.csv"
    with open(books.everything) as source, open(early, "w") as target:
        target.writelines(row for row in source if not row.startswith(books.month))
    earlier.run("import", csv=early, db=made[earlier])
    earlier.run("month", first="2025-01", month=f"{books.year}-11", db=made[earlier])
    last = {}
    for program, book in made.items():
        last[program] = copy(book, books.folder / f"{program.name}-december.ksp")
        program.run("import", csv=books.rows, db=last[program])
    load = report.load()
    kinds = [
        ("durable posts, turns of 500", 1.05, lambda p: durable(p, made, books)),
        ("events in bulk", 1.1, lambda p: once(p, "bulk", made, books, csv=books.rows)),
        ("import", 1.1, lambda p: once(p, "import", made, books, csv=books.rows)),
        ("month end", 1.1, lambda p: once(p, "month", last, books, month=books.month)),
    ]
    rows = []
    for task, wanted, run in kinds:
        say(f"  beside {name}: {task} …")
        rows.append(compare(task, wanted, run, list(made), rounds))
    shutil.rmtree(books.folder)
    columns = ["task", "library", name, "ratio (rounds)", "wanted"]
    notes = [
        f"## Beside {name}, {count:,} members",
        "",
        "Each works on books that it made itself; its chain holds less. Turns change within a round.",
        f"{rounds} rounds; {load} before, {report.load()} after.",
        "",
    ]
    return "\n".join([*notes, report.table(columns, rows)])


def once(program, task, sources, books, **options):
    book = copy(sources[program], books.folder / "book.ksp")
    return float(program.run(task, db=book, **options)["seconds"])


def durable(program, sources, books):
    book = copy(sources[program], books.folder / "book.ksp")
    return float(program.run("durable", db=book, csv=books.rows, limit=500)["seconds"])


def compare(task, wanted, run, programs, rounds):
    ratios, times = [], {program: [] for program in programs}
    for index in range(rounds):
        for program in programs if index % 2 else programs[::-1]:
            times[program].append(run(program))
        ratios.append(times[programs[0]][-1] / times[programs[1]][-1])
    ratio = statistics.median(ratios)
    middle = [f"{report.number(statistics.median(times[program]))} s" for program in programs]
    verdict = f"≤ {wanted} {'met' if ratio <= wanted else '**missed**'}"
    return [task, *middle, f"**{ratio:.2f}** ({report.spread(ratios)})", verdict]
