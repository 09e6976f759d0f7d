import { defineConfig } from 'vitest/config'

// The projects run one after the other: timings in a browser suffer from busy neighbours, and Vitest wants
// projects that differ in workers apart. Neither has order 0, the default, which on a machine with few cores
// comes last.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Pictures take their looks from the style sheets, which Vitest would else give as empty.
          css: true,
          include: ['src/**/*.test.ts', 'tests/cases/**/*.test.ts', 'tests/*.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'site',
          environment: 'node',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: ['tests/site/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each worker has a browser of its own.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
