import type { DeskRole, Role } from './roles.ts'

const roles: Record<Role | DeskRole, string> = {
  administrator: 'Beheerder',
  coordinator: 'Coördinator',
  caller: 'Beller',
  reader: 'Meelezer',
  'contact-person': 'Contactpersoon van de meldkamer',
  'desk-administrator': 'Beheerder van de meldkamer',
  supervisor: 'Dienstleider',
  operator: 'Centralist',
}
const refusals: Record<string, string> = {
  required: 'Vul dit in.',
  'email-required': 'Vul uw e-mailadres in.',
  'password-required': 'Vul uw wachtwoord in.',
  email: 'Dit is geen e-mailadres.',
  role: 'Kies een rol.',
  'too-short': 'Kies een wachtwoord van minstens 12 tekens. Een zin van vier woorden is goed te onthouden.',
  'too-long': 'Dit is te lang.',
  bsn: 'Haal het burgerservicenummer weg. Dat mogen wij niet bewaren.',
  'too-common': 'Dit wachtwoord is te makkelijk te raden. Neem vier woorden die niets met elkaar te maken hebben.',
  'own-words':
    'Gebruik niet de naam van uw corporatie of een woord als beller of beheerder. Neem vier woorden die niets met elkaar te maken hebben.',
  wrong: 'E-mailadres of wachtwoord klopt niet.',
  'wrong-password': 'Dit is niet uw wachtwoord van nu.',
  'too-many-tries': 'Er is te vaak geprobeerd. Wacht een minuut en probeer het dan opnieuw.',
  crowded: 'Er willen nu veel mensen tegelijk inloggen. Wacht een paar tellen en probeer het nog eens.',
  'no-corporation': 'Uw account hoort nu bij geen enkele corporatie. Vraag uw beheerder u uit te nodigen.',
  'already-member': 'Deze collega heeft al toegang.',
  'last-administrator': 'Dit is de laatste beheerder. Maak eerst een collega beheerder.',
  extension: 'Gebruik alleen cijfers en letters, hooguit twintig.',
  'extension-taken': 'Dit toestel heeft al iemand anders van de meldkamer.',
  'not-found': 'Deze collega is niet gevonden.',
  'works-elsewhere':
    'Deze collega werkt ook voor een andere corporatie of een meldkamer. Alleen wie Rondbel installeerde, kan een ander wachtwoord geven.',
}

export const nl = {
  roles,
  refusals,
  signIn: {
    title: 'Inloggen',
    email: 'E-mailadres',
    password: 'Wachtwoord',
    submit: 'Inloggen',
    help: 'Wachtwoord kwijt? Uw beheerder kan u een link geven om een nieuw te kiezen.',
    over: {
      lapsed:
        'U was een tijd weg. Daarom bent u uitgelogd. Log weer in, dan gaat u verder waar u was. Wat u had getypt, is bewaard.',
      'access-ended': 'Uw toegang is gestopt. Klopt dat niet? Vraag het uw beheerder.',
    },
    elsewhere: 'Dit is niet het adres van Rondbel; inloggen lukt hier niet. Ga naar',
    shared: 'Dit is een gedeelde computer',
    sharedHint: 'U wordt uitgelogd als u een half uur niets doet, of als u de browser sluit.',
  },
  frame: {
    search: 'Zoek op naam, nummer of postcode',
    searchHomes: 'Zij bellen terug: zoek op naam, nummer of adres',
    signOut: 'Uitloggen',
    language: 'English',
    theme: 'Licht of donker scherm',
    themes: { light: 'Licht', dark: 'Donker', system: 'Zoals mijn apparaat' },
    ownAccount: 'Mijn account',
    settings: 'Instellingen',
    switchTo: (corporation: string) => `Werken voor ${corporation}`,
    signedOut: 'U bent uitgelogd. Log in op een nieuw tabblad en kom hier terug. Wat u typte, staat nog op dit scherm.',
    accessEnded: 'Uw toegang is gestopt.',
    connectionLost: 'Geen verbinding met Rondbel. Wij proberen het opnieuw. Wat u typt, blijft bewaard op dit scherm.',
  },
  error: {
    notFoundTitle: 'Deze bladzijde is er niet',
    notFound: 'De link is oud, of dit hoort bij een andere corporatie.',
    forbiddenTitle: 'Dit mag u niet zien',
    forbidden:
      'Uw rol geeft hier geen toegang toe, of u werkt nu voor een ander. Bovenaan kunt u kiezen voor wie u werkt. Lukt het niet, vraag het dan uw beheerder.',
    awayTitle: 'Even wachten',
    away: 'Rondbel is er zo weer. U hoeft niets te doen: deze bladzijde opent vanzelf. Wat u had opgeslagen, is bewaard.',
    brokenTitle: 'Er ging iets mis bij ons',
    broken: 'Probeer het nog eens. Wat u had getypt en opgeslagen, is bewaard.',
    reference: (id: string) => `Meld dit nummer als het blijft gebeuren: ${id}`,
    home: 'Naar het begin',
    again: 'Opnieuw proberen',
  },
}
