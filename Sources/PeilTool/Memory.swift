import CMemory

/// How the program asks the system for memory.
enum Memory {
  /// Keeps freed memory for what comes next: columns come and go by the million rows, and giving
  /// their pages back each time costs more than using them.
  static func keep() {
    cm_keep_freed(512 << 20)
  }
}
