import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The sheets that treasurers send, in the shapes of the faults K1.1 to K1.10: each is read as it
/// should be, or refused with every bad row.
@Suite struct SheetFolderTests {
  @Test(arguments: SheetCase.members + SheetCase.money + SheetCase.lists)
  func isReadOrRefused(_ sheet: SheetCase) throws {
    do {
      let (stored, said) = try sheet.run()
      #expect(stored == sheet.stored)
      #expect(sheet.refused.isEmpty, "it was read")
      for words in sheet.says { #expect(said.contains(words), "\(words) in \(said)") }
    } catch let error as LedgerError {
      let found = (error.details.isEmpty ? [error] : error.details).map {
        "\($0.place?.line ?? 0) \($0.code)"
      }
      #expect(found == sheet.refused, "\(error) \(error.details)")
      for problem in error.details {
        #expect(problem.place?.file == sheet.file && problem.place?.column ?? 0 > 0)
      }
    }
  }

  @Test func everySheetOfTheFolderIsTried() throws {
    let cases = SheetCase.members + SheetCase.money + SheetCase.lists
    #expect(Set(cases.map(\.file)).count == 53)
  }
}

extension SheetCase {
  private static let three = [
    "0001 Siti Aminah 2020-02-01", "0002 Budi Santoso 2020-02-02", "0003 Citra Dewi 2020-02-03",
  ]

  static let members: [SheetCase] = [
    SheetCase(
      fault: "K1.1", file: "anggota-urutan.csv", list: .members, stored: three,
      says: [
        "No. Anggota is number",
        "Masuk: the day first, then the month: 03/02/2020 = Monday, 3 February 2020",
      ]),
    SheetCase(
      fault: "K1.1", file: "anggota-nomor-urut.csv", list: .members, stored: three,
      says: ["No counts", "No. Anggota is number", "Agama left out: Islam"]),
    SheetCase(
      fault: "K1.1", file: "anggota-nomor-dan-urut.csv", list: .members, stored: three,
      says: ["NOMOR counts", "nomor_induk is number", "TANGGAL-GABUNG is joined"]),
    SheetCase(
      fault: "K1.1", file: "anggota-hanya-urut.csv", list: .members,
      refused: ["1 import.onlyCounter"]),
    SheetCase(
      fault: "K1.1", file: "anggota-hanya-urut.csv", list: .members, ignoring: ["no"],
      assignsNumbers: true,
      stored: ["0001 Citra Dewi 2020-02-03", "0002 Siti Aminah 2020-02-01"], says: ["No ignored"]),
    SheetCase(
      fault: "K1.1", file: "anggota-tanpa-nomor.csv", list: .members,
      refused: ["2 import.numbersMissing"]),
    SheetCase(
      fault: "K1.5", file: "anggota-judul.csv", list: .members, stored: three,
      says: [
        "headings 5", "NBA is number", "No. counts", "line 10: total", "line 12: remark",
        "line 13: remark",
      ]),
    SheetCase(
      fault: "K1.5", file: "anggota-unicode-le.txt", list: .members, stored: three,
      says: ["UTF-16 tab", "Alamat is address"]),
    SheetCase(
      fault: "K1.5", file: "anggota-unicode-be.csv", list: .members, stored: three,
      says: ["UTF-16 ,"]),
    SheetCase(
      fault: "K1.5", file: "anggota-windows.csv", list: .members, stored: three,
      says: ["Windows-1252 ;", "No Agt is number"]),
    SheetCase(
      fault: "K1.5", file: "anggota-koma.csv", list: .members, stored: three,
      says: ["UTF-8 ,", "Date Joined is joined"]),
    SheetCase(
      fault: "K1.5", file: "anggota-jam.csv", list: .members, stored: three,
      says: [
        "tanggal masuk: year, month, day; the time of day is left out: 2020-02-01 00:00:00 = Saturday, 1 February 2020"
      ]),
    SheetCase(
      fault: "K1.5", file: "anggota-bulan.csv", list: .members, stored: three,
      says: ["Masuk: the month by its name: 1 Februari 2020 = Saturday, 1 February 2020"]),
    SheetCase(
      fault: "K1.5", file: "anggota.xlsx", list: .members, refused: ["1 import.notTable"]),
    SheetCase(
      fault: "K1.5", file: "anggota-lama.xls", list: .members, refused: ["1 import.notTable"]),
    SheetCase(
      fault: "K1.5", file: "anggota-halaman.xls", list: .members,
      refused: ["1 import.notTable"]),
    SheetCase(
      fault: "K1.5", file: "anggota-nik-pendek.csv", list: .members,
      refused: ["2 import.numberShortened", "4 import.numberShortened"]),
    SheetCase(
      fault: "K1.5", file: "anggota-nik-sama.csv", list: .members, stored: three,
      says: [
        "NIK 3201016104850001 is that of several members: 0001 (Siti Aminah), 0002 (Budi Santoso)."
      ]),
    SheetCase(
      fault: "K1.3", file: "anggota-status.csv", list: .members, refused: ["3 import.rowMarked"]),
    SheetCase(
      fault: "K1.3", file: "anggota-keadaan.csv", list: .members,
      refused: ["1 import.columnDropped"]),
    SheetCase(
      fault: "K1.5", file: "anggota-bulan-dulu.csv", list: .members,
      refused: ["2 date.unreadable"]),
    SheetCase(
      fault: "K1.4", file: "anggota-dua-tanggal.csv", list: .members,
      refused: ["3 import.twoWritings"]),
    SheetCase(
      fault: "K1.5", file: "anggota-tanggal-angka.csv", list: .members,
      refused: ["2 date.unreadable"]),
    SheetCase(
      fault: "K1.1", file: "anggota-dua-nama.csv", list: .members,
      refused: ["1 import.columnTwice"]),
    SheetCase(
      fault: "K1.1", file: "anggota-dua-nama.csv", list: .members, ignoring: ["B"],
      stored: [three[0]], says: ["Nama ignored"]),
  ]

