/** The quick reader and the strict parser: what the one reads, the other reads the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictly } from '../../src/soap/parse.ts';
import { scanXml } from '../../src/soap/scan.ts';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const name = fc.constantFrom(
  'a',
  'obj',
  '_this',
  'x.y-1',
  '__proto__',
  'p:a',
  'q:b',
  'xsi:type',
  'xml:lang',
  'é',
  'constructor',
);
const plain = fc.constantFrom('x', ' ', '&lt;', '&amp;', '&quot;', "'", '7', 'vim25:Task', '雪', '>');
const odd = fc.constantFrom('&#65;', '\n', '\t', '&', '<');
const value = fc
  .array(fc.oneof({ weight: 12, arbitrary: plain }, { weight: 1, arbitrary: odd }), { maxLength: 4 })
  .map((parts) => parts.join(''));
const declaration = fc.constantFrom(
  'xmlns="urn:x"',
  'xmlns=""',
  'xmlns:p="urn:p"',
  'xmlns:p="urn:r"',
  'xmlns:q=""',
  `xmlns:xsi="${XSI}"`,
);
const attribute = fc.oneof(
  { weight: 2, arbitrary: declaration },
  fc.tuple(name, value, fc.constantFrom('"', "'")).map(([n, v, q]) => `${n}=${q}${v}${q}`),
);
const rare = fc.constantFrom(
  '<!-- c -->',
  '<![CDATA[<x>]]>',
  '<?pi x?>',
  ']]>',
  '\r\n',
  '\u0000',
  '🦊',
  '<!DOCTYPE a>',
);
const head = fc.constantFrom(
  '',
  '<?xml version="1.0"?>',
  "<?xml version='1.0' encoding='utf-8'?>\n",
  '<?xml version="1.1"?>',
  ' ',
  '<?xml?>',
);

const mostly = fc.constantFrom('a', 'obj', '_this', 'p:a', 'q:b');
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.oneof({ weight: 5, arbitrary: mostly }, { weight: 1, arbitrary: name }),
      fc.array(attribute, { maxLength: 3 }),
      fc.array(
        fc.oneof(
          { depthSize: 'small', maxDepth: 4 },
          value,
          { weight: 1, arbitrary: rare },
          { weight: 6, arbitrary: tie('element') },
        ),
        {
          maxLength: 3,
        },
      ),
      fc.boolean(),
    )
    .map(([n, attributes, content, short]) => {
      const tag = [n, ...attributes].join(' ');
      return short ? `<${tag}/>` : `<${tag}>${content.join('')}</${n}>`;
    }),
}));
const root = element.map((inner) => `<r xmlns:p="urn:p" xmlns:q="urn:q" xmlns:xsi="${XSI}">${inner}</r>`);
const whole = fc.tuple(head, fc.oneof(root, element), fc.constantFrom('', '\n', ' x')).map((parts) => parts.join(''));
const damaged = fc
  .tuple(whole, fc.nat(), fc.constantFrom('', '<', '>', '"', '/', ' ', ':', '&', 'z'))
  .map(([text, at, put]) => {
    const i = at % (text.length + 1);
    return text.slice(0, i) + put + text.slice(i + 1);
  });

describe('the quick reader of XML', () => {
  it('reads what the strict parser reads, and nothing it refuses', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(whole, damaged), (text) => {
        const quick = scanXml(text, 5);
        if (quick === undefined) return;
        read++;
        expect(quick).toEqual(parseStrictly(text, 5));
      }),
      { numRuns: 10_000 },
    );
    // A reader that passed everything on would hold the above without reading a thing.
    expect(read).toBeGreaterThan(500);
  });

  it.each([
    `<?xml version="1.0" encoding="UTF-8"?>\n<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="${XSI}"><soapenv:Body><Login xmlns="urn:vim25"><_this type="SessionManager">SessionManager</_this><userName>a&amp;b</userName></Login></soapenv:Body></soapenv:Envelope>`,
    `<?xml version='1.0' encoding='utf-8'?>\n<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><x xsi:type='y:Z' xmlns:xsi='${XSI}'/></e:Body></e:Envelope>\n`,
  ])('reads what clients send: %#', (text) => {
    expect(scanXml(text, 100)).toEqual(parseStrictly(text, 100));
    expect(scanXml(text, 100)).toBeDefined();
  });
});
