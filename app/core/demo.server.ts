import { processSingleton } from './process-singleton.server.ts'

const demo = () => processSingleton('demo', () => ({ is: false }))

/** This process serves the demo: people who are not there, and things that are done for show. */
export const serveDemo = () => {
  demo().is = true
}
export const isDemo = () => demo().is
