/// The headings under which help gathers the options that many commands share.
enum Headings {
  static let writing = say("Pencatatan", "Recording")
  static let result = say("Hasil", "Output")
  static let book = say("Buku dan bahasa", "Book and language")
  static let period = say("Masa laporan", "Period")
  static let terms = say("Ketentuan produk", "Terms of the product")
  static let plan = say("Rencana angsuran", "Plan of installments")
  static let proposal = say("Usulan pembagian SHU", "Proposal for the SHU")
  static let lateFee = say("Denda", "Late fee")
  static let interest = say("Cara menghitung jasa", "How interest is computed")
}
