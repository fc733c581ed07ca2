/// The one error type of the ledger: a stable code, what happened, and what to do next.
///
/// Codes form an open set: a new version may add some, so a `switch` over them needs a `default`.
/// The texts are complete sentences in Indonesian and English and never show a Swift type name.
///
/// ```swift
/// do {
///   let receipt = try ledger.withdraw(amount, member: "0001", on: today)
///   print(receipt.entry)
/// } catch {
///   guard error.code == .overdraft else { throw error }
///   print(error.message[.indonesian], error.advice[.indonesian])
///   for remedy in error.remedies { print(remedy.name[.indonesian]) }
/// }
/// ```
public struct LedgerError: Error, Hashable, Sendable, Codable {
  /// A stable, dotted name such as `period.closed`, fit for logs and for programs to compare.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible, Codable {
    /// The dotted name.
    public let rawValue: String

    /// Wraps a dotted name.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The dotted name.
    public var description: String { rawValue }
  }

  /// What kind of trouble it is; the command line turns this into its exit code.
  public enum Category: String, CaseIterable, Hashable, Sendable, Codable {
    /// The request cannot be accepted as it stands.
    case refused
    /// A record that was named does not exist: a member, an account, an entry, a loan, a product. A
    /// server answers 404.
    case missing
    /// A file that was named does not exist.
    case fileMissing
    /// Something that must always hold does not: stop posting and verify the book.
    case invariant
    /// The file or folder could not be created.
    case cannotCreate
    /// The disk refused to write or read.
    case inputOutput
    /// Another process is using the book; trying again later can help.
    case busy
  }

  /// Where in an input file the trouble is.
  public struct Place: Hashable, Sendable, CustomStringConvertible, Codable {
    /// The file as the caller named it.
    public let file: String
    /// The line, counted from 1; the header is line 1.
    public let line: Int
    /// The column of the first character, counted from 1.
    public let column: Int
    /// The text of the offending line, for an excerpt.
    public let excerpt: String

    /// Names a place in a file.
    public init(file: String, line: Int, column: Int, excerpt: String = "") {
      self.file = file
      self.line = line
      self.column = column
      self.excerpt = excerpt
    }

    /// `file:line:column`.
    public var description: String { "\(file):\(line):\(column)" }
  }

  /// The stable name of the error.
  public let code: Code
  /// What kind of trouble it is.
  public let category: Category
  /// What is wrong, where, and why.
  public let message: Phrase
  /// What to do next, in a sentence that stands by itself.
  public private(set) var advice: Phrase
  /// What the advice comes down to, the most fitting first; empty where nothing can be done for
  /// somebody, such as a text that is to be typed again.
  public private(set) var remedies: [Remedy]
  /// What the sentences say, for programs to count on with.
  public package(set) var facts = Facts()
  /// The place in an input file, when there is one.
  public private(set) var place: Place?
  /// The place in a list of events that were posted together, counted from 0, when there is one.
  public private(set) var event: Int?
  /// All the single errors, when several rows of a file or events of a list are refused together.
  public let details: [LedgerError]
  /// Who has the book, when that is why it cannot be had (`book.busy`).
  public let holder: BookHolder?

  /// Makes an error; normally one of the named factories is used instead.
  package init(
    _ code: Code,
    category: Category = .refused,
    message: Phrase,
    advice: Phrase,
    remedies: [Remedy] = [],
    place: Place? = nil,
    event: Int? = nil,
    details: [LedgerError] = [],
    holder: BookHolder? = nil
  ) {
    self.code = code
    self.category = category
    self.message = message
    self.advice = advice
    self.remedies = remedies
    self.place = place
    self.event = event
    self.details = details
    self.holder = holder
  }

  /// The same error, located in an input file.
  public func at(_ place: Place) -> LedgerError {
    var error = self
    error.place = place
    return error
  }

  /// The same error, as that of one event of a list, counted from 0.
  public func at(event: Int) -> LedgerError {
    var error = self
    error.event = event
    return error
  }

  /// The same error, with other advice, for an act in which the usual one cannot be followed.
  package func advising(_ advice: Phrase) -> LedgerError {
    var error = self
    error.advice = advice
    return error
  }

  /// The same error, without what its reader cannot do.
  package func without(_ remedy: Remedy) -> LedgerError {
    var error = self
    error.remedies.removeAll { $0 == remedy }
    return error
  }

  /// The same error, with facts that its sentences say.
  package func stating(_ state: (inout Facts) -> Void) -> LedgerError {
    var error = self
    state(&error.facts)
    return error
  }

  /// Whether it is the request that cannot be accepted, so that a list can go on to its next one.
  package var isRefusal: Bool { category == .refused || category == .missing }
}

extension LedgerError {
  /// Reads an error that was written; remedies that only another version knows are left
  /// out, its code and its sentences stay.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try object.decode(Code.self, forKey: .code),
      category: try object.decode(Category.self, forKey: .category),
      message: try object.decode(Phrase.self, forKey: .message),
      advice: try object.decode(Phrase.self, forKey: .advice),
      remedies: try object.decode([RemedyOnWire].self, forKey: .remedies).compactMap(\.remedy),
      place: try object.decodeIfPresent(Place.self, forKey: .place),
      event: try object.decodeIfPresent(Int.self, forKey: .event),
      details: try object.decode([LedgerError].self, forKey: .details),
      holder: try object.decodeIfPresent(BookHolder.self, forKey: .holder))
    facts = try object.decodeIfPresent(Facts.self, forKey: .facts) ?? Facts()
  }
}

extension LedgerError: CustomStringConvertible {
  /// Code and message in English, for logs.
  public var description: String {
    let location = place.map { "\($0): " } ?? event.map { "event \($0): " } ?? ""
    return "\(location)\(code): \(message.english)"
  }
}
