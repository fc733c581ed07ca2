extension Report {
  /// The same report, which says at its head and at the foot of every printed page that months of
  /// it are open; JSON names them.
  func provisional(while open: [BookMonth], _ words: Wording) -> Report {
    guard !open.isEmpty else { return self }
    let sentence = words.provisional(open)
    let foot = [subject, words.provisionally].filter { !$0.isEmpty }.joined(separator: " – ")
    return Report(
      schema, title: title, subject: foot, hasLetterhead: hasLetterhead, copies: copies,
      data: data.gaining(["openMonths": .texts(open.map(\.description))]), rows: rows,
      blocks: [.verdict(sentence)] + blocks)
  }
}

extension Wording {
  fileprivate var provisionally: String { self("SEMENTARA", "PROVISIONAL") }

  /// That figures may change, and which months are open.
  package func provisional(_ open: [BookMonth]) -> String {
    let months = spans(open)
    return self(
      "SEMENTARA: \(months) belum ditutup, jadi angka-angka ini masih dapat berubah.",
      "PROVISIONAL: \(months) not closed yet, so these figures may still change.")
  }
}
