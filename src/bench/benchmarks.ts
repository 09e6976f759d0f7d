import type { Benchmark } from './benchmark.ts'
import { readingHtml } from './readingHtml.ts'
import { readingDocx, readingPdf, readingXlsx } from './readingPacked.ts'
import { readingText } from './readingText.ts'
import { rebuilding } from './rebuilding.ts'
import { similarity } from './similarity.ts'
import { workers } from './workers.ts'

/** Every benchmark, in the order in which they run. Adding one here adds it to the command and its test. */
export const benchmarks: readonly Benchmark[] = [
  readingText,
  readingHtml,
  readingDocx,
  readingXlsx,
  readingPdf,
  similarity,
  workers,
  rebuilding,
]
