"""The sections of the report."""

import shutil
import statistics
import subprocess
import time

from . import deposits, loans, report
from .books import copy, prepare
from .programs import EQUAL, KSP, LIBRARY, OUT, say
from .rounds import (
    Figures,
    measure_all_statements,
    measure_durable,
    measure_month,
    measure_posting,
    measure_statement,
    measure_trial,
)

DURABLE_POSTS = 2_000


def members(count, rounds):
    """All tasks at one size. Returns the text and the figures, for the table of memory."""
    books = prepare(count)
    rows = sum(1 for _ in open(books.rows)) - 1
    posts = min(DURABLE_POSTS, rows)
    before = report.load()
    probes = [EQUAL.run("probe", db=books.folder / "probe")]
    figures = {"durable": measure_durable(books, rounds, posts)}
    probes.append(EQUAL.run("probe", db=books.folder / "probe"))
    figures["bulk"] = measure_posting("bulk", books, rounds)
    figures["import"] = measure_posting("import", books, rounds)
    figures["month"] = measure_month(books, rounds)
    figures["statement"] = measure_statement(books, rounds)
    figures["statements"] = measure_all_statements(books, rounds)
    figures["trial"] = measure_trial(books, rounds)
    shutil.rmtree(books.folder)
    line = report.task_row
    table = report.table(
        report.TASK_COLUMNS,
        [
            line(f"{posts:,} durable posts", figures["durable"], wanted=1.15),
            line(f"{rows:,} events in bulk, one transaction", figures["bulk"], wanted=1.2),
            line(f"import of {rows:,} rows of CSV", figures["import"], wanted=1.2),
            line("month end", figures["month"], wanted=1.1),
            line("one statement, p50", figures["statement"], "µs", "p50"),
            line("one statement, p99", figures["statement"], "µs", "p99", wanted=1.15),
            line(f"all {3 * count:,} statements to a file", figures["statements"], wanted=1.15),
            line("trial balance", figures["trial"], "ms", wanted=1.15),
        ],
    )
    disk = "; ".join(f"p50 {p['p50']} µs, p99 {p['p99']} µs" for p in probes)
    post = figures["durable"].middle(LIBRARY) / posts * 1e6
    notes = [
        f"## {count:,} members",
        "",
        f"A book in its twelfth month; {rounds} rounds; {before} before, {report.load()} after.",
        f"One durable post takes the library {post:.0f} µs; one sync of the disk alone, before and",
        f"after: {disk}.",
        "",
    ]
    faults = [fault for figure in figures.values() for fault in figure.faults()]
    return "\n".join(notes + faults + [table]), figures


def verify(count, rounds):
    """What proving the whole book costs for each event of it; `quick` is the chain and sums."""
    rows = []
    for span in (1, 5):
        books = prepare(count, span)
        events = 0
        for name, quick in (("whole", 0), ("`--quick`", 1)):
            done = [LIBRARY.run("verify", db=books.december, quick=quick) for _ in range(rounds)]
            events = int(done[0]["events"])
            took = statistics.median(float(one["seconds"]) for one in done)
            peak = max(float(one["peak"]) for one in done)
            rows.append([f"{name}, {span} year(s)", f"{events:,}", f"{report.number(took)} s"])
            rows[-1] += [f"{report.number(took / events * 1e6)} µs", f"{peak:.0f} MiB"]
        shutil.rmtree(books.folder)
    text = f"## Verify, {count:,} members\n\n{rounds} rounds; {report.load()} after.\n\n"
    return text + report.table(["", "events", "time", "an event", "peak"], rows)


