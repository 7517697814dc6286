import type { Step } from '#app/lists/steps.ts'
import type { ImportState } from './import-state.ts'

/** What happens to a list, by people and by workers. What a check begins with is in the log as what led to it. */
export const importSteps = {
  'confirm-mapping': { action: 'tenant-list:mapped', from: ['uploaded', 'mapped', 'checked', 'failed'], to: 'mapped' },
  'start-check': { from: ['mapped', 'checked'], to: 'checking' },
  'finish-check': { action: 'tenant-list:checked', from: ['checking'], to: 'checked' },
  'start-application': { action: 'tenant-list:application-started', from: ['checked'], to: 'applying' },
  'finish-application': { action: 'tenant-list:applied', from: ['applying'], to: 'applied' },
  /** Another list was applied meanwhile, and this one now does something nobody said yes to. */
  'ask-again': { action: 'tenant-list:asks-again', from: ['applying'], to: 'checked' },
  'start-undoing': { action: 'tenant-list:undoing-started', from: ['applied'], to: 'undoing' },
  'finish-undoing': { action: 'tenant-list:undone', from: ['undoing'], to: 'undone' },
  cancel: {
    action: 'tenant-list:cancelled',
    from: ['uploaded', 'mapped', 'checking', 'checked', 'applying'],
    to: 'cancelled',
  },
  fail: { action: 'tenant-list:failed', from: ['uploaded', 'mapped', 'checking', 'applying'], to: 'failed' },
} as const satisfies Record<string, Step<ImportState>>

export type ImportStep = keyof typeof importSteps
