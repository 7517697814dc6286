import { describe, expect, test } from 'vitest'
import { usualOfficeHours } from '#app/corporations/office-hours.ts'
import { nextOfficeDay } from '#app/triage/next-office-day.ts'
import { type Facts, readBack } from '#app/triage/read-back.ts'
import type { ShownVerdict } from '#app/triage/shown-run.ts'

const written = (text: string) => [{ kind: 'written' as const, text }]
const verdict: ShownVerdict = {
  class: 'urgent',
  hours: 2,
  rule: 3,
  raisedBy: [],
  holds: { class: 'urgent', hours: 2 },
  override: null,
  because: written('het water stopt niet'),
  say: written('Wij sturen nu een loodgieter.'),
  safety: [
    { text: written('Laat de hoofdkraan dicht.'), isRead: true },
    { text: written('Raak geen natte stekkers aan.'), isRead: true },
  ],
  worse: written('Bel meteen weer als er water bij de stroom komt.'),
  trades: ['plumber'],
  ringBackMinutes: null,
  isOwnAccount: false,
  costsAgreed: null,
  isConcept: true,
}
const facts: Facts = {
  place: 'Molenweg 12, Oosterhout',
  about: 'Lekkage',
  answers: [
    { ask: written('Is het water nu gestopt?'), answer: 'no' },
    { ask: written('Hangt het plafond door?'), answer: 'unknown' },
  ],
  verdict,
  day: 'maandag 30 november',
}
const later: ShownVerdict = {
  ...verdict,
  class: 'working-day',
  hours: null,
  holds: { class: 'working-day', hours: null },
}

describe('what is read back', () => {
  test('says where, what they said, what happens and why, what to do until then and when to ring again', () => {
    expect(readBack(facts, 'nl').split('\n')).toEqual([
      'Ik vat het samen. Het gaat om: Lekkage, Molenweg 12, Oosterhout.',
      'U zei: Is het water nu gestopt? Nee. Hangt het plafond door? Dat weet ik niet.',
      'Dit is spoed, want het water stopt niet. Wij zorgen dat er binnen 2 uur iemand is.',
      'Tot die tijd: Laat de hoofdkraan dicht. Raak geen natte stekkers aan.',
      'Bel meteen weer als er water bij de stroom komt.',
      'Klopt dit?',
    ])
  })

  test('stands around the same words of the protocol in English', () => {
    const text = readBack({ ...facts, about: 'Leak' }, 'en')
    expect(text).toContain('Let me sum up. It is about: Leak, Molenweg 12, Oosterhout.')
    expect(text).toContain(
      'This is urgent, because het water stopt niet. We see to it that somebody is there within 2 hours.',
    )
    expect(text).toContain('Until then:')
    expect(text).toContain('Is that right?')
  })

  test('names the day of who rings when it is not urgent', () => {
    expect(readBack({ ...facts, verdict: later }, 'nl')).toContain(
      'Dit is geen spoed, want het water stopt niet. De corporatie belt u op maandag 30 november.',
    )
    expect(readBack({ ...facts, verdict: later, day: null }, 'nl')).toContain('De corporatie belt u op een werkdag.')
    expect(readBack({ ...facts, verdict: later }, 'en')).toContain('The corporation rings you on maandag 30 november.')
  })

  test('says what the operator decided, and never the reason of the protocol for something else', () => {
    const override = { class: 'urgent', hours: 4, direction: 'up', reason: null, by: 'Yasmin', words: '' } as const
    const text = readBack({ ...facts, verdict: { ...later, holds: { class: 'urgent', hours: 4 }, override } }, 'nl')
    expect(text).toContain('Dit is spoed, want ik maak mij zorgen. Wij zorgen dat er binnen 4 uur iemand is.')
    expect(text).not.toContain('want het water stopt niet')
  })

  test('says who pays, and sends nobody to whoever does not agree', () => {
    const own = { ...verdict, isOwnAccount: true }
    expect(readBack({ ...facts, verdict: { ...own, costsAgreed: true } }, 'nl')).toContain(
      'u gaat akkoord met de kosten',
    )
    const declined = readBack({ ...facts, verdict: { ...own, costsAgreed: false } }, 'nl')
    expect(declined).toContain('U wilt het zelf regelen.')
    expect(declined).not.toContain('binnen 2 uur')
  })

  test('leaves open what the corporation has not filled in', () => {
    const because = [...written('u belt '), { kind: 'missing' as const, key: 'duty-officer' as const }]
    expect(readBack({ ...facts, place: null, verdict: { ...verdict, because } }, 'nl')).toContain('want u belt ….')
  })
})

describe('when the office opens next', () => {
  const at = (moment: string) => nextOfficeDay(usualOfficeHours, 'Europe/Amsterdam', new Date(moment))
  test.each([
    ['in the night before a working day', '2026-11-27T02:00:00+01:00', '2026-11-27'],
    ['while it is open, the day after', '2026-11-26T10:00:00+01:00', '2026-11-27'],
    ['over a weekend', '2026-11-27T18:00:00+01:00', '2026-11-30'],
    ['over Christmas and the weekend after it', '2026-12-24T20:00:00+01:00', '2026-12-28'],
  ])('%s', (_, moment, date) => expect(at(moment)).toBe(date))

  test('never, when it is closed on every day that it has', () => {
    const closedOn = Array.from({ length: 90 }, (_, day) =>
      new Date(Date.UTC(2026, 10, 27 + day)).toISOString().slice(0, 10),
    )
    expect(
      nextOfficeDay({ ...usualOfficeHours, closedOn }, 'Europe/Amsterdam', new Date('2026-11-27T12:00:00Z')),
    ).toBeNull()
  })
})
