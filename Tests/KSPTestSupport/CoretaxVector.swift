/// The vector `coretax-bppu-28-417`: two members, above and at the limit; all numbers are invented.
public enum CoretaxVector {
  /// The number of the cooperative.
  public static let withholder = "0123456789012000"
  /// The members: NIK and gross interest of October 2026.
  public static let members: [(nik: String, interest: String)] = [
    ("1971014501900001", "375000"), ("1971015506880002", "240000"),
  ]
  /// The file that Coretax takes in.
  public static let xml = #"""
    <?xml version="1.0" encoding="utf-8"?>
    <BpuBulk xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <TIN>0123456789012000</TIN>
      <ListOfBpu>
        <Bpu>
          <TaxPeriodMonth>10</TaxPeriodMonth>
          <TaxPeriodYear>2026</TaxPeriodYear>
          <CounterpartTin>1971014501900001</CounterpartTin>
          <IDPlaceOfBusinessActivityOfIncomeRecipient>1971014501900001000000</IDPlaceOfBusinessActivityOfIncomeRecipient>
          <TaxCertificate>N/A</TaxCertificate>
          <TaxObjectCode>28-417-02</TaxObjectCode>
          <TaxBase>375000</TaxBase>
          <Rate>10</Rate>
          <Document>PaymentProof</Document>
          <DocumentNumber>JS-202610-0001</DocumentNumber>
          <DocumentDate>2026-10-31</DocumentDate>
          <IDPlaceOfBusinessActivity>0123456789012000000000</IDPlaceOfBusinessActivity>
          <GovTreasurerOpt>N/A</GovTreasurerOpt>
          <SP2DNumber xsi:nil="true"/>
          <WithholdingDate>2026-10-31</WithholdingDate>
        </Bpu>
        <Bpu>
          <TaxPeriodMonth>10</TaxPeriodMonth>
          <TaxPeriodYear>2026</TaxPeriodYear>
          <CounterpartTin>1971015506880002</CounterpartTin>
          <IDPlaceOfBusinessActivityOfIncomeRecipient>1971015506880002000000</IDPlaceOfBusinessActivityOfIncomeRecipient>
          <TaxCertificate>N/A</TaxCertificate>
          <TaxObjectCode>28-417-01</TaxObjectCode>
          <TaxBase>240000</TaxBase>
          <Rate>0</Rate>
          <Document>PaymentProof</Document>
          <DocumentNumber>JS-202610-0002</DocumentNumber>
          <DocumentDate>2026-10-31</DocumentDate>
          <IDPlaceOfBusinessActivity>0123456789012000000000</IDPlaceOfBusinessActivity>
          <GovTreasurerOpt>N/A</GovTreasurerOpt>
          <SP2DNumber xsi:nil="true"/>
          <WithholdingDate>2026-10-31</WithholdingDate>
        </Bpu>
      </ListOfBpu>
    </BpuBulk>

    """#
}
