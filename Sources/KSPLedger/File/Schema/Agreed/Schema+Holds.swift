import KSPCore

extension Schema {
  /// Holds on savings. Whether one still holds on a day follows from these and from its loan.
  static let holds = SchemaPart(
    room: "holds",
    meaning: Phrase(
      id: "Blokir simpanan sama dengan yang dikatakan rantai",
      en: "Holds on savings are what the chain says"),
    tables: """
      CREATE TABLE hold (
        number INTEGER PRIMARY KEY CHECK (number > 0),
        event INTEGER NOT NULL,
        account INTEGER NOT NULL REFERENCES savingsAccount (account),
        holdKind TEXT NOT NULL CHECK (holdKind IN ('loan', 'court', 'other')),
        amount INTEGER CHECK (amount > 0),
        reason TEXT NOT NULL CHECK (length(reason) > 0),
        loan INTEGER REFERENCES loan (id),
        heldFrom INTEGER NOT NULL,
        heldUntil INTEGER CHECK (heldUntil >= heldFrom),
        CHECK ((holdKind = 'loan') = (loan IS NOT NULL))
      ) STRICT;
      CREATE INDEX holdAccount ON hold (account);

      CREATE TABLE holdRelease (
        hold INTEGER PRIMARY KEY REFERENCES hold (number),
        event INTEGER NOT NULL,
        releasedOn INTEGER NOT NULL,
        reason TEXT NOT NULL CHECK (length(reason) > 0)
      ) STRICT;
      """,
    once: [("hold", "number = NEW.number"), ("holdRelease", "hold = NEW.hold")],
    projections: [
      Projection(
        table: "hold", key: ["number"],
        meanings: [
          "account": .row(of: "account", as: "code"), "amount": .amount,
          "loan": .row(of: "loan", as: "number"), "heldFrom": .day, "heldUntil": .day,
        ]),
      Projection(table: "holdRelease", key: ["hold"], meanings: ["releasedOn": .day]),
    ])
}
