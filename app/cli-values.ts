import { refused, UsageError, usage } from './cli-answer.ts'
import { systemScope } from './core/scope.server.ts'
import { findCorporation } from './corporations/corporations.server.ts'
import { setValue } from './reference-values/set-value.server.ts'
import { valueForm } from './reference-values/value-form.ts'
import type { ValueKey } from './reference-values/value-keys.ts'
import { dateIn } from './time/clock.ts'

type Options = { corporation: string; from?: string; none?: boolean }

/** Without `from` it holds from today, in the zone of the corporation. */
export async function setValueFromCommand(key: ValueKey, value: string | undefined, options: Options) {
  const { corporation: slug, from, none } = options
  if ((value === undefined) === !none) throw new UsageError('Say what holds, or --none.')
  const corporation = (await findCorporation(slug)) ?? refused('no-such-corporation', { corporation: slug })
  const today = dateIn(corporation.timeZone, new Date())
  const input = usage(valueForm(key), { value, fromOn: from ?? today, isNone: none ? 'on' : undefined })
  const answer = await setValue(systemScope(corporation.id), input, today)
  return answer.ok ? { key, value: input.value, from: input.fromOn } : refused(answer.reason)
}
