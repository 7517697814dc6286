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

/** What can happen to a list, from which states, and what it becomes. */
const changes = {
  'confirm-mapping': { from: ['uploaded', 'mapped', 'checked', 'failed'], to: 'mapped' },
  'start-check': { from: ['mapped', 'checked'], to: 'checking' },
  'finish-check': { from: ['checking'], to: 'checked' },
  'start-application': { from: ['checked'], to: 'applying' },
  'finish-application': { from: ['applying'], to: 'applied' },
  /** Another list was applied meanwhile, and this one now does something nobody said yes to. */
  'ask-again': { from: ['applying'], to: 'checked' },
  'start-undoing': { from: ['applied'], to: 'undoing' },
  'finish-undoing': { from: ['undoing'], to: 'undone' },
  cancel: { from: ['uploaded', 'mapped', 'checking', 'checked', 'applying'], to: 'cancelled' },
  fail: { from: ['uploaded', 'mapped', 'checking', 'applying'], to: 'failed' },
} as const satisfies Record<string, { from: readonly ImportState[]; to: ImportState }>

export type ImportEvent = keyof typeof changes
export const importEvents = Object.keys(changes) as ImportEvent[]

/** The state after the event, or null when it cannot happen now. */
export function stateAfter(state: ImportState, event: ImportEvent): ImportState | null {
  const { from, to } = changes[event]
  return (from as readonly ImportState[]).includes(state) ? to : null
}

export const statesBefore = (event: ImportEvent): readonly ImportState[] => changes[event].from
export const outcomeOf = (event: ImportEvent): ImportState => changes[event].to

/** States in which a job is at work, or should be. */
export const workingStates = ['checking', 'applying', 'undoing'] as const
export type WorkingState = (typeof workingStates)[number]

/** How long "Ongedaan maken" stays. */
export const undoDays = 30

/** Which of the four steps an import is at; `asked` is the one the address asks for. */
export function stepOf(state: ImportState, requested: string | null): 1 | 2 | 3 | 4 {
  if (state === 'uploaded' || (requested === 'columns' && ['mapped', 'checked', 'failed'].includes(state))) return 2
  if (state === 'failed') return 1
  return ['applying', 'applied', 'undoing', 'undone'].includes(state) ? 4 : 3
}
