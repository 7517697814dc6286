import asbestos from './base/asbestos.json' with { type: 'json' }
import brokenGlass from './base/broken-glass.json' with { type: 'json' }
import fireAlarm from './base/fire-alarm.json' with { type: 'json' }
import gasLeak from './base/gas-leak.json' with { type: 'json' }
import homeNotClosing from './base/home-not-closing.json' with { type: 'json' }
import liftOutOfOrder from './base/lift-out-of-order.json' with { type: 'json' }
import lockedOut from './base/locked-out.json' with { type: 'json' }
import sharedAreas from './base/shared-areas.json' with { type: 'json' }
import threat from './base/threat.json' with { type: 'json' }
import ventilation from './base/ventilation.json' with { type: 'json' }
import waterLeak from './base/water-leak.json' with { type: 'json' }
import waterNearPower from './base/water-near-power.json' with { type: 'json' }
import type { TriageKind } from './kinds.ts'
import { type Protocol, protocolSchema } from './protocol.ts'

// Imported, not read from the disk: they must also be there in the built pages, which stand elsewhere.
const files: Partial<Record<TriageKind, unknown>> = {
  'gas-leak': gasLeak,
  'water-leak': waterLeak,
  'lift-out-of-order': liftOutOfOrder,
  'locked-out': lockedOut,
  'home-not-closing': homeNotClosing,
  'broken-glass': brokenGlass,
  'water-near-power': waterNearPower,
  asbestos,
  'shared-areas': sharedAreas,
  'fire-alarm': fireAlarm,
  ventilation,
  threat,
}

/** What every corporation begins with, by its kind. A file that is not in the format keeps Rondbel from starting. */
export const baseProtocols: ReadonlyMap<TriageKind, Protocol> = new Map(
  Object.entries(files).map(([kind, file]) => [kind as TriageKind, protocolSchema.parse(file)]),
)
