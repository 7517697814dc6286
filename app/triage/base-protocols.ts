import asbestos from './base/asbestos.json' with { type: 'json' }
import blockedDrain from './base/blocked-drain.json' with { type: 'json' }
import brokenGlass from './base/broken-glass.json' with { type: 'json' }
import carbonMonoxide from './base/carbon-monoxide.json' with { type: 'json' }
import fire from './base/fire.json' with { type: 'json' }
import fireAlarm from './base/fire-alarm.json' with { type: 'json' }
import gasLeak from './base/gas-leak.json' with { type: 'json' }
import homeNotClosing from './base/home-not-closing.json' with { type: 'json' }
import liftOutOfOrder from './base/lift-out-of-order.json' with { type: 'json' }
import lockedOut from './base/locked-out.json' with { type: 'json' }
import noHeating from './base/no-heating.json' with { type: 'json' }
import noHotWater from './base/no-hot-water.json' with { type: 'json' }
import noWater from './base/no-water.json' with { type: 'json' }
import powerFailure from './base/power-failure.json' with { type: 'json' }
import roofLeak from './base/roof-leak.json' with { type: 'json' }
import sharedAreas from './base/shared-areas.json' with { type: 'json' }
import threat from './base/threat.json' with { type: 'json' }
import trappedInLift from './base/trapped-in-lift.json' with { type: 'json' }
import ventilation from './base/ventilation.json' with { type: 'json' }
import waterLeak from './base/water-leak.json' with { type: 'json' }
import waterNearPower from './base/water-near-power.json' with { type: 'json' }
import { hashOf } from './hash-of.ts'
import { type TriageKind, triageKinds } from './kinds.ts'
import { type Protocol, protocolSchema } from './protocol.ts'

// Imported, not read from the disk: they must also be there in the built pages, which stand elsewhere.
const files: Record<TriageKind, unknown> = {
  'gas-leak': gasLeak,
  'carbon-monoxide': carbonMonoxide,
  fire,
  'water-leak': waterLeak,
  'roof-leak': roofLeak,
  'no-heating': noHeating,
  'no-hot-water': noHotWater,
  'no-water': noWater,
  'power-failure': powerFailure,
  'blocked-drain': blockedDrain,
  'trapped-in-lift': trappedInLift,
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

// One that is not in the format keeps Rondbel from starting.
const protocols = new Map(triageKinds.map((kind) => [kind, protocolSchema.parse(files[kind])]))

/** All that came with this version of Rondbel. */
export const shippedProtocols: readonly Protocol[] = [...protocols.values()]

/** What every corporation begins with. */
export const baseProtocolOf = (kind: TriageKind): Protocol => protocols.get(kind) as Protocol

/** A protocol with the base it was made from, by its hash. */
export type Bodied = { body: Protocol; baseHash: string }

// They never change while this process runs.
const bases = new Map(
  shippedProtocols.map((body): [TriageKind, Bodied] => [body.kind, { body, baseHash: hashOf(body) }]),
)

/** What came with this version of Rondbel. */
export const baseOf = (kind: TriageKind): Bodied => bases.get(kind) as Bodied
