/// The version of the engine, as manifests and `peil --version` name it.
public enum EngineVersion {
  /// Major, minor and patch.
  public static let text = "0.1.0"
}
