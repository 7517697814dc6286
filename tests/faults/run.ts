import { cpus } from 'node:os'
import { databaseKillFault } from './database-kill.ts'
import { importKillFault } from './import-kill.ts'
import { submitKillFault } from './submit-kill.ts'

// `npm run faults [-- name …] [-- --json]`: kills for real, then looks at what is left.
const faults = [importKillFault, submitKillFault, databaseKillFault]

const args = process.argv.slice(2)
const names = args.filter((arg) => !arg.startsWith('--'))
const outcomes = []
for (const fault of faults.filter(({ name }) => names.length === 0 || names.includes(name))) {
  console.error(`Breaking ${fault.name} …`)
  outcomes.push({ name: fault.name, ...(await fault.run()) })
}
for (const outcome of outcomes) {
  if (args.includes('--json')) console.log(JSON.stringify(outcome))
  else console.log(`${outcome.holds ? 'holds' : 'BROKEN'}  ${outcome.name}: ${outcome.times} times; ${outcome.found}`)
}
console.error(`${cpus().length} processors, Node ${process.version}`)
process.exit(outcomes.every(({ holds }) => holds) ? 0 : 1)
