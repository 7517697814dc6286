import { verdictMark } from '#app/triage/seen-run.ts'
import type { ShownRun, ShownVerdict } from '#app/triage/shown-run.ts'

type Props = { run: Pick<ShownRun, 'id'>; verdict?: ShownVerdict }

/** Goes with what is answered or read out: of what it is. */
export function OnScreen({ run, verdict }: Props) {
  return (
    <>
      <input type="hidden" name="run" value={run.id} />
      {verdict && <input type="hidden" name="verdict" value={verdictMark(verdict)} />}
    </>
  )
}
