import { xml } from './xml'

it('writes strings as CDATA, numbers bare and lists repeated', () => {
  expect(xml({ Event: 'x', CreateTime: 5, Id: ['a', 'b'], Detail: { Item: 'c' }, State: undefined })).toBe(
    '<xml><Event><![CDATA[x]]></Event><CreateTime>5</CreateTime><Id><![CDATA[a]]></Id><Id><![CDATA[b]]></Id><Detail><Item><![CDATA[c]]></Item></Detail></xml>',
  )
})

it('repeats an element that has parts', () => {
  expect(xml({ List: { Item: [{ Id: 1 }, { Id: 2 }] } })).toBe(
    '<xml><List><Item><Id>1</Id></Item><Item><Id>2</Id></Item></List></xml>',
  )
})

it('keeps a text that would end its CDATA whole', () => {
  expect(xml({ State: 'a]]>b' })).toBe('<xml><State><![CDATA[a]]]]><![CDATA[>b]]></State></xml>')
})
