import { type Urgency, urgencies } from './contact.ts'

type Tone = { hertz: readonly number[]; beatMs: number; everyMs: number }

/** Higher, quicker and more often as it is more urgent. */
export const tones: Record<Urgency, Tone> = {
  [urgencies.danger]: { hertz: [988, 740, 988, 740, 988, 740], beatMs: 150, everyMs: 2_000 },
  [urgencies.urgent]: { hertz: [784, 988, 784], beatMs: 180, everyMs: 4_000 },
  [urgencies.general]: { hertz: [587, 784], beatMs: 220, everyMs: 6_000 },
  [urgencies.chat]: { hertz: [523], beatMs: 300, everyMs: 10_000 },
}

const loudness = 0.2
const edgeSeconds = 0.02

export type CallSound = {
  /** Whether the browser lets it be heard. */
  isAllowed(): boolean
  /** To be called while somebody presses something: only then a browser may allow it. */
  allow(): Promise<boolean>
  play(urgency: Urgency): void
  close(): void
}

/** Makes its own sound: there is no file that may fail to come. */
export function openCallSound(onChange: () => void): CallSound {
  const context = new AudioContext()
  context.onstatechange = onChange
  return {
    isAllowed: () => context.state === 'running',
    async allow() {
      // A browser that says no leaves this open until somebody presses something.
      await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 500))])
      return context.state === 'running'
    },
    play(urgency) {
      if (context.state !== 'running') return
      const { hertz, beatMs } = tones[urgency]
      for (const [index, pitch] of hertz.entries()) beep(context, pitch, (index * beatMs) / 1000)
    },
    close: () => void context.close(),
  }
}

function beep(context: AudioContext, pitch: number, after: number) {
  const [oscillator, gain] = [context.createOscillator(), context.createGain()]
  const [start, end] = [context.currentTime + after, context.currentTime + after + 0.13]
  oscillator.type = 'triangle'
  oscillator.frequency.value = pitch
  // Without an edge a tone clicks.
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(loudness, start + edgeSeconds)
  gain.gain.setValueAtTime(loudness, end - edgeSeconds)
  gain.gain.linearRampToValueAtTime(0, end)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(start)
  oscillator.stop(end)
}
