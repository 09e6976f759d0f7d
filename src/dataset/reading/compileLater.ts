import { setFlagsFromString } from 'node:v8'

/**
 * So often a function is called before V8 compiles it with TurboFan, whose code is the fastest and takes the longest
 * to make. By itself V8 does so after 3,000 calls, and all that is called a few times a file comes to those, in
 * thousands of files one function after the other. With this number the first hundreds of files take a quarter of a
 * second less than so, and the rest as little; with 30,000 the rest takes up to a tenth more. BENCHMARKS.md has the
 * figures.
 */
const calls = 5000

/**
 * For a process that reads file after file: leaves uncompiled for a while what compiling costs more than it gives. A
 * V8 without the flag says so and compiles as it would.
 */
export const compileLater = (): void => setFlagsFromString(`--invocation-count-for-turbofan=${calls}`)
