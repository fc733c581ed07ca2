import GRDB
public import KSPCore

extension Ledger {
  /// The members with their savings, by number.
  ///
  /// - Parameter includingLeft: Whether those who have left are listed too.
  /// - Returns: The members, each with their accounts in the order of the products.
  /// - Throws: What reading the file can throw.
  public func members(includingLeft: Bool = false) throws(LedgerError) -> [MemberSummary] {
    let today = try today()
    return try store.read { db in
      try MemberTable.summaries(db, on: today, where: includingLeft ? "1" : "m.leftOn IS NULL", [])
    }
  }

  /// The members as they were on a day, with what they held when it ended, by number.
  ///
  /// ```swift
  /// let list = try ledger.members(asOf: day, group: "Pasar", product: "sukarela")
  /// ```
  ///
  /// - Parameters:
  ///   - date: The day; a later one than today counts what is dated until then.
  ///   - group: The members of a group (unit) only; nil for all.
  ///   - product: Members with an account in a product, and these accounts only; nil for all.
  ///   - includingLeft: Whether those who had left by then are listed too.
  /// - Returns: The list. Names, groups and products are those of now.
  /// - Throws: `product.unknown`, `group.unknown`.
  public func members(
    asOf date: BookDate, group: String? = nil, product: ProductCode? = nil,
    includingLeft: Bool = false
  ) throws(LedgerError) -> MemberList {
    let isPast = try date < today()
    return try store.read { db in
      if let product { _ = try catalog(db).product(product) }
      let group = try GroupNames.require(db, group)
      let summaries = try MemberTable.summaries(
        db, on: date,
        where: """
          m.joinedOn <= ? AND (? OR m.leftOn IS NULL OR m.leftOn > ?)
            AND (? IS NULL OR m.unit = ?)
          """, [date.dayNumber, includingLeft, date.dayNumber, group, group])
      let members = summaries.map { $0.standing(on: date, in: product, isPast: isPast) }
      return MemberList(
        asOf: date, group: group, product: product,
        members: product == nil ? members : members.filter { !$0.savings.isEmpty })
    }
  }

