/** Words of the prose for a message, cut off where they are long. */
export const shown = (words: string): string => (words.length > 80 ? `${words.slice(0, 79)}…` : words)
