import gasLeak from './base/gas-leak.json' with { type: 'json' }
import waterLeak from './base/water-leak.json' with { type: 'json' }
import type { TriageKind } from './kinds.ts'
import { type Protocol, protocolSchema } from './protocol.ts'

// Imported, not read from the disk: they must also be there in the built pages, which stand elsewhere.
const files: Partial<Record<TriageKind, unknown>> = {
  'gas-leak': gasLeak,
  'water-leak': waterLeak,
}

/** What every corporation begins with, by its kind. A file that is not in the format keeps Rondbel from starting. */
export const baseProtocols: ReadonlyMap<TriageKind, Protocol> = new Map(
  Object.entries(files).map(([kind, file]) => [kind as TriageKind, protocolSchema.parse(file)]),
)
