/// A moment in the life of a book, up to which something is to be shown as it was known.
///
/// ```swift
/// try KnowledgePoint(parsing: "1234")         // an event of the chain
/// try KnowledgePoint(parsing: "JU-000087")    // the event that a voucher is
/// try KnowledgePoint(parsing: "2026-01-31")   // the last event recorded on that day or before it
/// ```
public enum KnowledgePoint: Hashable, Sendable {
  /// An event, by its number in the chain; 0 is the book before its first event.
  case event(Int64)
  /// A voucher: the event that it is.
  case entry(EntryNumber)
  /// The end of a day of recording, in the time zone of the book.
  case day(BookDate)
}

extension KnowledgePoint {
  /// Reads the number of an event, a voucher number with its letters, or a day.
  ///
  /// - Throws: `known.unreadable`.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    if let number = Int64(text), number > 0, text.utf8.allSatisfy({ (48...57).contains($0) }) {
      self = .event(number)
    } else if text.uppercased().hasPrefix("JU-"), let entry = try? EntryNumber(parsing: text) {
      self = .entry(entry)
    } else if let day = try? BookDate(parsing: text) {
      self = .day(day)
    } else {
      throw .knowledgeUnreadable(String(text))
    }
  }
}

extension KnowledgePoint: CustomStringConvertible, Codable {
  /// The text that is read: `1234`, `JU-000087`, `2026-01-31`.
  public var description: String {
    switch self {
    case .event(let number): "\(number)"
    case .entry(let entry): "\(entry)"
    case .day(let day): "\(day)"
    }
  }

  /// Reads its text; on a wire an event may be 0, before the first one.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder) { text throws(LedgerError) in
      if let number = Int64(text) { .event(number) } else { try KnowledgePoint(parsing: text) }
    }
  }

  /// Writes its text.
  public func encode(to encoder: any Encoder) throws { try TextCoding.encode(self, encoder) }
}

/// What a document was made of: everything that the chain held up to an event.
///
/// It stands on the document, so that a reprint that asks for what stands there gives the same
/// bytes.
public struct Knowledge: Hashable, Sendable, CustomStringConvertible, Codable {
  /// The number of the last event that counts; 0 for none.
  public let event: Int64
  /// The last voucher that counts; nil before the first one.
  public let entry: EntryNumber?
  /// Whether the last event is that voucher, so that either names the same point.
  public let isEntry: Bool

  /// Names the last event that counts, and the last voucher up to it.
  package init(event: Int64, entry: EntryNumber?, isEntry: Bool) {
    self.event = event
    self.entry = entry
    self.isEntry = isEntry && entry != nil
  }

  /// The event as a statement names it: `1234 (JU-000087)` where it is a voucher, and `1235` where
  /// it is none. Whatever stands there can be asked for again, so an earlier voucher does not.
  public var description: String {
    "\(event)" + (entry.flatMap { isEntry ? " (\($0))" : nil } ?? "")
  }
}

/// Personal data that was erased on request.
package enum ErasedData {
  /// What stands in its place, in either language.
  package static let mark = "(dihapus)"
}
