/// What a row of a cash book may be: savings of a member, or an account of the chart.
public enum CashMeaning: Hashable, Sendable {
  /// A product: what comes in is a deposit of a member, what goes out a withdrawal.
  case product(ProductCode)
  /// An account: income, an expense, a bank that money is taken to or from.
  case account(AccountCode)

  /// The code of the product or the account.
  public var text: String {
    switch self {
    case .product(let code): code.text
    case .account(let code): code.text
    }
  }
}

/// A word of the treasurer and what a row means in which it stands (kata buku kas): `listrik` for
/// office expenses, `wajib` for the product of that name.
public struct CashWord: Hashable, Sendable {
  /// Where a word comes from.
  public enum Origin: String, CaseIterable, Sendable {
    /// It is kept in the book: said by somebody, or learned from an answer.
    case kept
    /// It is the name of an account (`Ledger.accountNames()`).
    case accountName = "account-name"
    /// It is the code or the name of a product.
    case product
    /// It is the name of a bank, or the word bank where there is one.
    case bank

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .kept: Phrase(id: "disimpan", en: "kept")
      case .accountName: Phrase(id: "nama akun", en: "account name")
      case .product: Phrase(id: "produk", en: "product")
      case .bank: Phrase(id: "bank", en: "bank")
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
