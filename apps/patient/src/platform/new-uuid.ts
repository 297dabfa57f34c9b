/** A random id (RFC 9562 version 4). It keeps one person's messages apart; nobody has to be unable to guess it. */
export const newUuid = (random: () => number): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(random() * 16)
    return (place === 'x' ? digit : (digit % 4) + 8).toString(16)
  })
