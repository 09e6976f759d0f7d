const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
}
const escaped = (text: string): string => text.replace(/[&<>'"]/g, (sign) => signs[sign] as string)

/**
 * The page at an address that leads on to another for ever, as Astro makes it.
 *
 * @param site where the site is published, if that is known
 */
export function redirectPage(from: string, to: string, site: string | undefined): string {
  const [target, absolute] = [escaped(to), escaped(site ? new URL(to, site).href : to)]
  return (
    `<!doctype html><title>Redirecting to: ${target}</title>` +
    `<meta http-equiv="refresh" content="0;url=${target}"><meta name="robots" content="noindex">` +
    `<link rel="canonical" href="${absolute}"><body>\t` +
    `<a href="${target}">Redirecting from <code>${escaped(from)}</code> to <code>${target}</code></a></body>`
  )
}
