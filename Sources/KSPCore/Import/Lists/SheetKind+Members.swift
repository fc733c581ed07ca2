extension SheetKind {
  /// The register of members.
  public static let members = SheetKind(
    "members", Phrase("daftar anggota", "list of members"), keys: ["number"],
    [
      SheetColumn(
        "number", Phrase("No. Anggota", "Member No."), .number,
        names: ["nomor", "member"] + SheetColumn.memberNumbers.filter { $0 != "anggota" },
        weak: ["no"], examples: ["0001", "0002"]),
      SheetColumn(
        "name", Phrase("Nama", "Name"), .text,
        names: ["nama", "nama lengkap", "nama anggota", "full name", "member name"],
        examples: ["Siti Aminah", "Budi Santoso"]),
      SheetColumn(
        "joined", Phrase("Tanggal Masuk", "Joined"), .date,
        names: [
          "masuk", "tgl masuk", "tanggal gabung", "tgl gabung", "tanggal bergabung",
          "tgl bergabung", "tanggal daftar", "tgl daftar", "tanggal jadi anggota",
          "tgl jadi anggota", "tanggal menjadi anggota", "tgl menjadi anggota", "tanggal anggota",
          "tgl anggota", "tanggal masuk anggota", "tgl masuk anggota", "anggota sejak", "sejak",
          "bergabung", "gabung", "date joined", "join date", "joined on", "member since", "date",
          "tanggal", "tgl",
        ], examples: ["2016-04-21", "2021-07-13"]),
      SheetColumn(
        "kind", Phrase("Jenis", "Kind"), .text, names: ["jenis", "jenis anggota"]),
      SheetColumn(
        "standing", Phrase("Status", "Standing"), .text,
        names: ["status", "status anggota", "status keanggotaan", "keanggotaan"],
        examplePhrases: [Phrase("anggota", "member"), Phrase("calon", "prospective")]),
      SheetColumn(
        "nik", Phrase("NIK", "NIK"), .text,
        names: [
          "ktp", "no ktp", "nomor ktp", "no nik", "nomor nik", "nik ktp", "no ktp nik",
          "no identitas", "nomor induk kependudukan", "national id", "national_id",
        ], examples: ["3201016104850001", "3201011307900002"]),
      SheetColumn(
        "npwp", Phrase("NPWP", "NPWP"), .text, names: ["no npwp", "nomor npwp", "tax id"]),
      SheetColumn(
        "birth_place", Phrase("Tempat Lahir", "Birth Place"), .text,
        names: ["tempat lahir", "tmp lahir", "tmpt lahir"], examples: ["Bogor", "Bandung"]),
      SheetColumn(
        "birth_date", Phrase("Tanggal Lahir", "Birth Date"), .date,
        names: ["tanggal lahir", "tgl lahir", "date of birth", "dob"],
        examples: ["1985-04-21", "1990-07-13"]),
      SheetColumn(
        "gender", Phrase("Jenis Kelamin", "Gender"), .text,
        names: ["jenis kelamin", "kelamin", "jk", "l/p", "p/l", "sex"],
        examplePhrases: [Phrase("P", "female"), Phrase("L", "male")]),
      SheetColumn(
        "occupation", Phrase("Pekerjaan", "Occupation"), .text, names: ["pekerjaan", "job"],
        weak: ["profesi", "jabatan"]),
      SheetColumn(
        "address", Phrase("Alamat", "Address"), .text,
        names: ["alamat", "alamat lengkap", "alamat rumah", "alamat domisili", "alamat ktp"],
        examples: ["Jl. Melati No. 71", "Jl. Kenanga No. 89"]),
      SheetColumn(
        "phone", Phrase("Telepon", "Phone"), .text,
        names: [
          "telepon", "telp", "tlp", "hp", "no hp", "nomor hp", "no telepon", "nomor telepon",
          "no telp", "no tlp", "handphone", "no handphone", "wa", "no wa", "whatsapp", "mobile",
          "telephone", "no telepon hp", "telp hp", "no hp wa",
        ], examples: ["081200000101", "081200000102"]),
      SheetColumn(
        "heir", Phrase("Ahli Waris", "Heir"), .text,
        names: ["ahli waris", "nama ahli waris", "beneficiary"]),
      SheetColumn(
        "heir_relation", Phrase("Hubungan Ahli Waris", "Heir Relation"), .text,
        names: ["hubungan", "hubungan keluarga", "relation"]),
      SheetColumn(
        "unit", Phrase("Unit", "Unit"), .text,
        names: ["kelompok", "unit kerja", "group"],
        weak: ["bagian", "divisi", "departemen", "cabang"]
      ),
      SheetColumn(
        "external_id", Phrase("ID Luar", "External ID"), .text,
        names: ["id luar"],
        weak: ["nip", "no pegawai", "nomor pegawai", "id karyawan", "nik karyawan", "nrp"]),
      SheetColumn(
        "remarks", Phrase("Catatan", "Remarks"), .text,
        names: ["catatan", "notes", "note"], weak: ["keterangan", "ket"]),
      .counter, .signature,
    ]
      + ["agama", "usia", "umur", "pendidikan", "kode pos", "rt", "rw", "rt rw", "email", "foto"]
      .map { SheetColumn("remark:\($0)", Phrase($0, $0), .text, names: [], isRemark: true) })
}
