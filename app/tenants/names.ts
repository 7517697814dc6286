/** What a list says of a name. Sex is M, V or X, or null when it does not say. No other file puts a name together. */
export type PersonName = {
  sex: string | null
  initials?: string | null
  firstName?: string | null
  infix: string | null
  lastName: string
}

/** Where a home stands. */
export type Address = {
  street: string | null
  houseNumber: string | null
  addition: string | null
  postcode: string | null
  city: string | null
}

const addresses = {
  nl: { M: 'meneer', V: 'mevrouw', letterM: 'De heer', letterV: 'Mevrouw' },
  en: { M: 'Mr', V: 'Ms', letterM: 'Mr', letterV: 'Ms' },
} as const
export type NameLanguage = keyof typeof addresses

/** "Van der Kuipers": an infix that opens a name has a capital. */
export function surname({ infix, lastName }: PersonName): string {
  return infix ? `${capital(infix)} ${lastName}` : lastName
}

/** How to say it: "mevrouw Van der Kuipers". Without a known sex the first name or initials stand before the name. */
export function spokenName(person: PersonName, language: NameLanguage = 'nl'): string {
  const title = titleOf(person.sex, addresses[language].M, addresses[language].V)
  return title ? `${title} ${surname(person)}` : fullName(person)
}

/** How to head a screen: "Mevrouw Van der Kuipers". */
export const headingName = (person: PersonName, language: NameLanguage = 'nl') => capital(spokenName(person, language))

/** How a list writes it, among others of that name: "Meneer A. van der Kuipers". */
export function writtenName(person: PersonName, language: NameLanguage = 'nl'): string {
  const title = titleOf(person.sex, addresses[language].M, addresses[language].V)
  return title ? `${capital(title)} ${fullName(person)}` : fullName(person)
}

/** How to write it on an envelope, and nowhere else: "De heer A. van der Kuipers". */
export function letterName(person: PersonName, language: NameLanguage = 'nl'): string {
  const title = titleOf(person.sex, addresses[language].letterM, addresses[language].letterV)
  return title ? `${title} ${fullName(person)}` : fullName(person)
}

function fullName(person: PersonName): string {
  const given = person.initials ?? person.firstName
  return given ? [given, person.infix, person.lastName].filter(Boolean).join(' ') : surname(person)
}

/** "Molenweg 12 A" */
export function streetLine(home: Pick<Address, 'street' | 'houseNumber' | 'addition'>): string {
  return [home.street, home.houseNumber, home.addition].filter(Boolean).join(' ')
}

function titleOf<Title>(sex: string | null, forMan: Title, forWoman: Title): Title | null {
  if (sex === 'M') return forMan
  return sex === 'V' ? forWoman : null
}

// "'t Zand" and "in 't Veld" keep the apostrophe small and raise the first letter that is one.
function capital(text: string) {
  return text.startsWith("'") ? text : text.charAt(0).toLocaleUpperCase('nl') + text.slice(1)
}
