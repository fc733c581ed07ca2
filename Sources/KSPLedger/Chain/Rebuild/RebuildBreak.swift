import KSPCore

/// Where the chain is carried no further, and why.
struct RebuildBreak {
  enum Cause {
    /// What was read is not what the hash was made over.
    case hash
    /// A number is missing before it.
    case sequence
    case unreadable
    /// A newer program wrote it.
    case newer
    /// It breaks a rule of its kind; what of it.
    case rules(String)
    /// It says that it belongs to an act that is over.
    case act
    /// The rules of the new file refuse it.
    case refused
    /// Something of the act is missing, which begins here.
    case half
  }

  /// The event, or the first of the act that is half.
  let name: String
  let cause: Cause
  /// The event itself, where it could be read.
  let item: ChainRows.Item?

  init(_ name: String, _ cause: Cause, at item: ChainRows.Item? = nil) {
    self.name = name
    self.cause = cause
    self.item = item
  }

  /// Whether the act under way ends before it was whole, as far as the break itself tells.
  var isWithinAct: Bool {
    switch cause {
    case .unreadable, .act: false
    case .hash, .sequence, .newer, .rules, .refused, .half: true
    }
  }

  var reason: Phrase {
    switch cause {
    case .hash:
      Phrase(
        id: "rantai putus di sini: isinya tidak cocok dengan sidiknya",
        en: "the chain is broken here: its content does not fit its hash")
    case .sequence:
      Phrase(
        id: "rantai putus di sini: peristiwa sebelumnya hilang",
        en: "the chain is broken here: an event before it is gone")
    case .unreadable:
      Phrase(
        id: "rantai putus di sini: tidak bisa dibaca, halaman berkasnya rusak atau terpotong",
        en: "the chain is broken here: it cannot be read, its pages are damaged or cut off")
    case .newer:
      Phrase(
        id:
          "dari program yang lebih baru: pasang versi terbaru, lalu bangun ulang lagi dari buku lama",
        en:
          "of a newer program: install the newest version, then rebuild again from the old book")
    case .rules(let what):
      Phrase(
        id: "tidak ditulis oleh program ini: melanggar aturan jenisnya (\(what))",
        en: "not written by this program: it breaks the rules of its kind (\(what))")
    case .act:
      Phrase(
        id: "tidak ditulis oleh program ini: bukan bagian dari kejadian yang disebutnya",
        en: "not written by this program: it is no part of the act that it names")
    case .refused:
      Phrase(
        id: "ditolak oleh aturan di dalam berkas baru",
        en: "the rules inside the new file refuse it")
    case .half:
      Phrase(
        id: "kejadian ini terpotong: lanjutannya hilang; bukukan lagi seluruhnya dari bukti kertas",
        en: "this act was cut off: the rest of it is gone; post all of it again from the paper")
    }
  }

  /// Why events before the break are not carried either.
  static let sameAct = Phrase(
    id: "bagian dari kejadian yang sama, yang ikut seluruhnya atau tidak sama sekali",
    en: "part of the same act, which is carried as a whole or not at all")

  static let behind = Phrase(id: "sesudah putusnya rantai", en: "behind the break of the chain")

  /// What is said where not even the end of the chain can be found.
  static let endUnknown = Phrase(
    id:
      "berapa peristiwa yang menyusul tidak bisa dibaca; bandingkan dengan cadangan dan bukti kertas",
    en: "how many events followed cannot be read; compare with a backup and the paper")
}
