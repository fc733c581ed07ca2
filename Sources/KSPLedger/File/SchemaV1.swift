/// The tables, checks and triggers of schema version 1. Never edited after a release.
///
/// The rules of the journal live here, in the file, so that they hold for every program that opens
/// it. `Docs/Schema.md` explains each of them; the tests break each of them on purpose.
enum SchemaV1 {
  static let tables = """
    CREATE TABLE book (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      name TEXT NOT NULL CHECK (length(name) > 0),
      legalNumber TEXT,
      address TEXT,
      firstMonth INTEGER NOT NULL,
      utcOffsetSeconds INTEGER NOT NULL,
      createdAt INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE account (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      nameIndonesian TEXT,
      nameEnglish TEXT,
      type TEXT NOT NULL CHECK (type IN ('asset', 'liability', 'equity', 'income', 'expense')),
      parent INTEGER REFERENCES account (id),
      isPostable INTEGER NOT NULL CHECK (isPostable IN (0, 1)),
      role TEXT UNIQUE,
      lowest INTEGER,
      highest INTEGER,
      closedOn INTEGER,
      balance INTEGER NOT NULL DEFAULT 0,
      CONSTRAINT accountNotPostable CHECK (isPostable = 1 OR balance = 0),
      CONSTRAINT accountClosed CHECK (closedOn IS NULL OR balance = 0),
      CONSTRAINT accountBelowLimit CHECK (balance >= lowest),
      CONSTRAINT accountAboveLimit CHECK (balance <= highest)
    ) STRICT;
    CREATE INDEX accountParent ON account (parent);

    CREATE TABLE entry (
      id INTEGER PRIMARY KEY,
      bookDate INTEGER NOT NULL,
      kind TEXT NOT NULL,
      recordedAt INTEGER NOT NULL,
      reference TEXT,
      memo TEXT,
      recordedBy TEXT,
      reverses INTEGER REFERENCES entry (id),
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    CREATE INDEX entryBookDate ON entry (bookDate);
    CREATE UNIQUE INDEX entryReference ON entry (reference) WHERE reference IS NOT NULL;
    CREATE UNIQUE INDEX entryReverses ON entry (reverses) WHERE reverses IS NOT NULL;

    CREATE TABLE posting (
      account INTEGER NOT NULL REFERENCES account (id),
      bookDate INTEGER NOT NULL,
      entry INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
      line INTEGER NOT NULL CHECK (line > 0),
      amount INTEGER NOT NULL CHECK (amount <> 0),
      PRIMARY KEY (account, bookDate, entry, line)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX postingEntry ON posting (entry, line, amount);

    CREATE TABLE closedMonth (
      month INTEGER PRIMARY KEY,
      lastDay INTEGER NOT NULL,
      lastEntry INTEGER NOT NULL,
      closedAt INTEGER NOT NULL,
      closedBy TEXT
    ) STRICT;

    CREATE TABLE closingBalance (
      month INTEGER NOT NULL REFERENCES closedMonth (month) DEFERRABLE INITIALLY DEFERRED,
      account INTEGER NOT NULL REFERENCES account (id),
      balance INTEGER NOT NULL CHECK (balance <> 0),
      PRIMARY KEY (month, account)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE member (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE CHECK (length(number) > 0),
      kind TEXT NOT NULL CHECK (kind IN ('individual', 'organization')),
      name TEXT NOT NULL CHECK (length(name) > 0),
      address TEXT,
      phone TEXT,
      nationalID TEXT,
      joinedOn INTEGER NOT NULL,
      leftOn INTEGER CHECK (leftOn >= joinedOn)
    ) STRICT;

    CREATE TABLE product (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      nameIndonesian TEXT NOT NULL,
      nameEnglish TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('pokok', 'wajib', 'sukarela')),
      accountPrefix TEXT NOT NULL UNIQUE,
      controlAccount INTEGER NOT NULL REFERENCES account (id),
      interestExpenseAccount INTEGER NOT NULL REFERENCES account (id)
    ) STRICT;

    CREATE TABLE productTerms (
      product INTEGER NOT NULL REFERENCES product (id),
      effectiveFrom INTEGER NOT NULL,
      version INTEGER NOT NULL,
      isWithdrawable INTEGER NOT NULL CHECK (isWithdrawable IN (0, 1)),
      minimumDeposit INTEGER NOT NULL CHECK (minimumDeposit >= 0),
      minimumBalance INTEGER NOT NULL CHECK (minimumBalance >= 0),
      overdraftLimit INTEGER NOT NULL CHECK (overdraftLimit >= 0),
      monthlyDue INTEGER NOT NULL CHECK (monthlyDue >= 0),
      interestMethod TEXT,
      dayCount TEXT,
      interestFloor INTEGER,
      countsPostingDay INTEGER,
      roundingMode TEXT,
      roundingStep INTEGER,
      roundingMoment TEXT,
      interestCreditedTo TEXT,
      recordedAt INTEGER NOT NULL,
      recordedBy TEXT,
      PRIMARY KEY (product, effectiveFrom, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE productTier (
      product INTEGER NOT NULL,
      effectiveFrom INTEGER NOT NULL,
      version INTEGER NOT NULL,
      threshold INTEGER NOT NULL,
      rateBillionths INTEGER NOT NULL CHECK (rateBillionths >= 0),
      rateBasis TEXT NOT NULL CHECK (rateBasis IN ('year', 'month')),
      PRIMARY KEY (product, effectiveFrom, version, threshold),
      FOREIGN KEY (product, effectiveFrom, version) REFERENCES productTerms
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE productWindow (
      product INTEGER NOT NULL,
      effectiveFrom INTEGER NOT NULL,
      version INTEGER NOT NULL,
      opensOn INTEGER NOT NULL,
      closesOn INTEGER NOT NULL CHECK (closesOn >= opensOn),
      PRIMARY KEY (product, effectiveFrom, version, opensOn),
      FOREIGN KEY (product, effectiveFrom, version) REFERENCES productTerms
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE savingsAccount (
      account INTEGER PRIMARY KEY REFERENCES account (id),
      member INTEGER NOT NULL REFERENCES member (id),
      product INTEGER NOT NULL REFERENCES product (id)
    ) STRICT;
    CREATE UNIQUE INDEX savingsAccountMember ON savingsAccount (member, product);

    CREATE TABLE taxRule (
      effectiveFrom INTEGER NOT NULL,
      memberKind TEXT NOT NULL CHECK (memberKind IN ('individual', 'organization')),
      threshold INTEGER NOT NULL CHECK (threshold >= 0),
      rateBillionths INTEGER NOT NULL CHECK (rateBillionths >= 0),
      PRIMARY KEY (effectiveFrom, memberKind)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE savingsInterest (
      month INTEGER NOT NULL REFERENCES closedMonth (month) DEFERRABLE INITIALLY DEFERRED,
      account INTEGER NOT NULL REFERENCES savingsAccount (account),
      entry INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
      opening INTEGER NOT NULL,
      closing INTEGER NOT NULL,
      days INTEGER NOT NULL,
      rateBillionths INTEGER NOT NULL,
      rateBasis TEXT NOT NULL,
      gross INTEGER NOT NULL CHECK (gross > 0),
      tax INTEGER NOT NULL CHECK (tax BETWEEN 0 AND gross),
      PRIMARY KEY (month, account)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX savingsInterestEntry ON savingsInterest (entry);

    CREATE TABLE withholdingSlip (
      month INTEGER NOT NULL REFERENCES closedMonth (month) DEFERRABLE INITIALLY DEFERRED,
      member INTEGER NOT NULL REFERENCES member (id),
      gross INTEGER NOT NULL CHECK (gross > 0),
      tax INTEGER NOT NULL CHECK (tax BETWEEN 0 AND gross),
      PRIMARY KEY (month, member)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE backupLog (
      id INTEGER PRIMARY KEY,
      madeAt INTEGER NOT NULL,
      entries INTEGER NOT NULL,
      path TEXT NOT NULL
    ) STRICT;
    """

