import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { zipLimits } from '../ingest/zip.ts'
import { writePdf } from '../invented/render/pdfFile.ts'
import { type FileReading, readReport } from './report.ts'
import { readWhole } from './whole.ts'

// What THREAT_MODEL.md promises of hostile files. Other tests run beside these, hence the time.
vi.setConfig({ testTimeout: 60_000 })

const title = '云梦省虚构市甲区教育局2023年政府信息公开工作年度报告'
const good = join(import.meta.dirname, '../../tests/cases/pipe-rows/input.txt')
const read = (content: string | Uint8Array): Promise<FileReading> =>
  readReport('hostile', typeof content === 'string' ? strToU8(content) : content)
/** Everything that is known of a file after reading it, as one text. */
const known = async (content: string | Uint8Array) => JSON.stringify(await read(content))
const zipped = (files: Readonly<Record<string, string>>, level: 0 | 9 = 9) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level })

const relation = (id: string, type: string, target: string, external = false) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`
const relations = (...all: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`

/** A Word document with the given body, with a declaration before it and relations of its own. */
const word = (body: string, doctype = '', related = '') =>
  zipped({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(related),
    'word/document.xml': `<?xml version="1.0"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body><w:p><w:r><w:t>${title}</w:t></w:r></w:p>${body}</w:body></w:document>`,
  })
const run = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** A workbook of one sheet with the given cell as its text. */
const workbook = (text: string, doctype = '') =>
  zipped({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="s" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations(relation('r1', 'worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': `${doctype}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${title}</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`,
  })

/** Ten entities, each ten of the one before: a few hundred bytes that would become ten billion. */
const laughs = `<!DOCTYPE x [<!ENTITY e0 "笑笑笑笑笑笑笑笑笑笑">${Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')}]>`

describe('no entity is expanded', () => {
  test.each([
    ['a Word document', (doctype: string, entity: string) => word(run(entity), doctype)],
    ['a workbook', (doctype: string, entity: string) => workbook(entity, doctype)],
    ['a page', (doctype: string, entity: string) => `${doctype}<html><body><p>${title}</p><p>${entity}</p>`],
  ])('in %s', async (_, make) => {
    const said = await known(make(laughs, '&e9;'))
    expect(said.length).toBeLessThan(100_000)
    expect(said.match(/笑/g)?.length ?? 0).toBeLessThan(100)
    const secret = pathToSecret()
    const declared = `<!DOCTYPE x [<!ENTITY secret SYSTEM "file://${secret}">]>`
    expect(await known(make(declared, '&secret;'))).not.toContain('泄密')
  })
})

let folder: string
const pathToSecret = () => join(folder, 'secret.txt')
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-test-'))
  await mkdir(join(folder, 'raw'))
  await writeFile(pathToSecret(), '泄密')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('nothing is fetched', () => {
  let server: Server
  let asked: string[] = []
  let at: string
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(String(request.url))
      response.end('泄密')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  beforeEach(() => {
    asked = []
  })
  afterAll(() => new Promise((closed) => server.close(closed)))

  const picture = (id: string) =>
    `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  const page = () =>
    `<html><head><base href="${at}/"><link rel="stylesheet" href="a.css"><meta http-equiv="refresh" content="0;url=${at}/b"></head><body><p>${title}</p><img src="c.png"><script src="d.js"></script><iframe src="e"></iframe><object data="f"></object></body></html>`
  const pdf = (value: string) =>
    String(
      Buffer.from(
        writePdf([
          { width: 600, height: 800, texts: [{ x: 50, y: 50, size: 12, text: title }], strokes: [] },
        ]),
      ),
    ).replace('/Type /Catalog', `/Type /Catalog ${value}`)

  test.each<[string, () => string | Uint8Array]>([
    ['a page', page],
    ['a saved page', () => `MIME-Version: 1.0\nContent-Type: text/html\n\n${page()}`],
    ['a page that declares an entity', () => `<!DOCTYPE html SYSTEM "${at}/x.dtd">${page()}`],
    [
      'pictures of a Word document',
      () => word(picture('p1'), '', relation('p1', 'image', `${at}/p.png`, true)),
    ],
    [
      'the template of a Word document',
      () => word(run('一'), '', relation('t1', 'attachedTemplate', `${at}/t`, true)),
    ],
    ['the DTD of a Word document', () => word(run('一'), `<!DOCTYPE x SYSTEM "${at}/x.dtd">`)],
    ['the DTD of a workbook', () => workbook('一', `<!DOCTYPE x SYSTEM "${at}/x.dtd">`)],
    ['an action of a PDF', () => pdf(`/OpenAction << /S /URI /URI (${at}/o) >>`)],
    ['a script of a PDF', () => pdf(`/OpenAction << /S /JavaScript /JS (app.launchURL\\("${at}/j"\\)) >>`)],
  ])('by %s', async (_, make) => {
    const reading = await read(make())
    // A document type is refused in formats that do not have one.
    expect(reading.document !== null || reading.findings.length > 0).toBe(true)
    expect(asked).toEqual([])
    expect(JSON.stringify(reading)).not.toContain('泄密')
  })

  test('nor is a file of the machine read', async () => {
    for (const target of [pathToSecret(), `file://${pathToSecret()}`, '../../../../secret.txt']) {
      const reading = await read(word(picture('p1'), '', relation('p1', 'image', target, true)))
      expect(JSON.stringify(reading)).not.toMatch(/泄密|5rOE5a+G/)
    }
  })
})

