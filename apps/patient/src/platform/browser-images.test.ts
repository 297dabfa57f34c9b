import { pickedOf } from './browser-images'

test.each([
  [{ name: 'voice.wav', type: 'audio/wav' }, 'audio/wav'],
  [{ name: 'voice.bin', type: 'audio/webm' }, 'audio/webm'],
  [{ name: 'voice.wav' }, 'audio/wav'],
  [{ name: 'voice.M4A', type: '' }, 'audio/mp4'],
  [{ name: 'voice.webm' }, 'audio/webm'],
  [{ name: 'voice.mp3' }, 'audio/mpeg'],
  [{ name: 'foot.png' }, 'image/png'],
  [{ name: 'foot' }, 'image/jpeg'],
])('%j is %s', (file, type) => {
  const { name, bytes } = pickedOf({ ...file, base64: 'AQI=' })
  expect([name, bytes.type, bytes.size]).toEqual([file.name, type, 2])
})
