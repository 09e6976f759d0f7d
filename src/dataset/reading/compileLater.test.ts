import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('V8 knows the flag that makes it compile later', () => {
  const source = new URL('./compileLater.ts', import.meta.url).href
  const script = `import(${JSON.stringify(source)}).then(({ compileLater }) => compileLater())`
  const { status, stderr } = spawnSync(process.execPath, ['--no-warnings', '-e', script], {
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
