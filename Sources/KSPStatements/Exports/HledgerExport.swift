/// The journal in the form of hledger and ledger, ready for `hledger -f book.journal check`.
///
/// Accounts are called `assets:1-1000 Kas`; texts lose what would end a name or start a comment
/// there: line breaks, semicolons, double spaces.
public struct HledgerExport: LedgerExport {
  private let language: Language
  private var declared: Set<String> = []

  /// An export with account names in a language.
  public init(language: Language = .indonesian) {
    self.language = language
  }

  /// Writes the commodity and the accounts.
  public mutating func header(accounts: [Account], into output: inout TextOutput) {
    output.line("commodity IDR 1000.00")
    output.newline()
    for account in accounts where account.isPostable {
      declare(name(account.code, account.name, account.type), into: &output)
    }
    output.newline()
  }

  /// Writes one transaction, after the accounts that it is the first to use.
  public mutating func append(_ entry: PostedEntry, into output: inout TextOutput) {
    let names = entry.legs.map { name($0.account, $0.accountName, $0.accountType) }
    for name in names { declare(name, into: &output) }
    output.append(entry.bookDate)
    output.append(" (")
    output.append(entry.number)
    output.append(") ")
    output.append(plain(entry.note.memo ?? entry.kind.name[language], without: ";|"))
    output.newline()
    tag("kind", entry.kind.rawValue, into: &output)
    tag("reference", entry.reference, into: &output)
    tag("recorded-by", entry.note.recordedBy, into: &output)
    tag("reverses", entry.reverses?.description, into: &output)
    for (name, leg) in zip(names, entry.legs) {
      output.append("    ")
      output.append(name)
      output.append("  IDR ")
      output.append(leg.amount, decimals: true)
      output.newline()
    }
    output.newline()
  }

  private mutating func declare(_ name: String, into output: inout TextOutput) {
    guard declared.insert(name).inserted else { return }
    output.line("account \(name)")
  }

  private func tag(_ name: String, _ value: String?, into output: inout TextOutput) {
    guard let value else { return }
    // A comma would end the value of a tag.
    output.line("    ; \(name): \(plain(value, without: ","))")
  }

  private func name(_ code: AccountCode, _ name: Phrase, _ type: AccountType) -> String {
    "\(HledgerExport.root(type)):\(code) \(plain(name[language], without: ";:|()[]"))"
  }

  private static func root(_ type: AccountType) -> String {
    switch type {
    case .asset: "assets"
    case .liability: "liabilities"
    case .equity: "equity"
    case .income: "income"
    case .expense: "expenses"
    }
  }

  /// A text on one line, with single spaces, and without some characters.
  private func plain(_ text: String, without forbidden: String) -> String {
    let cleaned = TextTable.oneLine(text).map { forbidden.contains($0) ? " " : $0 }
    return cleaned.split(whereSeparator: \.isWhitespace).map { String($0) }.joined(separator: " ")
  }
}
