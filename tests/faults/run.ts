import { cpus } from 'node:os'
import { callsKillFault } from './calls-kill.ts'
import { databaseKillFault } from './database-kill.ts'
import { diskFullFault } from './disk-full.ts'
import type { Fault } from './fault.ts'
import { httpFault } from './http.ts'
import { importKillFault } from './import-kill.ts'
import { keyLostFault } from './key-lost.ts'
import { redisEmptiedFault } from './redis-emptied.ts'
import { submitKillFault } from './submit-kill.ts'

// `npm run faults [-- name …] [-- --json]`: breaks things for real, then looks at what is left.
const faults = [
  importKillFault,
  submitKillFault,
  databaseKillFault,
  callsKillFault,
  httpFault,
  redisEmptiedFault,
  keyLostFault,
  diskFullFault,
]

const args = process.argv.slice(2)
const names = args.filter((arg) => !arg.startsWith('--'))
const outcomes = []
for (const fault of faults.filter(({ name }) => names.length === 0 || names.includes(name))) {
  console.error(`Breaking ${fault.name} …`)
  outcomes.push({ name: fault.name, ...(await fault.run()) })
}
for (const outcome of outcomes) console.log(args.includes('--json') ? JSON.stringify(outcome) : lineOf(outcome))
console.error(`${cpus().length} processors, Node ${process.version}`)
process.exit(outcomes.every((outcome) => 'skipped' in outcome || outcome.holds) ? 0 : 1)

function lineOf(outcome: { name: string } & Awaited<ReturnType<Fault['run']>>) {
  if ('skipped' in outcome) return `skipped ${outcome.name}: ${outcome.skipped}`
  return `${outcome.holds ? 'holds' : 'BROKEN'}  ${outcome.name}: ${outcome.times} times; ${outcome.found}`
}
