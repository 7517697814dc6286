export const nl = {
  draft: {
    saved: (time: string) => `concept bewaard ${time}`,
    saving: 'bewaren',
    nothingTyped: 'wat u typt, wordt vanzelf bewaard',
    notSaved: 'wordt bewaard zodra er weer verbinding is',
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
    sending: 'Opslaan lukt nog niet. Wij proberen het opnieuw. Laat dit scherm open staan.',
    tryNow: 'Nu proberen',
  },
}
