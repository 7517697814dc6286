import { importPersonSteps } from './import-steps.ts'

export const importStates = [
  'uploaded',
  'mapped',
  'checking',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
  'failed',
  'cancelled',
] as const
export type ImportState = (typeof importStates)[number]

/** States in which a job is at work, or should be. */
export const workingStates = ['checking', 'applying', 'undoing'] as const
export type WorkingState = (typeof workingStates)[number]

/** What it changed stands, if not for long any more. */
export const standingStates = ['applied', 'undoing'] as const satisfies ImportState[]

/** How long "Ongedaan maken" stays. */
export const undoDays = 30

/** Its columns are mapped, and may be otherwise. */
export const canMapAgain = (state: ImportState) =>
  state !== 'uploaded' && importPersonSteps['confirm-mapping'].from.some((from) => from === state)

/** Which of the four steps an import is at; `requested` is the one the address asks for. */
export function stepOf(state: ImportState, requested: string | null): 1 | 2 | 3 | 4 {
  if (state === 'uploaded' || (requested === 'columns' && canMapAgain(state))) return 2
  if (state === 'failed') return 1
  return ['applying', 'applied', 'undoing', 'undone'].includes(state) ? 4 : 3
}
