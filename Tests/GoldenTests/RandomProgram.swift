/// Valid programs by a seed: pipelines over generated tables and built-in data.
///
/// It follows which columns each stage leaves, of which type and role, so that hardly any program
/// is refused: what is compared are results.
struct RandomProgram {
  /// A column as far as later stages must know it.
  struct Column: Equatable {
    enum Kind { case integer, number, text, boolean, day, period }
    enum Role { case key, time, measure, other }
    var name: String
    var kind: Kind
    var role = Role.other
    /// Whether only these texts may be compared with it.
    var isLabelled = false
  }

  var random: RandomNumbers
  var columns: [Column] = []
  private var names = 0

  init(seed: Int) {
    random = RandomNumbers(seed: seed)
  }

  /// Declarations of the generated files, which stand before every program.
  static let declarations = """
    data reeks = csv "reeks.csv" key code time jaar measure n: amount, x: amount
    data feiten = csv "feiten.csv" types plaats: text, groep: text, ok: boolean, dag: date, y: number

    """

  /// A program: one pipeline, or one that is kept and gone on with.
  mutating func program() -> String {
    var stages = [source()]
    let isSeries = stages[0] == "reeks"
    if isSeries { for _ in 0..<random.next(3) { stages.append(timeStage()) } }
    for _ in 0...random.next(5) { stages.append(stage()) }
    guard random.oneIn(4) else { return stages.joined(separator: " | ") + "\n" }
    let cut = 1 + random.next(stages.count - 1)
    return "let bewaard = \(stages[..<cut].joined(separator: " | "))\n"
      + (["bewaard"] + stages[cut...]).joined(separator: " | ") + "\n"
  }

  mutating func name() -> String {
    names += 1
    return "c\(names)"
  }

  mutating func some(_ count: Int, _ kinds: Column.Kind...) -> [Column] {
    random.some(count, of: columns.filter { kinds.contains($0.kind) })
  }

  private mutating func source() -> String {
    switch random.next(9) {
    case 0...2:
      columns = [
        Column(name: "code", kind: .text, role: .key),
        Column(name: "jaar", kind: .integer, role: .time),
        Column(name: "n", kind: .integer, role: .measure),
        Column(name: "x", kind: .number, role: .measure), Column(name: "soort", kind: .text),
      ]
      return "reeks"
    case 3...6:
      columns = [
        Column(name: "plaats", kind: .text), Column(name: "groep", kind: .text),
        Column(name: "m", kind: .integer, role: .measure),
        Column(name: "y", kind: .number, role: .measure), Column(name: "ok", kind: .boolean),
        Column(name: "dag", kind: .day),
      ]
      return "feiten"
    case 7:
      columns = [
        Column(name: "name", kind: .text, isLabelled: true),
        Column(name: "province", kind: .text, isLabelled: true),
        Column(name: "lon", kind: .number), Column(name: "since", kind: .day),
      ]
      return "(municipalities | take 40 | select municipality, name, province, lon, since)"
    default:
      columns = [
        Column(name: "phase", kind: .integer, role: .key),
        Column(name: "line", kind: .integer, role: .key),
        Column(name: "since", kind: .integer), Column(name: "title", kind: .text, isLabelled: true),
      ]
      return "(phases | select programme, phase, line, since, title)"
    }
  }
}
