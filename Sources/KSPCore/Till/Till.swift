/// Cash in the hands of one person: the till of a clerk, a safe, the bag of a field collector.
///
/// It is an account of its own among the cash accounts, with a name that people type. A book needs
/// none: until the first is opened all cash lies in one account.
public struct Till: Hashable, Sendable, Codable {
  /// What holds the cash, and who uses it.
  public enum Kind: String, TermWord {
    /// Kas teller: a drawer at the counter, opened and closed by its clerk.
    case till
    /// Brankas: it is counted, and needs no opening.
    case safe
    /// Kas petugas lapangan: the bag of a collector, opened for each round.
    case field

    /// Indonesian words that are read for it.
    public static let otherWords: [String: Kind] = [
      "teller": .till, "brankas": .safe, "lapangan": .field,
    ]

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .till: Phrase(id: "Kas teller", en: "Till")
      case .safe: Phrase(id: "Brankas", en: "Safe")
      case .field: Phrase(id: "Kas lapangan", en: "Field till")
      }
    }

    /// Whether it must be opened before money goes through it.
    package var needsOpening: Bool { self != .safe }
  }

  /// The name, as people type it: `kas-1`.
  public let name: String
  /// Its account.
  public let account: AccountCode
  /// What it is.
  public let kind: Kind
  /// Who answers for it; nil where nobody is named.
  public let keeper: String?
  /// Since which day it is open; nil for one that is closed, and for a safe.
  public let openSince: BookDate?
  /// The day of its last count, opening or closing; nil for never.
  public let countedOn: BookDate?
  /// What the book says that it holds.
  public let balance: Rupiah
  /// Whether money has gone through it since it was counted last.
  public let isUncounted: Bool

  /// Gathers what is known of a till.
  package init(
    name: String, account: AccountCode, kind: Kind, keeper: String?, openSince: BookDate?,
    countedOn: BookDate?, balance: Rupiah, isUncounted: Bool
  ) {
    self.name = name
    self.account = account
    self.kind = kind
    self.keeper = keeper
    self.openSince = openSince
    self.countedOn = countedOn
    self.balance = balance
    self.isUncounted = isUncounted
  }

  /// What it is called: `Kas teller kas-1`, or `Brankas` where its name says no more.
  public var title: Phrase { Self.title(kind, name) }

  /// What a till of a kind is called.
  package static func title(_ kind: Kind, _ name: String) -> Phrase {
    func called(_ what: String) -> String {
      what.lowercased() == name ? what : "\(what) \(name)"
    }
    return Phrase(id: called(kind.name.indonesian), en: called(kind.name.english))
  }

  /// A name as it is kept: small letters, without spaces at its ends.
  package static func kept(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: "-")
  }
}

extension Till: Identifiable {
  /// Its name.
  public var id: String { name }
}
