extension SheetKind {
  /// An example of the list, with headings in a language: to be filled in, or to show what an
  /// import reads. It is a CSV with semicolons, which spreadsheets in Indonesia open as it is.
  ///
  /// What it writes is read back by the import of its kind.
  public func template(_ language: Language) -> String {
    let kind =
      Self.savingsExamples[name] == nil || !products.isEmpty ? self : with(savings: Self.usual)
    let columns = kind.columns.filter { !$0.examples.isEmpty }
    let count = columns.map(\.examples.count).max() ?? 0
    var rows = [columns.map { $0.heading[language] }]
    for row in 0..<count {
      rows.append(columns.map { row < $0.examples.count ? $0.examples[row][language] : "" })
    }
    return rows.map { $0.joined(separator: ";") + "\r\n" }.joined()
  }

  /// The products that every book begins with.
  private static let usual: [(code: ProductCode, name: Phrase)] = [
    ("pokok", Phrase(id: "Simpanan pokok", en: "Principal savings")),
    ("wajib", Phrase(id: "Simpanan wajib", en: "Mandatory savings")),
    ("sukarela", Phrase(id: "Simpanan sukarela", en: "Voluntary savings")),
  ]

  /// What stands in the columns of savings products, by the name of the list and the code.
  static let savingsExamples: [String: [String: [String]]] = [
    "opening": [
      "pokok": ["100000", "100000"], "wajib": ["500000", "250000"],
      "sukarela": ["1000000", "500000"],
    ],
    "payroll": ["wajib": ["50000", "50000"], "sukarela": ["", "50000"]],
  ]
}
