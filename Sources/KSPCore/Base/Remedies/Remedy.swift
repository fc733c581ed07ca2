/// Something that a person can do next about an error, or as the next step of their work.
///
/// It says what, and with which member, loan, account or month; how it is done is the business of
/// the program. `ksp` types a command, a program at the counter shows a button.
///
/// ```swift
/// for remedy in error.remedies {
///   guard case .loan(.approve(let number)) = remedy else { continue }
///   print(remedy.code.rawValue, remedy.name[.english], number)
/// }
/// ```
///
/// A new version may add some, so a `switch` needs a `default`.
public enum Remedy: Hashable, Sendable {
  /// Something about the book and its file.
  case book(OnBook)
  /// Something in the journal or the chart of accounts.
  case journal(OnJournal)
  /// Something in the register of members.
  case member(OnMember)
  /// Something at the counter of savings.
  case savings(OnSavings)
  /// Something about loans.
  case loan(OnLoan)
  /// Something at the tills, with the bank, or with what others owe.
  case counter(OnCounter)
  /// Something about a month that ends.
  case month(OnMonth)
  /// What was refused once more, with something said that was not.
  case again(Again)

  /// Its stable name, fit for logs, for wires and for programs to compare.
  public var code: Code {
    switch self {
    case .book(let remedy): remedy.code
    case .journal(let remedy): remedy.code
    case .member(let remedy): remedy.code
    case .savings(let remedy): remedy.code
    case .loan(let remedy): remedy.code
    case .counter(let remedy): remedy.code
    case .month(let remedy): remedy.code
    case .again(let remedy): remedy.code
    }
  }

  /// What it is called in a few words, such as a button bears: `Setujui pinjaman PJ-0001`.
  public var name: Phrase {
    switch self {
    case .book(let remedy): remedy.name
    case .journal(let remedy): remedy.name
    case .member(let remedy): remedy.name
    case .savings(let remedy): remedy.name
    case .loan(let remedy): remedy.name
    case .counter(let remedy): remedy.name
    case .month(let remedy): remedy.name
    case .again(let remedy): remedy.name
    }
  }

  /// Its arguments as they go over a wire; what is left open is not among them.
  public var arguments: [Argument] {
    let all: [Argument?] =
      switch self {
      case .book(let remedy): remedy.arguments
      case .journal(let remedy): remedy.arguments
      case .member(let remedy): remedy.arguments
      case .savings(let remedy): remedy.arguments
      case .loan(let remedy): remedy.arguments
      case .counter(let remedy): remedy.arguments
      case .month(let remedy): remedy.arguments
      case .again(let remedy): remedy.arguments
      }
    return all.compactMap(\.self)
  }

  /// One argument: its name, and its value as the library reads it back.
  public struct Argument: Hashable, Sendable {
    /// What it is, such as `loan`.
    public let name: String
    /// Its value as text: `PJ-0001`, `2026-01-31`, `500000`, `true`.
    public let value: String

    /// Names an argument; nil where there is no value.
    init?(_ name: String, _ value: (some CustomStringConvertible)?) {
      guard let value else { return nil }
      self.name = name
      self.value = value.description
    }
  }
}

extension Remedy: CustomStringConvertible {
  /// Code and name in English, for logs: `loan.approve: Approve loan PJ-0001`.
  public var description: String { "\(code.rawValue): \(name.english)" }
}
