@_exported public import KSPCore
