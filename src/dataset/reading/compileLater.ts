import { setFlagsFromString } from 'node:v8'

/**
 * So often a function is called before V8 compiles it with TurboFan, whose code is the fastest and takes the longest
 * to make. By itself V8 does so after 3,000 calls, and all that is called a few times a file comes to those, in
 * thousands of files one function after the other. What takes the time is called for every line and cell, and comes
 * to this number in seconds; for the rest the code of the compiler before is as good.
 */
const calls = 30_000

/**
 * For a process that reads file after file: leaves uncompiled what compiling costs more than it gives. A V8 without
 * the flag says so and compiles as it would.
 */
export const compileLater = (): void => setFlagsFromString(`--invocation-count-for-turbofan=${calls}`)
