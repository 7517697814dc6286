import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { switchForm } from './line-forms.ts'
import { type SwitchScope, switchLine } from './lines.server.ts'

type Posted = { request: Request; zone: string; now: Date }
export type SwitchRefusal = { status: 400 | 409; errors: Record<string, string> }

/** Switches as the posted form says; null when it did. `zone` is the corporation's. */
export async function takeSwitch(
  scope: SwitchScope,
  lineId: string,
  { request, zone, now }: Posted,
): Promise<SwitchRefusal | null> {
  const form = parseForm(switchForm(zone, now), await readForm(request))
  if (!form.ok) return { status: 400, errors: form.errors }
  const answer = await switchLine(scope, lineId, form.value)
  return answer.ok ? null : { status: 409, errors: { deskId: answer.reason } }
}
