# The book of 2025 as it begins, read by the walkthroughs of the whole year.
quietly product add hari-raya "Simpanan hari raya" --name-en "Holiday savings" --prefix HR \
  --control 2-1200 --rate 5%/year --window 2025-03-20..2025-03-29
quietly loan product set flat --rate 2%/month --term 20 --fee provisi=1%:4-1110 \
  --late-fee 0,1%/day:arrears --late-fee-grace 3 --collectibility lima-kelas
quietly loan product set menurun --rate 2%/month --term 12 --fee provisi=1%:4-1110 \
  --late-fee 0,1%/day:arrears --late-fee-grace 3 --collectibility lima-kelas
quietly term product add berjangka "Simpanan berjangka" --name-en "Term deposit" --prefix BJK \
  --rate 6=5,5%/year --rate 12=6%/year --penalty 0,5%:principal --accrue --from 2025-01-01
quietly dues set 25.000 --from 2025-01
quietly member import "$sample/../anggota.csv"
quietly opening import "$sample/saldo-awal.csv" --date 2024-12-31
quietly loan import "$sample/pinjaman-berjalan.csv" --date 2024-12-31
quietly asset take-over 18.500.000 --name "Motor dinas" --months 60 --acquired 2022-11-15 \
  --written-off 7.700.000 --as-of 2024-12-31 --place Halaman
quietly asset take-over 12.000.000 --name "Komputer dan printer" --months 48 \
  --acquired 2024-03-10 --written-off 2.250.000 --as-of 2024-12-31 --place Kasir
quietly asset take-over 6.000.000 --name Brankas --months 96 --acquired 2016-12-05 \
  --written-off 6.000.000 --as-of 2024-12-31 --place Kasir
