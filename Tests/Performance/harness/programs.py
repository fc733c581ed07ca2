"""The programs that are measured, and how they are built and called."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent
OUT = FOLDER / "out"


def say(text):
    """Progress goes to standard error; standard output is the report."""
    print(text, file=sys.stderr, flush=True)


@dataclass(frozen=True)
class Program:
    """One of the three that do the same work; each run is a process of its own."""

    name: str
    command: tuple
    options: tuple = ()

    def run(self, task, **options):
        """Runs a task and returns the `key=value` words that it prints."""
        words = [f"{key}={value}" for key, value in options.items()]
        done = subprocess.run(
            [*self.command, task, *self.options, *words], check=True, capture_output=True, text=True
        )
        return dict(word.split("=", 1) for word in done.stdout.split())


LIBRARY = Program("library", (str(OUT / "Bench"),))
EQUAL = Program("equal floor", (str(OUT / "floor"),), ("mode=equal",))
BARE = Program("bare floor", (str(OUT / "floor"),), ("mode=bare",))
ALL = (LIBRARY, EQUAL, BARE)
KSP = str(OUT / "ksp")


def build():
    """Builds the library's bench, `ksp` and the floors into `out`."""
    headers = ("/usr/include/openssl/sha.h", "/usr/include/sqlite3.h")
    if not shutil.which("cc") or not all(os.path.exists(header) for header in headers):
        sys.exit("The floors need: apt-get install gcc libssl-dev libsqlite3-dev")
    OUT.mkdir(exist_ok=True)
    swift = ["swift", "build", "-c", "release", "--package-path", str(FOLDER)]
    for product in ("Bench", "ksp"):
        say(f"Building {product} …")
        subprocess.run([*swift, "--product", product], check=True, stdout=sys.stderr)
    folder = subprocess.run(
        [*swift, "--show-bin-path"], check=True, capture_output=True, text=True
    ).stdout.strip()
    for product in ("Bench", "ksp"):
        # Without its debugging tables, which valgrind cannot read.
        subprocess.run(["objcopy", "-g", f"{folder}/{product}", OUT / product], check=True)
    subprocess.run(
        ["cc", "-O2", "-Wall", "-Wno-deprecated-declarations", "-o", OUT / "floor"]
        + [*sorted(FOLDER.glob("Sources/CFloor/*.c")), "-lsqlite3", "-lcrypto"],
        check=True,
    )