  /// The numbers of the members as they were on a day, in their order, without those who had left:
  /// for a walk over members that reads one after the other.
  ///
  /// ```swift
  /// for member in try ledger.memberNumbers(asOf: day) {
  ///   print(try ledger.statement(ofMember: member, period: period))
  /// }
  /// ```
  ///
  /// - Throws: What reading the file can throw.
  public func memberNumbers(asOf date: BookDate) throws(LedgerError) -> [MemberNumber] {
    try store.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT number FROM member WHERE joinedOn <= ?1 AND (leftOn IS NULL OR leftOn > ?1)
          ORDER BY number
          """, arguments: [date.dayNumber]
      ).map { MemberNumber($0) }
    }
  }

  /// The members whom words fit, by number: each word is a part of the name, the number, NIK,
  /// NPWP, telephone, address, group, id elsewhere, or the value of an attribute. Capitals do not
  /// matter.
  ///
  /// ```swift
  /// for found in try ledger.members(matching: "siti toboali") { print(found.member.number) }
  /// ```
  ///
  /// - Parameters:
  ///   - text: The words; none fit nobody.
  ///   - includingLeft: Whether those who have left are listed too.
  /// - Returns: The members, each with their accounts in the order of the products.
  /// - Throws: What reading the file can throw.
  public func members(
    matching text: String, includingLeft: Bool = true
  ) throws(LedgerError) -> [MemberSummary] {
    let today = try today()
    guard let search = MemberTable.matching(text) else { return [] }
    return try store.read { db in
      try MemberTable.summaries(
        db, on: today,
        where: search.condition + (includingLeft ? "" : " AND m.leftOn IS NULL"), search.arguments)
    }
  }

  /// The members of whom one fact of the register is true, by number: for a program that knows
  /// them by a number of its own or of the state. Parts of it fit nobody; capitals matter.
  ///
  /// ```swift
  /// let known = try ledger.members(having: .nik("1971015205850003")).first
  /// ```
  ///
  /// - Parameters:
  ///   - key: The fact.
  ///   - includingLeft: Whether those who have left are listed too.
  /// - Returns: The members, each with their accounts in the order of the products; at most one for
  ///   an id elsewhere.
  /// - Throws: `nik.unreadable`, `npwp.unreadable`.
  public func members(
    having key: MemberKey, includingLeft: Bool = true
  ) throws(LedgerError) -> [MemberSummary] {
    let today = try today()
    return try store.read { db in
      let fact = try MemberTable.having(key)
      return try MemberTable.summaries(
        db, on: today,
        where: fact.condition + (includingLeft ? "" : " AND m.leftOn IS NULL"), fact.arguments)
    }
  }

  /// One member with their savings.
  ///
  /// - Throws: `member.unknown`.
  public func member(_ number: MemberNumber) throws(LedgerError) -> MemberSummary {
    let today = try today()
    return try store.read { db in
      let found = try MemberTable.summaries(db, on: today, where: "m.number = ?", [number.text])
      guard let member = found.first else {
        throw try MemberTable.unknown(db, number)
      }
      return member
    }
  }

  /// What is unlikely about a profile, though it is accepted: `MemberProfile.doubts`, and a NIK
  /// that another member has as well.
  ///
  /// - Parameters:
  ///   - profile: The profile.
  ///   - number: Whose it is.
  /// - Returns: A sentence for each doubt; none where all is likely.
  /// - Throws: What reading the file can throw.
  public func doubts(
    about profile: MemberProfile, of number: MemberNumber
  ) throws(LedgerError) -> [Phrase] {
    guard let nik = profile.nik else { return profile.doubts }
    return try store.read { db in
      let others = try Row.fetchAll(
        db, sql: "SELECT number, name FROM member WHERE nik = ? AND number <> ? ORDER BY id",
        arguments: [nik, number.text])
      guard !others.isEmpty else { return profile.doubts }
      let holders = try others.map {
        "\(try $0.value(0) as String) (\(try $0.value(1) as String))"
      }
      return profile.doubts
        + [.nikShared(nik, by: ["\(number) (\(profile.name))"] + holders)]
    }
  }

  /// Changes what the register says of a member; the number stays.
  ///
  /// ```swift
  /// var profile = try ledger.member("0001").member.profile
  /// profile.phone = "0812-3456-7890"
  /// try ledger.updateMember(
  ///   "0001", profile: profile, attributes: ["payroll": "K-17"],
  ///   membership: Member.Membership(.honorary, since: ledger.today()))
  /// ```
  ///
  /// - Parameters:
  ///   - number: The member number.
  ///   - profile: The profile as it is to be; the kind must stay. What is unlikely about it
  ///     (`MemberProfile.doubts`) is accepted.
  ///   - attributes: What a program that embeds the ledger keeps with the member, by name; nil
  ///     takes one away, and those that are not named stay.
  ///   - membership: How they belong from a day on, after the last such day; nil leaves it.
  ///   - kind: A person or an organisation from an open month on; said once more for the same month
  ///     it takes the place of what was said before. Nil leaves it.
  ///   - joined: The day of joining as it is right, until a month end has counted the member, with
  ///     the reason as the memo; dues follow it. Nil leaves it.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The member as changed.
  /// - Throws: `member.unknown`, `member.profileUnacceptable`, `nik.unreadable`,
  ///   `npwp.unreadable`, `member.kindFixed` for another kind in the profile,
  ///   `member.kindTooEarly`, `member.externalIDTaken`, `member.joinedFixed`, `date.future`,
  ///   `member.standingNotLater`, `member.left` for a new standing, `reference.reused`.
  @discardableResult
  public func updateMember(
    _ number: MemberNumber, profile: MemberProfile, attributes: [String: String?] = [:],
    membership: Member.Membership? = nil, kind: Member.KindChange? = nil,
    joined: BookDate? = nil, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Member {
    try post(dryRun: dryRun) { session in
      try MemberDesk(session: session).change(
        number,
        to: MemberChange(
          profile: profile, attributes: attributes, membership: membership, kind: kind,
          joined: joined),
        note: note.keyed(by: reference))
    }
  }
}
