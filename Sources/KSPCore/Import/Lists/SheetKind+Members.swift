extension SheetKind {
  /// The register of members.
  public static let members = SheetKind(
    "members", Phrase(id: "daftar anggota", en: "list of members"), keys: ["number"],
    [
      SheetColumn(
        "number", Phrase(id: "No. Anggota", en: "Member No."), .number,
        names: ["nomor", "member"] + SheetColumn.memberNumbers.filter { $0 != "anggota" },
        weak: ["no"], examples: ["0001", "0002"]),
      SheetColumn(
        "name", Phrase(id: "Nama", en: "Name"), .text,
        names: ["nama", "nama lengkap", "nama anggota", "full name", "member name"],
        examples: ["Siti Aminah", "Budi Santoso"]),
      SheetColumn(
        "joined", Phrase(id: "Tanggal Masuk", en: "Joined"), .date,
        names: [
          "masuk", "tgl masuk", "tanggal gabung", "tgl gabung", "tanggal bergabung",
          "tgl bergabung", "tanggal daftar", "tgl daftar", "tanggal jadi anggota",
          "tgl jadi anggota", "tanggal menjadi anggota", "tgl menjadi anggota", "tanggal anggota",
          "tgl anggota", "tanggal masuk anggota", "tgl masuk anggota", "anggota sejak", "sejak",
          "bergabung", "gabung", "date joined", "join date", "joined on", "member since", "date",
          "tanggal", "tgl",
        ], examples: ["2016-04-21", "2021-07-13"]),
      SheetColumn(
        "kind", Phrase(id: "Jenis", en: "Kind"), .text, names: ["jenis", "jenis anggota"]),
      SheetColumn(
        "standing", Phrase(id: "Status", en: "Standing"), .text,
        names: ["status", "status anggota", "status keanggotaan", "keanggotaan"],
        examplePhrases: [
          Phrase(id: "anggota", en: "member"), Phrase(id: "calon", en: "prospective"),
        ]),
      SheetColumn(
        "nik", Phrase(id: "NIK", en: "NIK"), .text,
        names: [
          "ktp", "no ktp", "nomor ktp", "no nik", "nomor nik", "nik ktp", "no ktp nik",
          "no identitas", "nomor induk kependudukan", "national id", "national_id",
        ], examples: ["3201016104850001", "3201011307900002"]),
      SheetColumn(
        "npwp", Phrase(id: "NPWP", en: "NPWP"), .text, names: ["no npwp", "nomor npwp", "tax id"]),
      SheetColumn(
        "birth_place", Phrase(id: "Tempat Lahir", en: "Birth Place"), .text,
        names: ["tempat lahir", "tmp lahir", "tmpt lahir"], examples: ["Bogor", "Bandung"]),
      SheetColumn(
        "birth_date", Phrase(id: "Tanggal Lahir", en: "Birth Date"), .date,
        names: ["tanggal lahir", "tgl lahir", "date of birth", "dob"],
        examples: ["1985-04-21", "1990-07-13"]),
      SheetColumn(
        "gender", Phrase(id: "Jenis Kelamin", en: "Gender"), .text,
        names: ["jenis kelamin", "kelamin", "jk", "l/p", "p/l", "sex"],
        examplePhrases: [Phrase(id: "P", en: "female"), Phrase(id: "L", en: "male")]),
      SheetColumn(
        "occupation", Phrase(id: "Pekerjaan", en: "Occupation"), .text,
        names: ["pekerjaan", "job"],
        weak: ["profesi", "jabatan"]),
      SheetColumn(
        "address", Phrase(id: "Alamat", en: "Address"), .text,
        names: ["alamat", "alamat lengkap", "alamat rumah", "alamat domisili", "alamat ktp"],
        examples: ["Jl. Melati No. 71", "Jl. Kenanga No. 89"]),
      SheetColumn(
        "phone", Phrase(id: "Telepon", en: "Phone"), .text,
        names: [
          "telepon", "telp", "tlp", "hp", "no hp", "nomor hp", "no telepon", "nomor telepon",
          "no telp", "no tlp", "handphone", "no handphone", "wa", "no wa", "whatsapp", "mobile",
          "telephone", "no telepon hp", "telp hp", "no hp wa",
        ], examples: ["081200000101", "081200000102"]),
      SheetColumn(
        "heir", Phrase(id: "Ahli Waris", en: "Heir"), .text,
        names: ["ahli waris", "nama ahli waris", "beneficiary"]),
      SheetColumn(
        "heir_relation", Phrase(id: "Hubungan Ahli Waris", en: "Heir Relation"), .text,
        names: ["hubungan", "hubungan keluarga", "relation"]),
      SheetColumn(
        "unit", Phrase(id: "Unit", en: "Unit"), .text,
        names: ["kelompok", "unit kerja", "group"],
        weak: ["bagian", "divisi", "departemen", "cabang"]
      ),
      SheetColumn(
        "external_id", Phrase(id: "ID Luar", en: "External ID"), .text,
        names: ["id luar"],
        weak: ["nip", "no pegawai", "nomor pegawai", "id karyawan", "nik karyawan", "nrp"]),
      SheetColumn(
        "remarks", Phrase(id: "Catatan", en: "Remarks"), .text,
        names: ["catatan", "notes", "note"], weak: ["keterangan", "ket"]),
      .counter, .signature,
    ] + SheetColumn.dues(["2025-12", "2025-10"])
      + ["agama", "usia", "umur", "pendidikan", "kode pos", "rt", "rw", "rt rw", "email", "foto"]
      .map { SheetColumn("remark:\($0)", Phrase(id: $0, en: $0), .text, names: [], isRemark: true) }
  )
}
