import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor, DeskActor } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { findDraft } from '#app/protocols/draft.server.ts'
import { action as reversal } from '#app/protocols/pages/change-reversal.tsx'
import { action as removal } from '#app/protocols/pages/draft-removal.tsx'
import { loader as national, action as settle } from '#app/protocols/pages/national-changes.tsx'
import { loader as path, action as save } from '#app/protocols/pages/protocol.tsx'
import { loader as history } from '#app/protocols/pages/protocol-history.tsx'
import { action as proposal } from '#app/protocols/pages/protocol-proposal.tsx'
import { loader as publication, action as publish } from '#app/protocols/pages/protocol-publication.tsx'
import { action as approve, loader as texts } from '#app/protocols/pages/protocol-texts.tsx'
import { loader as list } from '#app/protocols/pages/protocols.tsx'
import { action as withdrawal } from '#app/protocols/pages/text-withdrawal.tsx'
import { action as restoration } from '#app/protocols/pages/version-restoration.tsx'
import { hashOf } from '#app/triage/hash-of.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { useDatabase } from '#tests/support/database.ts'
import { answerOf, posted, signedIn } from '#tests/support/signed-in.ts'

let corporation: Corporation
let actor: Actor

beforeAll(async () => {
  await useDatabase()
})
beforeEach(async () => {
  corporation = await aCorporation()
  actor = await anActor(corporation)
})

const kind = 'water-leak'
const args = (request: Request, params: Record<string, string> = { kind }) => ({
  request,
  params,
  context: {} as never,
})
const opened = async (at = '') => path(args(await signedIn(actor, `/protocols/${kind}${at && `?at=${at}`}`)))
const post = async (fields: Record<string, string | string[]>, who = actor) =>
  save(args(await posted(who, `/protocols/${kind}`, fields)))
const draft = async () => (await inScope(actor, (tx) => findDraft(tx, actor, kind)))?.body

const question = (changes: Record<string, string> = {}) => ({
  ...{ place: 'questions.bucket', ask: 'Kunt u het opvangen?', why: 'Meer maakt schade.', dangerous: 'no' },
  ...{ yes: 'ceiling', no: 'runs-on' },
  ...changes,
})
const seenOf = async (at: string) => (await opened(at)).open?.seen ?? ''

test('a caller, a reader and somebody of a desk see and do nothing; a contact person changes nothing', async () => {
  const desk = await aDesk([corporation])
  const operator: DeskActor = await aDeskActor(desk, { corporations: [corporation] })
  const others = [
    await anActor(corporation, { role: 'caller' }),
    await anActor(corporation, { role: 'reader' }),
    operator,
  ]
  const pages = { list, path, texts, publication, national, history }
  const actions = { save, approve, withdrawal, proposal, publish, removal, reversal, settle, restoration }
  for (const who of others) {
    for (const [name, page] of Object.entries(pages)) {
      const answer = await answerOf(async () => page(args(await signedIn(who as Actor, '/protocols/water-leak'))))
      expect([name, (answer as Response).status]).toEqual([name, 403])
    }
    for (const [name, action] of Object.entries(actions)) {
      const answer = await answerOf(async () => action(args(await posted(who as Actor, '/protocols/water-leak', {}))))
      expect([name, (answer as Response).status]).toEqual([name, 403])
    }
  }
  const contact = await anActor(corporation, { role: 'contact-person' })
  for (const action of [save, proposal, removal, reversal, settle, restoration]) {
    const answer = await answerOf(async () => action(args(await posted(contact, '/protocols/water-leak', {}))))
    expect((answer as Response).status).toBe(403)
  }
  expect(await path(args(await signedIn(contact, '/protocols/water-leak')))).toMatchObject({
    head: { mayEdit: false, mayApprove: true, mayPublish: true },
  })
})

test('another corporation has its own, and a kind that is none is not there', async () => {
  await post({ ...question(), seen: await seenOf('questions.bucket') })
  expect((await draft())?.questions.bucket?.ask).toBe('Kunt u het opvangen?')
  const stranger = await anActor(await aCorporation())
  const theirs = await path(args(await signedIn(stranger, '/protocols/water-leak')))
  expect(theirs.head.draft).toBeNull()
  const nothing = await answerOf(async () => path(args(await signedIn(actor, '/protocols/plane'), { kind: 'plane' })))
  expect((nothing as Response).status).toBe(404)
})

