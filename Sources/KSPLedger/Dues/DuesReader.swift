import GRDB
import KSPCore

/// Reads what the dues of members follow from, and works their cards out.
struct DuesReader {
  /// A product of the kind wajib with the amounts that it asks for.
  struct Product {
    let id: Int64
    let code: ProductCode
    let rule: DuesRule
  }

  /// A member with the cards of the products that ever asked for anything.
  struct Member {
    let id: Int64
    let number: MemberNumber
    let name: String
    let phone: String?
    let group: String?
    let joinedOn: BookDate
    let leftOn: BookDate?
    let cards: [DuesCard]
  }

  private let db: Database
  /// The last event and the last entry that count.
  private let known: (event: Int64, entry: Int64)
  /// The products that ask for something, in the order in which they were added.
  let products: [Product]

  init(
    _ db: Database, _ catalog: Catalog, known: (event: Int64, entry: Int64) = (.max, .max)
  ) throws {
    self.db = db
    self.known = known
    let amounts = try Self.amounts(db, catalog, through: known.event)
    products = catalog.products.filter { $0.product.kind == .wajib }.map { product in
      Product(
        id: product.id, code: product.product.code,
        rule: DuesRule(
          Self.amounts(of: product) + (amounts[product.id] ?? []),
          raising: catalog.settings.duesRaised))
    }.filter { $0.rule.firstMonth != nil }
  }

  /// What the terms of a product say: an amount counts from the month in which it changes.
  private static func amounts(of product: Catalog.Product) -> [DueAmount] {
    var last = Rupiah.zero
    return product.terms.compactMap { terms in
      guard terms.monthlyDue != last else { return nil }
      last = terms.monthlyDue
      return DueAmount(
        terms.monthlyDue, product: product.product.code, from: terms.effectiveFrom)
    }
  }

  /// What was set beside the terms, by product, in the order in which it was set.
  static func amounts(
    _ db: Database, _ catalog: Catalog, through event: Int64 = .max
  ) throws -> [Int64: [DueAmount]] {
    let rows = try SQLStatement(
      db,
      """
      SELECT a.event, a.product, m.number, a.memberKind, a.effectiveFrom, a.amount
      FROM dueAmount a LEFT JOIN member m ON m.id = a.member
      WHERE a.event <= ? ORDER BY a.event
      """)
    rows.bind(event, at: 1)
    defer { rows.reset() }
    var amounts: [Int64: [DueAmount]] = [:]
    while try rows.step() {
      let scope: DueAmount.Scope =
        if let number: MemberNumber = rows.number(2) {
          .member(number)
        } else {
          rows.text(3).flatMap { .init(kindWord: $0) } ?? .everyone
        }
      let product = try catalog.product(id: rows.int64(1))
      amounts[product.id, default: []].append(
        DueAmount(
          Rupiah(sen: rows.int64(5)), product: product.product.code, scope: scope,
          from: try BookMonth(ordinal: Int32(clamping: rows.int64(4))), event: rows.int64(0)))
    }
    return amounts
  }

  /// A product that had begun to ask for something by a month; nil for another.
  func asking(_ product: Int64, in month: BookMonth) -> Product? {
    products.first { $0.id == product && $0.rule.firstMonth.map { $0 <= month } ?? false }
  }

  // MARK: - Members

  /// Which members are read: all, those of a group, or one.
  enum Selection {
    case all
    case group(String)
    case members([Int64])

    static func member(_ id: Int64) -> Self { .members([id]) }
  }

  /// How many members owe on a day, and what together, with the first of them by name; who has left
  /// by then does not count.
  func owed(
    asOf date: BookDate
  ) throws -> (members: Int, amount: Rupiah, first: [(name: String, amount: Rupiah)]) {
    var owing = (members: 0, amount: Rupiah.zero, first: [(name: String, amount: Rupiah)]())
    try forEach(.all, asOf: date) { member in
      if let left = member.leftOn, left <= date { return }
      let owed = try member.cards.map(\.owed).sum()
      guard owed.isPositive else { return }
      owing.members += 1
      // Thousands may owe: nobody reads more than the first few.
      if owing.first.count < 5 { owing.first.append(("\(member.name) (\(member.number))", owed)) }
      try owing.amount += owed
    }
    return owing
  }

  /// The cards of members as they stand on a day, one member after the other in the order in which
  /// they were entered.
  func forEach(
    _ selection: Selection, asOf date: BookDate, _ body: (Member) throws -> Void
  ) throws {
    guard !products.isEmpty else { return }
    try walk(selection, asOf: date, body)
  }

