import { z } from 'zod'
import { about, datasetUrl } from '../dataset/describe/about.ts'
import { collections, indexSchema, schemas } from './schemas.ts'

/** Where the interface is on the site, without leading slash; `v1` changes when a program for it would fail. */
export const apiPath = 'api/v1/'

const titles = {
  agencies: { list: 'All agencies', member: 'An agency with its reports and their indicators' },
  regions: { list: 'All regions', member: 'A region with its figures by year' },
  charts: { list: 'All charts', member: 'The data of a chart' },
  indicators: { list: 'All indicators', member: 'An indicator with its distribution by year' },
} as const

// `additionalProperties` is left open: fields may be added within a version.
const jsonSchema = (schema: z.ZodType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' })
  return rest
}

const get = (operationId: string, summary: string, schema: string, parameter?: string) => ({
  get: {
    operationId,
    summary,
    ...(parameter
      ? { parameters: [{ name: parameter, in: 'path', required: true, schema: { type: 'string' } }] }
      : {}),
    responses: {
      '200': {
        description: summary,
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
      },
      ...(parameter ? { '404': { description: 'There is none with this id.' } } : {}),
    },
  },
})

/** Addresses in the interface as OpenAPI 3.1 describes them, made from the schemas of its files. */
export function openApi() {
  const of = about()
  const site = datasetUrl()
  const paths = collections.flatMap((name) => [
    [`/${name}.json`, get(`list_${name}`, titles[name].list, `${name}_list`)] as const,
    [
      `/${name}/{${schemas[name].id}}.json`,
      get(`get_${name}`, titles[name].member, name, schemas[name].id),
    ] as const,
  ])
  const components = collections.flatMap((name) => [
    [`${name}_list`, jsonSchema(schemas[name].list)] as const,
    [name, jsonSchema(schemas[name].member)] as const,
  ])
  return {
    openapi: '3.1.0',
    info: {
      title: of.title_en,
      version: of.version,
      description: `${of.description_en} Static files: the same address always gives the same kind of file.`,
      license: { name: of.licence.title, identifier: of.licence.id },
    },
    servers: [{ url: site ? new URL(`../${apiPath}`, site).href : './' }],
    paths: { '/index.json': get('index', 'What there is', 'index'), ...Object.fromEntries(paths) },
    components: { schemas: { index: jsonSchema(indexSchema), ...Object.fromEntries(components) } },
  }
}