test('the list says what holds, what is being changed and by whom, and how many texts are approved', async () => {
  const listed = async () => {
    const { protocols } = await list(args(await signedIn(actor, '/protocols')))
    return protocols.find((one) => one.kind === kind)
  }
  expect(await listed()).toMatchObject({ number: null, draft: null, approved: 0, hasNewBase: false })
  const shown = await texts(args(await signedIn(actor, '/protocols/water-leak/texts')))
  await approve(args(await posted(actor, '/protocols/water-leak/texts', { 'text[]': [shown.texts[0]?.hash ?? ''] })))
  await post({ ...question(), seen: await seenOf('questions.bucket') })
  expect(await listed()).toMatchObject({ draft: { by: actor.name, isProposed: false }, approved: 1 })
})

test('a question is put in between and an end of its own added, after what was typed is kept', async () => {
  const seen = await seenOf('questions.bucket')
  const answer = await post({ ...question(), seen, do: 'question-yes' })
  const place = new URL((answer as Response).headers.get('Location') ?? '', 'http://x').searchParams.get('at') ?? ''
  const id = place.slice('questions.'.length)
  const between = await draft()
  expect(between?.questions.bucket).toMatchObject({ ask: 'Kunt u het opvangen?', yes: id })
  expect(between?.questions[id]).toMatchObject({ ask: '', yes: 'ceiling', no: 'ceiling' })
  await post({ ...question({ yes: id }), seen: await seenOf('questions.bucket'), do: 'end-no' })
  const body = await draft()
  const end = body?.questions.bucket?.no ?? ''
  expect(body?.ends[end]).toMatchObject({ rule: Math.max(...Object.values(body?.ends ?? {}).map(({ rule }) => rule)) })
})

test('what is taken away has something in its place, and can be made national again', async () => {
  await post({ place: 'questions.bucket', seen: await seenOf('questions.bucket'), do: 'remove', instead: 'runs-on' })
  const body = await draft()
  expect(body?.questions.bucket).toBeUndefined()
  expect(body?.questions.stopped?.no).toBe('runs-on')
  await post({ place: 'questions.stopped', seen: await seenOf('questions.stopped'), do: 'national' })
  expect((await draft())?.questions.stopped?.no).toBe('bucket')
})

test('a form that somebody else was before with keeps what was typed, shows theirs, and writes over nothing', async () => {
  const seen = await seenOf('questions.bucket')
  const colleague = await anActor(corporation, { name: 'Piet de Boer' })
  await post({ ...question({ ask: 'Past het in een emmer?' }), seen }, colleague)
  const refused = await post({ ...question({ ask: 'Lukt het met een emmer?' }), seen })
  expect(refused).toMatchObject({
    init: { status: 409 },
    data: {
      yours: { ask: 'Lukt het met een emmer?' },
      overtaken: { by: 'Piet de Boer', now: { ask: 'Past het in een emmer?' } },
    },
  })
  expect((await draft())?.questions.bucket?.ask).toBe('Past het in een emmer?')
})

test('what is too long or holds a citizen service number is refused with what was typed', async () => {
  const seen = await seenOf('questions.bucket')
  const long = await post({ ...question({ ask: 'a'.repeat(401) }), seen })
  expect(long).toMatchObject({
    init: { status: 400 },
    data: { errors: { ask: 'too-long' }, yours: { ask: 'a'.repeat(401) } },
  })
  const bsn = await post({ ...question({ why: 'BSN 111222333' }), seen })
  expect(bsn).toMatchObject({ data: { errors: { why: 'bsn' } } })
  expect(await draft()).toBeUndefined()
})

test('an example is added by its form, and every text and place is said in words', async () => {
  const fields = {
    place: 'examples.new',
    seen: hashOf(null),
    title: 'Een plas.',
    'answer-near-power': 'yes',
    end: 'wet-power',
  }
  await post(fields)
  const added = Object.values((await draft())?.examples ?? {}).find(({ title }) => title === 'Een plas.')
  expect(added).toMatchObject({ answers: { 'near-power': 'yes' }, end: 'wet-power' })
  const { findings } = await opened()
  const unfinished = findings.find(({ place }) => place.includes('Een plas.'))
  expect(unfinished).toMatchObject({ at: expect.stringMatching(/^examples\./) })
  expect(JSON.stringify(findings)).not.toContain('"near-power"')
})
