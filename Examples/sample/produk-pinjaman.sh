# Loan products of the sample cooperative, read by Examples/run: one for every method.

# Simpanan wajib pinjam goes to the borrower's own savings; provisi is income.
quietly loan product set flat --term 10 --fee provisi=1%:4-1110 \
  --fee wajib-pinjam=1%:savings/wajib --late-fee 0,1%/day:arrears --late-fee-grace 3 \
  --collectibility lima-kelas
quietly loan product set menurun --approval --maximum 12.000.000 \
  --fee provisi=1%:4-1110 --fee wajib-pinjam=1%:savings/wajib \
  --late-fee 0,1%/day:arrears --late-fee-grace 3 --collectibility lima-kelas
quietly loan product set anuitas --approval --rate 15%/year --term 24 --recognition daily \
  --fee provisi=1,5%:4-1110 --fee asuransi=60000:2-1600 --prepayment fewer --penalty 1% \
  --collectibility lkm --provision lkm
# Yarnen: bayar sesudah panen, principal and interest in one sum.
quietly loan product add musiman "Pinjaman musiman" --name-en "Seasonal loan" --method bullet \
  --interest-due end --rate 1,5%/month --term 3 --no-fees
quietly loan product add di-muka "Pinjaman potong di muka" --name-en "Interest in advance" \
  --method flat --interest-due advance --rate 1%/month --term 6 --no-fees
quietly loan product add barang "Kredit barang" --name-en "Goods on installments" \
  --method fixed-price --rate 1,5%/month --term 10 --fee administrasi=25000:4-1100
# For traders of the market; a late week costs Rp1.000 a day, and at most a tenth of it.
quietly loan product add mingguan "Pinjaman mingguan" --name-en "Weekly loan" --method flat \
  --unit week --rate 24%/year --term 12 --round-to 100 --no-fees \
  --late-fee 1000/day:installment --late-fee-grace 2 --late-fee-cap 10% \
  --collectibility koperasi
