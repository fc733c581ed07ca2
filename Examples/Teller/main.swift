import Foundation
import KSPLedger

// A teller program in miniature: a book, a member, a deposit, a statement.

let folder = FileManager.default.temporaryDirectory.appendingPathComponent("teller-\(getpid())")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }

let ledger = try Ledger.create(
  at: folder.appendingPathComponent("koperasi.ksp").path,
  settings: BookSettings(
    name: "KSP Sejahtera", firstMonth: try BookMonth(parsing: "2026-01")),
  clock: { Timestamp(seconds: Int64(Date().timeIntervalSince1970)) })

let day = try BookDate(parsing: "2026-01-05")
let (member, _) = try ledger.addMember(
  NewMember(
    profile: MemberProfile(name: "Siti Aminah"), joinedOn: day, pokok: 100_000, wajib: 25_000))
let receipt = try ledger.deposit(
  500_000, member: member.number, on: day, note: EntryNote(reference: "teller-1"))
print(receipt.entry, receipt.amount.formatted, receipt.amountInWords[.indonesian])

let statement = try ledger.statement(
  of: try ledger.resolveAccount(member.number), period: BookPeriod(day.month))
for line in statement.lines {
  print(line.bookDate, line.text[.indonesian], line.credit.grouped, line.balance.grouped)
}
try ledger.close()
