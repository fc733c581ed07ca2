# What the cooperative had before the book, read by Examples/run: the opening balances hold it.
quietly asset take-over 18.500.000 --name "Motor dinas" --months 60 --acquired 2022-11-15 \
  --written-off 11.400.000 --as-of 2025-12-31 --place Halaman
quietly asset take-over 12.000.000 --name "Komputer dan printer" --months 48 \
  --acquired 2024-03-10 --written-off 5.250.000 --as-of 2025-12-31 --place Kasir
quietly asset take-over 6.000.000 --name "Brankas" --months 96 --acquired 2018-12-05 \
  --written-off 5.250.000 --as-of 2025-12-31 --place Kasir