  static let money: [SheetCase] = [
    SheetCase(
      fault: "K1.5", file: "saldo-lebar.csv", list: .opening,
      stored: [
        "0001/pokok 100000", "0001/wajib 500000", "0001/sukarela 1000000.50", "0002/pokok 100000",
        "difference 1700000.50",
      ],
      says: [
        "headings 3", "No counts", "line 6: noAmount", "line 7: total", "1 blank",
        "Sukarela: points for thousands, a comma for sen: 1.000.000,50 = Rp1.000.000,50",
      ]),
    SheetCase(
      fault: "K1.5", file: "saldo-dua-judul.csv", list: .opening,
      stored: [
        "0001/pokok 100000", "0001/wajib 500000", "0002/pokok 100000", "0002/sukarela 250000",
        "difference 950000",
      ], says: ["Wajib is savings:wajib"]),
    SheetCase(
      fault: "K1.5", file: "saldo-panjang.csv", list: .opening,
      stored: [
        "0001/pokok 100000", "0001/wajib 500000", "0002/sukarela 1500000", "difference 2100000",
      ], says: ["line 5: noAmount", "line 6: noAmount", "Jenis Simpanan is product"]),
    SheetCase(
      fault: "K1.4", file: "saldo-campur.csv", list: .opening, refused: ["3 import.twoWritings"]),
    SheetCase(
      fault: "K1.4", file: "saldo-inggris.csv", list: .opening,
      stored: [
        "0001/pokok 100000", "0001/sukarela 1500000", "0002/pokok 100000", "0002/sukarela 14550",
        "difference 1714550",
      ],
      says: ["Sukarela: commas for thousands, a point for sen: 1,500,000.00 = Rp1.500.000"]),
    SheetCase(
      fault: "K1.5", file: "saldo-jumlah-salah.csv", list: .opening,
      stored: [
        "0001/pokok 100000", "0001/sukarela 250000", "0002/pokok 100000", "0002/sukarela 250000",
        "difference 700000",
      ],
      says: [
        "line 4: total",
        "Line 4: the written sum of Sukarela is Rp600.000, but its rows come to Rp500.000.",
      ]),
    SheetCase(
      fault: "K1.5", file: "saldo-jumlah-tanpa-kata.csv", list: .opening,
      stored: [
        "0001/pokok 100000", "0001/sukarela 250000", "0002/pokok 100000", "0002/sukarela 350000",
        "difference 800000",
      ], says: ["line 4: total"]),
    SheetCase(
      fault: "K1.5", file: "saldo-baris-salah.csv", list: .opening,
      refused: ["3 import.rowSum"]),
    SheetCase(
      fault: "K1.3", file: "saldo-kolom-lain.csv", list: .opening,
      refused: ["1 import.columnDropped"]),
    SheetCase(
      fault: "K1.3", file: "saldo-nol-dan-lain.csv", list: .opening,
      refused: ["1 import.columnDropped"]),
    SheetCase(
      fault: "K1.5", file: "saldo-nol-dan-lain.csv", list: .opening, ignoring: ["E"],
      stored: [
        "0001/pokok 100000", "0001/wajib 50000", "0001/sukarela 25000", "difference 175000",
      ], says: ["line 3: noAmount", "Dana ignored"]),
    SheetCase(
      fault: "K1.3", file: "saldo-kolom-lain.csv", list: .opening, ignoring: ["dana sosial"],
      stored: [
        "0001/pokok 100000", "0001/wajib 50000", "0002/pokok 100000", "0002/wajib 50000",
        "difference 300000",
      ], says: ["Dana Sosial ignored"]),
    SheetCase(
      fault: "K1.3", file: "saldo-kolom-lain.csv", list: .opening, ignoring: ["dana duka"],
      refused: ["1 import.ignoredUnknown", "1 import.columnDropped"]),
    SheetCase(
      fault: "K1.1", file: "saldo-nama-lain.csv", list: .opening,
      refused: ["2 import.nameDiffers", "3 import.nameDiffers", "4 import.nameDiffers"]),
    SheetCase(
      fault: "K1.6", file: "saldo-besar.csv", list: .opening,
      refused: ["2 amount.overflow", "3 amount.unreadable", "4 member.unknown", "4 member.unknown"]),
    SheetCase(
      fault: "K1.5", file: "saldo-tanpa-pemilik.csv", list: .opening,
      refused: ["3 import.cellMissing"]),
    SheetCase(
      fault: "K1.5", file: "saldo-kredit-kurung.csv", list: .opening,
      stored: ["difference 0"],
      says: ["line 4: total", "Nama Akun left out: Kas"]),
    SheetCase(
      fault: "K1.5", file: "transaksi-masuk-keluar.csv", list: .transactions,
      stored: [
        "2026-01-05 deposit 1-1000 500000 SUK-0001 -500000",
        "2026-01-06 withdrawal SUK-0001 200000 1-1000 -200000",
        "2026-01-07 deposit 1-1000 25000 WAJ-0002 -25000",
      ], says: ["headings 2", "Masuk is deposit", "Keluar is withdrawal", "line 6: total"]),
    SheetCase(
      fault: "K1.5", file: "transaksi-kata.csv", list: .transactions,
      stored: [
        "2026-01-05 deposit 1-1000 500000 SUK-0001 -500000",
        "2026-01-06 withdrawal SUK-0001 200000 1-1000 -200000",
        "2026-01-07 deposit 1-1000 25000 WAJ-0002 -25000",
      ],
      says: [
        "Tanggal: the month by its name; years 00 to 29 are after 2000: 5-Jan-26 = Monday, 5 January 2026"
      ]),
    SheetCase(
      fault: "K1.3", file: "transaksi-batal.csv", list: .transactions,
      refused: ["3 import.rowMarked"]),
    SheetCase(
      fault: "K1.3", file: "transaksi-saldo.csv", list: .transactions,
      refused: ["1 import.columnDropped"]),
    SheetCase(
      fault: "K1.5", file: "transaksi-dua-sisi.csv", list: .transactions,
      refused: ["2 import.bothSides"]),
  ]

