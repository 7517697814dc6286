export const nl = {
  draft: {
    saved: (time: string) => `concept bewaard ${time}`,
    saving: 'bewaren',
    nothingTyped: 'wat u typt, wordt vanzelf bewaard',
    notSaved: 'wordt bewaard zodra er weer verbinding is',
  },
  connection: {
    offline: 'Geen verbinding. Wat u typte, staat nog op dit scherm. Wij proberen het steeds opnieuw.',
    signedOut: 'U bent uitgelogd. Wat u typte, staat nog op dit scherm. Log in op een nieuw tabblad en kom hier terug.',
    signIn: 'Inloggen in een nieuw tabblad',
    sending: 'Opslaan lukt nog niet. Wij proberen het opnieuw. Laat dit scherm open staan.',
    tryNow: 'Nu proberen',
  },
}
