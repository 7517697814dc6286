import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { smallPng } from './small-png.ts'

const [white, green, black] = [0xffffff, 0x0b5a5e, 0x000000]
const points = [
  [white, white, green],
  [green, black, white],
  [black, black, green],
  [white, green, black],
  [green, green, white],
]

test('a picture of few colours keeps every point, however its lines were packed', () => {
  const small = chunksOf(smallPng(packed(points)))
  const palette = small.get('PLTE')!
  const colours = Array.from({ length: palette.length / 3 }, (_, at) => palette.readUIntBE(at * 3, 3))
  const lines = inflateSync(small.get('IDAT')!)
  const shown = points.map((line, row) => line.map((_, at) => colours[lines[row * 4 + 1 + at]!]))
  expect(shown).toEqual(points)
})

test('a picture of many colours becomes one of at most 256, each near to what it was', () => {
  const many = Array.from({ length: 40 }, (_, row) =>
    Array.from({ length: 40 }, (_, at) => ((row * 6) << 16) | ((at * 6) << 8) | 128),
  )
  const small = chunksOf(smallPng(packed(many)))
  const palette = small.get('PLTE')!
  expect(palette.length / 3).toBeLessThanOrEqual(256)
  const first = palette.readUIntBE(inflateSync(small.get('IDAT')!)[1]! * 3, 3)
  expect(first).toBe(many[0]![0])
})

/** One line in each of the five ways in which PNG predicts a point: as it is, left, above, the mean of both, Paeth's. */
function packed(rows: number[][]): Buffer {
  const width = rows[0]!.length
  const raw = rows.map((line) => line.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  const lines = raw.map((line, row) => {
    const filter = row % 5
    const guess = (at: number) => {
      const [left = 0, above = 0, corner = 0] = [line[at - 3], raw[row - 1]?.[at], raw[row - 1]?.[at - 3]]
      const nearest = [left, above, corner].sort(
        (a, b) => Math.abs(left + above - corner - a) - Math.abs(left + above - corner - b),
      )
      return [0, left, above, Math.floor((left + above) / 2), nearest[0]!][filter]!
    }
    return [filter, ...line.map((value, at) => (value - guess(at)) & 255)]
  })
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, rows.length, 8, 2, 0, 0, 0])
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(lines.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** Throws when the sum of a chunk is wrong. */
function chunksOf(png: Buffer) {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const end = at + 8 + png.readUInt32BE(at)
    if (png.readUInt32BE(end) !== crc32(png.subarray(at + 4, end))) throw new Error('A chunk is damaged.')
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end))
  }
  return chunks
}
