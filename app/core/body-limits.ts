/** Bytes that a form may count: at the door, where nobody is known yet; about a call, with all that is noted; any other. */
export const doorBytes = 10_000
/** Of the form of a line, which everybody may send: room for far more words than are taken, so that they come back. */
const requestBytes = 40_000
const callBytes = 500_000
const formBytes = 250_000
/** Of a form that carries a file, what stands around the file. */
const aroundFileBytes = 10_000

const longest: [path: RegExp, bytes: number][] = [
  [/^\/+(sign-in|sign-out|account|invitations\/.*)(\.data)?\/*$/i, doorBytes],
  [/^\/+b\//i, requestBytes],
  [/^\/calls\//i, callBytes],
]
/** What is sent in a form is small: whoever takes longer holds a connection for nothing. */
export const bodyPatienceMs = 60_000
const uploads = /^\/imports\/new(\.data)?$/

export const takesFile = (path: string) => uploads.test(path)

/** The bytes that may be sent to an address; `fileBytes` is the size a file may have. */
export function mostBytesTo(path: string, fileBytes: number): number {
  if (takesFile(path)) return fileBytes + aroundFileBytes
  return longest.find(([address]) => address.test(path))?.[1] ?? formBytes
}
