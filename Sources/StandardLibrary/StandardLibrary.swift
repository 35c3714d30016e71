package import Planning

extension Registry {
  /// Everything built in, with the sources given: opening files belongs to another module.
  package static func standard(sources: [SourceFunction]) -> Registry {
    Registry(
      verbs: Verbs.all, sources: sources, functions: ScalarFunctions.all,
      aggregates: Aggregates.all, windows: Windows.all)
  }
}
