import type { Actor } from '#app/accounts/authorize.server.ts'
import { isClaimed } from '#app/claims/claim-kind.ts'
import { publish, publishTo } from '#app/core/live.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { NotTaken } from '#app/lists/steps.ts'
import { type SteppedTable, type Taken, takeStep } from '#app/lists/take-step.server.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { isLive } from './campaign-steps.ts'
import { lockCampaign } from './change-team.server.ts'
import { campaignTopic } from './live-topics.ts'
import { listTeam, type TeamCaller } from './spread-homes.server.ts'
import { isPromisedByOther, type NotMoved, type SteppedTarget, type TargetChange, targetSteps } from './target-steps.ts'

/** `undoes`: what a form posts to take the whole move back. */
type Moved = Pick<Taken, 'ok' | 'leftOut' | 'reasons'> & { count: number; undoes: { move: string } }
/** `ask-promises`: some of the tenants were told who rings back, and the form does not say what becomes of that. */
type Refused =
  | NotTaken<NotMoved>
  | { ok: false; reason: 'not-live' }
  | { ok: false; reason: 'choose-caller' | 'ask-promises'; field: string }
export type HomesMoved = Moved | Refused

type Row = SteppedTarget & { id: string; campaignId: string }

const targets: SteppedTable<Row> = {
  table: sql`target`,
  subject: 'target',
  // Read from the row that is locked, so that a call that began a moment ago is seen.
  joins: sql`CROSS JOIN LATERAL (SELECT r.claimed_by, r.lease_until) g
    JOIN home h ON h.corporation_id = r.corporation_id AND h.id = r.home_id`,
  columns: sql`r.campaign_id AS "campaignId", r.assigned_to AS "assignedTo", r.appointment_with AS "appointmentWith",
    ${isClaimed} AS "isClaimed", h.number AS "homeNumber", h.complex, r.moved_from AS "movedFrom"`,
  async announce(tx, { corporationId }, moves) {
    for (const campaignId of new Set(moves.map(({ row }) => row.campaignId)))
      await publish(tx, corporationId, campaignTopic(campaignId))
    const touched = new Set(moves.flatMap(({ row }) => [row.assignedTo, row.movedFrom?.assignedTo]))
    for (const account of touched) if (account) await publishTo(tx, corporationId, { account, topic: todayTopic })
  },
}

/**
 * Gives homes of a campaign that runs to a colleague on its team, or takes such a move back. Who is called at this
 * moment stays where they are.
 */
export function moveHomes(
  actor: Actor,
  { campaignId, ids }: { campaignId: string; ids: string[] },
  change: TargetChange,
): Promise<HomesMoved> {
  return inScope(actor, async (tx): Promise<HomesMoved> => {
    const state = await lockCampaign(tx, actor, campaignId)
    if (!state) return { ok: false, reason: 'not-found' }
    if (!isLive(state)) return { ok: false, reason: 'not-live' }
    const team = await listTeam(tx, actor, campaignId)
    if (change.step === 'moveBack') return take(tx, actor, { campaignId, ids, change, input: { team } })
    const to = team.find(({ accountId }) => accountId === change.callerId)
    if (!to) return { ok: false, reason: 'choose-caller', field: 'callerId' }
    const answer = await take(tx, actor, { campaignId, ids, change, input: { ...change, to } })
    if (answer.ok) await publishTo(tx, actor.corporationId, { account: to.accountId, topic: todayTopic })
    return answer
  })
}

type Taking = {
  campaignId: string
  ids: string[]
  change: TargetChange
  input: { team: TeamCaller[] } | { to: TeamCaller }
}

async function take(tx: Tx, actor: Actor, { campaignId, ids, change, input }: Taking): Promise<HomesMoved> {
  const move = uuidV7()
  const answer = await takeStep<Row, NotMoved, Refused>({ tx, scope: actor }, targets, {
    step: targetSteps[change.step],
    ids,
    visible: sql`r.corporation_id = ${actor.corporationId}::int AND r.campaign_id = ${campaignId}::uuid`,
    input: { ...input, move },
    details: 'to' in input ? { to: input.to.accountId } : {},
    async before(moves) {
      const isAsked = change.step === 'move' && change.promises === null && 'to' in input
      const isOpen = isAsked && moves.some(({ row }) => isPromisedByOther(row, input.to))
      return isOpen ? { ok: false, reason: 'ask-promises', field: 'promises' } : { ok: true }
    },
  })
  if (!answer.ok) return answer
  const { changed, leftOut, reasons } = answer
  return { ok: true, count: changed.length, leftOut, reasons, undoes: { move } }
}

/** The homes of one move that nobody moved again. */
export function homesOfMove(actor: Actor, campaignId: string, move: string): Promise<string[]> {
  return inScope(actor, async (tx) => {
    const rows = await tx.sql<{ id: string }>(sql`
      SELECT g.id FROM target g WHERE g.corporation_id = ${actor.corporationId}::int AND g.campaign_id = ${campaignId}::uuid
        AND g.moved_from->>'move' = ${move}`)
    return rows.map(({ id }) => id)
  })
}
