/// Writes a count of a till (berita acara pemeriksaan kas): notes and coins, the book, the
/// difference, and places to sign.
public struct TillCountRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes one count; CSV has its notes and coins.
  public func report(of count: TillCount) -> Report {
    let words = style.words
    let table = table(count)
    return Report(
      "ksp.till-count/1",
      title: words("BERITA ACARA PEMERIKSAAN KAS", "RECORD OF A CASH COUNT"),
      subject: "\(count.till) \(words.day(count.date))",
      data: data(count, table), rows: ReportRows(table),
      blocks: [.fields(fields(count), width: 20)]
        + (count.pieces == nil ? [] : [.table(table.total(words.total, in: 0)), .gap])
        + [.fields(sums(count), width: 20), .verdict(verdict(count))]
        + signed(count))
  }

  private func fields(_ count: TillCount) -> [Report.Field] {
    let words = style.words
    return [
      Report.Field(words.till, "\(count.till) (\(count.account)), \(words(count.kind.name))"),
      Report.Field(words.number, String(count.number)),
      Report.Field(words("Saat", "Occasion"), words(count.occasion.name)),
      Report.Field(words.date, words(count.date.inWords)),
      Report.Field(words.keeper, count.keeper),
      Report.Field(words.recordedBy, count.recordedBy),
      Report.Field(words.recordedAt, style.moment(count.recordedAt)),
    ].compactMap(\.self)
  }

  private func sums(_ count: TillCount) -> [Report.Field] {
    let words = style.words
    let handover = count.handover.map { handover in
      "\(handover.amount.formatted), \(handover.account) \(words(handover.name)), \(handover.entry)"
        + (handover.reversedBy.map { words("; sudah dibalik oleh \($0)", "; reversed by \($0)") }
          ?? "")
    }
    return [
      Report.Field(words("Saldo menurut buku", "By the book"), count.book.formatted),
      Report.Field(words("Hasil hitungan", "Counted"), count.counted.formatted, isStrong: true),
      Report.Field(words.inWords, words(count.counted.inWords)),
      Report.Field(words("Selisih", "Difference"), count.difference.formatted, isStrong: true),
      Report.Field(words("Bukti selisih", "Its voucher"), count.differenceEntry.map(\.description)),
      Report.Field(
        count.occasion == .open
          ? words("Diserahkan dari", "Handed over from")
          : words("Diserahkan ke", "Handed over to"),
        handover),
    ].compactMap(\.self)
  }

  private func verdict(_ count: TillCount) -> String {
    let words = style.words
    let difference = count.difference
    guard !difference.isZero else {
      return words("Isi kas sama dengan buku.", "The cash agrees with the book.")
    }
    let amount = difference.formatted.filter { $0 != "-" && $0 != "−" }
    let who = count.keeper.map { words(", atas nama \($0)", ", in the name of \($0)") } ?? ""
    let what =
      difference.isNegative
      ? words("Kas kurang \(amount)", "\(amount) is missing")
      : words("Kas lebih \(amount)", "\(amount) too much")
    let where_ =
      count.differenceEntry == nil
      ? words("; tetap menjadi tanggungan pemegangnya", "; the keeper still answers for it")
      : words("; dibukukan ke selisih kas", "; booked to cash over and short")
    return what + who + where_ + "."
  }

  private func signed(_ count: TillCount) -> [Report.Block] {
    let words = style.words
    let place = style.place.map { "\($0), \(words.dayInWords(count.date))" }
    return (place.map { [.gap, .note($0)] } ?? []) + [
      .signatures(
        [
          Report.Signature(role: words.keeper, name: count.keeper),
          Report.Signature(
            role: words("Pemeriksa", "Counted by"),
            name: count.recordedBy == count.keeper ? nil : count.recordedBy),
          Report.Signature(role: words("Mengetahui", "Seen by")),
        ], printedOnly: false)
    ]
  }

  private func table(_ count: TillCount) -> ReportTable {
    let words = style.words
    return ReportTable(
      count.pieces?.pieces ?? [],
      [
        .right("denomination", words("Nilai", "Denomination"), 20) { .amount($0.value) },
        .count("pieces", words("Lembar/keping", "Pieces"), 16) { .count($0.count) },
        .sum("amount", words.amount, 22) { .amount($0.amount) },
      ])
  }

  private func data(_ count: TillCount, _ table: ReportTable) -> ReportRecord {
    [
      "till": .text(count.till), "account": .text(count.account.text),
      "kind": .text(count.kind.rawValue), "number": .count(count.number),
      "occasion": .text(count.occasion.rawValue), "date": .date(count.date),
      "keeper": .text(count.keeper), "book": .amount(count.book),
      "counted": .amount(count.counted), "difference": .amount(count.difference),
      "voucher": .entry(count.differenceEntry),
      "handover": .present(count.handover) { handover in
        .record([
          "voucher": .entry(handover.entry), "amount": .amount(handover.amount),
          "account": .text(handover.account.text), "reversedBy": .entry(handover.reversedBy),
        ])
      },
      "pieces": .rows(table), "recordedBy": .text(count.recordedBy),
      "recordedAt": .text(count.recordedAt.description),
    ]
  }
}

extension Wording {
  var till: String { self("Kas", "Till") }
  var keeper: String { self("Pemegang kas", "Keeper") }
}
