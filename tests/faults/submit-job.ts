import type { Actor } from '#app/accounts/authorize.server.ts'
import { claimNext } from '#app/calls/claim-next.server.ts'
import { recordOutcome } from '#app/calls/record-outcome.server.ts'
import { anOutcome } from '#tests/calls/a-campaign.ts'

// Callers who take homes and save conversations until nothing is left, in a process of its own, to be killed. Each save
// that was answered is written down: `tsx submit-job.ts <callers>`.
const callers = JSON.parse(process.argv[2] ?? '[]') as Actor[]
process.stdout.write('started\n')
await Promise.all(callers.map(work))
process.exit(0)

async function work(caller: Actor) {
  for (;;) {
    const claim = await claimNext(caller, new Date())
    if (!claim.ok) return
    const input = anOutcome(claim, 'spoken', { notes: `Gesproken, ${inLetters(claim.targetId)}` })
    const answer = await recordOutcome(caller, claim.targetId, { input, draftFields: {}, now: new Date() })
    // Sent once more, as a browser does that heard nothing.
    const again = await recordOutcome(caller, claim.targetId, { input, draftFields: {}, now: new Date() })
    if (answer.ok && again.ok && again.attemptId === answer.attemptId) process.stdout.write(`${answer.attemptId}\n`)
    else if (answer.ok) process.stdout.write('second answer differs\n')
  }
}

/**
 * Nine digits of an id may happen to be a citizen service number, which no note may hold, and its letters a word about
 * somebody's health (adhd), of which a note is warned about: so no digits, and no two letters beside each other.
 */
function inLetters(id: string) {
  const letters = id.replaceAll('-', '').replaceAll(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))
  return [...letters].join('q')
}
