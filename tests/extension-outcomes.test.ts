import { describe, expect, test } from 'vitest'
import { type TargetNow, targetAfter } from '#app/calls/target-after.ts'
import { en as callsEn } from '#app/calls/words.en.ts'
import { nl as callsNl } from '#app/calls/words.nl.ts'
import { defaultPolicy } from '#app/campaigns/calling-policy.ts'
import { isFinal } from '#app/campaigns/target.ts'
import { en as campaignsEn } from '#app/campaigns/words.en.ts'
import { nl as campaignsNl } from '#app/campaigns/words.nl.ts'
import { type Outcome, outcomeCodes, outcomeRule, outcomesWhere, skipReasons } from '#app/conversations/outcomes.ts'
import { en as segmentsEn } from '#app/segments/words.en.ts'
import { nl as segmentsNl } from '#app/segments/words.nl.ts'
import { instantAt } from '#app/time/clock.ts'
import { source, sources } from '#tests/support/sources.ts'

/** An outcome is one entry; what hangs on it must be there, and nothing else may ask which outcome it is. */
const rules = {
  policy: defaultPolicy,
  zone: 'Europe/Amsterdam',
  now: instantAt('Europe/Amsterdam', '2026-11-23', '10:00'),
}
const untried: TargetNow = {
  state: 'open',
  attemptCount: 0,
  assignedTo: 'caller',
  nextAt: null,
  appointmentWith: null,
  finishedAt: null,
  withdrawnReason: null,
}

describe.each(outcomeCodes)('the outcome %s', (outcome) => {
  const rule = outcomeRule(outcome)

  test('has its words for the caller, in a round and in a selection, in both languages', () => {
    for (const { outcomes } of [callsNl, callsEn, campaignsNl, campaignsEn, segmentsNl, segmentsEn])
      expect((outcomes as Record<string, string>)[outcome]).toMatch(/\S/)
  })

  test('shows its question when it asks something, and only then has a day and time', () => {
    const questions = source('app/calls/views/outcome-questions.tsx')
    if (rule.asks === 'skip-reason') expect(questions).toContain('[[data-asks=skip-reason]:checked]')
    if (rule.takesMoment) {
      expect(questions).toContain('[[data-takes-moment]:checked]')
      expect(questions).toContain(`[[data-home=${rule.home.next}]:checked]/call:inline`)
    }
    if (rule.asks === 'appointment') expect(rule.takesMoment).toBe(true)
  })

  test('asks who or which language only where a note may be left, and shows that', () => {
    if (rule.takesNote) expect(rule).toMatchObject({ isRung: true, opensNotes: false, sendsAtOnce: false })
    if (rule.asksWho === null) return
    expect(rule.takesNote).toBe(true)
    expect(source('app/calls/views/conversation-fields.tsx')).toContain(`[[data-asks-who=${rule.asksWho}]:checked]`)
  })

  test('shows what is said about it, and nothing else', () => {
    const isNoted = [callsNl, callsEn].map(({ outcomeNotes }) => outcome in outcomeNotes)
    const isShown = source('app/calls/views/outcome-questions.tsx').includes(`[#outcome-${outcome}:checked]`)
    expect(isNoted).toEqual([isShown, isShown])
  })

  test('says of a number that it proved wrong only when another number comes next', () => {
    expect(rule.strikes !== null).toBe(rule.home.next === 'other-number')
  })

  test('says of a tenant who is gone that they are, and takes them off the list for that', () => {
    const says = rule.reportedStatus === 'objected' ? null : rule.reportedStatus
    expect(says).toBe(rule.home.next === 'withdraw' ? rule.home.because : null)
  })

  test('does with the home what its entry says', () => {
    const { home } = rule
    const becomes = {
      finish: home.next === 'finish' ? home.as : null,
      withdraw: 'withdrawn',
      'other-number': 'retry',
      promise: 'appointment',
      'pass-on': 'retry',
      retry: 'retry',
    }
    const after = targetAfter(untried, { outcome, callerId: 'caller', numbersLeft: 1 }, rules)
    expect(after.state).toBe(becomes[home.next])
    expect(after.withdrawnReason).toBe(home.next === 'withdraw' ? home.because : null)
    expect(after.attemptCount).toBe(rule.usesAttempt ? 1 : 0)
    expect(after.assignedTo).toBe(rule.restsForCaller ? null : 'caller')
    const minutes = after.nextAt && (after.nextAt.getTime() - rules.now.getTime()) / 60_000
    if (home.next === 'retry') expect(minutes).toBe(home.when === 'soon' ? 30 : 240)
    else expect(minutes).toBe(isFinal(after.state) ? null : 0)
  })

  test('is an appointment afterwards when a moment may be given and it is no skip', () => {
    const againAt = instantAt('Europe/Amsterdam', '2026-11-24', '15:30')
    const after = targetAfter(untried, { outcome, callerId: 'caller', numbersLeft: 1, againAt }, rules)
    expect(after.nextAt?.getTime() === againAt.getTime()).toBe(rule.takesMoment)
    expect(after.state === 'appointment').toBe(rule.takesMoment && rule.home.next !== 'pass-on')
  })

  test('is sent at once only when there is nothing to ask or to write', () => {
    if (rule.sendsAtOnce) expect(rule).toMatchObject({ asks: null, opensNotes: false, takesMoment: false })
  })
})

