/** What is wrong with a descriptor, in the faults the API has for it. */
import { OvfError, type OvfFlaw } from '../../formats/ovf/envelope.ts';
import type { LocalizedMethodFault } from '../../vim25/generated/index.ts';
import { VimFault } from '../../world/fault.ts';

type Words = (flaw: OvfFlaw) => object;

const attribute: Words = ({ element, attribute: name, value }) => ({
  elementName: element,
  attributeName: name ?? '',
  ...(value !== undefined && { value }),
});

/** Which properties each fault has, besides the line; those of no row name the element. */
const ABOUT: Readonly<Record<string, Words>> = {
  OvfXmlFormat: () => ({ description: 'the document is not well-formed' }),
  OvfWrongNamespace: ({ value }) => ({ namespaceName: value ?? '' }),
  OvfMissingAttribute: attribute,
  OvfInvalidValue: attribute,
  OvfInvalidValueReference: attribute,
  OvfInvalidValueFormatMalformed: attribute,
  OvfUnsupportedAttribute: attribute,
  OvfUnsupportedSection: ({ element }) => ({ name: element, info: '' }),
  OvfNoSupportedHardwareFamily: ({ value }) => ({ version: value ?? '' }),
  OvfUnsupportedType: ({ element, value, attribute: id }) => ({
    name: element,
    instanceId: id ?? '',
    deviceType: Number(value),
  }),
  OvfUnsupportedSubType: ({ element, value, attribute: id }) => ({
    elementName: element,
    instanceId: id ?? '',
    deviceType: 0,
    deviceSubType: value ?? '',
  }),
};

export function faultOf(flaw: OvfFlaw, message?: string): LocalizedMethodFault {
  const about = ABOUT[flaw.kind]?.(flaw) ?? { name: flaw.element };
  return new VimFault(flaw.kind, { lineNumber: flaw.line, ...about }, message).localized() as LocalizedMethodFault;
}

/** What was read, or the one fault that kept it from being read. */
export function readOr<T>(read: () => T): { readonly value?: T; readonly error?: LocalizedMethodFault } {
  try {
    return { value: read() };
  } catch (error) {
    if (!(error instanceof OvfError)) throw error;
    return { error: faultOf(error.flaw, `The OVF descriptor cannot be read: ${error.message}.`) };
  }
}