  static let journalTriggers = """
    CREATE TRIGGER postingBeforeInsert BEFORE INSERT ON posting BEGIN
      SELECT RAISE(ABORT, 'ksp:entry.sealed')
        WHERE EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry);
      SELECT RAISE(ABORT, 'ksp:posting.lineOrder')
        WHERE NEW.line <> 1 + ifnull((SELECT max(line) FROM posting WHERE entry = NEW.entry), 0);
    END;
    CREATE TRIGGER postingAfterInsert AFTER INSERT ON posting BEGIN
      UPDATE account SET balance = balance + NEW.amount WHERE id = NEW.account;
    END;
    CREATE TRIGGER postingBeforeUpdate BEFORE UPDATE ON posting BEGIN
      SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
    END;
    CREATE TRIGGER postingBeforeDelete BEFORE DELETE ON posting BEGIN
      SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
    END;

    CREATE TRIGGER entryBeforeInsert BEFORE INSERT ON entry BEGIN
      SELECT RAISE(ABORT, 'ksp:entry.sequence')
        WHERE NEW.id <> 1 + ifnull((SELECT max(id) FROM entry), 0);
      SELECT RAISE(ABORT, 'ksp:entry.referenceUsed')
        WHERE EXISTS (SELECT 1 FROM entry WHERE reference = NEW.reference);
      SELECT RAISE(ABORT, 'ksp:entry.alreadyReversed')
        WHERE EXISTS (SELECT 1 FROM entry WHERE reverses = NEW.reverses);
      SELECT RAISE(ABORT, 'ksp:entry.monthClosed')
        WHERE NEW.bookDate <= (SELECT max(lastDay) FROM closedMonth
          WHERE month = (SELECT max(month) FROM closedMonth));
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
    """

