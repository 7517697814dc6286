import type { Tone } from '#app/ui/badge.tsx'
import type { ImportState } from '../import-state.ts'

export const stateTone: Record<ImportState, Tone> = {
  uploaded: 'waiting',
  mapped: 'waiting',
  checking: 'active',
  checked: 'waiting',
  applying: 'active',
  applied: 'done',
  undoing: 'active',
  undone: 'neutral',
  failed: 'attention',
  cancelled: 'neutral',
}
