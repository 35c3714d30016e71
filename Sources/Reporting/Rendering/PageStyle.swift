import Graphics

/// The style sheet of a page: colours of the figures' palettes, room for phones, paper and dark
/// screens.
package enum PageStyle {
  /// The rules, those of figures included.
  package static let css: String = colours + text + tables + parts + media + FigureStyle.css

  private static let colours = """
    :root { color-scheme: light dark; \(variables(.light)) }
    @media screen and (prefers-color-scheme: dark) { :root { \(variables(.dark)) } }

    """

  private static func variables(_ palette: Palette) -> String {
    "--papier: \(palette.paper.hex); --inkt: \(palette.ink.hex); --zacht: \(palette.soft.hex); "
      + "--lijn: \(palette.rule.hex); --kern: \(palette.series[0].hex); "
      + "--vlak: \(palette.missing.hex);"
  }

  private static let text = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0; background: var(--papier); color: var(--inkt); font: 16px/1.6 \(font); }
    main { max-width: 720px; margin: 0 auto; padding: 32px 20px; overflow-wrap: break-word; }
    main:focus { outline: none; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.3; margin: 32px 0 8px; }
    h1 { font-size: 28px; margin: 0 0 8px; }
    h2 { font-size: 20px; }
    h3 { font-size: 17px; }
    h4, h5, h6 { font-size: 16px; }
    p, ul, ol, pre, blockquote { margin: 0 0 16px; }
    li { margin: 4px 0; }
    li > p { margin-bottom: 8px; }
    a { color: var(--kern); text-underline-offset: 2px; }
    a:focus-visible, summary:focus-visible, [tabindex]:focus-visible {
      outline: 3px solid var(--kern); outline-offset: 2px;
    }
    hr { border: 0; border-top: 1px solid var(--lijn); margin: 24px 0; }
    blockquote { padding-left: 16px; border-left: 4px solid var(--lijn); color: var(--zacht); }
    code, pre { font: 14px/1.5 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; }
    code { background: var(--vlak); padding: 1px 4px; }
    pre { background: var(--vlak); padding: 12px 16px; white-space: pre-wrap;
      overflow-wrap: anywhere; }
    pre code { padding: 0; }
    img { max-width: 100%; height: auto; }

    """

  private static let tables = """
    .tabel { overflow-x: auto; margin: 0 0 24px; }
    table { border-collapse: collapse; font-size: 15px; line-height: 1.45;
      min-width: min(100%, 480px); }
    caption { text-align: left; font-weight: 600; padding-bottom: 8px; }
    th, td { padding: 6px 20px 6px 0; border-bottom: 1px solid var(--lijn); text-align: left;
      vertical-align: top; font-weight: 400; }
    th:last-child, td:last-child { padding-right: 4px; }
    thead th { font-weight: 600; vertical-align: bottom; }
    .unit { font-weight: 400; color: var(--zacht); }
    .num { text-align: right; font-variant-numeric: tabular-nums; }
    td.num, .dag { white-space: nowrap; }
    .midden { text-align: center; }
    .missing, p.note { color: var(--zacht); }
    p.note { font-size: 14px; margin: 8px 0 0; }
    abbr[title] { text-decoration: none; }
    .feiten { min-width: 0; }
    .feiten th, .feiten td { border: 0; padding-top: 2px; padding-bottom: 2px; }
    .feiten th { color: var(--zacht); white-space: nowrap; }

    """

  private static let parts = """
    .naar-inhoud { position: absolute; left: 8px; top: -80px; padding: 8px 16px; z-index: 1;
      background: var(--inkt); color: var(--papier); }
    .naar-inhoud:focus { top: 8px; }
    .editie { font-size: 14px; font-weight: 600; color: var(--zacht); margin: 0 0 4px; }
    .bron { font-size: 14px; color: var(--zacht); margin: 4px 0 24px; }
    .onder { font-size: 18px; color: var(--zacht); margin: 0 0 24px; }
    figure { margin: 24px -20px; }
    details { margin: 8px 20px 0; }
    summary { cursor: pointer; font-weight: 600; padding: 6px 0; }
    details .tabel { margin-top: 8px; }
    sup { line-height: 0; }
    .noten { border-top: 1px solid var(--lijn); margin-top: 40px; font-size: 15px; }
    .noten h2 { font-size: 17px; margin-top: 16px; }
    .voet { max-width: 720px; margin: 0 auto; padding: 0 20px 32px; font-size: 14px;
      color: var(--zacht); }
    .voet p { border-top: 1px solid var(--lijn); padding-top: 16px; margin: 0; }

    """

  private static let media = """
    @media screen and (max-width: 560px) {
      main { padding-top: 20px; }
      h1 { font-size: 24px; }
      .feiten th { white-space: normal; }
      .tabel table { min-width: 100%; }
      .tabel th, .tabel td { padding-right: 12px; }
      .kaarten table, .kaarten caption, .kaarten tbody, .kaarten tr, .kaarten tbody th,
      .kaarten td { display: block; }
      .kaarten thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
        clip-path: inset(50%); white-space: nowrap; }
      .kaarten tr { padding: 8px 0; border-bottom: 1px solid var(--lijn); }
      .kaarten tbody th, .kaarten td { padding: 1px 0; border: 0; text-align: left;
        white-space: normal; }
      .kaarten tbody th { font-weight: 600; }
      .kaarten tbody [data-kop]::before { content: attr(data-kop) ": "; color: var(--zacht);
        font-weight: 400; }
      .kaarten td:empty { display: none; }
    }
    @media screen and (min-width: 900px) {
      .ruim { margin-right: calc(-1 * min(280px, 50vw - 400px)); }
    }
    @page { size: A4; margin: 18mm 18mm 20mm;
      @bottom-right { content: counter(page); font: 8pt \(font); color: \(Palette.light.soft.hex); }
    }
    @media print {
      body { font-size: 10.5pt; }
      main, .voet { max-width: none; padding-left: 0; padding-right: 0; }
      figure { margin-left: -4.4mm; margin-right: 0; }
      details { margin-left: 4.4mm; margin-right: 0; }
      .naar-inhoud, [role="doc-backlink"] { display: none; }
      a { color: inherit; }
      .tabel { overflow: visible; }
      table { font-size: 9pt; min-width: 0; }
      .klein table { width: 55%; }
      th, td { padding: 3pt 8pt 3pt 0; }
      td { hyphens: auto; hyphenate-limit-chars: 14 5 5; }
      .breed table { font-size: 8pt; }
      .breed th, .breed td { overflow-wrap: anywhere; padding-right: 5pt; }
      p.note, .bron { font-size: 9pt; }
      h1, h2, h3, h4, summary, caption, thead { break-after: avoid; }
      table, tr, pre { break-inside: avoid; }
      .lang table { break-inside: auto; }
      details .lang table { font-size: 7.5pt; }
      details .lang th, details .lang td { padding-top: 0.5pt; padding-bottom: 0.5pt; }
      details::details-content { content-visibility: visible; display: block; }
    }

    """

  private static let font = Theme.fontFamily.replacing("'", with: "\"")
}
