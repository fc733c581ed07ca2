import GRDB
import KSPCore

/// Reads and writes the register of members.
enum MemberTable {
  /// The columns that hold the profile, beside the kind.
  private static let profileColumns:
    [(name: String, value: @Sendable (MemberProfile) -> StoredValue)] = [
      ("name", { StoredValue($0.name) }), ("nik", { StoredValue($0.nik) }),
      ("npwp", { StoredValue($0.npwp) }), ("birthPlace", { StoredValue($0.birthPlace) }),
      ("birthDate", { StoredValue($0.birthDate?.description) }),
      ("gender", { StoredValue($0.gender?.rawValue) }),
      ("occupation", { StoredValue($0.occupation) }), ("address", { StoredValue($0.address) }),
      ("phone", { StoredValue($0.phone) }), ("heir", { StoredValue($0.heir) }),
      ("heirRelation", { StoredValue($0.heirRelation) }), ("unit", { StoredValue($0.unit) }),
      ("externalID", { StoredValue($0.externalID) }), ("remarks", { StoredValue($0.remarks) }),
      ("hasTaxNumber", { StoredValue($0.hasTaxNumber) }),
    ]

  /// The columns that ``member(_:)`` reads, in its order, of a table that is called `m`.
  static let columns =
    "m.number, \(latestKind), "
    + (["joinedOn", "leftOn", "leavingReason"] + profileColumns.map(\.name))
    .map { "m.\($0)" }.joined(separator: ", ")
  /// What the register says last of the kind of a member that is called `m`.
  private static let latestKind = """
    ifnull((SELECT k.kind FROM memberKind k WHERE k.member = m.id
      ORDER BY k.effectiveFrom DESC LIMIT 1), m.kind)
    """
  /// When a member that is called `m` died, as it was said last.
  static let diedOn = """
    (SELECT t.diedOn FROM memberDeath t WHERE t.member = m.id ORDER BY t.event DESC LIMIT 1)
    """

  /// When the members that meet a condition died: hardly anybody's row is read.
  static func deaths(
    _ db: Database, where condition: String = "1", _ arguments: StatementArguments = []
  ) throws -> [MemberNumber: BookDate] {
    let deaths = try db.cachedStatement(
      sql: """
        SELECT m.number, \(diedOn) AS day FROM (SELECT DISTINCT member FROM memberDeath) d
        CROSS JOIN member m ON m.id = d.member WHERE day IS NOT NULL AND \(condition)
        """)
    return try Dictionary(
      uniqueKeysWithValues: Row.fetchAll(deaths, arguments: arguments).map {
        (MemberNumber(try $0.value(0)), try BookDate(stored: $0.value(1)))
      })
  }

  static let columnCount = 5 + profileColumns.count

  static func member(_ db: Database, number: MemberNumber) throws -> Member? {
    let query = try db.cachedStatement(
      sql: "SELECT \(columns) FROM member m WHERE number = ?")
    guard let row = try Row.fetchOne(query, arguments: [number.text]) else { return nil }
    return try member(row, MemberRegister(db, where: "m.number = ?", [number.text]))
  }

  /// The NIKs out of some that several members have, with those members; in the order of the NIKs.
  static func shared(
    _ db: Database, nik wanted: Set<String>
  ) throws -> [(nik: String, holders: [String])] {
    let sql = """
      SELECT nik, number, name FROM member WHERE nik IN
        (SELECT nik FROM member WHERE nik IS NOT NULL GROUP BY nik HAVING count(*) > 1)
      ORDER BY nik, id
      """
    var found: [(nik: String, holders: [String])] = []
    for row in try Row.fetchAll(db, sql: sql) {
      let nik: String = try row.value(0)
      guard wanted.contains(nik) else { continue }
      let holder = "\(try row.value(1) as String) (\(try row.value(2) as String))"
      if found.last?.nik == nik {
        found[found.count - 1].holders.append(holder)
      } else {
        found.append((nik, [holder]))
      }
    }
    return found
  }

