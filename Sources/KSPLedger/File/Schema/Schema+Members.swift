import KSPCore

extension Schema {
  /// The register of members.
  static let members = SchemaPart(
    room: "members",
    meaning: Phrase(
      id: "Daftar anggota sama dengan yang dikatakan rantai",
      en: "The register of members is what the chain says"),
    tables: """
      CREATE TABLE member (
        id INTEGER PRIMARY KEY,
        number TEXT NOT NULL UNIQUE CHECK (length(number) > 0),
        kind TEXT NOT NULL CHECK (kind IN ('individual', 'organization')),
        name TEXT NOT NULL CHECK (length(name) > 0),
        nik TEXT,
        npwp TEXT,
        birthPlace TEXT,
        birthDate TEXT,
        gender TEXT CHECK (gender IN ('female', 'male')),
        occupation TEXT,
        address TEXT,
        phone TEXT,
        heir TEXT,
        heirRelation TEXT,
        unit TEXT,
        externalID TEXT,
        remarks TEXT,
        hasTaxNumber INTEGER NOT NULL CHECK (hasTaxNumber IN (0, 1)),
        joinedOn INTEGER NOT NULL,
        leftOn INTEGER CHECK (leftOn >= joinedOn),
        leavingReason TEXT
      ) STRICT;
      CREATE UNIQUE INDEX memberExternalID ON member (externalID) WHERE externalID IS NOT NULL;

      CREATE TABLE membership (
        member INTEGER NOT NULL REFERENCES member (id),
        since INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('prospective', 'member', 'honorary')),
        PRIMARY KEY (member, since)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE memberKind (
        member INTEGER NOT NULL REFERENCES member (id),
        effectiveFrom INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('individual', 'organization')),
        PRIMARY KEY (member, effectiveFrom)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE memberAttribute (
        member INTEGER NOT NULL REFERENCES member (id),
        name TEXT NOT NULL CHECK (length(name) > 0),
        value TEXT,
        PRIMARY KEY (member, name)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE memberMerge (
        member INTEGER PRIMARY KEY REFERENCES member (id),
        event INTEGER NOT NULL,
        survivor INTEGER NOT NULL REFERENCES member (id) CHECK (survivor <> member),
        mergedOn INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX memberMergeSurvivor ON memberMerge (survivor);

      CREATE TABLE memberDeath (
        event INTEGER PRIMARY KEY,
        member INTEGER NOT NULL REFERENCES member (id),
        diedOn INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX memberDeathMember ON memberDeath (member, event);

      CREATE TABLE leaverPayable (
        entry INTEGER PRIMARY KEY REFERENCES entry (id),
        member INTEGER NOT NULL UNIQUE REFERENCES member (id),
        amount INTEGER NOT NULL CHECK (amount > 0)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE leaverPayment (
        entry INTEGER PRIMARY KEY REFERENCES entry (id),
        member INTEGER NOT NULL REFERENCES leaverPayable (member),
        amount INTEGER NOT NULL CHECK (amount > 0),
        payee TEXT NOT NULL CHECK (length(payee) > 0),
        relation TEXT,
        identity TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX leaverPaymentMember ON leaverPayment (member);
      """,
    triggers: """
      CREATE TRIGGER memberBeforeUpdate BEFORE UPDATE ON member BEGIN
        SELECT RAISE(ABORT, 'ksp:member.exists') WHERE EXISTS
          (SELECT 1 FROM member WHERE externalID = NEW.externalID AND id <> OLD.id);
      END;
      """,
    once: [
      ("membership", "member = NEW.member AND since = NEW.since"),
      ("memberMerge", "member = NEW.member"), ("memberDeath", "event = NEW.event"),
      ("leaverPayable", "entry = NEW.entry OR member = NEW.member"),
    ],
    fixed: [
      SchemaPart.Guarded(
        table: "member",
        key: "id = NEW.id OR number = NEW.number OR externalID = NEW.externalID",
        columns: ["id", "number", "kind"], refusal: "member.fixed"),
      SchemaPart.Guarded(
        table: "memberAttribute", key: "member = NEW.member AND name = NEW.name",
        columns: ["member", "name"], refusal: "memberAttribute.fixed"),
      SchemaPart.Guarded(
        table: "memberKind", key: "member = NEW.member AND effectiveFrom = NEW.effectiveFrom",
        columns: ["member", "effectiveFrom"], refusal: "memberKind.fixed"),
      SchemaPart.Guarded(
        table: "leaverPayment", key: "entry = NEW.entry", columns: ["entry", "member", "amount"],
        refusal: "leaverPayment.fixed"),
    ],
    projections: [
      Projection(
        table: "member", key: ["id"],
        meanings: ["joinedOn": .day, "leftOn": .day, "hasTaxNumber": .flag],
        personal: [
          "name", "nik", "npwp", "birthPlace", "birthDate", "occupation", "address", "phone",
          "heir", "heirRelation", "remarks",
        ]),
      Projection(
        table: "membership", key: ["member", "since"],
        meanings: ["member": .row(of: "member", as: "number"), "since": .day]),
      Projection(
        table: "memberKind", key: ["member", "effectiveFrom"],
        meanings: ["member": .row(of: "member", as: "number"), "effectiveFrom": .month]),
      Projection(
        table: "memberMerge", key: ["member"],
        meanings: [
          "member": .row(of: "member", as: "number"), "survivor": .row(of: "member", as: "number"),
          "mergedOn": .day,
        ]),
      Projection(
        table: "memberDeath", key: ["event"],
        meanings: ["member": .row(of: "member", as: "number"), "diedOn": .day]),
      Projection(
        table: "leaverPayable", key: ["entry"],
        meanings: [
          "entry": .entry, "member": .row(of: "member", as: "number"), "amount": .amount,
        ]),
      Projection(
        table: "leaverPayment", key: ["entry"],
        meanings: [
          "entry": .entry, "member": .row(of: "member", as: "number"), "amount": .amount,
        ], personal: ["payee", "relation", "identity"]),
      Projection(
        table: "memberAttribute", key: ["member", "name"],
        meanings: ["member": .row(of: "member", as: "number")], personal: ["value"]),
    ])
}
