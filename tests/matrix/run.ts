import { ownerKinds, tryOwner } from '#tests/support/owner-kinds.ts'
import { type Version, withServer } from './postgres-versions.ts'

// Every kind of owner on every version of PostgreSQL: one line each, and 1 when one is not served after it got what it asked for.
const all: Version[] = [15, 16, 17, 'own']
let isWhole = true
for (const version of all) {
  await withServer(version, async (adminUrl) => {
    for (const kind of ownerKinds) {
      const trial = await tryOwner(adminUrl, kind).catch((error: Error) => ({ asked: [], isServed: error.message }))
      isWhole &&= trial.isServed === true
      const how = trial.asked.length === 0 ? 'at once' : `after ${trial.asked.length} statements asked for`
      console.log(
        `PostgreSQL ${version}\t${kind.name}\t${trial.isServed === true ? `served ${how}` : `BROKEN ${trial.isServed}`}`,
      )
    }
  })
}
process.exit(isWhole ? 0 : 1)
