import { describe, expect, test } from 'vitest'
import type { CallerMatch } from '#app/callers/caller-match.ts'
import type { LoadedCaller } from '#app/callers/load-caller.server.ts'
import { CallerPanel } from '#app/callers/views/caller-panel.tsx'
import { nl } from '#app/callers/words.nl.ts'
import { asHtml } from '#tests/calls/as-html.tsx'

const home = {
  id: '019ac000-0000-7000-8000-00000000000a',
  street: 'Vismarkt',
  houseNumber: '12',
  addition: '2',
  postcode: '9711 AB',
  city: 'Groningen',
  complex: 'C001',
}
const aMatch = (nr: number, change: Partial<CallerMatch> = {}): CallerMatch => ({
  tenantId: `019ac000-0000-7000-8000-00000000000${nr}`,
  number: `H${nr}`,
  sex: 'V',
  initials: 'A.',
  firstName: null,
  infix: 'van der',
  lastName: `Kuipers${nr}`,
  birthOn: '1942-03-14',
  home,
  phones: [{ e164: '+31612345678', text: '06 12 34 56 78' }],
  language: 'nl',
  attention: '',
  wantsCalls: false,
  tenancyEnd: null,
  numberIs: 'own',
  hasDied: false,
  hasLeft: false,
  hasMoved: false,
  asksNotToBeRung: false,
  ...change,
})
const nobody: LoadedCaller = {
  recognition: { is: 'new' },
  query: '',
  found: null,
  chosen: null,
  home: null,
  isSettled: false,
  today: '2026-11-27',
  shown: [],
}
const warning = { id: 'w', kind: 'dog' as const, reason: 'Hond loopt los', from: '2026-11-01', until: '2027-02-01' }
const shown = (change: Partial<LoadedCaller>) =>
  asHtml(<CallerPanel caller={{ ...nobody, ...change }} action="/contacts/1/caller" roundAction="/contacts/1/round" />)

describe('who is calling', () => {
  test.each(['hidden', 'new'] as const)('of a caller who is %s it says so, and a search stands there', async (is) => {
    const html = await shown({ recognition: { is } })
    expect(html).toContain(nl.levels[is])
    expect(html).toContain('name="q"')
    expect(html).not.toContain('type="radio"')
  })

  test('two numbers of whom was ticked stand apart', async () => {
    const phones = [
      { e164: '+31612345678', text: '06 12 34 56 78' },
      { e164: '+31592345678', text: '0592 345 678' },
    ]
    const html = await shown({ recognition: null, chosen: aMatch(1, { phones }), isSettled: true })
    expect(html).toMatch(
      /<span class="[^"]*gap-x-4[^"]*"><a [^>]*tel:[^>]*>06 12 34 56 78<\/a><a [^>]*>0592 345 678<\/a><\/span>/,
    )
  })

  test.each(['certain', 'possible'] as const)('%s: each stands there to be ticked, and nobody is', async (is) => {
    const html = await shown({
      recognition: { is, people: [aMatch(1), aMatch(2, { numberIs: null })], more: 0 },
      home: { ...home, people: [], warnings: [warning], rounds: [] },
    })
    expect(html).toContain(nl.levels[is])
    expect(html.match(/type="radio"/g)).toHaveLength(2)
    expect(html).not.toContain(' checked=')
    expect(html).not.toMatch(/name="(tenantId|homeId)"/)
    expect(html).toContain('Mevrouw A. van der Kuipers1')
    expect(html).toContain('Geboren 14-03-1942')
    expect(html).toContain(nl.sameHome)
    expect(html).toContain('Hond loopt los')
    expect(html).toContain(nl.noName)
  })

  test('hard of hearing and another language stand with whoever it may be', async () => {
    const people = [aMatch(1, { attention: 'Slechthorend', language: 'tr' }), aMatch(2, { hasDied: true })]
    const html = await shown({ recognition: { is: 'possible', people, more: 3 } })
    expect(html).toContain('Slechthorend')
    expect(html).toContain(nl.speaks('Turks'))
    expect(html).toContain('Overleden')
    expect(html).toContain(nl.search.more('3'))
  })

  test('what was found stands beside what the number tells, no id twice', async () => {
    const html = await shown({
      recognition: { is: 'certain', people: [aMatch(1)], more: 0 },
      query: 'vismarkt 12',
      found: { people: [aMatch(1), aMatch(2)], more: 0, homes: [{ ...home, houseNumber: '14', addition: null }] },
    })
    expect(html).toContain('value="vismarkt 12"')
    expect(html).toContain(nl.emptyHome)
    expect(html).toContain(`value="home:${home.id}"`)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  test('nobody found says what to do', async () => {
    const html = await shown({ query: 'x', found: { people: [], more: 0, homes: [] } })
    expect(html).toContain(nl.search.none)
  })

  test('whom the operator ticked stands big with what to ask and what to know, and can be undone', async () => {
    const html = await shown({
      recognition: null,
      isSettled: true,
      chosen: aMatch(1, { attention: 'Slechthorend', language: 'tr' }),
      home: {
        ...home,
        people: [aMatch(1), aMatch(2)],
        warnings: [warning],
        rounds: [{ targetId: 't', campaignId: 'c', name: 'Belactie 80+', state: 'open', nextAt: null }],
      },
    })
    for (const text of [
      'Mevrouw Van der Kuipers1',
      'Slechthorend',
      'Spreekt Turks',
      'Hond loopt los',
      nl.undo,
      nl.round('Belactie 80+'),
    ])
      expect(html).toContain(text)
    expect(html).toContain('Mevrouw A. van der Kuipers2')
    expect(html).not.toContain('name="q"')
    expect(html).toContain('name="targetId" value="t"')
  })
})
