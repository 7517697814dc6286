import { contactWords } from '#app/contacts/contact-words.ts'
import { waitOf } from '#app/contacts/figures.ts'
import { placeLine } from '#app/tenants/addressee.ts'
import { writtenName } from '#app/tenants/names.ts'
import { dateIn, timeIn } from '#app/time/clock.ts'
import type { Language } from '#app/ui/language.tsx'
import { wasDanger } from './for-office.ts'
import type { NightContact } from './night-contacts.server.ts'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

type Reader = { language: Language; zone: string; now: Date }

/** A head and a row for each contact, in the reader's language. */
export function nightCsv(contacts: readonly NightContact[], reader: Reader): string[][] {
  const { csv } = { nl, en }[reader.language]
  return [csv.head, ...contacts.map((contact) => rowOf(contact, reader))]
}

function rowOf(contact: NightContact, { language, zone, now }: Reader): string[] {
  const { all, csv } = { nl, en }[language]
  const { kinds, endings, states, agreements, channels } = contactWords[language]
  const { kind, outcome, agreed, tenant, address, phone, isHidden, isAnonymous } = contact
  const wait = waitOf(contact, now)
  return [
    dateIn(zone, contact.arrivedAt),
    timeIn(zone, contact.arrivedAt),
    contact.line,
    channels[contact.channel],
    kind ? kinds[kind] : '',
    wasDanger(contact) ? csv.yes : '',
    contact.state === 'closed' && outcome ? endings[outcome] : states[contact.state],
    agreed ? agreements[agreed] : '',
    tenant ? writtenName(tenant, language) : isAnonymous ? all.anonymous : '',
    address ? placeLine(address) : '',
    isHidden ? all.hidden : isAnonymous ? '' : (phone ?? ''),
    contact.by ?? '',
    wait === null ? '' : String(Math.round(wait / 1000)),
    contact.acknowledgedBy ?? '',
  ]
}
