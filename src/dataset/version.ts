import packageJson from '../../package.json' with { type: 'json' }

/** Version of the program and of the dataset it publishes. */
export const version: string = packageJson.version
