# The loan desk in January 2026, read by Examples/run.

quietly entry add --date 2026-01-05 --debit 1-1000=60000000 --credit 1-1100=60000000 \
  --memo "uang untuk pencairan pinjaman"

# Paid out in one step; those who are paid on the 28th begin on that day.
quietly disburse 0003 6.000.000 --product flat --first-due 2026-01-28 --date 2026-01-05 \
  --purpose "biaya sekolah" --guarantor "Wahyu Nugroho (0018)"
quietly loan apply 0005 12.000.000 --product menurun --term 12 --date 2026-01-03 \
  --purpose "renovasi rumah" --collateral "vehicle=15000000:BPKB sepeda motor AD 4417 KS" \
  --guarantor "Hendra Gunawan (0010)"
quietly loan approve PJ-0002 --date 2026-01-05 --memo "rapat pengurus 5 Januari" --by "Ketua"
quietly disburse PJ-0002 --first-due 2026-01-28 --date 2026-01-05 --ref cair-002

quietly loan apply 0010 12.000.000 --product anuitas --date 2026-01-05 \
  --purpose "modal warung" --collateral "mortgage=40000000:SHM 00817 Kampung Baru"
quietly loan approve PJ-0003 --date 2026-01-06 --by "Ketua"
quietly disburse PJ-0003 --date 2026-01-07
quietly disburse 0017 4.000.000 --product musiman --date 2026-01-07 --purpose "bibit dan pupuk"
quietly disburse 0016 3.000.000 --product di-muka --date 2026-01-08
quietly disburse 0018 9.000.000 --product barang --first-due 2026-01-28 --date 2026-01-08 \
  --purpose "sepeda motor bekas" --collateral "vehicle=10000000:BPKB AD 2280 LB"

quietly disburse 0008 1.200.000 --product mingguan --date 2026-01-05 --purpose "dagangan"
quietly disburse 0022 2.400.000 --product mingguan --date 2026-01-05 --purpose "dagangan"
quietly disburse 0011 5.000.000 --product flat --date 2026-01-12 --guarantor "Nur Hidayah (0007)"
quietly loan apply 0013 8.000.000 --product menurun --term 8 --date 2026-01-10
quietly loan approve PJ-0010 --date 2026-01-12 --by "Ketua"
quietly disburse PJ-0010 --date 2026-01-13
quietly disburse 0014 10.000.000 --product flat --date 2026-01-14 --purpose "biaya rumah sakit"
quietly loan apply 0012 10.000.000 --product menurun --term 10 --date 2026-01-12
quietly loan approve PJ-0012 --date 2026-01-14 --by "Ketua"
quietly disburse PJ-0012 --date 2026-01-15 --to SUK-0012
quietly disburse 0015 1.000.000 --product flat --date 2026-01-15
quietly loan apply 0006 12.000.000 --product menurun --term 12 --date 2026-01-16
quietly loan reject PJ-0014 --date 2026-01-19 --memo "belum setahun menjadi anggota" --by "Ketua"

# The market collector comes on Mondays. Eko Prasetyo (0008) never pays.
for monday in 12 19 26; do quietly repay PJ-0008 --date "2026-01-$monday"; done

# The employers' treasurer hands over the list of what was cut from wages.
quietly repay --list "$sample/potong-gaji-2026-01.csv" --date 2026-01-28 --ref gaji-2026-01
