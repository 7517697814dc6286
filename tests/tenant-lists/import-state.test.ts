import { expect, test } from 'vitest'
import { stateAfter } from '#app/lists/steps.ts'
import { type ImportState, importStates } from '#app/tenant-lists/import-state.ts'
import { type ImportStep, importSteps } from '#app/tenant-lists/import-steps.ts'

const steps = Object.keys(importSteps) as ImportStep[]

const allowed: Record<ImportStep, Partial<Record<ImportState, ImportState>>> = {
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

test.each(steps.flatMap((step) => importStates.map((state) => [state, step] as const)))(
  'from %s, "%s" leads where the table says',
  (state, step) => {
    expect(stateAfter<{ state: ImportState }>(importSteps[step], { state })).toBe(allowed[step][state] ?? null)
  },
)

test('what was undone or cancelled stays so', () => {
  for (const step of steps)
    for (const state of ['undone', 'cancelled'] as const)
      expect(stateAfter<{ state: ImportState }>(importSteps[step], { state })).toBeNull()
})
