/** The steps of the one scale for quantities; 0 is paper, for what is too little to shade. */
export type Shade = 0 | 1 | 2 | 3 | 4 | 5

/** The shade of a share between 0 and 1: a fifth of the range each. */
export const shadeOfShare = (share: number): Shade => Math.min(5, Math.floor(share * 5) + 1) as Shade

/** The shade of a count: none for 0, then a step for each order of magnitude. */
export const shadeOfVolume = (count: number): Shade =>
  (count < 1 ? 0 : Math.min(5, Math.floor(Math.log10(count)) + 1)) as Shade
