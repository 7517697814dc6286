export const nl = {
  draft: {
    saved: (time: string) => `concept bewaard ${time}`,
    saving: 'bewaren',
    nothingTyped: 'wat u typt, wordt vanzelf bewaard',
    offline: 'wordt bewaard zodra er weer verbinding is',
    notSaved: 'nog niet bewaard',
    neverSaved: 'niet bewaard',
    savedUntil: (time: string) => `bewaard tot ${time}`,
    toChoose: 'wordt bewaard zodra u kiest',
  },
  twoTexts: {
    title: 'Dit is ook op een ander scherm getypt.',
    lead: 'Er is niets weg: kies wat blijft.',
    own: 'Uw tekst op dit scherm',
    other: 'De andere tekst',
    none: 'Geen tekst, alleen keuzes.',
    keepOwn: 'Deze tekst houden',
    keepOther: 'De andere tekst houden',
    keepBoth: 'Allebei, onder elkaar',
  },
  connection: {
    offline: 'Geen verbinding. Wat u typte, staat nog op dit scherm. Wij proberen het steeds opnieuw.',
    signedOut: 'U bent uitgelogd. Wat u typte, staat nog op dit scherm. Log in op een nieuw tabblad en kom hier terug.',
    signIn: 'Inloggen in een nieuw tabblad',
    broken: 'Bewaren lukt nog niet. Wij proberen het steeds opnieuw. Wat u typte, staat nog op dit scherm.',
    sending: 'Opslaan lukt nog niet. Wij proberen het opnieuw. Laat dit scherm open staan.',
    tryNow: 'Nu proberen',
  },
  /** Why nothing can be saved any more. */
  ended: {
    'access-ended': 'Uw toegang is gestopt.',
    'no-right': 'Uw rol is veranderd.',
    kept: (time: string) => `Wat om ${time} bewaard was, is bij uw collega’s.`,
    keptByYou: (time: string) => `Wat om ${time} bewaard was, blijft bewaard.`,
    rest: 'Wat u nu typt, kan niet meer worden verstuurd. Kopieer uw tekst en geef die aan de coördinator.',
    copy: 'Tekst kopiëren',
  },
}
