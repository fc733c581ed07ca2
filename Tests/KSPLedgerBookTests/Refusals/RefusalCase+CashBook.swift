import KSPCore
import KSPLedger
import KSPTestSupport

extension RefusalCase {
  /// The treasurer's cash book.
  static let cashBook: [RefusalCase] = [
    RefusalCase("cashBook.withoutMonth") { try $0.cashBook(title: "Kas", "") },
    RefusalCase("cashBook.monthTwice") { scene in
      let sheet = RefusalScene.cashSheet("1;05/02/2026;A;;5;;5;")
      _ = try scene.ledger.cashBookProposals([sheet, sheet])
    },
    RefusalCase("cashBook.dayMissing") { scene in
      try scene.only { try scene.cashBook("1;;A;;5;;5;") }
    },
    RefusalCase("cashBook.gap") { scene in
      try scene.cashBook(
        "1;05/02/2026;A;;5;;5;",
        RefusalScene.cashSheet(title: "Maret 2026", ";;Saldo awal;;9;;9;\n1;05/03/2026;A;;5;;14;"))
    },
    RefusalCase("cashBook.differs") { try $0.cashBook(title: "Februari 2026", "") },
    RefusalCase("cashBook.unanswered") { scene in
      try scene.only { try scene.cashBook("1;05/02/2026;A;;5;;5;") }
    },
    RefusalCase("cashBook.answerUnfit") { scene in
      try scene.only { try scene.cashBook("", answers: "kas.csv,99,5,,,,,ya") }
    },
    RefusalCase("cashBook.wordUnknown") { try $0.ledger.setCashWord("entah", to: nil) },
  ]
}

extension RefusalScene {
  static func cashSheet(title: String = "Februari 2026", _ rows: String) -> SheetText {
    SheetText(
      "\(title);;;;;;;\nNo;Tanggal;Uraian;Bukti;Debet;Kredit;Saldo;Keterangan\n\(rows)\n",
      file: "kas.csv")
  }

  func cashBook(
    title: String = "Februari 2026", _ rows: String, _ more: SheetText..., answers: String = ""
  ) throws {
    _ = try ledger.importCashBook(
      [Self.cashSheet(title: title, rows)] + more,
      answers: SheetText(
        "file,line,in,out,member,account,due_months,answer\n\(answers)\n", file: "jawaban.csv"))
  }
}
