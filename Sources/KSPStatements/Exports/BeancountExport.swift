/// The journal in the form of beancount.
///
/// Beancount allows no free names, so an account is called by its class and code
/// (`Assets:1-1000`); its name stands next to it as metadata of the `open` directive.
public struct BeancountExport: LedgerExport {
  private let language: Language
  private var opened: Set<String> = []

  /// An export with account names in a language.
  public init(language: Language = .indonesian) {
    self.language = language
  }

  /// Writes the options and opens the accounts from the first day there is.
  public mutating func header(accounts: [Account], into output: inout TextOutput) {
    output.line("option \"operating_currency\" \"IDR\"")
    output.newline()
    output.line("1900-01-01 commodity IDR")
    output.newline()
    for account in accounts where account.isPostable {
      open(account.code, account.name, account.type, into: &output)
    }
    output.newline()
  }

  /// Writes one transaction, after opening the accounts that it is the first to use.
  public mutating func append(_ entry: PostedEntry, into output: inout TextOutput) {
    for leg in entry.legs { open(leg.account, leg.accountName, leg.accountType, into: &output) }
    output.append(entry.bookDate)
    output.append(" * ")
    string(entry.note.memo ?? entry.kind.name[language], into: &output)
    output.append(" ^")
    output.append(entry.number)
    output.newline()
    metadata("kind", entry.kind.rawValue, into: &output)
    metadata("reference", entry.reference, into: &output)
    metadata("recorded-by", entry.note.recordedBy, into: &output)
    metadata("reverses", entry.reverses?.description, into: &output)
    for leg in entry.legs {
      output.append("  ")
      output.append(BeancountExport.name(leg.account, leg.accountType))
      output.append("  ")
      output.append(leg.amount, decimals: true)
      output.line(" IDR")
    }
    output.newline()
  }

  private mutating func open(
    _ code: AccountCode, _ name: Phrase, _ type: AccountType, into output: inout TextOutput
  ) {
    let account = BeancountExport.name(code, type)
    guard opened.insert(account).inserted else { return }
    output.line("1900-01-01 open \(account) IDR")
    metadata("name", name[language], into: &output)
  }

  private func metadata(_ key: String, _ value: String?, into output: inout TextOutput) {
    guard let value else { return }
    output.append("  \(key): ")
    string(value, into: &output)
    output.newline()
  }

  private func string(_ text: String, into output: inout TextOutput) {
    output.append("\"")
    for byte in TextTable.oneLine(text).utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { output.append("\\") }
      output.append(byte: byte)
    }
    output.append("\"")
  }

  /// Class and code, with what beancount forbids spelled out, so that codes that differ only there
  /// stay two accounts: `.` becomes `-dot-`, `/` becomes `-slash-`, and a
  /// first letter that is small gets an `X`.
  private static func name(_ code: AccountCode, _ type: AccountType) -> String {
    var text = ""
    for character in code.text {
      switch character {
      case ".": text += "-dot-"
      case "/": text += "-slash-"
      default: text.append(character)
      }
    }
    let startsWell = text.first.map { $0.isUppercase || $0.isNumber } ?? false
    return "\(root(type)):\(startsWell ? "" : "X")\(text)"
  }

  private static func root(_ type: AccountType) -> String {
    switch type {
    case .asset: "Assets"
    case .liability: "Liabilities"
    case .equity: "Equity"
    case .income: "Income"
    case .expense: "Expenses"
    }
  }
}
