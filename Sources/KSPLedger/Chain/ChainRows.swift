import GRDB
import KSPCore

/// The chain as it stands in the file, one event after the other: entries and events without legs
/// in one sequence.
struct ChainRows {
  enum Item {
    case entry(EntryHeader, hash: [UInt8])
    case event(Event)

    var number: Int64 {
      switch self {
      case .entry(let header, _): header.event
      case .event(let event): event.header.number
      }
    }

    /// The first event of the act that it belongs to; nil for a first one.
    var act: Int64? {
      switch self {
      case .entry(let header, _): header.act
      case .event(let event): event.header.act
      }
    }

    var reference: String? {
      switch self {
      case .entry(let header, _): header.reference
      case .event(let event): event.header.reference
      }
    }

    var recordedAt: Int64 {
      switch self {
      case .entry(let header, _): header.recordedAt
      case .event(let event): event.header.recordedAt
      }
    }

    var hash: [UInt8] {
      switch self {
      case .entry(_, let hash): hash
      case .event(let event): event.hash
      }
    }

    /// How people find it.
    var name: String {
      switch self {
      case .entry(let header, _): EntryNumber(header.id).description
      case .event(let event): event.name
      }
    }
  }

  /// An event without legs.
  struct Event {
    let header: EventHeader
    let content: [UInt8]
    let hash: [UInt8]

    var name: String { "#\(header.number) \(header.kind) \(header.subject)" }

    /// Whether a newer program wrote it: it is of a kind, or its content of a version, that this
    /// one does not know.
    var isNewer: Bool {
      EventKind(rawValue: header.kind) == nil || EventContent.isNewer(content)
    }
  }

  /// What one of the two tables has next.
  private enum Ahead {
    case item(Item)
    case end
    /// It cannot be read from here on.
    case unreadable(any Error)

    var item: Item? { if case .item(let item) = self { item } else { nil } }
    var error: (any Error)? { if case .unreadable(let error) = self { error } else { nil } }
  }

  private let entries: SQLStatement
  private let events: SQLStatement
  private var entry = Ahead.end
  private var event = Ahead.end
  private var last: Int64 = 0

  init(_ db: Database) throws {
    entries = try SQLStatement(
      db,
      """
      SELECT id, event, act, bookDate, kind, recordedAt, reference, memo, recordedBy, reverses, hash
      FROM entry ORDER BY id
      """, isShared: false)
    events = try SQLStatement(
      db,
      """
      SELECT number, kind, subject, act, afterEntry, recordedAt, recordedBy, reference, memo,
        content, hash
      FROM event ORDER BY number
      """, isShared: false)
    entry = ahead(nextEntry)
    event = ahead(nextEvent)
  }

  /// The next event of either kind; nil at the end.
  ///
  /// Where a table cannot be read further, what comes before is handed out all the same: the other
  /// table goes on as long as its numbers follow.
  mutating func next() throws -> Item? {
    let (nextEntry, nextEvent) = (entry.item, event.item)
    if let error = entry.error ?? event.error, nextEntry?.number != last + 1,
      nextEvent?.number != last + 1
    {
      throw error
    }
    let takesEvent =
      if let event = nextEvent {
        nextEntry.map { event.number <= $0.number } ?? true
      } else { false }
    guard let item = takesEvent ? nextEvent : nextEntry else { return nil }
    if takesEvent {
      event = ahead(self.nextEvent)
    } else {
      entry = ahead(self.nextEntry)
    }
    last = item.number
    return item
  }

  private func ahead(_ read: () throws -> Item?) -> Ahead {
    do {
      return try read().map { .item($0) } ?? .end
    } catch {
      return .unreadable(error)
    }
  }

  private func nextEntry() throws -> Item? {
    guard try entries.step() else { return nil }
    return .entry(
      EntryHeader(
        id: entries.int64(0), event: entries.int64(1), act: entries.optionalInt64(2),
        bookDate: entries.int64(3), kind: entries.text(4) ?? "", recordedAt: entries.int64(5),
        reference: entries.text(6), memo: entries.text(7), recordedBy: entries.text(8),
        reverses: entries.optionalInt64(9)), hash: entries.bytes(10))
  }

  private func nextEvent() throws -> Item? {
    guard try events.step() else { return nil }
    return .event(
      Event(
        header: EventHeader(
          number: events.int64(0), kind: events.text(1) ?? "", subject: events.text(2) ?? "",
          act: events.optionalInt64(3), afterEntry: events.int64(4),
          recordedAt: events.int64(5), recordedBy: events.text(6), reference: events.text(7),
          memo: events.text(8)), content: events.bytes(9), hash: events.bytes(10)))
  }
}
