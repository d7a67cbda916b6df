import { describe, expect, it } from 'vitest';
import { negotiate, parseSoapAction } from '../../src/soap/index.ts';
import { at, schema } from './table.ts';

describe('a SOAPAction', () => {
  it.each([
    ['"urn:vim25/6.5"', 'urn:vim25', '6.5'],
    ['urn:vim25/6.7', 'urn:vim25', '6.7'],
    [' "urn:vim25/8.0.2.0" ', 'urn:vim25', '8.0.2.0'],
    ['vim25', 'urn:vim25', undefined],
    ['"urn:vim25"', 'urn:vim25', undefined],
    ['"urn:vim25#RetrieveProperties"', 'urn:vim25', undefined],
    ['""', 'urn:vim25', undefined],
    ['', 'urn:vim25', undefined],
    [undefined, 'urn:vim25', undefined],
    ['"urn:vim2/2.0"', 'urn:vim2', '2.0'],
    ['"urn:pbm/2.0"', 'urn:pbm', '2.0'],
  ])('of %s is read as %s at %s', (header, namespace, version) => {
    expect(parseSoapAction(header)).toEqual({ namespace, version });
  });
});

describe('the version of an answer', () => {
  const presented = '8.0.2.0';
  it.each([
    ['"urn:vim25/6.5"', '6.5'],
    ['"urn:vim25/8.0.2.0"', '8.0.2.0'],
    ['urn:vim25/4.1', '4.1'],
    ['"urn:vim25/9.0.0.0"', presented],
    ['"urn:vim25/uA046D008"', presented],
    ['"urn:vim2/2.0"', '2.0'],
    ['vim25', '5.5'],
    ['"urn:vim25#RetrieveProperties"', '5.5'],
    ['""', '5.5'],
    [undefined, '5.5'],
  ])('for %s is %s', (header, version) => {
    expect(negotiate(parseSoapAction(header), at(presented), schema)).toBe(at(version));
  });

  it('is never newer than the server', () => {
    expect(negotiate(parseSoapAction(undefined), at('5.0'), schema)).toBe(at('5.0'));
  });
});
