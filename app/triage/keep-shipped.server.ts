import { beforeSignIn } from '#app/core/scope.server.ts'
import { shippedProtocols } from './base-protocols.ts'
import { keepBaseProtocols } from './keep-base.server.ts'

/** Before anybody is judged on them: whatever starts does it, whichever is first. */
export const keepShippedProtocols = (): Promise<void> => beforeSignIn((tx) => keepBaseProtocols(tx, shippedProtocols))
