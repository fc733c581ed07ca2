# Who dies, who leaves and who was entered twice in March 2026, read by Examples/run.

# Theresia Lusi Boleng (0017) died. The insurer is asked for her loan, and has paid a part of it;
# her savings wait for the heir, who has taken half.
quietly member set 0017 --heir "Yohanes Boleng" --relation anak
quietly member died 0017 --date 2026-03-23
quietly repay PJ-0004 --settle --from 1-1360 --date 2026-03-24 --memo "klaim asuransi jiwa"
claim="$(ksp insurance list --format csv | grep -o 'JU-[0-9]*')"
quietly insurance receive "$claim" 3.000.000 --into 1-1100 --date 2026-03-30
quietly member leave 0017 --pay-later --reason meninggal --date 2026-03-25
quietly member pay-out 0017 1.400.000 --to "Yohanes Boleng" --relation anak \
  --identity "KTP 5306990101010001" --date 2026-03-27
# Tono Sutrisno (0023) moves away and comes for his savings later.
quietly member leave 0023 --pay-later --reason "pindah ke Surabaya" --date 2026-03-26
# Rina Marlina (0009) was entered a second time when she paid at the market; one number stays.
quietly member add "Rina Marlina" --phone 081200000009 --wajib 25000 --date 2026-03-02
quietly member merge 0026 --into 0009 --reason "dicatat dua kali" --date 2026-03-28
