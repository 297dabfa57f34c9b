/**
 * A UUID of version 4 from any source of numbers in [0, 1).
 * The mini-program runtime has no synchronous crypto; these ids only keep two replies apart, they guard nothing.
 */
export const uuidFrom = (random: () => number): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (slot) => {
    const nibble = Math.floor(random() * 16)
    return (slot === 'x' ? nibble : (nibble % 4) + 8).toString(16)
  })
