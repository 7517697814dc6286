import type { ClaimKind } from '#app/claims/claim-kind.ts'
import { claimStatement, firstFree, ownClaim, thisOne } from '#app/claims/claim-statement.ts'
import { publishContacts } from '#app/core/live.server.ts'
import { codeList, rawSql, sql } from '#app/core/sql.ts'
import { openStates } from './contact.ts'
import { contactDrafts } from './contact-drafts.ts'
import { goneAfterSeconds } from './presence.ts'

/** How long after its moment somebody's own call-back is theirs alone. */
export const ownerFirstSeconds = 120

/**
 * A contact in the hands of an operator, for as long as their screen says that it is there. Whoever had it last may take
 * it up again while nobody else did.
 */
export const contactClaims: ClaimKind = {
  table: 'desk_contact',
  owner: 'desk',
  states: rawSql(codeList(openStates)),
  lease: sql`make_interval(secs => ${rawSql(String(goneAfterSeconds))})`,
  mayReturn: () => sql`true`,
  // Who waited has somebody now; whoever is to be rung back is so until they are reached.
  onClaim: `state = CASE g.state WHEN 'waiting' THEN 'talking' ELSE g.state END,
    answered_at = CASE g.state WHEN 'waiting' THEN coalesce(g.answered_at, clock_timestamp()) ELSE g.answered_at END,
    answered_by = CASE g.state WHEN 'waiting' THEN coalesce(g.answered_by, $2::uuid) ELSE g.answered_by END,
    owner_id = $2::uuid, offered_to = NULL, offered_at = NULL`,
  onRelease: () => sql`state = CASE g.state WHEN 'talking' THEN 'waiting' ELSE g.state END, owner_id = NULL`,
  claimantName: sql`(SELECT a.name FROM account a WHERE a.id = g.claimed_by)`,
  news: {
    column: 'corporation_id',
    gatherMs: 30,
    publish: (tx, scope, changed) =>
      publishContacts(
        tx,
        'deskId' in scope ? scope.deskId : 0,
        changed.map(({ id }) => id),
      ),
  },
  drafts: contactDrafts,
  audit: {
    subject: 'contact',
    claimed: 'contact:claimed',
    resumed: 'contact:resumed',
    released: 'contact:released',
    lapsed: 'contact:lease-lapsed',
    discarded: 'contact:draft-discarded',
  },
}

// $1 the desk · $2 the operator. What lies there to be written up has nobody waiting in it, and who speaks with somebody
// whose screen we never saw is being helped: these are taken by name. In danger they are rung by whoever is there.
const next = `g.claimed_by IS NULL AND (g.state IN ('waiting', 'call-back') OR g.state = 'talking' AND g.holder IS NOT NULL)
  AND (g.due_at IS NULL OR g.due_at <= clock_timestamp() AND (g.owner_id IS NULL OR g.owner_id = $2::uuid OR g.urgency = 0
    OR g.due_at <= clock_timestamp() - interval '${ownerFirstSeconds} seconds'))`

export const contactStatements = {
  /** What they have in hand, else whoever is first. */
  next: claimStatement(contactClaims, {
    name: 'next-contact',
    steps: [ownClaim, firstFree(contactClaims, { where: next, orderBy: 'g.turn_at, g.id' })],
  }),
  /** `$3`: this one, while nobody else has it. */
  free: claimStatement(contactClaims, {
    name: 'this-contact',
    steps: [thisOne(contactClaims, '$3::uuid')],
    mayClaim: '(g.claimed_by IS NULL OR g.claimed_by = $2::uuid OR g.lease_until < clock_timestamp())',
  }),
  /** `$3`: this one, from whoever has it; `$4`: the fence they hold, so that only what was seen is taken over. */
  takeOver: claimStatement(contactClaims, {
    name: 'take-over-contact',
    steps: [thisOne(contactClaims, '$3::uuid')],
    mayClaim: 'g.fence = $4::int',
  }),
  /** The same of what was offered to them. */
  accept: claimStatement(contactClaims, {
    name: 'accept-contact',
    steps: [thisOne(contactClaims, '$3::uuid')],
    mayClaim: 'g.fence = $4::int AND g.offered_to = $2::uuid',
  }),
}
