import { UsageError } from './dataset/write/folder.ts'

/** A name in an address that needs no escape, and is not a way up. */
const isPlain = (step: string): boolean => /^[\w.~-]+$/.test(step) && !/^\.+$/.test(step)

/**
 * Checks where the site is published, which `astro.config.mjs` takes from the environment.
 *
 * @throws UsageError when `GONGKAI_SITE` is not an http address or `GONGKAI_BASE` not a folder of a server
 */
export function requireSiteAddress(env: NodeJS.ProcessEnv = process.env): void {
  const { GONGKAI_SITE: site, GONGKAI_BASE: base } = env
  if (site && !/^https?:$/.test(URL.parse(site)?.protocol ?? '')) {
    throw new UsageError(`GONGKAI_SITE takes an address such as https://example.org, not ${site}`)
  }
  if (base && !base.split('/').every((step) => step === '' || isPlain(step))) {
    throw new UsageError(`GONGKAI_BASE takes a folder of the server such as /atlas/, not ${base}`)
  }
}
