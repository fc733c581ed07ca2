import KSPCore

/// An event without legs that is about to be recorded.
struct EventDraft {
  let kind: EventKind
  /// What it is about, as people name it: a member's number, an account's code, a loan's number.
  let subject: String
  /// The member whom personal values belong to.
  var owner: Int64?
  var changes: [RowChange]

  init(_ kind: EventKind, _ subject: String, owner: Int64? = nil, _ changes: [RowChange?]) {
    self.kind = kind
    self.subject = subject
    self.owner = owner
    self.changes = changes.compactMap(\.self)
  }

  init(
    _ kind: EventKind, _ subject: some RecordNumber, owner: Int64? = nil, _ changes: [RowChange?]
  ) {
    self.init(kind, subject.text, owner: owner, changes)
  }
}