  /// The same, also of a book that never asked for anything: then without cards.
  func walk(
    _ selection: Selection, asOf date: BookDate, _ body: (Member) throws -> Void
  ) throws {
    let selection = try selection.named(db)
    let rows = try DuesRows(db, selection, known: known, asOf: date)
    let members = try SQLStatement(
      db,
      """
      SELECT id, number, name, phone, unit, kind, joinedOn, leftOn FROM member
      WHERE \(selection.condition("id")) AND joinedOn <= ?1 ORDER BY id
      """, isShared: false)
    members.bind(Int64(date.dayNumber), at: 1)
    selection.bind(to: members)
    while try members.step() {
      let id = members.int64(0)
      var facts = DuesFacts(
        member: members.number(1) ?? "", joinedOn: try BookDate(stored: members.int64(6)),
        leftOn: try members.optionalInt64(7).map { try BookDate(stored: $0) },
        kind: members.text(5).flatMap { KSPCore.Member.Kind(rawValue: $0) } ?? .individual)
      let name = members.text(2) ?? ""
      let own = try rows.take(id, into: &facts)
      let cards = try products.map { product in
        try DuesCard(
          own.facts(facts, product.id), name: name, product: product.code, under: product.rule,
          asOf: date)
      }
      try body(
        Member(
          id: id, number: facts.member, name: name, phone: members.text(3),
          group: members.text(4), joinedOn: facts.joinedOn, leftOn: facts.leftOn, cards: cards))
    }
  }

  /// The cards of one member, as the register knew them.
  func cards(of known: KSPCore.Member, asOf date: BookDate) throws -> [DuesCard] {
    guard !products.isEmpty else { return [] }
    let id = try MemberTable.id(db, number: known.number)
    let rows = try DuesRows(db, .member(id), known: self.known, asOf: date)
    var facts = DuesFacts(
      member: known.number, joinedOn: known.joinedOn, leftOn: known.leftOn,
      kind: try register(id).kind)
    let own = try rows.take(id, into: &facts)
    return try products.map { product in
      try DuesCard(
        own.facts(facts, product.id), name: known.profile.name, product: product.code,
        under: product.rule, asOf: date)
    }
  }

  /// What one member's dues in a product follow from: what was paid by a day, or whenever it was or
  /// will be paid.
  func facts(
    of member: Int64, _ product: Int64, asOf date: BookDate? = nil
  ) throws -> DuesFacts {
    let rows = try DuesRows(db, .member(member), known: known, asOf: date)
    var facts = try register(member)
    return try rows.take(member, into: &facts).facts(facts, product)
  }

  /// What the register says of a member.
  private func register(_ member: Int64) throws -> DuesFacts {
    let row = try SQLStatement(
      db, "SELECT number, kind, joinedOn, leftOn FROM member WHERE id = ?")
    row.bind(member, at: 1)
    defer { row.reset() }
    guard try row.step() else { throw LedgerError.memberUnknown("#\(member)") }
    return DuesFacts(
      member: row.number(0) ?? "", joinedOn: try BookDate(stored: row.int64(2)),
      leftOn: try row.optionalInt64(3).map { try BookDate(stored: $0) },
      kind: row.word(1, in: .memberKinds) ?? .individual)
  }
}

extension DuesReader.Selection {
  /// The same, with the members of a group one by one: so only their rows are read.
  func named(_ db: Database) throws -> Self {
    guard case .group(let name) = self else { return self }
    return .members(
      try Int64.fetchAll(db, sql: "SELECT id FROM member WHERE unit = ?", arguments: [name]))
  }

  /// The parameter that is the member, where only one is asked for.
  private static let place: Int32 = 9

  /// The only member that is asked for; nil for several, and for all.
  var only: Int64? {
    guard case .members(let ids) = self, ids.count == 1 else { return nil }
    return ids.first
  }

  /// The condition on a column that holds the member; a group is ``named(_:)`` first. One member
  /// is a parameter, so that the statement is the same for each: see ``bind(to:)``.
  func condition(_ column: String) -> String {
    guard case .members(let ids) = self else { return "1" }
    guard only == nil else { return "\(column) = ?\(Self.place)" }
    return "\(column) IN (\(ids.map(String.init).joined(separator: ", ")))"
  }

  /// Tells a query with such conditions who the only member is.
  func bind(to query: SQLStatement) {
    if let only { query.bind(only, at: Self.place) }
  }
}
