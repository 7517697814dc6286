import { describe, expect, test } from 'vitest'
import { type Answered, withAnswered } from '#app/contacts/answered.ts'
import type { ContactLoaded } from '#app/contacts/load-contact-page.server.ts'
import type { RunProgress, ShownRun, ShownVerdict } from '#app/triage/shown-run.ts'

const question = (id: string) => ({ id, ask: [], why: [] })
const verdict: ShownVerdict = {
  ...{ class: 'urgent', hours: 2, rule: 3, raisedBy: [], holds: { class: 'urgent', hours: 2 }, override: null },
  ...{ because: [], say: [], safety: [], worse: [], trades: [], ringBackMinutes: null },
  ...{ isOwnAccount: false, costsAgreed: null, isConcept: true },
}
const progress = (entryCount: number, more: Partial<RunProgress> = {}): RunProgress => ({
  ...{ id: 'one', entryCount, steps: [], asking: question('stopped'), circumstances: [], verdict: null },
  ...more,
})
const run = (entryCount: number, more: Partial<ShownRun> = {}): ShownRun => ({
  ...progress(entryCount),
  ...{ kind: 'water-leak', version: null, startedAt: new Date(0), starter: 'Yasmin Bakker', replacedAt: null },
  ...{ raises: [], readBack: null, readBackAt: null, ringBackAt: null, rungBackAt: null, changes: [] },
  ...more,
})
type Page = Pick<ContactLoaded, 'contact' | 'judging'>
const page = (shown: ShownRun | null) =>
  ({ contact: { urgency: 2, notes: 'geschreven' }, judging: { run: shown, place: 'Molenweg 1' } }) as unknown as Page
const answered = (brought: RunProgress): Answered => ({ run: brought, urgency: 1 })

describe('what an answer brought', () => {
  test('goes on from what was loaded, and leaves all else as it was', () => {
    const brought = progress(2, { asking: null, verdict })
    const shown = withAnswered(page(run(1)), answered(brought))
    expect(shown.judging?.run).toEqual({ ...run(1), ...brought })
    expect(shown.judging?.place).toBe('Molenweg 1')
    expect(shown.contact).toEqual({ urgency: 1, notes: 'geschreven' })
  })

  test.each([
    ['as much was loaded since', page(run(2))],
    ['more was loaded since', page(run(3))],
    ['it is judged on something else by now', page(run(1, { id: 'two' }))],
    ['it is judged on nothing', page(null)],
  ])('is left out when %s', (_, loaded) => {
    expect(withAnswered(loaded, answered(progress(2)))).toBe(loaded)
  })
})
