import KSPCore

extension Schema {
  /// Accounts with their roles, entries and their legs.
  static let journal = SchemaPart(
    room: "journal",
    meaning: Phrase(
      id: "Akun dan perannya sama dengan yang dikatakan rantai",
      en: "Accounts and their roles are what the chain says"),
    tables: """
      CREATE TABLE account (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        nameIndonesian TEXT,
        nameEnglish TEXT,
        type TEXT NOT NULL CHECK (type IN ('asset', 'liability', 'equity', 'income', 'expense')),
        parent INTEGER REFERENCES account (id),
        isPostable INTEGER NOT NULL CHECK (isPostable IN (0, 1)),
        statementLine TEXT,
        isContra INTEGER NOT NULL DEFAULT 0 CHECK (isContra IN (0, 1)),
        isCash INTEGER NOT NULL DEFAULT 0 CHECK (isCash IN (0, 1)),
        isBank INTEGER NOT NULL DEFAULT 0 CHECK (isBank IN (0, 1)),
        mayBeNegative INTEGER NOT NULL DEFAULT 0 CHECK (mayBeNegative IN (0, 1)),
        agreedLimit INTEGER NOT NULL DEFAULT 0 CHECK (agreedLimit >= 0),
        healthCell INTEGER CHECK (healthCell BETWEEN 1 AND 116),
        closedOn INTEGER
      ) STRICT;
      CREATE INDEX accountParent ON account (parent);
      CREATE INDEX accountCash ON account (id) WHERE isCash = 1;
      CREATE INDEX accountClosed ON account (closedOn) WHERE closedOn IS NOT NULL;

      CREATE TABLE accountBalance (
        account INTEGER PRIMARY KEY REFERENCES account (id),
        balance INTEGER NOT NULL DEFAULT 0,
        lowest INTEGER,
        highest INTEGER,
        CONSTRAINT accountBelowLimit CHECK (balance >= lowest),
        CONSTRAINT accountAboveLimit CHECK (balance <= highest)
      ) STRICT;

      CREATE TABLE accountRole (
        role TEXT NOT NULL CHECK (length(role) > 0),
        account INTEGER NOT NULL REFERENCES account (id),
        isHeld INTEGER NOT NULL CHECK (isHeld IN (0, 1)),
        PRIMARY KEY (role, account)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE entry (
        id INTEGER PRIMARY KEY,
        event INTEGER NOT NULL CHECK (event >= id),
        act INTEGER CHECK (act > 0 AND act < event),
        bookDate INTEGER NOT NULL,
        kind TEXT NOT NULL,
        recordedAt INTEGER NOT NULL,
        reference TEXT,
        memo TEXT,
        recordedBy TEXT,
        reverses INTEGER CHECK (reverses > 0) REFERENCES entry (id),
        hash BLOB NOT NULL CHECK (length(hash) = 32)
      ) STRICT;
      CREATE INDEX entryBookDate ON entry (bookDate);
      CREATE UNIQUE INDEX entryReference ON entry (reference) WHERE reference IS NOT NULL;
      CREATE UNIQUE INDEX entryReverses ON entry (reverses) WHERE reverses IS NOT NULL;

      CREATE TABLE posting (
        account INTEGER NOT NULL REFERENCES accountBalance (account),
        bookDate INTEGER NOT NULL,
        entry INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
        line INTEGER NOT NULL CHECK (line > 0),
        amount INTEGER NOT NULL CHECK (amount <> 0),
        PRIMARY KEY (account, bookDate, entry, line)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX postingEntry ON posting (entry, line, amount);

      CREATE VIEW chain (number, kind, subject, voucher, act, recordedAt, recordedBy, reference,
        memo, hash) AS
      SELECT number, kind, subject, NULL, act, recordedAt, recordedBy, reference, memo, hash
      FROM event
      UNION ALL
      SELECT event, 'entry.' || kind, printf('JU-%06d', id), id, act, recordedAt, recordedBy,
        reference, memo, hash
      FROM entry;

      CREATE VIEW entryReversal (entry, reversedBy, reversedOn) AS
      SELECT reverses, id, bookDate FROM entry WHERE reverses IS NOT NULL;

      CREATE VIEW entryStanding (id, event, act, bookDate, kind, recordedAt, reference, memo,
        recordedBy, reverses, hash, reversedBy, reversedOn) AS
      SELECT e.id, e.event, e.act, e.bookDate, e.kind, e.recordedAt, e.reference, e.memo,
        e.recordedBy, e.reverses, e.hash,
        (SELECT reversedBy FROM entryReversal WHERE entry = e.id),
        (SELECT reversedOn FROM entryReversal WHERE entry = e.id)
      FROM entry e;
      """,
    triggers: """
      CREATE TRIGGER postingAfterInsert AFTER INSERT ON posting BEGIN
        SELECT RAISE(ABORT, 'ksp:entry.sealed')
          WHERE EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry);
        SELECT RAISE(ABORT, 'ksp:posting.lineOrder')
          WHERE NEW.line > 1 AND NOT EXISTS
            (SELECT 1 FROM posting WHERE entry = NEW.entry AND line = NEW.line - 1);
        UPDATE accountBalance SET balance = balance + NEW.amount WHERE account = NEW.account;
        SELECT RAISE(ABORT, 'ksp:account.notPostable') WHERE changes() <> 1;
      END;
      CREATE TRIGGER postingBeforeUpdate BEFORE UPDATE ON posting BEGIN
        SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
      END;
      CREATE TRIGGER postingBeforeDelete BEFORE DELETE ON posting BEGIN
        SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
      END;

      CREATE TRIGGER entryBeforeInsert BEFORE INSERT ON entry BEGIN
        SELECT RAISE(ABORT, 'ksp:entry.sequence')
          WHERE NEW.id <> 1 + ifnull((SELECT max(id) FROM entry), 0)
            OR NEW.event <> 1 + max(ifnull((SELECT max(number) FROM event), 0),
              ifnull((SELECT event FROM entry WHERE id = NEW.id - 1), 0));
        SELECT RAISE(ABORT, 'ksp:entry.referenceUsed')
          WHERE EXISTS (SELECT 1 FROM entry WHERE reference = NEW.reference)
            OR EXISTS (SELECT 1 FROM event WHERE reference = NEW.reference);
        SELECT RAISE(ABORT, 'ksp:entry.alreadyReversed')
          WHERE EXISTS (SELECT 1 FROM entry WHERE reverses = NEW.reverses);
        SELECT RAISE(ABORT, 'ksp:entry.monthClosed')
          WHERE NEW.bookDate <= (SELECT lastDay FROM closedMonth ORDER BY month DESC LIMIT 1)
            AND NOT (\(isInClosingPeriod));
        SELECT CASE
            WHEN legs < 2 THEN RAISE(ABORT, 'ksp:entry.tooFewLegs')
            WHEN total <> 0 THEN RAISE(ABORT, 'ksp:entry.unbalanced')
            WHEN legs <> lastLine THEN RAISE(ABORT, 'ksp:posting.lineOrder')
            WHEN firstDate <> NEW.bookDate OR lastDate <> NEW.bookDate
              THEN RAISE(ABORT, 'ksp:posting.dateDiffers')
          END
          FROM (SELECT count(*) AS legs, ifnull(sum(amount), 0) AS total, max(line) AS lastLine,
            min(bookDate) AS firstDate, max(bookDate) AS lastDate
            FROM posting WHERE entry = NEW.id);
      END;
      CREATE TRIGGER entryBeforeUpdate BEFORE UPDATE ON entry BEGIN
        SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
      END;
      CREATE TRIGGER entryBeforeDelete BEFORE DELETE ON entry BEGIN
        SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
      END;

      CREATE TRIGGER accountBeforeInsert BEFORE INSERT ON account BEGIN
        SELECT RAISE(ABORT, 'ksp:account.parent') WHERE NEW.parent IS NOT NULL AND NOT EXISTS
          (SELECT 1 FROM account WHERE id = NEW.parent AND isPostable = 0 AND type = NEW.type);
      END;
      CREATE TRIGGER accountAfterInsert AFTER INSERT ON account WHEN NEW.isPostable = 1 BEGIN
        INSERT INTO accountBalance (account) VALUES (NEW.id);
      END;
      CREATE TRIGGER accountAfterClosing AFTER UPDATE ON account
      WHEN NEW.closedOn IS NOT NULL BEGIN
        UPDATE accountBalance SET lowest = 0, highest = 0 WHERE account = NEW.id;
      END;
      CREATE TRIGGER accountBalanceBeforeInsert BEFORE INSERT ON accountBalance BEGIN
        SELECT RAISE(ABORT, 'ksp:account.balance') WHERE NEW.balance <> 0 OR NOT EXISTS
          (SELECT 1 FROM account WHERE id = NEW.account AND isPostable = 1);
      END;
      """,
    fixed: [
      SchemaPart.Guarded(
        table: "account", key: "id = NEW.id OR code = NEW.code",
        columns: ["id", "code", "type", "parent", "isPostable"], refusal: "account.fixed",
        condition: "(OLD.closedOn IS NOT NULL AND NEW.closedOn IS NOT OLD.closedOn)"),
      SchemaPart.Guarded(
        table: "accountBalance", key: "account = NEW.account", columns: ["account"],
        refusal: "account.fixed", isOfKey: true),
      SchemaPart.Guarded(
        table: "accountRole", key: "role = NEW.role AND account = NEW.account",
        columns: ["role", "account"], refusal: "accountRole.fixed"),
    ],
    projections: [
      Projection(
        table: "account", key: ["id"],
        meanings: [
          "parent": .row(of: "account", as: "code"), "isPostable": .flag, "isContra": .flag,
          "isCash": .flag, "isBank": .flag, "mayBeNegative": .flag, "agreedLimit": .amount,
          "closedOn": .day,
        ]),
      Projection(
        table: "accountRole", key: ["role", "account"],
        meanings: ["account": .row(of: "account", as: "code"), "isHeld": .flag]),
    ])
}
