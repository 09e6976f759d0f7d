import { setFlagsFromString } from 'node:v8'

/**
 * So often a function is called before V8 compiles it with TurboFan, whose code is the fastest and takes the longest
 * to make. By itself V8 does so after 3,000 calls, and all that is called a few times a file comes to those, in
 * thousands of files one function after the other. At this number, the first hundreds of files take what V8 by itself
 * takes less a fifth of a second, and all that follow as little as at any; at 30,000 they take a tenth more.
 */
const calls = 5000

/**
 * For a process that reads file after file: leaves uncompiled for a while what compiling costs more than it gives. A
 * V8 without the flag says so and compiles as it would.
 */
export const compileLater = (): void => setFlagsFromString(`--invocation-count-for-turbofan=${calls}`)
