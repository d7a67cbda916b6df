import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeVmx, formatVmx, isVmxKey, parseVmx, VmxSyntaxError } from '../../src/formats/vmx.ts';

const entriesOf = (text: string) => Array.from(parseVmx(text), ({ key, value }) => [key, value]);

describe('a .vmx file', () => {
  it('is read line by line, comments and empty lines aside', () => {
    const text = '#!/usr/bin/vmware\n\n# said by hand\n.encoding = "UTF-8"\nmemsize = "512"  # MB\r\n numvcpus = "2"\n';
    expect(entriesOf(text)).toEqual([
      ['.encoding', 'UTF-8'],
      ['memsize', '512'],
      ['numvcpus', '2'],
    ]);
  });

  it('has keys in any case, values with or without quotes', () => {
    const vmx = parseVmx('displayName = "A b"\nScsi0:0.Present = TRUE\nmemSize=1024\nempty = ""\nbare =\n');
    expect([vmx.get('DISPLAYNAME'), vmx.flag('scsi0:0.present'), vmx.number('memsize')]).toEqual(['A b', true, 1024]);
    expect([vmx.get('empty'), vmx.get('bare'), vmx.get('none'), vmx.flag('displayname'), vmx.number('empty')]).toEqual([
      '',
      '',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('writes what a quoted value cannot hold as a bar and two digits', () => {
    const text = formatVmx([{ key: 'annotation', value: 'a "b"|c\nd\té' }]);
    expect(text).toBe('.encoding = "UTF-8"\nannotation = "a |22b|22|7Cc|0Ad|09é"\n');
    expect(parseVmx(text).get('annotation')).toBe('a "b"|c\nd\té');
    expect(parseVmx('a = "x|7Gy|"').get('a')).toBe('x|7Gy|');
  });

  it.each([
    ['no value', 'memsize\n', 1],
    ['a quote that stays open', 'a = "1"\nb = "2\n', 2],
    ['no key', '= "x"\n', 1],
    ['a key twice', 'a = "1"\n\nA = "2"\n', 3],
    ['words after the value', 'a = "1" b\n', 1],
  ])('with %s is refused by its line', (_, text, line) => {
    expect(() => parseVmx(text)).toThrow(VmxSyntaxError);
    try {
      parseVmx(text);
    } catch (error) {
      expect((error as VmxSyntaxError).line).toBe(line);
    }
  });

  it('is decoded by the character set it names', () => {
    const latin = Uint8Array.from(
      [...'.encoding = "windows-1252"\nn = "'].map((c) => c.charCodeAt(0)).concat(0xe9, 0x22),
    );
    expect(parseVmx(decodeVmx(latin)).get('n')).toBe('é');
    expect(decodeVmx(new TextEncoder().encode('n = "é"'))).toBe('n = "é"');
    expect(decodeVmx(Uint8Array.from([0x6e, 0xe9]))).toBe('né');
    expect(decodeVmx(new TextEncoder().encode('.encoding = "no-such-set"\nn = "ü"'))).toContain('ü');
  });

  it('gives back every value that was written', () => {
    const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((k) => isVmxKey(k));
    const entry = fc.record({ key, value: fc.string({ unit: 'binary' }).map((v) => v.replace(/\p{Cs}/gu, '')) });
    const unlike = { selector: (e: { key: string }) => e.key.toLowerCase(), comparator: 'SameValue' as const };
    fc.assert(
      fc.property(fc.uniqueArray(entry, unlike), (entries) => {
        const wanted = entries.filter((e) => e.key.toLowerCase() !== '.encoding');
        const bytes = new TextEncoder().encode(formatVmx(wanted));
        expect(entriesOf(decodeVmx(bytes)).slice(1)).toEqual(wanted.map(({ key: k, value }) => [k, value]));
      }),
    );
  });

  it('of any bytes is read or refused, nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          parseVmx(decodeVmx(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(VmxSyntaxError);
        }
      }),
    );
  });
});