  static let accountTriggers = """
    CREATE TRIGGER accountBeforeInsert BEFORE INSERT ON account BEGIN
      SELECT RAISE(ABORT, 'ksp:account.exists') WHERE NEW.balance <> 0
        OR EXISTS (SELECT 1 FROM account WHERE id = NEW.id OR code = NEW.code OR role = NEW.role);
      SELECT RAISE(ABORT, 'ksp:account.parent') WHERE NEW.parent IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM account WHERE id = NEW.parent AND isPostable = 0 AND type = NEW.type);
    END;
    CREATE TRIGGER accountBeforeUpdate BEFORE UPDATE OF id, code, type, parent, isPostable, role
      ON account BEGIN
      SELECT RAISE(ABORT, 'ksp:account.fixed');
    END;
    CREATE TRIGGER accountBeforeReopen BEFORE UPDATE OF closedOn ON account
      WHEN OLD.closedOn IS NOT NULL BEGIN
      SELECT RAISE(ABORT, 'ksp:account.fixed');
    END;
    CREATE TRIGGER accountBeforeDelete BEFORE DELETE ON account BEGIN
      SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
    END;
    CREATE TRIGGER memberBeforeDelete BEFORE DELETE ON member BEGIN
      SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
    END;
    CREATE TRIGGER memberBeforeInsert BEFORE INSERT ON member BEGIN
      SELECT RAISE(ABORT, 'ksp:member.exists')
        WHERE EXISTS (SELECT 1 FROM member WHERE id = NEW.id OR number = NEW.number);
    END;
    CREATE TRIGGER memberBeforeUpdate BEFORE UPDATE OF id, number, joinedOn ON member BEGIN
      SELECT RAISE(ABORT, 'ksp:member.fixed');
    END;
    CREATE TRIGGER closedMonthBeforeInsert BEFORE INSERT ON closedMonth BEGIN
      SELECT RAISE(ABORT, 'ksp:month.order')
        WHERE NEW.month <> ifnull((SELECT max(month) + 1 FROM closedMonth),
          (SELECT firstMonth FROM book));
    END;
    CREATE TRIGGER closingBalanceBeforeInsert BEFORE INSERT ON closingBalance BEGIN
      SELECT RAISE(ABORT, 'ksp:month.closed')
        WHERE EXISTS (SELECT 1 FROM closedMonth WHERE month = NEW.month);
    END;
    CREATE TRIGGER savingsInterestBeforeInsert BEFORE INSERT ON savingsInterest BEGIN
      SELECT RAISE(ABORT, 'ksp:month.closed')
        WHERE EXISTS (SELECT 1 FROM closedMonth WHERE month = NEW.month);
    END;
    CREATE TRIGGER withholdingSlipBeforeInsert BEFORE INSERT ON withholdingSlip BEGIN
      SELECT RAISE(ABORT, 'ksp:month.closed')
        WHERE EXISTS (SELECT 1 FROM closedMonth WHERE month = NEW.month);
    END;
    """

  /// Tables whose rows are written once: UPDATE and DELETE abort, INSERT over a row aborts.
  static let appendOnly: [(table: String, key: String)] = [
    ("book", "id = NEW.id"),
    ("closedMonth", "month = NEW.month"),
    ("closingBalance", "month = NEW.month AND account = NEW.account"),
    ("savingsInterest", "month = NEW.month AND account = NEW.account"),
    ("withholdingSlip", "month = NEW.month AND member = NEW.member"),
    ("product", "id = NEW.id OR code = NEW.code OR accountPrefix = NEW.accountPrefix"),
    (
      "productTerms",
      "product = NEW.product AND effectiveFrom = NEW.effectiveFrom AND version = NEW.version"
    ),
    (
      "productTier",
      "product = NEW.product AND effectiveFrom = NEW.effectiveFrom AND version = NEW.version "
        + "AND threshold = NEW.threshold"
    ),
    (
      "productWindow",
      "product = NEW.product AND effectiveFrom = NEW.effectiveFrom AND version = NEW.version "
        + "AND opensOn = NEW.opensOn"
    ),
    (
      "savingsAccount",
      "account = NEW.account OR (member = NEW.member AND product = NEW.product)"
    ),
    ("taxRule", "effectiveFrom = NEW.effectiveFrom AND memberKind = NEW.memberKind"),
    ("backupLog", "id = NEW.id"),
  ]

  static var appendOnlyTriggers: String { onlyOnceTriggers(appendOnly) }

  /// The triggers that let the rows of some tables be written once.
  static func onlyOnceTriggers(_ tables: [(table: String, key: String)]) -> String {
    tables.map { table, key in
      """
      CREATE TRIGGER \(table)OnlyOnce BEFORE INSERT ON \(table) BEGIN
        SELECT RAISE(ABORT, 'ksp:journal.appendOnly')
          WHERE EXISTS (SELECT 1 FROM \(table) WHERE \(key));
      END;
      CREATE TRIGGER \(table)NoUpdate BEFORE UPDATE ON \(table) BEGIN
        SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
      END;
      CREATE TRIGGER \(table)NoDelete BEFORE DELETE ON \(table) BEGIN
        SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
      END;
      """
    }.joined(separator: "\n")
  }

  /// Everything, in the order in which it is executed.
  static var sql: String {
    [tables, journalTriggers, accountTriggers, appendOnlyTriggers].joined(separator: "\n")
  }
}
