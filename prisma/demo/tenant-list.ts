import { addDays, yearsBefore } from '#app/time/clock.ts'

const lastNames = [
  'Jansen',
  'Vries',
  'Berg',
  'Bakker',
  'Dijk',
  'Visser',
  'Smit',
  'Meijer',
  'Boer',
  'Mulder',
  'Groot',
  'Bos',
  'Kuipers',
  'Peters',
  'Hendriks',
  'Dekker',
  'Brouwer',
  'Wit',
  'Dijkstra',
  'Linden',
  'Jacobs',
  'Vermeulen',
  'Heuvel',
  'Schouten',
  'Willems',
  'Hoekstra',
  'Verhoeven',
  'Koster',
  'Prins',
  'Blom',
  'Huisman',
  'Yılmaz',
  'El Idrissi',
  'Kowalska',
  'Santos',
  'Nguyễn',
  'Daniëls',
  'Brüggen',
]
const infixes = ['', '', '', '', 'van', 'de', 'van de', 'van der', 'van den', 'ter', "in 't"]
const streets = [
  'Molenweg',
  'Kerkstraat',
  'Lindenlaan',
  'Dorpsstraat',
  'Prins Bernhardlaan',
  'Korenbloemhof',
  'Van Goghlaan',
  'Burgemeester van Rijnstraat',
]
const cities = [
  ['Oosterhout', '49'],
  ['Etten-Leur', '48'],
  ['Zevenbergen', '47'],
] as const
const letters = 'ABCDEFGHJKLMNPRSTVWXZ'

const header = [
  'Huurdernr',
  'Aanhef',
  'Voorletters',
  'Voorvoegsel',
  'Achternaam',
  'Geb.datum',
  'Straat',
  'Huisnr',
  'Postcode',
  'Plaats',
  'VHE-nummer',
  'Complex',
  'Tel. vast',
  'Mobiel',
  'E-mail',
  'Ingangsdatum',
  'Saldo achterstand',
  'Laatste achterstand',
  'Overlast gemeld',
  'Aantal bewoners',
  'Niet bellen',
]

/** A list as a corporation's own system writes it, of made-up people: the same number and day give the same bytes. */
export function demoTenantList(rows: number, today: string): string {
  const random = repeatable(7)
  const lines = Array.from({ length: rows }, (_, index) => tenantRow(index, today, random).join(';'))
  return `${[header.join(';'), ...lines].join('\r\n')}\r\n`
}

type Random = {
  chance(share: number): boolean
  pick<T>(from: readonly T[] | string): T
  between(low: number, high: number): number
  digits(count: number): string
}

function tenantRow(index: number, today: string, random: Random): string[] {
  const { chance, pick, between, digits } = random
  const isOld = chance(0.12)
  const age = isOld ? between(80, 99) : between(20, 79)
  const isWoman = chance(isOld ? 0.65 : 0.5)
  const last = pick<string>(lastNames)
  const [city, area] = pick(cities)
  const since = isOld ? between(2_000, 15_000) : chance(0.06) ? between(3, 85) : between(100, 9_000)
  const owes = chance(0.06)
  const street = pick<string>(streets)
  return [
    `H${String(100_001 + index)}`,
    isWoman ? 'Mevr.' : 'Dhr.',
    `${pick<string>(letters)}.${chance(0.4) ? `${pick<string>(letters)}.` : ''}`,
    pick<string>(infixes),
    last,
    dutch(addDays(yearsBefore(today, age), -between(0, 360))),
    street,
    String(between(1, 180)),
    `${area}${String(between(0, 99)).padStart(2, '0')} ${pick<string>(letters)}${pick<string>(letters)}`,
    city,
    `VHE${String(500_001 + index)}`,
    `C${String(1 + streets.indexOf(street)).padStart(3, '0')}`,
    isOld || chance(0.2) ? `0162-${between(2, 7)}${digits(5)}` : '',
    chance(isOld ? 0.4 : 0.92) ? `06-${between(1, 5)}${digits(7)}` : '',
    chance(isOld ? 0.35 : 0.88)
      ? `${last
          .normalize('NFD')
          .replace(/[^a-z]/gi, '')
          .toLowerCase()}${index}@example.nl`
      : '',
    dutch(addDays(today, -since)),
    owes ? `${between(20, 2_400)},${digits(2)}` : '',
    owes ? dutch(addDays(today, -between(0, 60))) : '',
    chance(0.03) ? dutch(addDays(today, -between(1, 700))) : '',
    String(isOld ? between(1, 2) : between(1, 5)),
    chance(0.01) ? 'J' : 'N',
  ]
}

const dutch = (date: string) => `${date.slice(8)}-${date.slice(5, 7)}-${date.slice(0, 4)}`

/** Mulberry32: small, and the same again for the same seed. */
function repeatable(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    between,
    chance: (share) => next() < share,
    pick: <T>(from: readonly T[] | string) => from[Math.floor(next() * from.length)] as T,
    digits: (count) => Array.from({ length: count }, () => between(0, 9)).join(''),
  }
}
