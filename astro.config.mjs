import { defineConfig } from 'astro/config'

// `GONGKAI_SITE` is the address the site is published at; without it, no absolute addresses are written.
const site = process.env.GONGKAI_SITE
// `GONGKAI_BASE` is the folder of the server it is published in, such as `/atlas/`.
const base = process.env.GONGKAI_BASE

export default defineConfig({
  ...(site ? { site } : {}),
  ...(base ? { base } : {}),
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  compressHTML: true,
  // Scripts and styles stay files of their own, so that a strict content security policy can be set.
  vite: { build: { assetsInlineLimit: 0 } },
})
