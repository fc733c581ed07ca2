/// By what one member takes part in the SHU: the amounts of both bases.
public struct ShuBase: Hashable, Sendable, Codable {
  /// The member.
  public let member: MemberNumber
  /// The member's name; nil where it is not known.
  public let name: String?
  /// The base of the capital's share, such as pokok and wajib at the end of the year.
  public let capital: Rupiah
  /// The base of the activity's share, such as the loan interest paid in the year.
  public let activity: Rupiah

  /// The bases of a member.
  public init(
    member: MemberNumber, name: String? = nil, capital: Rupiah, activity: Rupiah
  ) {
    self.member = member
    self.name = name
    self.capital = capital
    self.activity = activity
  }

  /// Reads the bases of members from CSV with the columns `member,name,capital,activity`; `name`
  /// may be missing, and a blank amount is nothing.
  ///
  /// - Throws: `import.refused` with every bad row: an amount that is unreadable or negative, a
  ///   member that stands there twice.
  package static func read(csv text: String, file: String) throws(LedgerError) -> [ShuBase] {
    let table = try CSVTable(text, file: file)
    let member = table.column(["member", "anggota"])
    let name = table.column(["name", "nama"])
    let capital = table.column(["capital", "modal"])
    let activity = table.column(["activity", "usaha"])
    var problems =
      [member, capital, activity].compactMap { table.missing($0) }
      + table.unknown(besides: [member, name, capital, activity])
    var lines: [MemberNumber: Int] = [:]
    let bases =
      problems.isEmpty
      ? table.read(problems: &problems) { cells -> ShuBase? in
        let number: MemberNumber? = cells.number(member)
        let name = cells.optionalText(name)
        let capital = cells.optionalValue(capital, Self.amount) ?? .zero
        let activity = cells.optionalValue(activity, Self.amount) ?? .zero
        guard let number else { return nil }
        if let first = lines[number] {
          cells.refuse(.importDuplicate(number.text, firstLine: first), at: member)
        } else {
          lines[number] = cells.row.position.line
        }
        return ShuBase(member: number, name: name, capital: capital, activity: activity)
      } : []
    guard problems.isEmpty else { throw .importRefused(file: file, problems: problems) }
    return bases
  }

  private static func amount(_ text: String) throws(LedgerError) -> Rupiah {
    let amount = try Rupiah(parsing: text)
    guard !amount.isNegative else { throw .amountNotPositive(amount) }
    return amount
  }
}
