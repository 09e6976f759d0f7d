import { expect, test } from 'vitest'
import { checkWellFormed } from './xml.ts'

test.each([
  '',
  '<?xml version="1.0"?>\n<a><b x="1 > 0" y=\'"\'/><!-- <c> --><![CDATA[<d>]]></a>',
  '<w:p xmlns:w="urn:x"><w:t xml:space="preserve">1 &lt; 2 > 1</w:t></w:p>',
])('sound: %s', (xml) => {
  expect(() => checkWellFormed(xml)).not.toThrow()
})

test.each([
  '<a><b></a></b>',
  '<a><b>',
  '<a></a></b>',
  '<c><>0</v></c>',
  '<a x="1></a>',
  '<a x=1></a>',
  '<a',
  '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
])('damaged: %s', (xml) => {
  expect(() => checkWellFormed(xml)).toThrow(/damaged XML/)
})
