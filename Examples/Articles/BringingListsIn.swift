import KSPLedger

/// The code of the article *Bringing lists in*.
func bringListsIn(to ledger: Ledger) throws {
  // snippet: understood
  let list = """
    KOPERASI MAJU JAYA;;;
    NBA;Nama Lengkap;Tgl Gabung;Umur
    0007;Rina Dewi;5-Jan-26;41
    """
  let text = try SheetText(Array(list.utf8), file: "anggota.csv")
  var way = ImportWay(note: EntryNote(recordedBy: "Rina"))
  way.understood = { sheet in
    for column in sheet.columns {
      if case .taken(let name, _) = column.use { print(column.heading, "→", name) }
      if case .leftOut(let example) = column.use {
        print(column.heading, "left out:", example.text)
      }
    }
  }
  let report = try ledger.importMembers(text, way)
  print(report.stored, "stored")
  // snippet end

  // snippet: mixed
  let mixed = SheetText("No. Anggota;Sukarela\n0007;12345.67\n0001;14.550\n", file: "saldo.csv")
  do {
    _ = try ledger.importOpeningBalances(mixed, on: BookDate(parsing: "2026-02-01"))
  } catch {
    for problem in error.details { print(problem.place?.description ?? "", problem.code) }
  }
  // snippet end
}
