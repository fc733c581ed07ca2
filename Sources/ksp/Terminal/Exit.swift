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
    case .done: Phrase("selesai, atau sudah pernah dilakukan", "done, or already done")
    case .differences: Phrase("pemeriksaan menemukan perbedaan", "a check found differences")
    case .cancelled: Phrase("dibatalkan di terminal", "the user said no")
    case .usage: Phrase("perintah atau pilihan salah ketik", "wrong arguments")
    case .refused: Phrase("isian ditolak; tidak ada yang disimpan", "the input was refused")
    case .missing: Phrase("berkas tidak ada", "no such file")
    case .invariant:
      Phrase("buku rusak: berhenti membukukan, cari bantuan", "an invariant failed: stop posting")
    case .cannotCreate: Phrase("berkas tidak bisa dibuat", "a file cannot be created")
    case .inputOutput:
      Phrase("disk penuh atau gagal, hasil tidak tertulis", "the disk is full or failed")
    case .busy: Phrase("buku sedang dipakai; coba lagi", "the book is busy; try again")
    }
  }
}
