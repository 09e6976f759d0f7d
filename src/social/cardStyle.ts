import type { Role } from '../charts/drawing.ts'
import { inlineTokens, lightTokens } from '../charts/standalone.ts'
import chartStyles from '../styles/charts.css?raw'
import tokenStyles from '../styles/tokens.css?raw'

const tokens = lightTokens(tokenStyles)

/** The looks of charts with their light colours written in. */
export const chartStyle = inlineTokens(chartStyles, tokens)

/** A colour of the site. */
export function colour(name: string): string {
  const value = tokens.get(`--${name}`)
  if (!value) throw new Error(`styles/tokens.css has no --${name}`)
  return value
}

/** How the text of a role is set in charts. */
export interface TextStyle {
  readonly size: number
  readonly isTitle: boolean
  readonly isStrong: boolean
  /** Width of the line around the letters that keeps them apart from what is behind them. */
  readonly halo: number
}

const known = new Map<Role, TextStyle>()

function styleOf(role: Role): TextStyle {
  const rule = chartStyle.match(new RegExp(`\\.chart-${role} \\{([^}]*)\\}`))?.[1] ?? ''
  const number = (name: string) => Number.parseFloat(rule.match(new RegExp(`${name}: ([\\d.]+)`))?.[1] ?? '0')
  return {
    size: number('font-size'),
    isTitle: /font-family/.test(rule),
    isStrong: number('font-weight') >= 600,
    halo: number('stroke-width'),
  }
}

/** The looks of the text of a role, from the style sheet of the charts. */
export function textStyle(role: Role): TextStyle {
  const style = known.get(role) ?? styleOf(role)
  known.set(role, style)
  return style
}
