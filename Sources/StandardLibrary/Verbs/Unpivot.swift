import Columnar
import Planning
import QuerySyntax

extension Verb {
  /// Columns become rows.
  static let unpivot = Verb(
    "unpivot", items: .columns, clauses: [ClauseSignature("as", "KEY, VALUE", .values)],
    UnitDocumentation(
      "unpivot COLUMN, COLUMN..COLUMN as KEY, VALUE",
      "Makes a row of each of the named columns: one new column names it, the other has its value.",
      details: [
        "The new key is an integer when all names are whole numbers, a period when all are "
          + "periods, else a text that shows the labels; called `year` or `period` it is the time.",
        "Unit and kind are kept when all columns share them. Missing cells keep their reason.",
      ],
      examples: [
        "population | select municipality, year, inhabitants | pivot inhabitants by year "
          + "| unpivot 2020..2023 as year, inhabitants | take 4"
      ])
  ) { call, planner in
    guard !call.items.isEmpty else {
      _ = planner.single([], of: call, "columns")
      return nil
    }
    let columns = planner.columns(call.items, in: call.schema)
    guard let names = Unpivoting.names(call, &planner), !columns.isEmpty else { return nil }
    guard let value = Unpivoting.value(named: names.value, columns, call, &planner) else {
      return nil
    }
    let (key, keys) = Unpivoting.key(named: names.key, columns, call.schema)
    let kept = call.schema.fields.indices.filter { !columns.contains($0) }
    for name in [names.key, names.value] {
      guard kept.allSatisfy({ call.schema.fields[$0].name != name }) else {
        planner.report(
          "name-twice", "the table has a column `\(name)` already", at: call.stage.range,
          label: "choose another name after `as`")
        return nil
      }
    }
    var schema = call.input.keeping(kept).schema
    for index in schema.fields.indices where schema.fields[index].role == .measure {
      // It is repeated for every new row: adding it up would count it more than once.
      schema.fields[index].role = .attribute(
        of: schema.fields.filter { $0.role == .key }.map(\.name))
    }
    schema.fields += [key, value]
    return LogicalPlan(
      .transform(
        call.input, UnpivotRows(kept: kept, columns: columns, keys: keys, type: value.type)),
      schema: schema, fixed: call.input.fixed.intersection(schema.names),
      timeFiltered: call.input.timeFiltered)
  }
}

/// The new columns of `unpivot`.
enum Unpivoting {
  /// The two names after `as`.
  static func names(_ call: VerbCall, _ planner: inout Planner) -> (key: String, value: String)? {
    var names: [String] = []
    for item in call.clause("as") ?? [] {
      guard case .name(let name) = item.value, item.of == nil else {
        planner.report("expected-name", "a new name is expected here", at: item.range)
        return nil
      }
      names.append(name.text)
    }
    guard names.count == 2, names[0] != names[1] else {
      planner.report(
        names.count == 2 ? "name-twice" : "missing-item",
        "`unpivot` needs a name for the new key and one for the values",
        at: call.clauseRange("as") ?? call.stage.range, label: "add `as year, value`")
      return nil
    }
    return (names[0], names[1])
  }

  /// The field of the values: what all columns share.
  static func value(
    named name: String, _ columns: [Int], _ call: VerbCall, _ planner: inout Planner
  ) -> Field? {
    let fields = columns.map { call.schema.fields[$0] }
    guard let first = fields.first else { return nil }
    var field = Field(name, first.type)
    for other in fields.dropFirst() where other.type != field.type {
      guard other.type.isNumeric, field.type.isNumeric else {
        planner.report(
          "type-clash",
          "`\(first.name)` is \(first.type.phrase) and `\(other.name)` \(other.type.phrase): one "
            + "column holds one type", at: call.stage.range,
          label: "name columns of one type", notes: ["or convert one first, as with `text(…)`"])
        return nil
      }
      field.type = .number
    }
    guard fields.allSatisfy({ $0.role == .measure }) else {
      if fields.allSatisfy({ $0.entity === first.entity }) { field.entity = first.entity }
      return field
    }
    field.role = .measure
    let isAlike = fields.allSatisfy {
      $0.measure?.kind == first.measure?.kind && $0.unit == first.unit
    }
    field.measure = Measure(isAlike ? first.measure?.kind ?? .undeclared : .mixed)
    if isAlike {
      field.unit = first.unit
      if fields.allSatisfy({ $0.measure == first.measure }) { field.measure = first.measure }
    }
    let decimals = fields.compactMap(\.decimals)
    field.decimals = decimals.count == fields.count ? decimals.max() : nil
    return field
  }

  /// The field of the names, and the value of each column.
  static func key(named name: String, _ columns: [Int], _ schema: Schema) -> (Field, [Value]) {
    let names = columns.map { schema.fields[$0].name }
    let numbers = names.compactMap { text in Int64(text).flatMap { String($0) == text ? $0 : nil } }
    let periods = names.compactMap { PeriodParser.parse($0) }
    var values = names.map { Value.text($0) }
    if numbers.count == names.count {
      values = numbers.map { .integer($0) }
    } else if periods.count == names.count {
      values = periods.map { .period($0) }
    }
    let type = values.first?.type ?? .text
    let isTime =
      type != .text && schema.time == nil && TimeNames.contains(name)
    var field = Field(name, type, role: isTime ? .time : .key)
    let labels = columns.map { (code: schema.fields[$0].name, label: schema.fields[$0].heading) }
    if type == .text, labels.contains(where: { $0.code != $0.label }) {
      field.entity = Entity(name: "column", labels: labels)
    }
    if type == .text { field.domain = field.entity == nil ? ValueDomain { names } : nil }
    return (field, values)
  }
}

/// Makes rows of columns: row by row, the columns in their order.
struct UnpivotRows: TableTransform {
  let kept: [Int]
  let columns: [Int]
  let keys: [Value]
  let type: DataType
  let summary = "unpivot"
  func estimatedRows(_ input: Double) -> Double? { input * Double(columns.count) }

  func narrowed(to wanted: Set<Int>, of input: Schema) -> NarrowedStep<any TableTransform>? {
    let passed = kept.indices.filter { wanted.contains($0) }
    let used = KeptColumns(Set(passed.map { kept[$0] } + columns))
    let rows = UnpivotRows(
      kept: passed.map { used.place(of: kept[$0]) }, columns: columns.map(used.place), keys: keys,
      type: type)
    return NarrowedStep(
      rows, inputs: [used], outputs: KeptColumns(Set(passed + [kept.count, kept.count + 1])))
  }

  func apply(_ input: Table, _ run: TransformRun) -> Batch {
    let width = columns.count
    let repeated = (0..<(input.count * width)).map { $0 / width }
    let places = repeated.indices.map { ($0 % width) * input.count + $0 / width }
    var names = ColumnBuilder(keys.first?.type ?? .text)
    for key in keys { names.append(key) }
    let values = Column.concatenate(columns.map { input.columns[$0] }, type: type)
    var result = kept.map { input.columns[$0].gather(repeated) }
    result.append(names.finish().gather(repeated.indices.map { $0 % width }))
    result.append(values.gather(places))
    return Batch(columns: result, count: repeated.count)
  }
}
