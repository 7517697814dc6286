import { cpus, totalmem } from 'node:os'
import { boardBench } from './board.bench.ts'
import { bundleBench } from './bundle.bench.ts'
import { callersBench } from './callers.bench.ts'
import { campaignBench } from './campaign.bench.ts'
import { claimBench } from './claim.bench.ts'
import { contactBench } from './contact.bench.ts'
import { countBench } from './count.bench.ts'
import { type Figure, printTable, type Size } from './figure.ts'
import { importBench } from './import.bench.ts'
import { loadBench } from './load.bench.ts'
import { questionsBench } from './questions.bench.ts'
import { stormBench } from './storm.bench.ts'
import { triageBench } from './triage.bench.ts'

// `npm run bench [-- name …] [-- --json] [-- --quick]`
const benches = [
  importBench,
  countBench,
  campaignBench,
  claimBench,
  callersBench,
  contactBench,
  boardBench,
  stormBench,
  questionsBench,
  loadBench,
  triageBench,
  bundleBench,
]

const args = process.argv.slice(2)
const names = args.filter((arg) => !arg.startsWith('--'))
const size: Size = args.includes('--quick') ? 'quick' : 'full'
const selected = benches.filter(({ name }) => names.length === 0 || names.includes(name))
const figures: Figure[] = []

for (const bench of selected) {
  console.error(`Measuring ${bench.name} …`)
  figures.push(...(await bench.run(size)))
}
if (args.includes('--json')) for (const figure of figures) console.log(JSON.stringify(figure))
else {
  console.log(
    `${cpus().length} processors, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}${size === 'quick' ? ', quick run: the bars are about the full one' : ''}\n`,
  )
  printTable(figures)
}
process.exit(figures.every(({ isWithin }) => isWithin) || size === 'quick' ? 0 : 1)