def counter(count, rounds):
    """The cash book of a month and the list of dues, the library alone; and what clerks ask."""
    books = prepare(count)
    before = report.load()
    month = books.month
    lists = [
        ("cashbook", "cash book of a month", {"month": month}),
        ("dues", "dues of all members", {"date": f"{month}-31"}),
    ]
    rows = []
    for task, name, options in lists:
        say(f"  {task} …")
        done = []
        for _ in range(rounds):
            book = copy(books.december, books.folder / "book.ksp")
            done.append(LIBRARY.run(task, db=book, **options))
        took = statistics.median(float(one["seconds"]) for one in done)
        lines = int(done[0]["lines"])
        each = f"{report.number(took / max(lines, 1) * 1e6)} µs"
        rows.append([name, f"{lines:,}", seconds(took), each])
        rows[-1].append(f"{max(float(one['peak']) for one in done):.0f} MiB")
    asked = questions(books, rounds)
    shutil.rmtree(books.folder)
    text = f"## Lists of the counter, {count:,} members\n\n"
    text += f"{rounds} rounds; {before} before, {report.load()} after.\n\n"
    text += report.table(["list", "lines", "time", "a line", "peak"], rows)
    return text + "\n\nWhole processes, each question once to warm up:\n\n" + asked


# What is asked at the counter, of a member in the middle and a voucher of the first month.
QUESTIONS = (
    ("status",), ("find", "{member}"), ("find", "Anggota {member}"), ("find", "JU-1234"),
    ("member", "show", "{member}"), ("statement", "member", "{member}"), ("dues-card", "{member}"),
    ("account", "list"), ("receipt", "JU-1234"), ("cash-book",), ("limits",),
)  # fmt: skip


def questions(books, rounds):
    """What a clerk waits for: none of it may look through the history of the book."""
    book = copy(books.december, books.folder / "book.ksp")
    member = f"{books.members // 2:06}"
    rows = []
    for question in QUESTIONS:
        words = [word.format(member=member) for word in question]
        took = wall([KSP, *words, "--book", book], max(rounds, 5))
        rows.append([f"`ksp {' '.join(words)}`", f"{report.number(took * 1e3)} ms"])
    return report.table(["question", "time"], rows)


def million(count):
    """One month end of as many accounts, once: time, memory and size of the file."""
    folder = OUT / "million"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    say(f"A month end of {count:,} members …")
    before = report.load()
    done = LIBRARY.run("million", members=count, db=folder / "book.ksp")
    shutil.rmtree(folder)
    accounts, seconds = int(done["accounts"]), float(done["seconds"])
    sizes = [int(done[key]) / 2**20 for key in ("bytes", "log")]
    return "\n".join(
        [
            f"## One month end of {accounts:,} accounts",
            "",
            f"{count:,} members; once; {before} before, {report.load()} after.",
            "",
            report.table(
                ["accounts that earn", "time", "an account", "peak", "file", "log before it is moved"],
                [[
                    f"{int(done['paid']):,}", f"{report.number(seconds)} s",
                    f"{report.number(seconds / accounts * 1e6)} µs", f"{float(done['peak']):.0f} MiB",
                    f"{sizes[0]:,.0f} MiB", f"{sizes[1]:,.0f} MiB",
                ]],
            ),
        ]
    )  # fmt: skip


def memory(sizes):
    """Peak memory of the library at each size; `sizes` maps members to their figures."""
    tasks = [
        ("month", "month end"), ("statement", "one statement"), ("statements", "all statements"),
        ("trial", "trial balance"),
    ]  # fmt: skip
    rows = []
    for key, name in tasks:
        peaks = [figures[key].peak(LIBRARY) for figures in sizes.values()]
        rows.append([name, *(f"{peak:.0f} MiB" for peak in peaks), f"{peaks[-1] / peaks[0]:.2f}"])
    columns = ["peak of the library", *(f"{size:,} members" for size in sizes), "last to first"]
    text = [
        "## Memory against the number of accounts",
        "",
        "SQLite's cache takes up to 64 MiB of it once a book is larger than that.",
        "",
    ]
    return "\n".join(text + [report.table(columns, rows)])


