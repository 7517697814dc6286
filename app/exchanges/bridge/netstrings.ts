/** Of one message; what is longer is no event of a call. */
const mostBytes = 32_000
const [colon, comma] = [':', ','].map((mark) => mark.charCodeAt(0))

export class NotNetstrings extends Error {}

/**
 * Takes a stream apart into its netstrings (`5:hello,`), however it was cut on its way. Each call gives those that are whole
 * by now. Throws `NotNetstrings` when something else is said there.
 */
export function netstringReader(): (chunk: Buffer) => string[] {
  let rest = Buffer.alloc(0)
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    const whole: string[] = []
    for (let found = firstOf(rest); found; found = firstOf(rest)) {
      whole.push(found.text)
      rest = rest.subarray(found.end)
    }
    return whole
  }
}

/** The first one with where it ends, or null while it is not whole. */
function firstOf(bytes: Buffer): { text: string; end: number } | null {
  const mark = bytes.indexOf(colon ?? 0)
  const written = bytes.toString('latin1', 0, mark < 0 ? bytes.length : mark)
  if (!(mark < 0 ? /^\d{0,5}$/ : /^\d{1,5}$/).test(written) || Number(written) > mostBytes)
    throw new NotNetstrings('no length')
  if (mark < 0) return null
  const end = mark + 1 + Number(written)
  if (bytes.length <= end) return null
  if (bytes[end] !== comma) throw new NotNetstrings('no end')
  return { text: bytes.toString('utf8', mark + 1, end), end: end + 1 }
}
