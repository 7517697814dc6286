import { createContext, useContext } from 'react'
import type { Typed, TypedStep, TypedSteps } from '../typed-steps.ts'

const TypedContext = createContext<TypedSteps>({})

/** What was written in the forms of steps and refused, from before any script ran. */
export const TypedProvider = TypedContext.Provider
/** The same of one step; undefined when there is none. */
export const useTyped = (step: TypedStep): Typed | undefined => useContext(TypedContext)[step]