def years(count, rounds):
    """The same month, with one and with five years of history in the book."""
    tasks = {
        "durable": lambda books: measure_durable(books, 1, 500),
        "month": lambda books: measure_month(books, 1),
        "statement": lambda books: measure_statement(books, 1),
    }
    kinds = [("durable", "500 durable posts", "s", "seconds"), ("month", "month end", "s", "seconds")]
    kinds += [("statement", f"one statement, {key}", "µs", key) for key in ("p50", "p99")]
    books = {span: prepare(count, span) for span in (1, 5)}
    before = report.load()
    figures = {span: {task: Figures(task) for task in tasks} for span in books}
    for task, run in tasks.items():
        # The two books take turns as well.
        for _ in range(rounds):
            for span in books:
                figures[span][task].rounds += run(books[span]).rounds
    for book in books.values():
        shutil.rmtree(book.folder)
    rows = []
    for task, name, unit, key in kinds:
        row = [name]
        for program in (LIBRARY, EQUAL):
            one, five = (figures[span][task].middle(program, key) for span in (1, 5))
            row += [f"{report.number(one)} {unit}", f"{report.number(five)} {unit}"]
            row += [f"{five / one:.2f}"]
        rows.append(row)
    columns = ["task", "1 year", "5 years", "ratio", "floor, 1 year", "5 years", "ratio"]
    notes = [
        f"## One year of history against five, {count:,} members",
        "",
        f"{rounds} rounds; {before} before, {report.load()} after.",
        "",
    ]
    faults = [f for span in figures.values() for figure in span.values() for f in figure.faults()]
    return "\n".join(notes + faults + [report.table(columns, rows)])


def peers(count, rounds):
    """`ksp trial-balance` against hledger and Ledger on the exported journal; whole processes."""
    programs = [name for name in ("hledger", "ledger") if shutil.which(name)]
    if not programs:
        return "## Text ledgers\n\nNeither hledger nor Ledger is installed; nothing was measured."
    books = prepare(count)
    journal = books.folder / "book.journal"
    book = copy(books.december, books.folder / "book.ksp")
    span = ["--from", "2025-01-01", "--to", "2025-12-31"]
    subprocess.run([KSP, "export", "hledger", *span, "--book", book, "-o", journal], check=True)
    load = report.load()
    ours = wall([KSP, "trial-balance", "--book", book], max(rounds, 7))
    imported = importing(books, rounds)
    rows = [["`ksp trial-balance`", seconds(ours), ""]]
    rows.append(["`ksp entry import` and `trial-balance`", seconds(imported), ""])
    wanted = {"hledger": 200, "ledger": 25}
    for name in programs:
        theirs = wall([name, "-f", journal, "balance"], 1 if name == "hledger" else min(rounds, 3))
        factor = theirs / ours
        verdict = "met" if factor >= wanted[name] else "**missed**"
        note = f"{factor:,.0f} times as long as `ksp`; wanted {wanted[name]}: {verdict}"
        if name == "ledger":
            faster = "met" if imported < theirs else "**missed**"
            note += f"; import and balance in less: {faster}"
        rows.append([f"`{name} balance` ({report.first_line([name, '--version'])[:40]})"])
        rows[-1] += [seconds(theirs), note]
    shutil.rmtree(books.folder)
    text = f"## Text ledgers, {count:,} members, one year\n\n{load}.\n\n"
    return text + report.table(["whole process", "time", "against `ksp trial-balance`"], rows)


def importing(books, rounds):
    """The whole year from CSV into a book of members, and its trial balance."""
    times = []
    for _ in range(min(rounds, 3)):
        book = copy(books.empty, books.folder / "import.ksp")
        command = [KSP, "entry", "import", books.everything, "--yes", "--book", book]
        times.append(
            wall(command, 1, warm=False) + wall([KSP, "trial-balance", "--book", book], 1, False)
        )
    return statistics.median(times)


def wall(command, rounds, warm=True):
    say(f"  {' '.join(str(word) for word in command[:3])} …")
    times = []
    for round in range(-1 if warm and rounds > 1 else 0, rounds):
        start = time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        if round >= 0:
            times.append(time.monotonic() - start)
    return statistics.median(times)


def seconds(value):
    return f"{report.number(value)} s" if value >= 1 else f"{report.number(value * 1e3)} ms"