  static let lists: [SheetCase] = [
    SheetCase(
      fault: "K1.3", file: "gaji-pinjaman-wajib.csv", list: .payroll,
      stored: ["PJ-1 118000", "0001/wajib 25000"], says: ["wajib is savings:wajib"]),
    SheetCase(
      fault: "K1.3", file: "gaji-status.csv", list: .payroll, refused: ["1 import.columnDropped"]),
    SheetCase(
      fault: "K1.3", file: "gaji-batal.csv", list: .payroll, refused: ["1 import.columnDropped"]),
    SheetCase(
      fault: "K1.9", file: "gaji-satu-jumlah.csv", list: .payroll,
      terms: PayrollTerms(order: PayrollOrder(parsing: "wajib, pinjaman, sukarela")),
      stored: [
        "PJ-1 118000", "PJ-2 118000", "PJ-3 118000", "0001/wajib 25000", "0001/sukarela 100000",
        "0002/wajib 25000", "0002/sukarela 4000", "0003/wajib 25000", "0003/sukarela 25000",
      ], says: ["headings 2", "No counts", "line 6: total"]),
    SheetCase(
      fault: "K1.9", file: "gaji-kolom.csv", list: .payroll,
      stored: ["PJ-1 118000", "0001/wajib 25000", "0001/sukarela 50000", "0003/wajib 25000"],
      says: ["Angsuran is installment", "Jumlah is amount"]),
    SheetCase(
      fault: "K1.9", file: "gaji-angka-pinjaman.csv", list: .payroll,
      stored: ["PJ-1 118000", "0001/wajib 25000", "0003/wajib 25000"],
      says: ["Pinjaman is installment"]),
    SheetCase(
      fault: "K1.9", file: "gaji-salah.csv", list: .payroll,
      refused: [
        "2 payroll.tooMuch", "3 loan.ambiguous", "4 loan.ambiguous", "5 member.unknown",
        "6 loan.unknown", "7 loan.otherMember", "8 amount.unreadable",
      ]),
    SheetCase(
      fault: "K1.2", file: "pinjaman-suku-jasa.csv", list: .loans, stored: ["P-1 2%/month"],
      says: ["Suku Jasa is rate"]),
    SheetCase(
      fault: "K1.2", file: "pinjaman-suku-per-bulan.csv", list: .loans, stored: ["P-1 2%/month"]),
    SheetCase(
      fault: "K1.2", file: "pinjaman-suku-tanpa-masa.csv", list: .loans,
      refused: ["2 rate.periodMissing"]),
    SheetCase(
      fault: "K1.8", file: "pinjaman-angsuran-lain.csv", list: .loans,
      stored: ["P-1 1.5%/month"], says: ["Administrasi is administration"]),
  ]
}
