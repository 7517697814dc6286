import type { Adapter } from '../call-event.ts'
import type { ExchangeKind } from '../exchange.ts'
import { asterisk } from './asterisk.ts'
import { generic } from './generic.ts'
import { telnyx } from './telnyx.ts'
import { threecx } from './threecx.ts'
import { twilio } from './twilio.ts'
import { voys } from './voys.ts'

/** Who understands what an exchange says. Another kind is an entry here and in `exchangeKinds`. */
export const adapters: Record<ExchangeKind, Adapter> = { voys, twilio, telnyx, asterisk, '3cx': threecx, generic }
