import KSPCore

extension Schema {
  /// The kinds of events that write what an open book keeps in memory: products, terms, roles, tax
  /// rules, settings and closed months. A test holds them against the tables that each declares.
  static let catalogKinds: [EventKind] = [
    .bookCreated, .settingChanged, .accountAdded, .roleChanged, .savingsProductAdded,
    .savingsTermsSet, .loanProductAdded, .loanTermsSet, .taxRuleSet, .holidayAdded, .monthClosed,
    .officerAdded, .officerEnded, .tillAdded, .tillChanged, .tillCounted, .plannedTermsSet,
  ]

  /// The condition of those kinds, word for word that of the index.
  static let isOfCatalog =
    "kind IN (" + catalogKinds.map { "'\($0.rawValue)'" }.joined(separator: ", ") + ")"

  /// The chain: events without legs, personal values, and both kinds of events side by side.
  ///
  /// An entry is an event with legs and lies in its own table, where it costs a posting nothing
  /// more than its number in the chain.
  static let chain = SchemaPart(
    room: "chain",
    meaning: Phrase(
      id: "Catatan cadangan sama dengan yang dikatakan rantai",
      en: "The record of backups is what the chain says"),
    tables: """
      CREATE TABLE event (
        number INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (length(kind) > 0),
        subject TEXT NOT NULL,
        act INTEGER CHECK (act > 0 AND act < number),
        afterEntry INTEGER NOT NULL CHECK (afterEntry >= 0),
        recordedAt INTEGER NOT NULL,
        recordedBy TEXT,
        reference TEXT,
        memo TEXT,
        content BLOB NOT NULL,
        hash BLOB NOT NULL CHECK (length(hash) = 32)
      ) STRICT;
      CREATE INDEX eventSubject ON event (subject);
      CREATE INDEX eventCatalog ON event (number) WHERE \(isOfCatalog);
      CREATE UNIQUE INDEX eventReference ON event (reference) WHERE reference IS NOT NULL;

      CREATE TABLE personalValue (
        owner INTEGER NOT NULL,
        field TEXT NOT NULL,
        event INTEGER NOT NULL REFERENCES event (number) DEFERRABLE INITIALLY DEFERRED,
        salt BLOB CHECK (length(salt) = 16),
        value TEXT,
        PRIMARY KEY (owner, field, event),
        CONSTRAINT personalValueErased CHECK ((salt IS NULL) = (value IS NULL))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE backupLog (
        id INTEGER PRIMARY KEY,
        madeAt INTEGER NOT NULL,
        entries INTEGER NOT NULL,
        path TEXT NOT NULL
      ) STRICT;
      """,
    triggers: """
      CREATE TRIGGER eventBeforeInsert BEFORE INSERT ON event BEGIN
        SELECT RAISE(ABORT, 'ksp:event.sequence')
          WHERE NEW.number <> 1 + max(ifnull((SELECT max(number) FROM event), 0),
              ifnull((SELECT event FROM entry ORDER BY id DESC LIMIT 1), 0))
            OR NEW.afterEntry <> ifnull((SELECT max(id) FROM entry), 0);
        SELECT RAISE(ABORT, 'ksp:event.referenceUsed')
          WHERE EXISTS (SELECT 1 FROM event WHERE reference = NEW.reference)
            OR EXISTS (SELECT 1 FROM entry WHERE reference = NEW.reference);
      END;
      CREATE TRIGGER eventBeforeUpdate BEFORE UPDATE ON event BEGIN
        SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
      END;
      CREATE TRIGGER eventBeforeDelete BEFORE DELETE ON event BEGIN
        SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
      END;
      CREATE TRIGGER personalValueOnlyOnce BEFORE INSERT ON personalValue BEGIN
        SELECT RAISE(ABORT, 'ksp:journal.appendOnly') WHERE NEW.value IS NULL
          OR EXISTS (SELECT 1 FROM personalValue
            WHERE owner = NEW.owner AND field = NEW.field AND event = NEW.event);
      END;
      CREATE TRIGGER personalValueOnlyErased BEFORE UPDATE ON personalValue
      WHEN NEW.owner IS NOT OLD.owner OR NEW.field IS NOT OLD.field
        OR NEW.event IS NOT OLD.event OR NEW.value IS NOT NULL BEGIN
        SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
      END;
      CREATE TRIGGER personalValueNoDelete BEFORE DELETE ON personalValue BEGIN
        SELECT RAISE(ABORT, 'ksp:journal.appendOnly');
      END;
      """,
    once: [("backupLog", "id = NEW.id")],
    projections: [Projection(table: "backupLog", key: ["id"], meanings: ["madeAt": .moment])])
}
