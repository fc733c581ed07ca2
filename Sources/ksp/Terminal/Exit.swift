import KSPCore

/// The exit codes of `ksp`, after sysexits.
enum Exit: Int32, Error, CaseIterable {
  case done = 0
  case differences = 1
  case cancelled = 2
  case usage = 64
  case refused = 65
  case missing = 66
  case invariant = 70
  case cannotCreate = 73
  case inputOutput = 74
  case busy = 75

  init(_ category: LedgerError.Category) {
    switch category {
    case .refused, .missing: self = .refused
    case .fileMissing: self = .missing
    case .invariant: self = .invariant
    case .cannotCreate: self = .cannotCreate
    case .inputOutput: self = .inputOutput
    case .busy: self = .busy
    }
  }

  /// What a script may conclude.
  var meaning: Phrase {
    switch self {
    case .done: Phrase(id: "selesai, atau sudah pernah dilakukan", en: "done, or already done")
    case .differences:
      Phrase(id: "pemeriksaan menemukan perbedaan", en: "a check found differences")
    case .cancelled: Phrase(id: "dibatalkan di terminal", en: "the user said no")
    case .usage: Phrase(id: "perintah atau pilihan salah ketik", en: "wrong arguments")
    case .refused: Phrase(id: "isian ditolak; tidak ada yang disimpan", en: "the input was refused")
    case .missing: Phrase(id: "berkas tidak ada", en: "no such file")
    case .invariant:
      Phrase(
        id: "buku rusak: berhenti membukukan, cari bantuan", en: "an invariant failed: stop posting"
      )
    case .cannotCreate: Phrase(id: "berkas tidak bisa dibuat", en: "a file cannot be created")
    case .inputOutput:
      Phrase(id: "disk penuh atau gagal, hasil tidak tertulis", en: "the disk is full or failed")
    case .busy: Phrase(id: "buku sedang dipakai; coba lagi", en: "the book is busy; try again")
    }
  }
}
