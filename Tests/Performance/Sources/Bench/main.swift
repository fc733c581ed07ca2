import KSPLedger
print("x")