describe('what follows from an outcome', () => {
  /** Where such a code stands for something else, and the two places that cannot do without the names. */
  const exceptions: { where: string; codes: Outcome[]; why: string }[] = [
    {
      where: 'app/calls/views/outcome-questions.tsx',
      codes: outcomeCodes,
      why: 'whole class names for the style sheet',
    },
    { where: 'prisma/demo/', codes: outcomeCodes, why: 'how the calls of the demo went' },
    { where: 'app/campaigns/target.ts', codes: ['declined'], why: 'a state of a home' },
    { where: 'app/tenants/', codes: ['wrong-number', 'out-of-service', 'moved', 'deceased'], why: 'its own lists' },
    { where: 'app/gestures/', codes: ['deceased'], why: 'what is known of a tenant' },
    { where: 'app/segments/', codes: ['deceased'], why: 'what is known of a tenant' },
    { where: 'app/referrals/', codes: ['no-answer'], why: 'an agency that does not answer' },
    { where: 'app/exchanges/', codes: ['no-answer', 'busy'], why: 'how a call from outside ended' },
    { where: 'app/contacts/', codes: ['no-answer', 'busy', 'wrong-number'], why: 'how a call from outside went' },
    { where: 'app/core/', codes: ['no-answer', 'busy'], why: 'the database' },
    { where: 'app/claims/views/use-reliable-submit.ts', codes: ['busy'], why: 'a form that is being sent' },
    { where: 'app/calls/views/call-footer.tsx', codes: ['busy'], why: 'a form that is being sent' },
  ]
  const quoted = new RegExp(`['"](${outcomeCodes.join('|')})['"]|#outcome-(${outcomeCodes.join('|')})\\b`, 'g')
  const namedIn = (file: string) => [...source(file).matchAll(quoted)].map(([, word, id]) => (word ?? id) as Outcome)
  const isExcepted = (file: string, code: Outcome) =>
    exceptions.some(({ where, codes }) => file.startsWith(where) && codes.includes(code))
  const asked = new RegExp(`outcome\\w*\\)? *(?:[!=]==?|=|<>|!=|(?:NOT )?IN \\() *'(?:${outcomeCodes.join('|')})'`, 'i')
  const readers = [...sources, 'prisma/demo/story.ts'].filter(
    (file) => !/words(\.\w+)?\.ts$/.test(file) && file !== 'app/conversations/outcomes.ts',
  )

  test('stands in its entry alone: no other source names an outcome', () => {
    const naming = readers.flatMap((file) => namedIn(file).map((code) => ({ file, code })))
    expect(naming.filter(({ file, code }) => !isExcepted(file, code))).toEqual([])
    const isNeeded = ({ where, codes }: (typeof exceptions)[number]) =>
      naming.some(({ file, code }) => file.startsWith(where) && codes.includes(code))
    expect(exceptions.filter((exception) => !isNeeded(exception))).toEqual([])
  })

  test('is asked of the entry: nothing is compared with the name of an outcome', () => {
    expect(readers.filter((file) => asked.test(source(file)))).toEqual([])
    for (const spelled of ["outcome === 'spoken'", "input.outcome !== 'skipped'", "last_outcome IN ('busy')"])
      expect(spelled).toMatch(asked)
  })
})

test('every digit of the keyboard stands for one outcome', () => {
  const keys = outcomeCodes.flatMap((outcome) => outcomeRule(outcome).key ?? [])
  expect(new Set(keys).size).toBe(keys.length)
  expect(outcomesWhere(({ key }) => key !== null)).toHaveLength(keys.length)
})

test('every reason to skip has its words', () => {
  for (const reason of skipReasons)
    for (const words of [callsNl, callsEn]) expect(words.skipReasons[reason]).toMatch(/\S/)
})
