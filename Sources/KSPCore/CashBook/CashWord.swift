/// What a row of a cash book may be: savings of a member, a loan, or an account of the chart.
public enum CashMeaning: Hashable, Sendable, Codable {
  /// A product: what comes in is a deposit of a member, what goes out a withdrawal.
  case product(ProductCode)
  /// An account: income, an expense, a bank that money is taken to or from.
  case account(AccountCode)
  /// A loan: what comes in is a payment on it, what goes out is the loan paid out. Nil for the one
  /// that the member has.
  case loan(LoanNumber?)

  // What the values are called on a wire.
  private enum ProductCodingKeys: String, CodingKey { case _0 = "code" }
  private enum AccountCodingKeys: String, CodingKey { case _0 = "code" }
  private enum LoanCodingKeys: String, CodingKey { case _0 = "number" }

  /// The code of the product or the account, the number of the loan; `pinjaman` for a loan that is
  /// still to be named.
  public var text: String {
    switch self {
    case .product(let code): code.text
    case .account(let code): code.text
    case .loan(let number): number?.text ?? CashWord.loans[0]
    }
  }
}

/// A word of the treasurer and what a row means in which it stands (kata buku kas): `listrik` for
/// office expenses, `wajib` for the product of that name.
public struct CashWord: Hashable, Sendable, Codable {
  /// Where a word comes from.
  public enum Origin: String, CaseIterable, Sendable, Codable {
    /// It is kept in the book: said by somebody, or learned from an answer.
    case kept
    /// It is the name of an account (`Ledger.accountNames()`).
    case accountName = "account-name"
    /// It is the code or the name of a product.
    case product
    /// It is the name of a bank, or the word bank where there is one.
    case bank
    /// It says that the row is about a loan, such as `angsuran`.
    case loan

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .kept: Phrase(id: "disimpan", en: "kept")
      case .accountName: Phrase(id: "nama akun", en: "account name")
      case .product: Phrase(id: "produk", en: "product")
      case .bank: Phrase(id: "bank", en: "bank")
      case .loan: Phrase(id: "pinjaman", en: "loan")
      }
    }
  }

  /// The word, or several: small letters, one space between them.
  public let word: String
  /// What it means.
  public let meaning: CashMeaning
  /// What the product or the account is called.
  public let name: Phrase
  /// Where it comes from.
  public let origin: Origin

  /// Says what a word means.
  package init(word: String, meaning: CashMeaning, name: Phrase, origin: Origin) {
    self.word = word
    self.meaning = meaning
    self.name = name
    self.origin = origin
  }
}

extension CashWord {
  /// The words by which rows about loans are told. Those of savings that stand in some of them, as
  /// pokok does, are shorter.
  package static let loans = [
    "pinjaman", "angsuran", "angsuran pinjaman", "angsuran pokok", "angsuran jasa", "cicilan",
    "cicilan pinjaman", "cicilan pokok", "jasa pinjaman", "bunga pinjaman", "pokok pinjaman",
    "pencairan", "pencairan pinjaman", "realisasi pinjaman", "pelunasan", "pelunasan pinjaman",
    "loan", "loan payment", "loan disbursement", "installment",
  ]
  /// What a row about a loan is called.
  package static let nameOfLoans = Phrase(
    id: "Angsuran atau pencairan pinjaman", en: "Payment on a loan, or a loan paid out")
}

/// The words of a book, made to be looked for in rows.
package struct CashWordTable: Sendable {
  /// The words, those that are kept before the others.
  package let words: [CashWord]
  private let parts: [[String]]

  /// Of words that are alike the first counts.
  package init(_ words: [CashWord]) {
    var known: Set<String> = []
    self.words = words.filter { !$0.word.isEmpty && known.insert($0.word).inserted }
    parts = self.words.map { CashText.words($0.word) }
  }

  /// What a word means by itself, written in any way.
  package subscript(_ text: String) -> CashWord? {
    let wanted = CashText.kept(text)
    return words.first { $0.word == wanted }
  }

  /// The longest words that stand in a text; several where they are as long and mean different
  /// things, and where different products stand beside each other: pokok and wajib in one amount.
  package func find(in text: [String]) -> [CashWord] {
    var found: [(word: CashWord, range: Range<Int>)] = []
    for (word, parts) in zip(words, parts) {
      guard let start = text.firstRun(of: parts) else { continue }
      found.append((word, start..<(start + parts.count)))
    }
    found.sort { $0.range.count > $1.range.count }
    guard let longest = found.first else { return [] }
    var told = [longest.word]
    for (word, range) in found.dropFirst() where told.allSatisfy({ $0.meaning != word.meaning }) {
      let isBeside = !range.overlaps(longest.range)
      let isTwo = isBeside && longest.word.meaning.isProduct && word.meaning.isProduct
      if isTwo || range.count == longest.range.count { told.append(word) }
    }
    return told
  }
}

extension CashMeaning {
  /// Whether it is savings of a member.
  fileprivate var isProduct: Bool { if case .product = self { true } else { false } }
}

extension [String] {
  /// Where some words stand side by side; nil where they do not.
  func firstRun(of run: [String]) -> Int? {
    guard !run.isEmpty, run.count <= count else { return nil }
    return (0...(count - run.count)).first { self[$0..<($0 + run.count)].elementsEqual(run) }
  }
}
