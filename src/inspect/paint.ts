import { styleText } from 'node:util'

/** What stands out on a terminal, by what it means. */
const styles = {
  title: 'bold',
  aside: 'dim',
  blank: 'dim',
  not_applicable: 'cyan',
  unreadable: 'red',
  missing: 'magenta',
  proved: 'green',
  recovered: 'yellow',
  error: 'red',
  warning: 'yellow',
  info: 'dim',
} as const

/** Colours a text, or leaves it as it is. It must not change what the text says. */
export type Paint = (style: keyof typeof styles, text: string) => string

export const plain: Paint = (_, text) => text

/** Colours where the stream is a terminal; `NO_COLOR` and `FORCE_COLOR` are heeded. */
export const paintFor =
  (stream: NodeJS.WriteStream): Paint =>
  (style, text) =>
    styleText(styles[style], text, { stream })
