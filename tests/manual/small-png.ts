import { crc32, deflateSync, inflateSync } from 'node:zlib'

// Backgrounds and lines, which may be nearly alike.
const flatColours = 24
const indistinct = 60

/**
 * The same picture with at most 256 colours, each point the nearest of the most used: a third of the size, and not to
 * be told apart for a screen. Takes what Chromium writes: 8 bits, RGB or RGBA, not interlaced.
 */
export function smallPng(png: Buffer): Buffer {
  const chunks = chunksOf(png)
  const header = chunks.find(({ type }) => type === 'IHDR')!.data
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const bytesPerPoint = header[9] === 6 ? 4 : 3
  const rows = unfiltered(
    inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))),
    {
      bytesPerPoint,
      width,
      height,
    },
  )
  const points = Uint32Array.from({ length: width * height }, (_, at) => rows.readUIntBE(at * bytesPerPoint, 3))
  const palette = mostUsed(points)
  const indexOf = nearestIn(palette)
  const lines = Buffer.alloc(height * (width + 1))
  for (let at = 0; at < points.length; at++) lines[at + Math.floor(at / width) + 1] = indexOf(points[at]!)
  const indexed = Buffer.from(header)
  indexed[9] = 3
  const colours = Buffer.alloc(palette.length * 3)
  for (const [at, colour] of palette.entries()) colours.writeUIntBE(colour, at * 3, 3)
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', indexed),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunksOf(png: Buffer) {
  const chunks: { type: string; data: Buffer }[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
  }
  return chunks
}

type Shape = { bytesPerPoint: number; width: number; height: number }

/** Each line says how it was predicted from the points before it and above it: the five filters of PNG. */
function unfiltered(packed: Buffer, { bytesPerPoint, width, height }: Shape): Buffer {
  const length = width * bytesPerPoint
  const rows = Buffer.alloc(length * height)
  for (let row = 0; row < height; row++) {
    const filter = packed[row * (length + 1)]!
    for (let at = 0; at < length; at++) {
      const here = row * length + at
      const left = at >= bytesPerPoint ? rows[here - bytesPerPoint]! : 0
      const above = row > 0 ? rows[here - length]! : 0
      const corner = row > 0 && at >= bytesPerPoint ? rows[here - length - bytesPerPoint]! : 0
      const guess = [0, left, above, (left + above) >> 1, filter === 4 ? paeth(left, above, corner) : 0][filter]!
      rows[here] = packed[row * (length + 1) + 1 + at]! + guess
    }
  }
  return rows
}

function paeth(left: number, above: number, corner: number) {
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(left + above - corner - value))
  if (toLeft! <= toAbove! && toLeft! <= toCorner!) return left
  return toAbove! <= toCorner! ? above : corner
}

/** The most used first, without those that the eye cannot tell from one before them: so rare colours keep a place. */
function mostUsed(points: Uint32Array): number[] {
  const uses = new Map<number, number>()
  for (const colour of points) uses.set(colour, (uses.get(colour) ?? 0) + 1)
  const chosen: number[] = []
  for (const [colour] of [...uses].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    if (chosen.length === 256) break
    if (chosen.length < flatColours || chosen.every((other) => distance(colour, other) > indistinct))
      chosen.push(colour)
  }
  return chosen
}

function distance(one: number, other: number) {
  const [red, green, blue] = [16, 8, 0].map((bits) => ((one >> bits) & 255) - ((other >> bits) & 255))
  return red! ** 2 + green! ** 2 + blue! ** 2
}

function nearestIn(palette: number[]) {
  const known = new Map(palette.map((colour, at) => [colour, at]))
  return (colour: number) => {
    const found = known.get(colour)
    if (found !== undefined) return found
    const distances = palette.map((other) => distance(colour, other))
    const nearest = distances.indexOf(Math.min(...distances))
    known.set(colour, nearest)
    return nearest
  }
}

function chunk(type: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
