/**
 * What the standards ask of the files that describe the dataset, as JSON Schemas of our own: neither standard has a
 * package with its schema. Fields beyond them are allowed, as the standards allow them.
 */

const text = { type: 'string', minLength: 1 } as const
const texts = { type: 'array', minItems: 1, items: text } as const
const sha256 = '[0-9a-f]{64}'

const tableField = {
  type: 'object',
  required: ['name', 'type'],
  properties: {
    name: text,
    type: { enum: ['string', 'number', 'integer', 'boolean', 'date', 'datetime', 'time', 'year', 'any'] },
    title: text,
    description: text,
    constraints: {
      type: 'object',
      properties: { enum: { type: 'array', minItems: 1, uniqueItems: true, items: text } },
    },
  },
} as const

const tableSchema = {
  type: 'object',
  required: ['fields'],
  properties: {
    fields: { type: 'array', minItems: 1, items: tableField },
    primaryKey: texts,
    missingValues: { type: 'array', items: { type: 'string' } },
    foreignKeys: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['fields', 'reference'],
        properties: {
          fields: texts,
          reference: {
            type: 'object',
            required: ['fields'],
            properties: { fields: texts, resource: { type: 'string' } },
          },
        },
      },
    },
  },
} as const

/** Data Package, version 2.0 (https://datapackage.org): package, resource, table schema and table dialect. */
export const dataPackageSchema = {
  type: 'object',
  required: ['$schema', 'resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    title: text,
    description: text,
    version: text,
    homepage: { type: 'string', format: 'uri' },
    keywords: texts,
    contributors: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', minProperties: 1, properties: { title: text, roles: texts } },
    },
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        anyOf: [{ required: ['name'] }, { required: ['path'] }],
        properties: { name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' }, path: text, title: text },
      },
    },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'path'],
        properties: {
          name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
          // Neither an absolute path nor one that leads out of the package.
          path: { type: 'string', pattern: '^(?!/)(?!.*\\.\\./)(?!~).+$' },
          type: { const: 'table' },
          title: text,
          description: text,
          format: text,
          mediatype: { type: 'string', pattern: '^.+/.+$' },
          encoding: text,
          bytes: { type: 'integer', minimum: 0 },
          hash: { type: 'string', pattern: `^sha256:${sha256}$` },
          dialect: {
            type: 'object',
            properties: {
              delimiter: { type: 'string', minLength: 1 },
              lineTerminator: { type: 'string' },
              quoteChar: { type: 'string', minLength: 1, maxLength: 1 },
              doubleQuote: { type: 'boolean' },
              header: { type: 'boolean' },
            },
          },
          schema: tableSchema,
        },
        dependentRequired: { schema: ['type'] },
      },
    },
  },
} as const

const reference = { type: 'object', required: ['@id'], properties: { '@id': text } } as const

/** Croissant 1.0 (http://mlcommons.org/croissant/1.0): the data set, its files, record sets and fields. */
export const croissantSchema = {
  type: 'object',
  required: [
    '@context',
    '@type',
    'conformsTo',
    'name',
    'description',
    'license',
    'url',
    'creator',
    'distribution',
    'recordSet',
  ],
  properties: {
    '@context': {
      type: 'object',
      required: [
        '@vocab',
        'sc',
        'cr',
        'dct',
        'conformsTo',
        'dataType',
        'recordSet',
        'field',
        'source',
        'extract',
      ],
      properties: {
        '@vocab': { const: 'https://schema.org/' },
        sc: { const: 'https://schema.org/' },
        cr: { const: 'http://mlcommons.org/croissant/' },
      },
    },
    '@type': { const: 'sc:Dataset' },
    conformsTo: { const: 'http://mlcommons.org/croissant/1.0' },
    name: text,
    description: text,
    license: { type: 'string', format: 'uri' },
    url: text,
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
    datePublished: { type: 'string', format: 'date' },
    citeAs: text,
    distribution: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['@type', '@id', 'name', 'contentUrl', 'encodingFormat', 'sha256'],
        properties: {
          '@type': { const: 'cr:FileObject' },
          '@id': text,
          contentUrl: text,
          contentSize: { type: 'string', pattern: '^\\d+ B$' },
          encodingFormat: { type: 'string', pattern: '^.+/.+$' },
          sha256: { type: 'string', pattern: `^${sha256}$` },
        },
      },
    },
    recordSet: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['@type', '@id', 'name', 'field'],
        properties: {
          '@type': { const: 'cr:RecordSet' },
          key: { type: 'array', minItems: 1, items: reference },
          field: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['@type', '@id', 'name', 'dataType', 'source'],
              properties: {
                '@type': { const: 'cr:Field' },
                dataType: { enum: ['sc:Text', 'sc:Integer', 'sc:Float', 'sc:Date', 'sc:Boolean', 'sc:URL'] },
                source: {
                  type: 'object',
                  required: ['fileObject', 'extract'],
                  properties: {
                    fileObject: reference,
                    extract: { type: 'object', required: ['column'], properties: { column: text } },
                  },
                },
                references: { type: 'object', required: ['field'], properties: { field: reference } },
              },
            },
          },
        },
      },
    },
  },
} as const

/** What schema.org and the search for data sets ask of a Dataset on a page. */
export const jsonLdSchema = {
  type: 'object',
  required: ['@context', '@type', 'name', 'description', 'url', 'license', 'creator', 'distribution'],
  properties: {
    '@context': { const: 'https://schema.org/' },
    '@type': { const: 'Dataset' },
    name: text,
    description: { type: 'string', minLength: 50, maxLength: 5000 },
    url: text,
    license: { type: 'string', format: 'uri' },
    isAccessibleForFree: { type: 'boolean' },
    temporalCoverage: { type: 'string', pattern: '^\\d{4}/\\d{4}$' },
    creator: {
      type: 'object',
      required: ['@type', 'name'],
      properties: { '@type': { enum: ['Organization', 'Person'] }, name: text },
    },
    distribution: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['@type', 'encodingFormat', 'contentUrl'],
        properties: {
          '@type': { const: 'DataDownload' },
          encodingFormat: { type: 'string', pattern: '^.+/.+$' },
          contentUrl: text,
        },
      },
    },
    variableMeasured: {
      type: 'array',
      items: {
        type: 'object',
        required: ['@type', 'name'],
        properties: { '@type': { const: 'PropertyValue' }, name: text, description: text },
      },
    },
  },
} as const
