import { expect, test } from 'vitest'
import {
  type ImportEvent,
  type ImportState,
  importEvents,
  importStates,
  stateAfter,
} from '#app/tenant-lists/import-state.ts'

const allowed: Record<ImportEvent, Partial<Record<ImportState, ImportState>>> = {
  'confirm-mapping': { uploaded: 'mapped', mapped: 'mapped', checked: 'mapped', failed: 'mapped' },
  'start-check': { mapped: 'checking', checked: 'checking' },
  'finish-check': { checking: 'checked' },
  'start-application': { checked: 'applying' },
  'finish-application': { applying: 'applied' },
  'ask-again': { applying: 'checked' },
  'start-undoing': { applied: 'undoing' },
  'finish-undoing': { undoing: 'undone' },
  cancel: {
    uploaded: 'cancelled',
    mapped: 'cancelled',
    checking: 'cancelled',
    checked: 'cancelled',
    applying: 'cancelled',
  },
  fail: { uploaded: 'failed', mapped: 'failed', checking: 'failed', applying: 'failed' },
}

test.each(importEvents.flatMap((event) => importStates.map((state) => [state, event] as const)))(
  'from %s, "%s" leads where the table says',
  (state, event) => {
    expect(stateAfter(state, event)).toBe(allowed[event][state] ?? null)
  },
)

test('what was undone or cancelled stays so', () => {
  for (const event of importEvents)
    expect([stateAfter('undone', event), stateAfter('cancelled', event)]).toEqual([null, null])
})