  /// Those who have one name and joined on one day, with their numbers, by name.
  static func alike(_ db: Database) throws -> [(name: String, numbers: [String])] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT m.name, m.joinedOn, m.number FROM member m JOIN
          (SELECT name, joinedOn FROM member GROUP BY name, joinedOn HAVING count(*) > 1) d
          ON d.name = m.name AND d.joinedOn = m.joinedOn
        ORDER BY m.name, m.joinedOn, m.id
        """)
    var found: [(name: String, joined: Int64, numbers: [String])] = []
    for row in rows {
      let (name, joined) = (try row.value(0) as String, try row.value(1) as Int64)
      if let last = found.last, last.name == name, last.joined == joined {
        found[found.count - 1].numbers.append(try row.value(2))
      } else {
        found.append((name, joined, [try row.value(2)]))
      }
    }
    return found.map { ($0.name, $0.numbers) }
  }

  /// The member who must be there.
  static func requireMember(_ db: Database, number: MemberNumber) throws -> Member {
    guard let member = try member(db, number: number) else { throw try unknown(db, number) }
    return member
  }

  /// The member who must be there, as they were known at an earlier point.
  static func requireMember(
    _ db: Database, number: MemberNumber, _ state: KnownState
  ) throws -> Member {
    guard !state.isAll else { return try requireMember(db, number: number) }
    let rows = try KnownRows(db, table: "member", subject: number.text, through: state.event)
    guard let row = rows.first, let kind = (row["kind"]?.text).flatMap(Member.Kind.init) else {
      throw try unknown(db, number)
    }
    func day(_ column: String) throws -> BookDate? {
      try row[column]?.integer.map { try BookDate(stored: $0) }
    }
    guard let joinedOn = try day("joinedOn") else { throw try unknown(db, number) }
    return Member(
      number: number, profile: profile(row, kind), joinedOn: joinedOn, leftOn: try day("leftOn"),
      leavingReason: row["leavingReason"]?.text)
  }

  private static func profile(
    _ row: [String: StoredValue], _ kind: Member.Kind
  ) -> MemberProfile {
    var profile = MemberProfile(
      name: row["name"]?.text ?? "", kind: kind, address: row["address"]?.text,
      phone: row["phone"]?.text, nik: row["nik"]?.text, npwp: row["npwp"]?.text)
    profile.birthPlace = row["birthPlace"]?.text
    profile.birthDate = (row["birthDate"]?.text).flatMap { try? BookDate(parsing: $0) }
    profile.gender = (row["gender"]?.text).flatMap { .init(rawValue: $0) }
    profile.occupation = row["occupation"]?.text
    profile.heir = row["heir"]?.text
    profile.heirRelation = row["heirRelation"]?.text
    profile.unit = row["unit"]?.text
    profile.externalID = row["externalID"]?.text
    profile.remarks = row["remarks"]?.text
    return profile
  }

  /// What to say of a word that is the code of no account: which accounts the member has whose it
  /// would be.
  static func unknownAccount(_ db: Database, _ code: String) throws -> LedgerError {
    try ofMember(db, code) ?? .accountUnknown(code)
  }

  /// Nil where the word is not built like the account of a member: `SUK-0001-03`.
  private static func ofMember(_ db: Database, _ code: String) throws -> LedgerError? {
    let products = try Row.fetchAll(db, sql: "SELECT id, accountPrefix FROM savingsProduct")
    for product in products {
      let prefix = (try product.value(1) as String) + "-"
      guard code.hasPrefix(prefix) else { continue }
      // The number of a member may itself have such an ending.
      var number = code.dropFirst(prefix.count)
      while true {
        let member = try Int64.fetchOne(
          db, sql: "SELECT id FROM member WHERE number = ?", arguments: [String(number)])
        if let member {
          return try ofMember(
            db, code, member, MemberNumber(String(number)), product: product.value(0))
        }
        guard let end = number.lastIndex(of: "-") else { break }
        number = number[..<end]
      }
    }
    return nil
  }

  private static func ofMember(
    _ db: Database, _ code: String, _ member: Int64, _ number: MemberNumber, product: Int64
  ) throws -> LedgerError? {
    let codes = try String.fetchAll(
      db,
      sql: """
        SELECT a.code FROM savingsAccount s JOIN account a ON a.id = s.account
        WHERE s.member = ?1 AND (s.product = ?2 OR NOT EXISTS
          (SELECT 1 FROM savingsAccount o WHERE o.member = ?1 AND o.product = ?2))
        ORDER BY s.product, s.ordinal
        """, arguments: [member, product])
    guard !codes.isEmpty, !codes.contains(code) else { return nil }
    return .accountUnknown(
      code, member: number, accounts: codes.map { AccountCode(stored: $0) })
  }

  /// Nobody has the number; somebody may have one that is near to it.
  static func unknown(_ db: Database, _ number: MemberNumber) throws -> LedgerError {
    if let account = try ofMember(db, number.text) { return account }
    return .memberUnknown(number, near: try near(db, number.text))
  }

  private static func member(_ row: Row, _ register: MemberRegister) throws -> Member {
    let number: MemberNumber = try row.value(0)
    guard let kind = Member.Kind(rawValue: try row.value(1)) else {
      throw LedgerError.invariantBroken("member \(number)")
    }
    let joinedOn = try BookDate(stored: row.value(2))
    var memberships = register.memberships[number] ?? []
    // They belong since they joined, also where that day was corrected.
    if let first = memberships.first {
      memberships[0] = Member.Membership(first.standing, since: joinedOn)
    }
    var member = try Member(
      number: number, profile: profile(row, kind), joinedOn: joinedOn,
      leftOn: (row.optional(3) as Int64?).map { try BookDate(stored: $0) },
      leavingReason: row.optional(4), memberships: memberships,
      attributes: register.attributes[number] ?? [:])
    member.diedOn = register.diedOn[number]
    member.mergedInto = register.mergedInto[number]
    member.mergedFrom = register.mergedFrom[number] ?? []
    return member
  }

  private static func profile(_ row: Row, _ kind: Member.Kind) throws -> MemberProfile {
    var profile = try MemberProfile(
      name: row.value("name"), kind: kind, address: row.optional("address"),
      phone: row.optional("phone"), nik: row.optional("nik"), npwp: row.optional("npwp"))
    profile.birthPlace = try row.optional("birthPlace")
    profile.birthDate = try (row.optional("birthDate") as String?).map { try BookDate(parsing: $0) }
    profile.gender = try (row.optional("gender") as String?).flatMap { .init(rawValue: $0) }
    profile.occupation = try row.optional("occupation")
    profile.heir = try row.optional("heir")
    profile.heirRelation = try row.optional("heirRelation")
    profile.unit = try row.optional("unit")
    profile.externalID = try row.optional("externalID")
    profile.remarks = try row.optional("remarks")
    return profile
  }

  /// Members with their accounts on a day, by number; `condition` may use the member as `m`.
  static func summaries(
    _ db: Database, on date: BookDate, where condition: String, _ arguments: StatementArguments
  ) throws -> [MemberSummary] {
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        WITH \(HeldBalances.later(than: date))
        SELECT \(columns), a.code, p.code, p.nameIndonesian, p.nameEnglish,
          \(HeldBalances.balance), a.closedOn, \(HeldBalances.laterAmount)
        FROM member m
        LEFT JOIN savingsAccount s ON s.member = m.id
        LEFT JOIN account a ON a.id = s.account
        \(HeldBalances.join("s.account"))
        LEFT JOIN savingsProduct p ON p.id = s.product
        WHERE \(condition) ORDER BY m.number, p.id, s.ordinal
        """, arguments: arguments)
    let register = try MemberRegister(db, where: condition, arguments)
    var summaries: [MemberSummary] = []
    var current: Member?
    var savings: [MemberSummary.Savings] = []
    while let row = try cursor.next() {
      let number: MemberNumber = try row.value(0)
      if let member = current, member.number != number {
        summaries.append(MemberSummary(member: member, savings: savings))
        savings = []
        current = nil
      }
      if current == nil { current = try member(row, register) }
      guard let code = try row.optional(columnCount) as String? else { continue }
      try savings.append(
        MemberSummary.Savings(
          account: AccountCode(stored: code), product: row.value(columnCount + 1),
          productName: Phrase(id: row.value(columnCount + 2), en: row.value(columnCount + 3)),
          balance: Rupiah(sen: row.value(columnCount + 4) as Int64).negated(),
          later: (row.optional(columnCount + 6) as Int64?).map { try Rupiah(sen: $0).negated() },
          closedOn: (row.optional(columnCount + 5) as Int64?).map { try BookDate(stored: $0) }))
    }
    if let current { summaries.append(MemberSummary(member: current, savings: savings)) }
    return summaries
  }

  /// Refuses a key of another program that another member has.
  static func requireFree(
    _ db: Database, externalID: String?, except number: MemberNumber = ""
  ) throws {
    guard let externalID else { return }
    let query = try db.cachedStatement(
      sql: "SELECT number FROM member WHERE externalID = ? AND number <> ?")
    if let other = try String.fetchOne(query, arguments: [externalID, number.text]) {
      throw LedgerError.memberExternalIDTaken(externalID, by: MemberNumber(other))
    }
  }

  /// What a column of the register holds of a profile.
  static func value(of profile: MemberProfile, column: String) -> StoredValue {
    profileColumns.first { $0.name == column }?.value(profile) ?? .null
  }

  /// A new member's rows: what the register says, and how they belong.
  static func joining(
    id: Int64, number: MemberNumber, _ new: NewMember
  ) -> [RowChange] {
    let values = profileColumns.map { ($0.name, $0.value(new.profile)) }
    let attributes = new.attributes.sorted { $0.key < $1.key }.map { name, value in
      RowChange.insert(
        "memberAttribute",
        ["member": .integer(id), "name": .text(name), "value": .text(value)])
    }
    return [
      .insert(
        "member",
        [
          ("id", .integer(id)), ("number", StoredValue(number)),
          ("kind", .text(new.profile.kind.rawValue)), ("joinedOn", StoredValue(new.joinedOn)),
        ] + values), membership(id: id, Member.Membership(new.standing, since: new.joinedOn)),
    ] + attributes
  }

  /// The row of a standing.
  static func membership(id: Int64, _ membership: Member.Membership) -> RowChange {
    .insert(
      "membership",
      [
        "member": .integer(id), "since": StoredValue(membership.since),
        "kind": .text(membership.standing.rawValue),
      ])
  }

  /// The row of a kind from a month on.
  static func kind(id: Int64, _ change: Member.KindChange) -> RowChange {
    .insert(
      "memberKind",
      [
        "member": .integer(id), "effectiveFrom": StoredValue(change.effectiveFrom),
        "kind": .text(change.kind.rawValue),
      ])
  }

  /// The row of a kind that is put right in the month from which it holds.
  static func kind(
    id: Int64, _ change: Member.KindChange, insteadOf wrong: Member.Kind
  ) -> RowChange? {
    .update(
      "memberKind",
      key: ["member": .integer(id), "effectiveFrom": StoredValue(change.effectiveFrom)],
      [("kind", .text(wrong.rawValue), .text(change.kind.rawValue))])
  }

  /// What changes about a member; nil for nothing.
  static func change(
    id: Int64, from old: Member, to new: MemberProfile, joined: BookDate
  ) -> RowChange? {
    .update(
      "member", key: ["id": .integer(id)],
      profileColumns.map { ($0.name, $0.value(old.profile), $0.value(new)) } + [
        ("joinedOn", StoredValue(old.joinedOn), StoredValue(joined))
      ])
  }

  static func id(_ db: Database, number: MemberNumber) throws -> Int64 {
    let query = try db.cachedStatement(sql: "SELECT id FROM member WHERE number = ?")
    guard let id = try Int64.fetchOne(query, arguments: [number.text]) else {
      throw try unknown(db, number)
    }
    return id
  }

  /// Refuses the number of nobody; nil stands for everybody.
  static func requireKnown(_ db: Database, _ number: MemberNumber?) throws {
    if let number { _ = try id(db, number: number) }
  }

  /// The number above every one that is all digits, as wide as the greatest of them, with four
  /// digits where there is none; more than eighteen digits are a name that nobody counts on from.
  static func nextNumber(_ db: Database) throws -> MemberNumber {
    let sql = """
      SELECT number FROM member
      WHERE length(number) <= 18 AND number NOT GLOB '*[^0-9]*'
      ORDER BY CAST(number AS INTEGER) DESC, length(number) DESC LIMIT 1
      """
    let greatest = try String.fetchOne(db, sql: sql) ?? "0000"
    let digits = String((Int64(greatest) ?? 0) + 1)
    let missing = max(0, greatest.utf8.count - digits.utf8.count)
    return MemberNumber(String(repeating: "0", count: missing) + digits)
  }
}
