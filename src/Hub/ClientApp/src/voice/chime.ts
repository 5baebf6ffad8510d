/** Two falling bell tones before each call, made here so that it needs no file: 16-bit mono, as the calls are. */
const RATE = 22_050
const SECONDS = 1.1
const BELLS = [
  { at: 0, pitch: 783.99 },
  { at: 0.42, pitch: 659.26 },
]

function strength(time: number): number {
  return BELLS.reduce((sum, bell) => {
    const since = time - bell.at
    if (since < 0) return sum
    const attack = Math.min(1, since / 0.008)
    const tone = Math.sin(2 * Math.PI * bell.pitch * since) + 0.3 * Math.sin(4 * Math.PI * bell.pitch * since)
    return sum + 0.3 * attack * Math.exp(-since * 5) * tone
  }, 0)
}

/** A WAV of `seconds`, its samples (-1 to 1) given by `sample`. */
function wav(seconds: number, sample: (time: number) => number): Blob {
  const count = Math.round(seconds * RATE)
  const view = new DataView(new ArrayBuffer(44 + count * 2))
  const tag = (at: number, text: string) =>
    [...text].forEach((char, i) => view.setUint8(at + i, char.charCodeAt(0)))
  tag(0, 'RIFF')
  view.setUint32(4, 36 + count * 2, true)
  tag(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, RATE, true)
  view.setUint32(28, RATE * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  tag(36, 'data')
  view.setUint32(40, count * 2, true)
  for (let i = 0; i < count; i++) {
    view.setInt16(44 + i * 2, Math.max(-1, Math.min(1, sample(i / RATE))) * 32_767, true)
  }
  return new Blob([view], { type: 'audio/wav' })
}

export const chime = (): Blob => wav(SECONDS, strength)

/** Played once at the start, to learn whether the browser lets the page speak. */
export const silence = (): Blob => wav(0.05, () => 0)
