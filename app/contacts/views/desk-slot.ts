import type { ComponentType, ReactNode } from 'react'
import type { DeskPerson } from './desk-live.tsx'

/** What every page of a desk has around it. */
export type DeskParts = {
  Around: ComponentType<{ person: DeskPerson; children: ReactNode }>
  Header: ComponentType
  Bars: ComponentType
}

let parts: DeskParts | null = null

export const provideDesk = (provided: DeskParts) => {
  parts = provided
}

/** Null in a browser that has not loaded them: whoever works for a corporation never does. */
export const deskParts = (): DeskParts | null => parts
