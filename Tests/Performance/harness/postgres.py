"""PostgreSQL beside the library: a server of its own, with the book's entries in the same tables."""

import csv
import io
import os
import shutil
import sqlite3
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

from .programs import FOLDER, OUT, Program, say

SOURCES = FOLDER / "Sources" / "PostgresPeer"
# What a deposit reads and writes, in the order of the links between them.
TABLES = {
    "member": "id, number, name, joinedOn, leftOn",
    "account": "id, code, type, parent, isPostable, closedOn",
    "accountBalance": "account, balance, lowest, highest",
    "savingsAccount": "account, member, product, ordinal",
    "entry": "id, bookDate, kind, recordedAt, reference, memo, recordedBy, reverses, hash",
    "posting": "account, bookDate, entry, line, amount",
}


def missing():
    """What is not installed; nothing where PostgreSQL can be measured."""
    if not programs():
        return "PostgreSQL is not installed (Debian: apt-get install postgresql libpq-dev)"
    if not shutil.which("pg_config") and not Path("/usr/include/postgresql/libpq-fe.h").exists():
        return "the headers of libpq are not installed (Debian: apt-get install libpq-dev)"
    return None


def programs():
    """The folder of the server's programs, the newest where there are several."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3])
    )
    if folders:
        return folders[-1].parent
    found = shutil.which("initdb")
    return Path(os.path.realpath(found)).parent if found and shutil.which("pg_ctl") else None


def version():
    done = subprocess.run([programs() / "postgres", "--version"], capture_output=True, text=True)
    return done.stdout.strip()


def build():
    """Builds the client."""
    done = subprocess.run(["pg_config", "--includedir"], capture_output=True, text=True)
    folder = done.stdout.strip() or "/usr/include/postgresql"
    subprocess.run(
        ["cc", "-O2", "-Wall", "-pthread", f"-I{folder}", "-o", OUT / "peer"]
        + [SOURCES / "posters.c", "-lpq"],
        check=True,
    )


@contextmanager
def server(book):
    """A fresh server on the disk of the book, with its entries: settings as they come, which is
    fsync and synchronous_commit on; one socket and no port. Gives the program that posts into it."""
    data = OUT / "postgres"
    shutil.rmtree(data, ignore_errors=True)
    # The path of a socket must be short.
    sockets = tempfile.mkdtemp(prefix="ksp-peer-")
    # The server refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else None
    data.mkdir()
    if user:
        for folder in (data, sockets):
            shutil.chown(folder, user)
    control = [programs() / "pg_ctl", "-D", data, "-w", "-l", data / "log"]

    def run(command, **options):
        if user:
            options |= {"user": user, "group": user, "extra_groups": []}
        done = subprocess.run(command, capture_output=True, text=True, cwd="/", **options)
        if done.returncode:
            raise SystemExit(f"{command[0]}: {done.stdout}{done.stderr}")

    say("  Starting PostgreSQL …")
    run([programs() / "initdb", "-D", data, "-U", "ksp", "-A", "trust", "-E", "UTF8", "--locale=C"])
    run([*control, "-o", f"-c listen_addresses='' -c unix_socket_directories={sockets}", "start"])
    try:
        fill(book, sockets)
        yield Program("PostgreSQL", (str(OUT / "peer"),), (f"host={sockets}",))
    finally:
        run([*control, "-m", "fast", "stop"])
        shutil.rmtree(data)
        shutil.rmtree(sockets)


def fill(book, sockets):
    """Makes the tables and copies the book's rows into them."""
    def execute(text, rows=None):
        command = [programs() / "psql", "-h", sockets, "-U", "ksp", "-d", "postgres", "-qX"]
        command += ["-v", "ON_ERROR_STOP=1"] + (["-c", text] if rows is not None else [])
        subprocess.run(
            command, input=text if rows is None else rows, check=True, text=True,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip

    source = sqlite3.connect(f"file:{book}?immutable=1", uri=True)

    def one(query):
        return str(source.execute(query).fetchone()[0])

    tables = (SOURCES / "tables.sql").read_text()
    cash = one("SELECT account FROM accountRole WHERE role = 'cash' AND isHeld = 1 ORDER BY account")
    product = one("SELECT id FROM savingsProduct WHERE code = 'sukarela'")
    execute(tables.replace("{cash}", cash).replace("{product}", product))
    for table, columns in TABLES.items():
        text = io.StringIO()
        rows = csv.writer(text)
        for row in source.execute(f"SELECT {columns} FROM {table} ORDER BY 1"):
            rows.writerow("\\x" + cell.hex() if isinstance(cell, bytes) else cell for cell in row)
        execute(f"COPY {table} ({columns}) FROM STDIN CSV", text.getvalue())
    source.close()
    execute("SELECT setval(pg_get_serial_sequence('entry', 'id'), (SELECT max(id) FROM entry));")
    execute("VACUUM ANALYZE; CHECKPOINT;")
