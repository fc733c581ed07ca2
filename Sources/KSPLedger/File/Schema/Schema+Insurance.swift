import KSPCore

extension Schema {
  /// What insurers pay for loans.
  static let insurance = SchemaPart(
    room: "insurance",
    meaning: Phrase(
      id: "Pembayaran asuransi sama dengan yang dikatakan rantai",
      en: "What insurers paid is what the chain says"),
    tables: """
      CREATE TABLE insurancePayment (
        entry INTEGER PRIMARY KEY REFERENCES entry (id),
        account INTEGER NOT NULL REFERENCES account (id),
        claim INTEGER NOT NULL REFERENCES entry (id),
        amount INTEGER NOT NULL CHECK (amount > 0)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX insurancePaymentClaim ON insurancePayment (claim);
      """,
    once: [("insurancePayment", "entry = NEW.entry")],
    projections: [
      Projection(
        table: "insurancePayment", key: ["entry"],
        meanings: [
          "entry": .entry, "account": .row(of: "account", as: "code"), "claim": .entry,
          "amount": .amount,
        ])
    ])
}
