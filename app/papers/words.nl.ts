/** What the page with the protocols on paper says. */
export const nl = {
  title: 'Protocollen',
  lead: 'Op papier, met de nummers en tijden van elke corporatie.',
  corporation: 'Corporatie',
  pages: 'Bladzijden',
  madeAt: 'Gemaakt',
  kept: 'Op deze computer',
  isKept: 'Ja',
  isNotKept: 'Nog niet',
  keptAt: 'Bewaard op deze computer, ook als de server weg is. Bijgewerkt',
  notKept: 'Nog niet op deze computer bewaard. Dat gaat vanzelf, zolang de wachtrij open is.',
  cannotKeep: 'Deze browser kan ze niet bewaren. Druk ze af, of gebruik een andere browser.',
  none: 'Nog geen protocollen',
  noneText: 'Ze komen hier vanzelf, binnen een minuut nadat een corporatie bij deze meldkamer hoort.',
  withoutServer: 'Openen zonder server',
}
