/// Words of other languages and of Dutch, each with what is written here instead: for messages.
package enum ForeignWords {
  /// What stands for a word that was meant as a verb; nil for a word that is not known.
  package static func verb(_ word: String) -> String? { verbs[word.lowercased()] }

  /// What stands for a word that was meant as a clause or an operator; a clause only where it is
  /// one of those of the verb.
  package static func clause(_ word: String, among words: [String]) -> String? {
    guard let meant = clauses[word.lowercased()] else { return nil }
    let word = meant.dropFirst().dropLast()
    return word.allSatisfy(\.isLetter) && !words.contains(String(word)) ? nil : meant
  }

  /// What stands for a word that was meant as a function.
  package static func function(_ word: String) -> String? { functions[word.lowercased()] }

  /// What stands for a word that was meant as a value.
  package static func value(_ word: String) -> String? { values[word.lowercased()] }

  /// Everything that is proposed, sorted, for tests.
  package static var proposals: [String] {
    Set(verbs.values).union(clauses.values).union(functions.values).union(values.values).sorted()
  }

  private static func table(_ groups: [(String, String)]) -> [String: String] {
    var table: [String: String] = [:]
    for (proposal, words) in groups {
      for word in words.split(separator: " ") { table[String(word)] = proposal }
    }
    return table
  }

  private static let verbs = table([
    ("`where`", "filter filteren waar having subset query"),
    ("`derive`", "mutate transform with_columns extend add assign compute bereken transmute let"),
    ("`select`", "kies selecteer columns project"),
    ("`sort`, and `sort -x` for descending", "order order_by orderby arrange sorteer sort_values"),
    ("`take`", "limit head slice neem"),
    ("`by` behind an aggregate, as in `sum value by theme`", "group_by groupby group groepeer"),
    ("`mean`", "avg average gemiddelde gem"), ("`sum`", "som totaal total"),
    ("`count`", "aantal tel tally size"), ("`median`", "mediaan"), ("`max`", "maximum"),
    ("`min`", "minimum"), ("`sd`", "std stddev stdev"), ("`variance`", "var"),
    (
      "`join`, with `kind` for which rows stay",
      "merge left_join inner_join full_join anti_join semi_join lookup koppel left right inner "
        + "full outer cross"
    ),
    ("`append`", "union union_all concat bind_rows rbind stack"),
    ("`pivot`", "pivot_wider spread dcast crosstab draaitabel"),
    ("`unpivot`", "melt pivot_longer gather"),
    ("`distinct`", "unique uniek dedup drop_duplicates"),
    ("`describe`", "schema info str glimpse"), ("`profile`", "summary"),
    ("`save`", "export write write_csv to_csv opslaan"),
    ("`yoy`, or `derive g = growth(x)`", "growth pct_change groei change"),
    ("`share`", "percentage pct aandeel"), ("`rename`", "hernoem alias"),
    ("`drop`", "remove delete verwijder"), ("`sample`", "sample_n"),
    ("nothing: the result of a pipeline is shown", "print show display toon collect"),
  ])

  private static let clauses = table([
    ("`by`", "per bij naar group groupby group_by"),
    ("`sort -x` for descending", "desc descending asc ascending aflopend oplopend"),
    ("`matches(x, \"PATTERN\")`, or `contains`, `starts_with`, `ends_with`", "like ilike regexp"),
    ("`x in a..b`", "between tussen"), ("`new = old`", "as"), ("`on`", "using"),
    ("`kind`", "how"), ("`as`", "into names names_to to"), ("`delimiter`", "sep separator delim"),
    ("`if C then A else B`", "when"),
    ("`contains(x, \"TEXT\")`", "contains bevat"),
    ("`starts_with(x, \"TEXT\")`", "starts_with startswith"),
    ("`ends_with(x, \"TEXT\")`", "ends_with endswith"),
    ("`sort`, a stage of its own behind a `|`", "order orderby order_by"),
    ("`where`, a stage of its own behind a `|`", "having"),
    ("`take`, a stage of its own behind a `|`", "limit"),
  ])

  private static let functions = table([
    ("`mean`", "avg average gemiddelde"), ("`sum`", "som"), ("`count`", "aantal n"),
    ("`x ?? 0` for a value in its place", "coalesce ifnull nvl fillna"),
    ("`x is missing`", "isnull is_null isna is_na"),
    ("`++`, which joins texts", "concat paste"), ("`length`", "len strlen nchar"),
    ("`extract(x, \"PATTERN\")`", "substr substring left right mid"),
    ("`if C then A else B`", "if iif if_else ifelse"), ("`a and b`", "and"),
    ("`a or b`", "or"), ("`not a`", "not"), ("`sort -x`", "desc asc"), ("`case`", "case_when"),
    ("`number`", "cast to_number as_number float double getal"), ("`integer`", "int to_int"),
    ("`text`", "str string to_text to_string"), ("`x ^ y`", "pow power"),
    ("`growth`", "pct_change percent_change groei"), ("`prior`", "shift vorige"),
    ("`change`", "diff verschil"), ("`cumulative`", "cumsum"),
    ("`quantile`", "percentile percentiel"), ("`sd`", "std stddev stdev"),
    ("`variance`", "var"), ("`count_distinct`", "nunique n_distinct uniek"),
    ("`ceil`", "ceiling"), ("`ln`, or `log10`", "log"), ("`upper`", "ucase"),
    ("`lower`", "lcase"), ("`round`", "afronden rond"),
    ("a `param`: results are the same on every day", "now today getdate vandaag"),
  ])

  private static let values = table([
    ("`missing`", "null na none nan nil ontbreekt"), ("`true`", "true waar"),
    ("`false`", "false onwaar"),
  ])
}