def instructions():
    """Instructions per piece of work, by valgrind: the same whatever else the machine does.

    A task is run at two sizes; what the second costs more is divided by what it does more."""
    if not shutil.which("valgrind"):
        return "## Instructions\n\nvalgrind is not installed; nothing was counted."
    small, large = prepare(300), prepare(1_000)

    def posting(*counts):
        return [(large.november, {"csv": large.rows, "limit": count}) for count in counts]

    cut = []
    for count in (500, 3_000):
        path = large.folder / f"rows-{count}.csv"
        with open(large.rows) as source, open(path, "w") as target:
            target.writelines(row for index, row in enumerate(source) if index <= count)
        cut.append((large.november, {"csv": path}))
    statements = [
        (large.december, {"runs": runs, "members": 1_000, **large.half_year})
        for runs in (500, 1_500)
    ]
    both = [(small.december, {"month": small.month}), (large.december, {"month": large.month})]
    files = [(book, {"to": "/dev/null", **large.half_year}) for book, _ in both]
    tasks = [
        ("durable", "one durable post", posting(200, 700), 500, 1.15),
        ("bulk", "one event in bulk", posting(500, 3_000), 2_500, 1.2),
        ("import", "one imported row", cut, 2_500, 1.2),
        ("month", "month end, per member", both, 700, 1.1),
        ("statement", "one statement", statements, 1_100, 1.15),
        ("statements", "all statements, per account", files, 2_100, 1.15),
    ]
    few, many = loans.prepare(400), loans.prepare(1_200)
    tasks += loan_tasks(few, many)
    terms = [deposits.prepare(count) for count in (400, 1_200)]
    falling = [(book, {"month": "2025-12"}) for book in terms]
    tasks.append(("month", "month end, per term deposit", falling, 800, 1.3))
    rows = []
    for task, name, sizes, more, wanted in tasks:
        say(f"  {task} …")
        cost = {}
        for program in (LIBRARY, EQUAL):
            counts = [count_instructions(program, task, size[0], size[1]) for size in sizes]
            cost[program] = (counts[1] - counts[0]) / more
        ratio = cost[LIBRARY] / cost[EQUAL]
        verdict = f"≤ {wanted} {'met' if ratio <= wanted else '**missed**'}"
        rows.append([name, f"{cost[LIBRARY]:,.0f}", f"{cost[EQUAL]:,.0f}", f"{ratio:.2f}", verdict])
    for books in (small, large, few, many):
        shutil.rmtree(books.folder)
    for book in terms:
        shutil.rmtree(book.parent)
    text = "## Instructions\n\nBy valgrind, without the time that the disk takes.\n\n"
    return text + report.table(["work", "library", "equal floor", "ratio", "wanted"], rows)


def loan_tasks(few, many):
    """What a loan, a row of a payroll list and a card cost."""
    more = many.loans - few.loans

    def all_loans(**options):
        return [(books.december, options) for books in (few, many)]

    cards = [
        (many.december, {"date": "2025-12-31", "loans": many.loans, "runs": runs})
        for runs in (200, 1_000)
    ]
    lists = [(books.november, {"csv": books.rows}) for books in (few, many)]
    return [
        ("month", "month end, per loan", all_loans(month="2025-12"), more, 1.2),
        ("repay", "payroll list, per row", lists, many.count - few.count, 1.5),
        ("register", "list of loans, per loan", all_loans(date="2025-12-31"), more, 1.3),
        ("due", "list of installments, per loan", all_loans(month="2026-01"), more, 1.3),
        ("card", "one loan card", cards, 880, 1.25),
    ]


def count_instructions(program, task, source, options):
    book = copy(source, OUT / "counted.ksp")
    # Without the result that shows what was done, which is looked for after the clock has stopped.
    words = [f"{key}={value}" for key, value in options.items()] + ["check=0"]
    target = OUT / "callgrind.out"
    subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={target}", *program.command, task]
        + [*program.options, *words, f"db={book}"],
        check=True, capture_output=True,
    )  # fmt: skip
    with open(target) as file:
        return next(int(line.split()[1]) for line in file if line.startswith("totals:"))
