"""Tables in Markdown."""

import os
import platform
import statistics
import subprocess

from .programs import BARE, EQUAL, LIBRARY

UNITS = {"s": 1, "ms": 1e3, "µs": 1}


def header():
    uname = os.uname()
    swift = first_line(["swift", "--version"])
    return "\n".join(
        [
            "# Performance",
            "",
            "Printed by [`Tests/Performance/run`](../Tests/Performance/README.md), which says how to",
            "read the tables. Ratios travel; absolute figures do not.",
            "",
            f"- {os.cpu_count()} processors, {processor()}, {uname.sysname} {uname.release}",
            f"- {swift}; Python {platform.python_version()}",
            "- Every program: WAL, `synchronous` read back as 2 (FULL), foreign keys, 64 MiB of cache,",
            "  a checkpoint every 16,000 pages.",
        ]
    )


def first_line(command):
    done = subprocess.run(command, capture_output=True, text=True)
    return (done.stdout or done.stderr).strip().split("\n")[0]


def processor():
    with open("/proc/cpuinfo") as file:
        names = [line.split(":")[1].strip() for line in file if line.startswith("model name")]
    return names[0] if names else platform.machine()


def load():
    return "load average " + " ".join(f"{value:.2f}" for value in os.getloadavg())


def table(columns, rows):
    lines = ["| " + " | ".join(columns) + " |", "| --- |" + " ---: |" * (len(columns) - 1)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def number(value):
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"


def spread(values):
    return f"{min(values):.2f}–{max(values):.2f}"


def task_row(name, figures, unit="s", key="seconds", wanted=None):
    """One task of the programs: medians, and the median of the ratios of each round. What needs no
    triggers and no hash has one floor."""
    factor = UNITS[unit]
    ratios = figures.ratios(LIBRARY, EQUAL, key)
    ratio = statistics.median(ratios)
    verdict = "" if wanted is None else f"≤ {wanted} {'met' if ratio <= wanted else '**missed**'}"
    bare = ["–", "–"]
    if BARE.name in figures.rounds[0]:
        bare = [
            number(figures.middle(BARE, key) * factor),
            f"{statistics.median(figures.ratios(LIBRARY, BARE, key)):.2f}",
        ]
    return [
        name,
        f"{number(figures.middle(LIBRARY, key) * factor)} {unit}",
        number(figures.middle(EQUAL, key) * factor),
        bare[0],
        f"**{ratio:.2f}** ({spread(ratios)})",
        verdict,
        bare[1],
        f"{figures.peak(LIBRARY):.0f} / {figures.peak(EQUAL):.0f}",
    ]


TASK_COLUMNS = [
    "task", "library", "equal floor", "bare floor", "to equal (rounds)", "wanted", "to bare",
    "peak MiB, library / equal",
]  # fmt: skip
