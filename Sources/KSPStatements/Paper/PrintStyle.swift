/// The style sheet of printed pages.
enum PrintStyle {
  /// Writes the measures of a sheet and the rules that use them.
  static func write(_ sheet: PageSheet, into html: inout HTMLWriter) {
    html.markup("@page{size:")
    html.markup(sheet.name)
    html.markup(" portrait;margin:")
    html.millimetres(sheet.margin)
    html.markup("}\n:root{")
    measure("--margin:", sheet.margin, into: &html)
    measure("--width:", sheet.width, into: &html)
    measure("--height:", sheet.height, into: &html)
    measure("--half:", sheet.half, into: &html)
    measure("--line:", sheet.line, into: &html)
    measure("--pad:", sheet.pad, into: &html)
    measure("--side:", sheet.side, into: &html)
    measure("--em:", sheet.em, into: &html)
    measure("--label:", sheet.label, into: &html)
    html.markup("}\n")
    html.markup(rules)
  }

  private static func measure(
    _ name: StaticString, _ tenths: Int, into html: inout HTMLWriter
  ) {
    html.markup(name)
    html.millimetres(tenths)
    html.markup(";")
  }

  /// Black on white, sized in millimetres; heights are those that `PageLayout` counts with.
  private static let rules: StaticString = """
    *{box-sizing:border-box;margin:0;padding:0}
    body{font:var(--em)/var(--line) Arial,"Liberation Sans",Helvetica,"DejaVu Sans",sans-serif;\
    font-variant-numeric:tabular-nums lining-nums;color:#000;background:#fff;\
    overflow-wrap:anywhere;-webkit-print-color-adjust:exact;print-color-adjust:exact}
    section{width:var(--width);margin:0 auto}
    .page{display:flex;flex-direction:column;min-height:var(--height);break-after:page}
    .page:last-child{break-after:auto}
    .page>*,.half>*{flex:none}
    header{padding-bottom:calc(var(--line)*.7);margin-bottom:calc(var(--line)*1.3);\
    border-bottom:.6mm double #000;text-align:center}
    header .name{font-size:1.6em;line-height:calc(var(--line)*2);font-weight:bold}
    h1{font-size:1.25em;line-height:calc(var(--line)*2);padding-bottom:var(--line);\
    letter-spacing:.05em;text-align:center;position:relative}
    h1 .copy{position:absolute;right:0;top:0;font-size:.75em;font-weight:normal;letter-spacing:0}
    h2{font-size:1.1em;line-height:var(--line);padding:calc(var(--line)*.6) 0 \
    calc(var(--line)*.4)}
    dl{padding-bottom:var(--line)}
    dl div{display:flex}
    dt{flex:none;width:var(--label);padding-right:2mm}
    dt.in1{padding-left:3mm}
    dt.in2{padding-left:6mm}
    dd{flex:1;min-width:0}
    dd::before{content:": "}
    .strong dd{font-weight:bold}
    p{padding-bottom:var(--line)}
    .verdict{font-weight:bold}
    table{width:100%;border-collapse:collapse;margin-bottom:var(--line);\
    border-bottom:.3mm solid #000}
    thead{display:table-header-group}
    tr{break-inside:avoid}
    th,td{padding:var(--pad) var(--side);text-align:left;vertical-align:top;\
    border-bottom:.2mm solid #bbb}
    th{border-top:.3mm solid #000;border-bottom:.3mm solid #000}
    .number,.whole{white-space:nowrap}
    .number{text-align:right}
    .number+:not(.number){padding-left:calc(var(--side)*3)}
    .carry td{font-style:italic}
    .total td{border-top:.5mm solid #000}
    .total td,.balance td{font-weight:bold}
    .remark td{padding-left:6mm}
    .signatures{display:flex;justify-content:space-around;gap:4mm;break-inside:avoid}
    .signatures div{width:38%;display:flex;flex-direction:column;justify-content:space-between;\
    padding-bottom:var(--line);text-align:center}
    .signatures .stamp{align-self:center;border:.2mm dashed #000;padding:1mm 2mm;font-size:.8em}
    .signatures .name{border-top:.2mm solid #000;padding-top:.5mm;\
    min-height:calc(var(--line)*2)}
    .chart{display:block;width:100%;margin-bottom:var(--line);break-inside:avoid}
    .chart text{font-size:18px}
    .chart rect,.chart circle{fill:#555}
    .chart polyline{fill:none;stroke:#555;stroke-width:2}
    footer{margin-top:auto;display:flex;justify-content:space-between;gap:6mm;\
    height:calc(var(--line)*2);padding-top:calc(var(--line)*.8);font-size:.85em;white-space:nowrap}
    footer span:first-child{overflow:hidden;text-overflow:ellipsis}
    .running{height:calc(var(--line)*2);font-size:.85em;line-height:calc(var(--line)*.85);\
    overflow:hidden}
    .half:first-child{height:var(--half)}
    .half+.half{border-top:.2mm dashed #000;padding-top:var(--margin)}
    .flow{page:flow}
    @page flow{@bottom-right{content:counter(page) " / " counter(pages);font:7pt sans-serif}}
    .group{break-inside:avoid;border-top:.3mm solid #000}
    .group td{border-bottom-color:#ddd}
    @media screen{body{background:#ddd;padding:6mm}\
    section{box-sizing:content-box;background:#fff;padding:var(--margin);margin-bottom:6mm}}

    """
}
