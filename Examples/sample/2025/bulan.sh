# A month of the book of 2025 up to its month end, read by the walkthroughs; $month is its name.
quietly entry import "$sample/transaksi-$month.csv"
case $month in
  2025-01) quietly disburse 0012 12.000.000 --product menurun --to 1-1100 --date 2025-01-28
    quietly term open 0009 8.000.000 --tenor 6 --from SUK-0009 --date 2025-01-15 ;;
  2025-02) quietly disburse 0014 20.000.000 --product flat --to 1-1100 --date 2025-02-28 \
      --first-due 2025-03-28
    quietly term open 0020 10.000.000 --tenor 12 --payout maturity --from SUK-0020 \
      --date 2025-02-03 ;;
  2025-03) quietly disburse 0020 20.000.000 --product flat --to 1-1100 --date 2025-03-28
    quietly disburse 0021 16.000.000 --product flat --to 1-1100 --date 2025-03-28
    quietly term open 0024 50.000.000 --tenor 12 --payout cash --from SUK-0024 --date 2025-03-03
    quietly asset buy 9.600.000 --name "Laptop kasir" --months 48 --place Kasir --from 1-1100 \
      --date 2025-03-12 ;;
  2025-04) quietly member add "Paulina Nahak" --pokok 500.000 --wajib 25.000 \
      --entrance-fee 50.000 --date 2025-04-10
    quietly disburse 0002 24.000.000 --product flat --to 1-1100 --date 2025-04-28 ;;
  2025-05) quietly disburse 0006 10.000.000 --product menurun --term 10 --to 1-1100 \
      --date 2025-05-28 ;;
  2025-06) quietly member leave 0015 --date 2025-06-20 --deduction 100.000 \
    --reason "pindah ke Kupang" ;;
  2025-07) quietly disburse 0013 15.000.000 --product flat --to 1-1100 --date 2025-07-28 ;;
  2025-09) quietly disburse 0009 24.000.000 --product flat --to 1-1100 --date 2025-09-28
    quietly asset dispose INV-0003 --proceeds 750.000 --date 2025-09-10 --memo "brankas lama dijual" ;;
  2025-10) quietly disburse 0022 12.000.000 --product flat --to 1-1100 --date 2025-10-28 ;;
esac
quietly repay --list "$sample/angsuran-$month.csv" --from 1-1100 --date "$month-28" \
  --ref "angsuran-$month"
# Eko Prasetyo (0008), who has not paid since April, brings a part.
if [ "$month" = 2025-09 ]; then quietly repay PJ-0007 600.000 --date 2025-09-15; fi
quietly entry add --date "$month-25" --memo "gaji, listrik dan sewa" --debit 5-2000=1.800.000 \
  --debit 5-2100=450.000 --credit 1-1100=2.250.000
quietly entry add --date "$month-26" --memo "setor ke bank" --debit 1-1100=7.000.000 \
  --credit 1-1000=7.000.000
quietly entry add --date "$month-26" --memo "jasa simpanan di koperasi sekunder" \
  --debit 1-1110=750.000 --credit 4-1200=750.000
# What was withheld in the month before goes to the state.
if [ -n "${before:-}" ]; then
  quietly tax pay "$before" --date "$month-10" --from 1-1100 --memo "PPh $before"
fi
quietly month-end run "$month"
before="$month"