describe('nothing outside the folder is read or written', () => {
  const raw = () => join(folder, 'raw')
  const paths = async () => {
    const { reports, issues } = await readWhole({ raw: raw() })
    return [...reports.map((report) => report.source.path), ...issues.map((issue) => issue.source_path)]
  }

  test('for the names in an archive', async () => {
    const names = [
      '../../up.txt',
      '/root.txt',
      'C:\\drive.txt',
      'a/../../b.txt',
      '..\\..\\back.txt',
      '\u0000.txt',
    ]
    await writeFile(join(raw(), 'a.zip'), zipped(Object.fromEntries(names.map((name) => [name, '公开']))))
    const before = await readdir(folder, { recursive: true })
    for (const path of await paths()) {
      expect(path).toMatch(/^a\.zip\//)
      expect(path.split('/')).not.toContain('..')
    }
    expect(await readdir(folder, { recursive: true })).toEqual(before)
  })

  test('for a path in sources.csv', async () => {
    await cp(good, join(raw(), 'a.txt'))
    const lines = ['path,agency', '../secret.txt,虚构局', `${pathToSecret()},虚构局`]
    await writeFile(join(folder, 'sources.csv'), lines.join('\n'))
    expect(new Set(await paths())).toEqual(new Set(['a.txt']))
  })

  test('for a symbolic link', async () => {
    await cp(good, join(raw(), 'a.txt'))
    await symlink(pathToSecret(), join(raw(), 'link.txt'))
    await symlink(folder, join(raw(), 'link'))
    expect(new Set(await paths())).toEqual(new Set(['a.txt']))
  })
})

describe('an archive that would fill the memory is refused', () => {
  const refusedIn = async (bytes: Uint8Array) => {
    await writeFile(join(folder, 'raw', 'a.zip'), bytes)
    const { issues } = await readWhole({ raw: join(folder, 'raw') })
    return issues.filter((issue) => issue.code === 'archive_refused').map((issue) => issue.found)
  }

  test('by how well it is packed', async () => {
    expect(await refusedIn(zipped({ 'a.txt': '0'.repeat(20_000_000) }))).toEqual([
      `compressed more than ${zipLimits.ratio} times`,
    ])
  })

  test('by how many files it has', async () => {
    const many = Object.fromEntries(Array.from({ length: zipLimits.entries + 1 }, (_, i) => [`${i}`, '']))
    expect(await refusedIn(zipped(many, 0))).toEqual([
      `${zipLimits.entries + 1} entries, limit ${zipLimits.entries}`,
    ])
  })

  test('by archives in archives', async () => {
    let bytes: Uint8Array = zipped({ 'a.txt': '公开' })
    for (let i = 0; i < 5; i += 1) bytes = zipSync({ 'a.zip': bytes })
    expect(await refusedIn(bytes)).toEqual(['archives nested too deep'])
  })
})

describe('deep nesting ends in a reading or an issue', () => {
  const deep = 100_000
  test.each<[string, () => string | Uint8Array]>([
    ['elements', () => `<html><body>${'<div>'.repeat(deep)}${title}`],
    ['tables', () => `<html><body>${'<table><tr><td>'.repeat(deep)}${title}`],
    ['inline elements', () => `<html><body><p>${'<b><i>'.repeat(deep)}${title}`],
    ['Word elements', () => word(`${'<w:p><w:r>'.repeat(deep)}一${'</w:r></w:p>'.repeat(deep)}`)],
    ['elements of a workbook', () => workbook(`${'<t>'.repeat(deep)}一${'</t>'.repeat(deep)}`)],
    ['arrays of a PDF', () => `%PDF-1.7\n1 0 obj ${'['.repeat(deep)}\ntrailer << /Root 1 0 R >>`],
    [
      'parts of a saved page',
      () => {
        const part = (i: number): string =>
          i > 200
            ? '公开'
            : `Content-Type: multipart/mixed; boundary="b${i}"\n\n--b${i}\n${part(i + 1)}\n--b${i}--`
        return `MIME-Version: 1.0\n${part(0)}`
      },
    ],
    ['brackets', () => `${title}\n${'（('.repeat(deep)}`],
  ])('of %s', async (_, make) => {
    const reading = await read(make())
    expect(reading.document !== null || reading.findings.length > 0).toBe(true)
  })
})

test('a PDF of more pages than are read says so', async () => {
  const text = { x: 50, y: 50, size: 12, text: '公开' }
  const sheet = { width: 600, height: 800, texts: [text], strokes: [] }
  const reading = await read(writePdf(Array.from({ length: 301 }, () => sheet)))
  expect(reading.findings.map((one) => one.code)).toContain('content_cut')
})

describe('a megabyte of one thing is read well within the time limit', () => {
  const atoms = [
    ' ',
    '\t',
    '\u3000',
    '|',
    '|\n',
    '\t\n',
    '(',
    '（',
    '[',
    '《',
    '<',
    '&',
    '1',
    '1 ',
    '1,',
    '一、',
    '年',
    '的',
    '-',
    '*',
    '#',
    '“',
    '申 请 ',
  ]
  test.each(atoms)('%j', { timeout: 15_000 }, async (atom) => {
    const reading = await read(`${title}\n${atom.repeat(1_000_000 / atom.length)}\n规章 1\n`)
    expect(reading.source.bytes).toBeGreaterThan(900_000)
  })

  test('of spaces in quoted-printable', { timeout: 15_000 }, async () => {
    const head = 'MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n'
    const reading = await read(`${head}<html><body>公开${' '.repeat(1_000_000)}x`)
    expect(reading.source.format).toBe('mht')
  })
})
