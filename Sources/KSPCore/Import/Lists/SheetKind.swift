/// A kind of list that is imported: the columns that it may have, under the names that people give
/// them.
///
/// ```swift
/// for column in SheetKind.members.columns { print(column.name, column.heading[.indonesian]) }
/// ```
public struct SheetKind: Hashable, Sendable, Codable {
  /// The name that programs use: `members`, `opening`.
  public let name: String
  /// What it is called, in a sentence.
  public let title: Phrase
  /// The columns, in the order in which a template has them.
  public internal(set) var columns: [SheetColumn]
  /// The columns of which a row needs one, so that anybody knows whom it is about.
  let keys: [String]
  /// Whether a row without any amount says nothing.
  let needsAmount: Bool
  /// The products of savings that have columns of their own, by the name of the column.
  private(set) var products: [String: ProductCode] = [:]

  init(
    _ name: String, _ title: Phrase, keys: [String], needsAmount: Bool = false,
    _ columns: [SheetColumn]
  ) {
    self.name = name
    self.title = title
    self.keys = keys
    self.needsAmount = needsAmount
    self.columns = columns
  }

  /// The kinds for which there is a template, in the order of a first day.
  public static let all: [SheetKind] = [
    members, opening, loans, termDeposits, planned, transactions, payroll, holidays, bank, claim,
  ]

  /// The same list with a column of money for each savings product, by code and name: `wajib`,
  /// `Simpanan Wajib`, `Iuran Wajib`.
  package func with(savings list: [(code: ProductCode, name: Phrase)]) -> SheetKind {
    var kind = self
    for product in list {
      let name = "savings:\(product.code)"
      var names = [product.code.text, product.name.indonesian, product.name.english]
      for word in [product.code.text, product.name.indonesian.droppingSavings] {
        names += SheetKind.savingsWords.map { "\($0) \(word)" }
        names.append("\(word) savings")
      }
      names += SheetKind.savingsNames[product.code.text] ?? []
      kind.products[name] = product.code
      // Beside the columns of a loan a word of theirs may mean savings: those go first.
      kind.columns.insert(
        SheetColumn(
          name, product.name, .amount, names: names,
          examples: SheetKind.savingsExamples[self.name]?[product.code.text] ?? []),
        at: kind.columns.firstIndex { $0.name == "loan_number" } ?? kind.columns.endIndex)
    }
    return kind
  }

  /// The words before the name of a product.
  private static let savingsWords = [
    "simpanan", "simp", "tabungan", "saldo", "saldo simpanan", "iuran", "potongan", "setoran",
  ]
  /// What the products that every book has are called besides.
  private static let savingsNames = [
    "pokok": ["sp"], "wajib": ["sw"], "sukarela": ["ss", "manasuka", "mana suka", "tabungan"],
  ]

  /// The code of the product that a word in a cell means: `wajib`, `Simpanan Wajib`.
  package func product(named word: String) -> ProductCode? {
    let reading = [SheetName.normalized(word)]
    return columns.first { products[$0.name] != nil && $0.match(reading) == .strong }
      .flatMap { products[$0.name] }
  }

  /// The column with a name.
  func column(_ name: String) -> SheetColumn? { columns.first { $0.name == name } }
}

extension String {
  /// The name of a product without the word for savings before it.
  fileprivate var droppingSavings: String {
    lowercased().hasPrefix("simpanan ") ? String(dropFirst("simpanan ".count)) : self
  }
}

extension SheetColumn {
  /// The names under which lists give the number of a member.
  static let memberNumbers = [
    "anggota", "no anggota", "nomor anggota", "nomor induk anggota", "no induk anggota",
    "nomor induk", "no induk", "nba", "no nba", "nomor buku anggota", "nia", "kode anggota",
    "id anggota", "anggota id", "member number", "member no", "member id", "nomor", "number",
    "no buku anggota", "no agt", "no rekening anggota",
  ]

  /// The number of a member in a list of money.
  static func member(_ examples: [String]) -> SheetColumn {
    SheetColumn(
      "member", Phrase(id: "No. Anggota", en: "Member No."), .number, names: memberNumbers,
      weak: ["no"], examples: examples)
  }

  /// The name of a member beside their number, which is compared with the register.
  static func memberName(_ examples: [String]) -> SheetColumn {
    SheetColumn(
      "name", Phrase(id: "Nama", en: "Name"), .text,
      names: ["nama", "nama anggota", "nama lengkap", "full name", "member name"],
      examples: examples)
  }

  /// The number of a row, which means nothing.
  static let counter = SheetColumn(
    "counter", Phrase(id: "No. Urut", en: "Row"), .count,
    names: ["nomor urut", "urut", "nr", "no baris"],
    isRemark: true)

  /// What people write below a list and beside it.
  static let signature = SheetColumn(
    "signature", Phrase(id: "Tanda tangan", en: "Signature"), .text,
    names: ["ttd", "paraf", "tanda tangan anggota"], isRemark: true)
}
