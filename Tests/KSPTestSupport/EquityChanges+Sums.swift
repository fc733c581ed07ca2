package import KSPCore

extension EquityChanges.Line {
  /// All that came in, SHU and what a division brought among it.
  package var additions: Rupiah {
    get throws { try now.received + max(now.shu, .zero) + max(now.distributed, .zero) }
  }

  /// All that went out, a loss and what a division took among it.
  package var reductions: Rupiah {
    get throws { try now.taken - min(now.shu, .zero) - min(now.distributed, .zero) }
  }
}
