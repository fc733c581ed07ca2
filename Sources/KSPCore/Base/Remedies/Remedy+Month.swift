extension Remedy {
  /// What can be done about a month that ends.
  public enum OnMonth: Hashable, Sendable {
    /// Look at what the end of a month would post.
    case preview(BookMonth)
    /// End a month.
    case end(BookMonth)

    var code: Code {
      switch self {
      case .preview: .previewMonthEnd
      case .end: .endMonth
      }
    }

    var name: Phrase {
      switch self {
      case .preview(let month):
        Phrase(
          id: "Lihat dulu tutup bulan \(month.name.indonesian)",
          en: "Preview the end of \(month.name.english)")
      case .end(let month):
        Phrase(id: "Tutup bulan \(month.name.indonesian)", en: "End \(month.name.english)")
      }
    }

    var arguments: [Argument?] {
      switch self {
      case .preview(let month), .end(let month): [Argument("month", month)]
      }
    }
  }
}
